// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/totals.h"
#include "support/scan_set.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// How often packets of one kind and port fall silent for longer than a minute, plus one: bursts.
std::uint64_t naiveBursts(const std::vector<const RandomPacket*>& packets) {
    std::map<std::pair<Kind, std::uint16_t>, std::vector<std::int64_t>> times;
    for (const RandomPacket* each : packets)
        times[{each->packet.kind, each->packet.port}].push_back(each->packet.time.nanoseconds);
    std::uint64_t bursts = 0;
    for (auto& [key, moments] : times) {
        std::sort(moments.begin(), moments.end());
        ++bursts;
        for (std::size_t i = 1; i < moments.size(); ++i)
            bursts += moments[i] - moments[i - 1] > 60'000'000'000 ? 1 : 0;
    }
    return bursts;
}

Totals naiveTotals(const ScanSet& set) {
    Totals totals;
    std::set<std::string> sources;
    for (const TwinScan& twin : set.twins()) {
        ++totals.scans;
        ++(twin.isLarge ? totals.large : totals.small);
        totals.scanPackets += twin.packets;
        totals.toolPackets += twin.tool == "unknown" || twin.tool == "mixed" ? 0 : twin.packets;
        totals.bursts += naiveBursts(set.packetsOf(twin));
        sources.insert(twin.source);
    }
    totals.scanSources = sources.size();
    return totals;
}

} // namespace

class TestTotals : public QObject {
    Q_OBJECT

private slots:
    void agreeWithTheTwin_data();
    void agreeWithTheTwin();
    void partsAddUp();
};

void TestTotals::agreeWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (int set = 0; set < 4; ++set)
            QTest::addRow("seed %d, thresholds %d", static_cast<int>(seed), set) << seed << set;
    }
}

void TestTotals::agreeWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    const ScanSet scans(seed, 2'000, statisticsThresholds()[static_cast<std::size_t>(set)], 1'000);
    const Totals expected = naiveTotals(scans);
    QVERIFY(expected.scans > 3 && expected.large > 0 && expected.small > 0);
    Totals totals;
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        totals.add(scans.view(), segment);
    QCOMPARE(totals.scans, expected.scans);
    QCOMPARE(totals.small, expected.small);
    QCOMPARE(totals.large, expected.large);
    QCOMPARE(totals.scanPackets, expected.scanPackets);
    QCOMPARE(totals.scanSources, expected.scanSources);
    QCOMPARE(totals.toolPackets, expected.toolPackets);
    QCOMPARE(totals.bursts, expected.bursts);
}

void TestTotals::partsAddUp() {
    const ScanSet scans(9, 2'000, statisticsThresholds()[0], 1'000);
    Totals all;
    Totals even;
    Totals odd;
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        all.add(scans.view(), segment);
        (segment % 2 == 0 ? even : odd).add(scans.view(), segment);
    }
    odd.add(even);
    QVERIFY(odd == all);
    odd.add(Totals());
    QVERIFY(odd == all);
}

QTEST_APPLESS_MAIN(TestTotals)
#include "tst_totals.moc"
