// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/silent_targets.h"
#include "base/team.h"
#include "support/random_traffic.h"

#include <QTest>

#include <set>

using namespace sweepscope;
using namespace sweepscope::tests;

/// The targets that nothing was sent to, beside a set of all that were hit.
class TestSilentTargets : public QObject {
    Q_OBJECT

private slots:
    void areAllThatWereNotHit_data();
    void areAllThatWereNotHit();
    void outsideCountsForNothing();
};

namespace {

/// Bursts of sets of all sizes, within `range` addresses from `first`.
BurstIndex indexWith(unsigned targets, std::uint32_t first, std::uint32_t range) {
    Random random(targets);
    BurstIndex index;
    for (unsigned left = targets; left != 0;) {
        IndexSegment& segment = index.segments[random.below(kSegments)];
        Burst& burst = segment.bursts.emplaceBack();
        const auto most = static_cast<unsigned>(random.below(std::uint64_t{2} * left) + 1);
        for (unsigned i = 0; i < std::min(most, left); ++i)
            segment.targets.insert(
                burst.targets, first + static_cast<std::uint32_t>(random.below(range)));
        burst.packets = std::min(most, left);
        left -= std::min(most, left);
    }
    return index;
}

std::set<std::uint32_t> hitsOf(const BurstIndex& index) {
    std::set<std::uint32_t> hits;
    for (const IndexSegment& segment : index.segments) {
        for (const Burst& burst : segment.bursts) {
            const auto targets = segment.targets.sorted(burst.targets);
            hits.insert(targets.begin(), targets.end());
        }
    }
    return hits;
}

} // namespace

void TestSilentTargets::areAllThatWereNotHit_data() {
    QTest::addColumn<QString>("telescope");
    QTest::addColumn<std::uint32_t>("first");
    QTest::addColumn<std::uint32_t>("range");
    QTest::addColumn<unsigned>("targets");
    const auto add = [](const char* telescope, std::uint32_t first, std::uint32_t range) {
        for (const unsigned targets : {1U, 50U, 1'000U, 20'000U})
            QTest::addRow("%s, %u targets", telescope, targets)
                << telescope << first << range << targets;
    };
    add("203.0.112.0/20", 0xcb007000U, 4096);
    add("203.0.112.0/20", 0xcb006f80U, 6000);
    add("10.0.0.16/28,10.0.0.64/26,10.0.1.0/25,10.0.2.0/24,10.0.2.1/32", 0x0a000000U, 1024);
    add("0.0.0.0/24,255.255.255.0/24", 0xffffff80U, 256); // wraps round
    add("192.0.2.1/32,192.0.2.3/32", 0xc0000200U, 8);
}

void TestSilentTargets::areAllThatWereNotHit() {
    QFETCH(QString, telescope);
    QFETCH(std::uint32_t, first);
    QFETCH(std::uint32_t, range);
    QFETCH(unsigned, targets);
    const PrefixSet prefixes = parsePrefixes(telescope.toStdString()).value();
    const BurstIndex index = indexWith(targets, first, range);
    const std::set<std::uint32_t> hits = hitsOf(index);
    std::set<std::uint32_t> expected;
    for (const Prefix& prefix : prefixes.prefixes()) {
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(prefix.size()); ++i) {
            if (!hits.contains(prefix.network.v4().value + i))
                expected.insert(prefix.network.v4().value + i);
        }
    }
    const auto silent = findSilentTargets(index, prefixes);
    QVERIFY(silent.has_value());
    QCOMPARE(silent->addresses, std::uint64_t{expected.size()});
    std::set<std::uint32_t> got;
    for (const Prefix& prefix : silent->prefixes) {
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(prefix.size()); ++i)
            QVERIFY(got.insert(prefix.network.v4().value + i).second);
    }
    QVERIFY(got == expected);
    Team team(3);
    QVERIFY(findSilentTargets(index, prefixes, &team) == silent);
}

void TestSilentTargets::outsideCountsForNothing() {
    BurstIndex index = indexWith(100, 0xcb007000U, 4096);
    for (IndexSegment& segment : index.segments) {
        for (Burst& burst : segment.bursts)
            burst.kind = Kind::outside;
    }
    const auto silent = findSilentTargets(index, parsePrefixes("203.0.112.0/20").value());
    QVERIFY(silent.has_value());
    QCOMPARE(silent->addresses, std::uint64_t{4096});
}

QTEST_APPLESS_MAIN(TestSilentTargets)
#include "tst_silent_targets.moc"
