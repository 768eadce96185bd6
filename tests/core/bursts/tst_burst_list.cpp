// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_list.h"
#include "support/random_traffic.h"

#include <QTest>

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// The `packets` of all bursts, read through the iterator.
std::vector<std::uint64_t> contents(const BurstList& list) {
    std::vector<std::uint64_t> packets;
    for (const Burst& burst : list)
        packets.push_back(burst.packets);
    return packets;
}

BurstList listOf(const std::vector<std::uint64_t>& packets) {
    BurstList list;
    for (const std::uint64_t each : packets)
        list.emplaceBack().packets = each;
    return list;
}

std::vector<std::uint64_t> upTo(std::size_t count) {
    std::vector<std::uint64_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::uint64_t{0});
    return numbers;
}

} // namespace

/// Against a plain vector.
class TestBurstList : public QObject {
    Q_OBJECT

private slots:
    void growsAndShrinks_data();
    void growsAndShrinks();
    void staysInPlaceWhileItGrows();
    void isEmptyOnceMoved();
    void arrangesInPlace_data();
    void arrangesInPlace();
};

void TestBurstList::growsAndShrinks_data() {
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 255, 256, 257, 512, 1000})
        QTest::addRow("%d bursts", count) << count;
}

void TestBurstList::growsAndShrinks() {
    QFETCH(int, count);
    std::vector<std::uint64_t> twin = upTo(static_cast<std::size_t>(count));
    BurstList list = listOf(twin);
    QVERIFY(contents(list) == twin);
    list.shrinkToFit();
    QVERIFY(contents(list) == twin);
    QCOMPARE(list.bytes(), twin.size() * sizeof(Burst));
    list.emplaceBack().packets = 7; // behind a block that was cut to size
    twin.push_back(7);
    QVERIFY(contents(list) == twin);
    list.shrinkTo(twin.size() / 2);
    twin.resize(twin.size() / 2);
    QVERIFY(contents(list) == twin);
    list.shrinkToFit();
    QCOMPARE(list.bytes(), twin.size() * sizeof(Burst));
    QCOMPARE(list.empty(), twin.empty());
}

void TestBurstList::staysInPlaceWhileItGrows() {
    BurstList list;
    const Burst* const first = &list.emplaceBack();
    for (int i = 0; i < 5000; ++i)
        list.emplaceBack();
    QCOMPARE(&list[0], first);
    QCOMPARE(list.size(), std::size_t{5001});
}

void TestBurstList::isEmptyOnceMoved() {
    BurstList list = listOf(upTo(300));
    const BurstList other = std::move(list);
    // NOLINTNEXTLINE(bugprone-use-after-move, clang-analyzer-cplusplus.Move): promised
    QCOMPARE(list.size(), std::size_t{0});
    QCOMPARE(list.bytes(), std::size_t{0});
    list.emplaceBack().packets = 5;
    QVERIFY(contents(list) == std::vector<std::uint64_t>{5});
    QVERIFY(contents(other) == upTo(300));
}

void TestBurstList::arrangesInPlace_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U})
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

void TestBurstList::arrangesInPlace() {
    QFETCH(std::uint64_t, seed);
    Random random(seed);
    std::vector<std::uint32_t> numbers(1 + random.below(700));
    std::iota(numbers.begin(), numbers.end(), 0U);
    for (std::size_t i = numbers.size() - 1; i > 0; --i) // some stay where they are
        if (random.below(3) != 0)
            std::swap(numbers[i], numbers[random.below(i + 1)]);
    const std::vector<std::uint64_t> before = upTo(numbers.size());
    std::vector<std::uint64_t> twin;
    for (const std::uint32_t number : numbers)
        twin.push_back(before[number]);
    BurstList list = listOf(before);
    list.arrange(numbers);
    QVERIFY(contents(list) == twin);
}

QTEST_APPLESS_MAIN(TestBurstList)
#include "tst_burst_list.moc"
