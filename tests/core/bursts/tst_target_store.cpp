// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/count_distinct.h"
#include "bursts/target_store.h"
#include "support/random_traffic.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <span>
#include <utility>
#include <vector>

using namespace sweepscope;
using tests::Random;

namespace {

/// What TargetStore::sample says, looked for the plain way.
std::uint32_t sampleOf(const std::set<std::uint32_t>& targets) {
    const auto key = [](std::uint32_t target) {
        return std::pair(static_cast<std::uint16_t>(target * 0x9e3bU), target);
    };
    return *std::min_element(targets.begin(), targets.end(),
        [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

} // namespace

/// The store's sets run beside std::set, step by step.
class TestTargetStore : public QObject {
    Q_OBJECT

private slots:
    void holdsWhatWasInserted_data();
    void holdsWhatWasInserted();
    void takesAnotherNetworkAtAnySize();
    void keepsManySetsApart();
    void unitesSetsOfAnyForm_data();
    void unitesSetsOfAnyForm();
    void unitesNeighbours();
    void reusesReleasedMemory();
    void makesSetsThatGoOn_data();
    void makesSetsThatGoOn();
    void countsDistinctNumbers();
    void samplesWhatSpreadsFar();

private:
    static std::vector<std::uint32_t> targets(
        std::uint64_t seed, std::size_t count, std::uint32_t first, std::uint32_t range);
    static bool equals(
        const TargetStore& store, const TargetSet& set, const std::set<std::uint32_t>& expected);
};

std::vector<std::uint32_t> TestTargetStore::targets(
    std::uint64_t seed, std::size_t count, std::uint32_t first, std::uint32_t range) {
    Random random(seed);
    std::vector<std::uint32_t> result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back(first + static_cast<std::uint32_t>(random.below(range)));
    return result;
}

bool TestTargetStore::equals(
    const TargetStore& store, const TargetSet& set, const std::set<std::uint32_t>& expected) {
    const std::vector<std::uint32_t> content = store.sorted(set);
    if (!expected.empty() && store.sample(set) != sampleOf(expected))
        return false;
    return set.count == expected.size() &&
           content == std::vector<std::uint32_t>(expected.begin(), expected.end());
}

void TestTargetStore::holdsWhatWasInserted_data() {
    QTest::addColumn<std::uint32_t>("first");
    QTest::addColumn<std::uint32_t>("range");
    QTest::addColumn<std::size_t>("count");
    QTest::newRow("eight addresses") << 0xc6336401U << 8U << std::size_t{200};
    QTest::newRow("a /24") << 0xc6336400U << 256U << std::size_t{600};
    QTest::newRow("a /16, dense: pages") << 0xc6120000U << 65536U << std::size_t{150'000};
    QTest::newRow("all of IPv4, sparse: a table") << 0U << 0xffffffffU << std::size_t{20'000};
    QTest::newRow("the first addresses, zero among them") << 0U << 40U << std::size_t{300};
    QTest::newRow("zero in pages") << 0U << 20'000U << std::size_t{40'000};
}

void TestTargetStore::holdsWhatWasInserted() {
    QFETCH(std::uint32_t, first);
    QFETCH(std::uint32_t, range);
    QFETCH(std::size_t, count);
    TargetStore store;
    TargetSet set;
    std::set<std::uint32_t> expected;
    for (const std::uint32_t target : targets(1, count, first, range)) {
        store.insert(set, target);
        expected.insert(target);
        QCOMPARE(set.count, static_cast<std::uint32_t>(expected.size()));
        if (expected.size() < 100)
            QVERIFY(equals(store, set, expected));
    }
    QVERIFY(equals(store, set, expected));
}

/// Sets of one /16 are kept apart from others as long as they are small.
void TestTargetStore::takesAnotherNetworkAtAnySize() {
    for (std::uint32_t size = 1; size <= 60; ++size) {
        TargetStore store;
        TargetSet set;
        std::set<std::uint32_t> expected;
        const auto insert = [&](std::uint32_t target) {
            for (int time = 0; time < 2; ++time)
                store.insert(set, target);
            expected.insert(target);
        };
        for (std::uint32_t i = 0; i < size; ++i)
            insert(0x0a000000 + i * 1'000);
        QVERIFY(equals(store, set, expected));
        for (std::uint32_t i = 0; i < 40; ++i) {
            insert(0x0a000000 + (i << 16));
            insert(i << 16); // zero is the first of these
            QVERIFY(equals(store, set, expected));
        }
        const std::vector<std::uint32_t> ascending(expected.begin(), expected.end());
        QVERIFY(equals(store, store.make(ascending), expected));
        const std::span<const std::uint32_t> near =
            std::span(ascending).last(ascending.size() - 40);
        const std::vector<std::uint32_t> one(near.begin(), near.begin() + std::min(size, 40U));
        QVERIFY(equals(store, store.make(one), {one.begin(), one.end()}));
    }
}

void TestTargetStore::keepsManySetsApart() {
    TargetStore store;
    constexpr std::size_t kSets = 300;
    std::vector<TargetSet> sets(kSets);
    std::vector<std::set<std::uint32_t>> expected(kSets);
    Random random(2);
    for (int step = 0; step < 60'000; ++step) {
        // Low numbers are chosen more often, so that sets of all sizes grow side by side.
        const std::size_t number = random.below(1 + random.below(kSets));
        const auto target = static_cast<std::uint32_t>(0x0a000000 + random.below(3'000));
        store.insert(sets[number], target);
        expected[number].insert(target);
    }
    for (std::size_t i = 0; i < kSets; ++i)
        QVERIFY(equals(store, sets[i], expected[i]));
}

void TestTargetStore::unitesSetsOfAnyForm_data() {
    QTest::addColumn<std::size_t>("left");
    QTest::addColumn<std::size_t>("right");
    QTest::addColumn<bool>("sameStore");
    for (const std::size_t left : {0U, 2U, 3U, 9U, 16U, 200U, 9'000U}) {
        for (const std::size_t right : {0U, 1U, 3U, 12U, 300U, 20'000U}) {
            for (const bool same : {false, true})
                QTest::addRow("%zu and %zu, %s", left, right, same ? "same store" : "other store")
                    << left << right << same;
        }
    }
}

void TestTargetStore::unitesSetsOfAnyForm() {
    QFETCH(std::size_t, left);
    QFETCH(std::size_t, right);
    QFETCH(bool, sameStore);
    TargetStore store;
    TargetStore otherStore;
    TargetStore& second = sameStore ? store : otherStore;
    TargetSet a;
    TargetSet b;
    std::set<std::uint32_t> expected;
    for (const std::uint32_t target : targets(3, left, 0, 30'000)) {
        store.insert(a, target);
        expected.insert(target);
    }
    const std::set<std::uint32_t> before = [&] {
        std::set<std::uint32_t> all;
        for (const std::uint32_t target : targets(4, right, 10'000, 30'000)) {
            second.insert(b, target);
            all.insert(target);
        }
        return all;
    }();
    expected.insert(before.begin(), before.end());
    store.unite(a, b, second);
    QVERIFY(equals(store, a, expected));
    QVERIFY(equals(second, b, before));
}

/// Few targets of one network, or two: handles and lists of lower halves, which share some.
void TestTargetStore::unitesNeighbours() {
    for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
        Random random(seed);
        TargetStore store;
        TargetStore otherStore;
        const auto draw = [&](TargetStore& into, TargetSet& set, std::uint32_t network) {
            std::set<std::uint32_t> drawn;
            for (std::uint64_t left = 1 + random.below(36); left > 0; --left) {
                const auto target = static_cast<std::uint32_t>(network << 16 | random.below(60));
                into.insert(set, target);
                drawn.insert(target);
            }
            return drawn;
        };
        TargetSet a;
        TargetSet b;
        std::set<std::uint32_t> expected = draw(store, a, 0xc633);
        const auto added = draw(otherStore, b, random.below(8) == 0 ? 0xc634 : 0xc633);
        expected.insert(added.begin(), added.end());
        store.unite(a, b, otherStore);
        QVERIFY2(equals(store, a, expected), qPrintable(QString::number(seed)));
        QVERIFY(equals(otherStore, b, added));
        store.insert(a, *expected.begin()); // it goes on being a set
        store.insert(a, 0xc6330000 + 100);
        expected.insert(0xc6330000 + 100);
        QVERIFY(equals(store, a, expected));
    }
}

void TestTargetStore::reusesReleasedMemory() {
    TargetStore store;
    std::size_t afterFirst = 0;
    for (int round = 0; round < 50; ++round) {
        TargetSet set;
        for (const std::uint32_t target : targets(5, 5'000, 0x0a000000, 1U << 24))
            store.insert(set, target);
        store.release(set);
        QCOMPARE(set.count, 0U);
        if (round == 0)
            afterFirst = store.bytes();
    }
    QCOMPARE(store.bytes(), afterFirst);
}

void TestTargetStore::makesSetsThatGoOn_data() {
    QTest::addColumn<std::size_t>("size");
    QTest::addColumn<std::uint32_t>("first");
    QTest::addColumn<std::uint32_t>("range");
    for (const std::size_t size :
        {3U, 4U, 6U, 7U, 12U, 13U, 16U, 17U, 32U, 33U, 100U, 1'000U, 5'000U, 60'000U}) {
        QTest::addRow("%zu of a /16", size) << size << 0x0a000000U << 65'536U;
        QTest::addRow("%zu of a /8, zero among them", size) << size << 0U << (1U << 24);
        QTest::addRow("%zu of all", size) << size << 0U << 0xffffffffU;
    }
}

/// What was made whole is copied, united and added to like every other set.
void TestTargetStore::makesSetsThatGoOn() {
    QFETCH(std::size_t, size);
    QFETCH(std::uint32_t, first);
    QFETCH(std::uint32_t, range);
    std::set<std::uint32_t> expected = {first};
    for (const std::uint32_t target : targets(6, size - 1, first, range))
        expected.insert(target);
    const std::vector<std::uint32_t> ascending(expected.begin(), expected.end());
    TargetStore store;
    TargetStore other;
    const TargetSet made = store.make(ascending);
    QVERIFY(equals(store, made, expected));
    TargetSet set = other.copy(made, store);
    QVERIFY(equals(other, set, expected));
    for (const std::uint32_t known : ascending)
        other.insert(set, known);
    QVERIFY(equals(other, set, expected));
    for (const std::uint32_t target : targets(7, 200, first, 65'536)) {
        other.insert(set, target);
        expected.insert(target);
        QCOMPARE(set.count, static_cast<std::uint32_t>(expected.size()));
    }
    QVERIFY(equals(other, set, expected));
    TargetSet all = store.make(ascending);
    store.unite(all, set, other); // NOLINT(readability-suspicious-call-argument): they are in order
    QVERIFY(equals(store, all, expected));
    store.release(all);
    QVERIFY(equals(store, made, {ascending.begin(), ascending.end()}));
}

void TestTargetStore::countsDistinctNumbers() {
    for (const std::uint32_t range : {1U, 2U, 63U, 64U, 65U, 5'000U, 1U << 20, 0xffffffffU}) {
        for (const std::size_t count : {0U, 1U, 2U, 3U, 100U, 4'000U}) {
            std::vector<std::uint32_t> numbers =
                targets(8, count, 0xffffffffU - (range - 1), range);
            const std::set<std::uint32_t> expected(numbers.begin(), numbers.end());
            QCOMPARE(countDistinct(numbers), static_cast<std::uint32_t>(expected.size()));
        }
    }
}

/// Lower halves that all come last when they are spread.
void TestTargetStore::samplesWhatSpreadsFar() {
    constexpr std::uint32_t kGather = 0x8af3; // 0x9e3b times this is 1 in 16 bits
    for (std::uint32_t size = 1; size <= 40; ++size) {
        TargetStore store;
        TargetSet set;
        std::set<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < size; ++i) {
            const std::uint32_t target = 0x0a000000 | ((0xffff - i) * kGather & 0xffff);
            store.insert(set, target);
            expected.insert(target);
        }
        QVERIFY(equals(store, set, expected));
    }
}

QTEST_APPLESS_MAIN(TestTargetStore)
#include "tst_target_store.moc"
