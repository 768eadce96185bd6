// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/radix_sort.h"

#include "support/random_traffic.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

/// Against std::stable_sort.
class TestRadixSort : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTwin_data();
    void agreesWithTheTwin();
};

void TestRadixSort::agreesWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("count");
    QTest::addColumn<std::uint64_t>("range");
    QTest::newRow("none") << std::uint64_t{0} << std::uint64_t{1};
    QTest::newRow("one") << std::uint64_t{1} << std::uint64_t{1};
    QTest::newRow("many equal") << std::uint64_t{3'000} << std::uint64_t{5};
    QTest::newRow("of all sizes") << std::uint64_t{3'000} << (std::uint64_t{1} << 32);
}

void TestRadixSort::agreesWithTheTwin() {
    QFETCH(std::uint64_t, count);
    QFETCH(std::uint64_t, range);
    Random random(count + range);
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t i = 0; i < count; ++i)
        numbers.push_back(random.below(range) << 32 | random.below(1'000));
    std::vector<std::uint64_t> twin = numbers;
    std::stable_sort(twin.begin(), twin.end(),
        [](std::uint64_t a, std::uint64_t b) { return a >> 32 < b >> 32; });
    sortByUpperHalf(numbers);
    QVERIFY(numbers == twin);
}

QTEST_APPLESS_MAIN(TestRadixSort)
#include "tst_radix_sort.moc"
