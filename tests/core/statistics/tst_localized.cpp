// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "statistics/localized.h"
#include "statistics/tail_probability.h"
#include "statistics/target_counts.h"
#include "support/random_traffic.h"
#include "support/snapshots.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

TelescopeBlocks blocksOf(const char* telescope, const std::vector<Prefix>& silent = {}) {
    return {parsePrefixes(telescope).value(), silent};
}

using Counts = std::vector<std::uint32_t>;

/// A uniform scan: so many targets of the telescope, each subset as likely as the other.
Counts drawUniformly(const TelescopeBlocks& blocks, std::uint32_t targets, Random& random) {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < blocks.blocks().size(); ++i)
        places.insert(places.end(), blocks.blocks()[i].addresses, i);
    Counts counts(blocks.blocks().size());
    for (std::uint32_t i = 0; i < targets; ++i) {
        std::swap(places[i], places[i + random.below(places.size() - i)]);
        ++counts[places[i]];
    }
    return counts;
}

} // namespace

class TestLocalized : public QObject {
    Q_OBJECT

private slots:
    void blocks();
    void countsAreThoseOfTheTargets_data();
    void countsAreThoseOfTheTargets();
    void uniformScansAreNot_data();
    void uniformScansAreNot();
    void scansOfAPartAre();
    void unevenScansAre();
    void nothingToTellFrom();
    void exactWhereOneBlockHasAll();
    void sampleDay();
};

void TestLocalized::blocks() {
    const TelescopeBlocks day = blocksOf("203.0.112.0/20");
    QCOMPARE(day.prefixLength(), 24);
    QCOMPARE(day.blocks().size(), std::size_t{16});
    QCOMPARE(day.addresses(), 4096.0);
    QCOMPARE(day.placeOf(0xcb007205).value_or(99), std::size_t{2}); // 203.0.114.5
    QVERIFY(!day.placeOf(0xcb008001));
    const TelescopeBlocks pieces = blocksOf("10.0.0.0/28,10.0.0.64/26,10.0.1.0/24,2001:db8::/64");
    QCOMPARE(pieces.blocks().size(), std::size_t{2});
    QCOMPARE(pieces.blocks()[0].addresses, 80U);
    QVERIFY(blocksOf("10.0.0.0/25").isEmpty());
    const TelescopeBlocks wide = blocksOf("35.64.0.0/11");
    QCOMPARE(wide.prefixLength(), 16);
    QCOMPARE(wide.blocks().size(), std::size_t{32});
    const TelescopeBlocks cut = blocksOf("203.0.112.0/22",
        {parsePrefix("203.0.113.0/24").value(), parsePrefix("203.0.114.128/25").value()});
    QCOMPARE(cut.blocks().size(), std::size_t{3});
    QCOMPARE(cut.addresses(), 640.0);
    QVERIFY(!cut.placeOf(0xcb007101));
}

void TestLocalized::countsAreThoseOfTheTargets_data() {
    QTest::addColumn<QString>("telescope");
    QTest::addColumn<QString>("silent");
    QTest::addColumn<std::uint32_t>("first");
    QTest::addColumn<std::uint32_t>("range");
    QTest::addColumn<unsigned>("targets");
    const auto add = [](const char* telescope, const char* silent, std::uint32_t first,
                         std::uint32_t range) {
        for (const unsigned targets : {1U, 3U, 10U, 200U, 2'000U, 40'000U})
            QTest::addRow("%s, %u targets", telescope, targets)
                << telescope << silent << first << range << targets;
    };
    add("203.0.112.0/20", "", 0xcb007000U, 4096);
    add("203.0.112.0/20", "203.0.113.0/24,203.0.120.0/21", 0xcb006f00U, 6000);
    add("10.0.0.16/28,10.0.0.64/26,10.0.1.0/24", "", 0x0a000000U, 512);
    add("0.0.0.0/24,0.0.2.0/23", "", 0, 1024);
    add("1.2.0.0/16,200.3.4.0/24", "1.2.3.0/24", 0x01020000U, 65536); // with a gap
    add("35.64.0.0/11", "35.70.0.0/16", 0x23400000U, 1U << 21);
    add("0.0.0.0/8,255.0.0.0/8", "", 0xfffff000U, 8192); // wraps round
}

void TestLocalized::countsAreThoseOfTheTargets() {
    QFETCH(QString, telescope);
    QFETCH(QString, silent);
    QFETCH(std::uint32_t, first);
    QFETCH(std::uint32_t, range);
    QFETCH(unsigned, targets);
    const TelescopeBlocks blocks = blocksOf(
        telescope.toLatin1().constData(), parsePrefixes(silent.toStdString()).value().prefixes());
    Random random(targets);
    TargetStore store;
    TargetSet set;
    for (unsigned i = 0; i < targets; ++i)
        store.insert(set, first + static_cast<std::uint32_t>(random.below(range)));
    Counts expected(blocks.blocks().size());
    for (const std::uint32_t target : store.sorted(set)) {
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] += target >> (32 - blocks.prefixLength()) == blocks.blocks()[i].number;
    }
    QCOMPARE(countTargets(blocks, store, set), expected);
    // The same targets in several bursts, some of them in two.
    IndexSegment segment;
    for (int i = 0; i < 4; ++i)
        segment.bursts.emplaceBack();
    for (const std::uint32_t target : store.sorted(set)) {
        segment.targets.insert(segment.bursts[random.below(4)].targets, target);
        segment.targets.insert(segment.bursts[random.below(4)].targets, target);
    }
    std::vector<const Burst*> bursts;
    for (const Burst& burst : segment.bursts)
        bursts.push_back(&burst);
    QCOMPARE(countTargets(blocks, segment, bursts), expected);
}

void TestLocalized::uniformScansAreNot_data() {
    QTest::addColumn<QString>("telescope");
    QTest::addColumn<unsigned>("targets");
    QTest::newRow("few targets") << "203.0.112.0/20" << 12U;
    QTest::newRow("five a block") << "203.0.112.0/20" << 80U;
    QTest::newRow("many") << "203.0.112.0/20" << 1000U;
    QTest::newRow("nearly all") << "203.0.112.0/20" << 4000U;
    QTest::newRow("many blocks") << "10.0.0.0/17" << 100U;
    QTest::newRow("uneven blocks") << "10.0.0.0/24,10.0.1.0/26,10.0.2.0/28,10.0.4.0/22" << 60U;
}

/// p-values of uniform scans must not be small more often than they say. 3,000 scans each, at
/// p below 0.01: 30 on average at most; 60 would be 5.5 standard deviations more.
void TestLocalized::uniformScansAreNot() {
    QFETCH(QString, telescope);
    QFETCH(unsigned, targets);
    const TelescopeBlocks blocks = blocksOf(telescope.toLatin1().constData());
    Random random(targets);
    int small = 0;
    for (int i = 0; i < 3000; ++i) {
        const double p = localizedPValue(blocks, drawUniformly(blocks, targets, random));
        small += p < 0.01 ? 1 : 0;
        QVERIFY(p > kLocalizedBelow);
    }
    QVERIFY2(small < 60, qPrintable(QString::number(small)));
}

void TestLocalized::scansOfAPartAre() {
    const TelescopeBlocks blocks = blocksOf("203.0.112.0/20");
    Counts oneBlock(16);
    oneBlock[3] = 8; // few, but all in one of sixteen
    QVERIFY(localizedPValue(blocks, oneBlock) < kLocalizedBelow);
    Counts half(16);
    for (std::size_t i = 0; i < 8; ++i)
        half[i] = 8;
    QVERIFY(localizedPValue(blocks, half) < kLocalizedBelow);
    Counts withoutOne(16, 120);
    withoutOne[15] = 0; // a scan that leaves one block out
    QVERIFY(localizedPValue(blocks, withoutOne) < kLocalizedBelow);
}

/// No block stands out, but every second has less than its share.
void TestLocalized::unevenScansAre() {
    const TelescopeBlocks blocks = blocksOf("10.0.0.0/18"); // 64 blocks
    Counts counts(64);
    for (std::size_t i = 0; i < 64; ++i)
        counts[i] = i < 32 ? 32 : 16;
    QVERIFY(localizedPValue(blocks, counts) < kLocalizedBelow);
    Counts fair(64, 24);
    QVERIFY(localizedPValue(blocks, fair) > 0.5);
}

void TestLocalized::nothingToTellFrom() {
    const TelescopeBlocks blocks = blocksOf("203.0.112.0/20");
    Counts one(16);
    one[0] = 1;
    QCOMPARE(localizedPValue(blocks, one), 1.0);
    QCOMPARE(localizedPValue(blocks, Counts(16, 256)), 1.0); // all addresses
}

/// 16 blocks, two sides, two tests: 64 times the exact chance.
void TestLocalized::exactWhereOneBlockHasAll() {
    const TelescopeBlocks blocks = blocksOf("203.0.112.0/20");
    Counts counts(16);
    counts[9] = 6;
    double chance = 1;
    for (int i = 0; i < 6; ++i)
        chance *= (256.0 - i) / (4096.0 - i);
    const double p = localizedPValue(blocks, counts);
    QVERIFY(std::abs(p - 64 * chance) < 1e-9 * p);
}

/// The sample's scans of a part of the telescope are flagged, and none that draws from all of it.
void TestLocalized::sampleDay() {
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    const auto snapshot = snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked);
    const TelescopeBlocks& blocks = snapshot->material.facts->blocks;
    std::size_t flagged = 0;
    for (const auto& segment : snapshot->scans) {
        for (const Scan& scan : segment) {
            const auto p = localizedPValue(blocks, snapshot->view(), scan);
            QVERIFY(p.has_value());
            // Whether it hit fewer than 16 of the 16 /24s although it had 100 targets or more.
            std::vector<std::uint32_t> counts(16);
            for (const Burst* burst : burstsOf(*snapshot->material.index, *snapshot->chains, scan))
                snapshot->material.index->segments[scan.source.segment].targets.forEach(
                    burst->targets, [&](std::uint32_t target) { ++counts[target >> 8 & 15]; });
            const auto empty = std::count(counts.begin(), counts.end(), 0U);
            QCOMPARE(*p<kLocalizedBelow, empty> 0);
            flagged += *p < kLocalizedBelow ? 1 : 0;
        }
    }
    QCOMPARE(flagged, std::size_t{23});
    QVERIFY((countLocalized(blocks, snapshot->view()) == LocalizedCount{295, 23}));
}

QTEST_APPLESS_MAIN(TestLocalized)
#include "tst_localized.moc"
