// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/source_counts.h"
#include "statistics/totals.h"
#include "support/scan_set.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

struct NaiveSource {
    TimeRange time;
    std::uint64_t packets = 0;
    std::uint64_t scans = 0;
    std::uint64_t large = 0;
    std::uint64_t mostTargets = 0;
    std::set<std::pair<Protocol, std::uint16_t>> ports;
    std::set<std::pair<Protocol, std::uint16_t>> largestPorts; ///< of scans with most targets
    std::array<std::uint64_t, kToolCount> toolPackets{};
};

std::map<Address, NaiveSource> naiveSources(const ScanSet& set) {
    std::map<Address, NaiveSource> sources;
    for (const TwinScan& twin : set.twins()) {
        NaiveSource& source = sources[*parseAddress(twin.source)];
        source.time.include(TimeRange{{twin.first}, {twin.last}});
        source.packets += twin.packets;
        ++source.scans;
        source.large += twin.isLarge ? 1 : 0;
        source.toolPackets[static_cast<std::size_t>(toolOf(twin))] += twin.packets;
        if (twin.targets > source.mostTargets)
            source.largestPorts.clear();
        source.mostTargets = std::max(source.mostTargets, twin.targets);
        for (const std::uint16_t port : twin.ports) {
            source.ports.emplace(protocolOf(twin), port);
            if (twin.targets == source.mostTargets)
                source.largestPorts.emplace(protocolOf(twin), port);
        }
    }
    return sources;
}

/// A tool that sent most packets, among the named ones where there is any.
bool isMainTool(Tool tool, const NaiveSource& source) {
    const auto* const firstUnnamed =
        source.toolPackets.begin() + static_cast<std::ptrdiff_t>(Tool::mixed);
    const std::uint64_t mostNamed = *std::max_element(source.toolPackets.begin(), firstUnnamed);
    const std::uint64_t most =
        mostNamed > 0 ? mostNamed : *std::max_element(firstUnnamed, source.toolPackets.end());
    const bool isNamed = tool < Tool::mixed;
    return isNamed == (mostNamed > 0) && source.toolPackets[static_cast<std::size_t>(tool)] == most;
}

std::vector<SourceCount> sourcesOf(const ScanView& view, std::size_t segment) {
    Totals totals;
    totals.add(view, segment);
    std::vector<SourceCount> counts(totals.scanSources);
    countSources(view, segment, counts);
    return counts;
}

} // namespace

class TestSourceCounts : public QObject {
    Q_OBJECT

private slots:
    void agreeWithTheTwin_data();
    void agreeWithTheTwin();
};

void TestSourceCounts::agreeWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (int set = 0; set < 4; ++set)
            QTest::addRow("seed %d, thresholds %d", static_cast<int>(seed), set) << seed << set;
    }
}

void TestSourceCounts::agreeWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    const ScanSet scans(seed, 3'000, statisticsThresholds()[static_cast<std::size_t>(set)], 1'000);
    std::map<Address, NaiveSource> expected = naiveSources(scans);
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        const std::vector<SourceCount> counts = sourcesOf(scans.view(), segment);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const SourceCount& count = counts[i];
            const Address& address = scans.view().addressOf(count.source);
            QVERIFY(i == 0 || scans.view().addressOf(counts[i - 1].source) < address);
            QVERIFY(expected.contains(address));
            const NaiveSource naive = expected[address];
            expected.erase(address);
            QVERIFY(count.time == naive.time);
            QCOMPARE(count.packets, naive.packets);
            QCOMPARE(std::uint64_t{count.scans}, naive.scans);
            QCOMPARE(std::uint64_t{count.large}, naive.large);
            QCOMPARE(std::uint64_t{count.ports}, std::uint64_t{naive.ports.size()});
            QCOMPARE(std::uint64_t{count.mostTargets}, naive.mostTargets);
            QVERIFY(naive.largestPorts.contains({count.mainProtocol, count.mainPort}));
            QVERIFY2(isMainTool(count.tool, naive), std::string(nameOf(count.tool)).c_str());
        }
    }
    QVERIFY2(expected.empty(), "a source is missing");
}

QTEST_APPLESS_MAIN(TestSourceCounts)
#include "tst_source_counts.moc"
