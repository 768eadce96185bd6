// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/fixed_bits.h"

#include "support/random_traffic.h"

#include <QTest>

#include <array>
#include <cstddef>
#include <cstdint>

using namespace sweepscope;
using namespace sweepscope::tests;

/// Counts of bits against a loop over them, with numbers of targets around what a byte can count.
class TestFixedBits : public QObject {
    Q_OBJECT

private slots:
    void countsAsTheTwin_data();
    void countsAsTheTwin();
};

void TestFixedBits::countsAsTheTwin_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    for (const int first : {1, 254, 255, 256, 1'000}) {
        for (const int second : {0, 1, 100, 255, 400})
            QTest::addRow("%d and %d", first, second) << first << second;
    }
}

void TestFixedBits::countsAsTheTwin() {
    QFETCH(int, first);
    QFETCH(int, second);
    Random random(1);
    std::array<std::uint64_t, kAddressBits> twin{};
    const auto count = [&](BitCounts& counts, int targets) {
        for (int i = 0; i < targets; ++i) {
            const auto target = static_cast<std::uint32_t>(random.next()) | 1U; // one bit in all
            counts.add(target);
            for (std::size_t bit = 0; bit < kAddressBits; ++bit)
                twin[bit] += target >> bit & 1;
        }
    };
    BitCounts counts;
    BitCounts other;
    count(counts, first);
    count(other, second);
    counts.add(other);
    count(counts, second); // goes on behind the sum
    QCOMPARE(counts.sources(), static_cast<std::uint64_t>(first + 2 * second));
    for (std::size_t bit = 0; bit < kAddressBits; ++bit)
        QCOMPARE(counts.ones(bit), twin[bit]);
}

QTEST_APPLESS_MAIN(TestFixedBits)
#include "tst_fixed_bits.moc"
