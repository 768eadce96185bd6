// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/port_series.h"
#include "statistics/spread.h"
#include "support/random_traffic.h"
#include "support/scan_set.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

std::vector<PortInterval> seriesOf(
    const ScanSet& scans, const TimeGrid& grid, const std::vector<PortId>& ports) {
    PortSeries series(grid, {ports});
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        series.add(scans.view(), segment);
    return series.of(0);
}

TimeGrid gridOf(const ScanSet& scans, std::int64_t seconds) {
    TimeRange range;
    for (const TwinScan& twin : scans.twins()) {
        range.include(Timestamp{twin.first});
        range.include(Timestamp{twin.last});
    }
    TimeGrid grid;
    grid.begin = range.first;
    grid.step = Duration::seconds(seconds);
    grid.count = static_cast<std::size_t>(range.length().nanoseconds / grid.step.nanoseconds) + 1;
    return grid;
}

} // namespace

class TestPortSeries : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTwin();
    void partsAddUp();
    void whatLiesOutsideIsLeftOut();
    void spreadKeepsTheSum();
    void packetByPacketIsTheSame();
};

/// Scans and arrivals from the twin's list. A burst's packets are spread, so of packets and sources
/// the twin can only tell the sum and the least.
void TestPortSeries::agreesWithTheTwin() {
    for (const Thresholds& thresholds : statisticsThresholds()) {
        if (thresholds.by == Grouping::source)
            continue;
        const ScanSet scans(3, 3'000, thresholds, 1'000);
        const std::vector<PortId> ports = {{Protocol::tcp, 20}, {Protocol::tcp, 22}};
        const TimeGrid grid = gridOf(scans, 600);
        std::vector<PortInterval> expected(grid.count);
        std::vector<std::set<std::string>> arrivals(grid.count);
        std::uint64_t packets = 0;
        for (const TwinScan& twin : scans.twins()) {
            const PortId port{protocolOf(twin), twin.ports.front()};
            if (std::find(ports.begin(), ports.end(), port) == ports.end())
                continue;
            const auto place = static_cast<std::size_t>(
                (twin.first - grid.begin.nanoseconds) / grid.step.nanoseconds);
            ++expected[place].scans;
            arrivals[place].insert(twin.source);
            packets += scans.packetsOf(twin).size();
        }
        const auto got = seriesOf(scans, grid, ports);
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < grid.count; ++i) {
            QCOMPARE(got[i].scans, expected[i].scans);
            QCOMPARE(got[i].arrivals, static_cast<std::uint64_t>(arrivals[i].size()));
            QVERIFY(got[i].sources >= got[i].arrivals);
            sum += got[i].packets;
        }
        QVERIFY(packets > 0);
        QCOMPARE(sum, packets);
    }
}

void TestPortSeries::partsAddUp() {
    const ScanSet scans(4, 3'000, statisticsThresholds()[0], 1'000);
    const TimeGrid grid = gridOf(scans, 900);
    const std::vector<std::vector<PortId>> groups = {
        {{Protocol::tcp, 20}}, {{Protocol::tcp, 21}, {Protocol::udp, 21}}};
    PortSeries all(grid, groups);
    std::array parts = {PortSeries(grid, groups), PortSeries(grid, groups)};
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        all.add(scans.view(), segment);
        parts[segment % 2].add(scans.view(), segment);
    }
    parts[0].add(parts[1]);
    QVERIFY(all.of(0) == parts[0].of(0));
    QVERIFY(all.of(1) == parts[0].of(1));
}

void TestPortSeries::whatLiesOutsideIsLeftOut() {
    const ScanSet scans(5, 3'000, statisticsThresholds()[0], 1'000);
    const TimeGrid whole = gridOf(scans, 600);
    TimeGrid part = whole;
    const std::size_t from = whole.count / 3;
    part.begin = whole.beginOf(from);
    part.count = whole.count / 3;
    const std::vector<PortId> ports = {{Protocol::tcp, 21}};
    const auto all = seriesOf(scans, whole, ports);
    const auto some = seriesOf(scans, part, ports);
    QVERIFY(std::equal(some.begin(), some.end(), all.begin() + static_cast<std::ptrdiff_t>(from)));
}

void TestPortSeries::spreadKeepsTheSum() {
    TimeGrid grid;
    grid.step = Duration::seconds(10);
    grid.count = 20;
    std::vector<std::uint64_t> counts(grid.count);
    const TimeRange time{{5'000'000'000}, {124'999'999'999}};
    spreadOver(grid, time, 1'000'003,
        [&](std::size_t interval, std::uint64_t packets) { counts[interval] += packets; });
    QCOMPARE(
        std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}), std::uint64_t{1'000'003});
    QCOMPARE(counts[0], std::uint64_t{41'666}); // 5 of 120 seconds
    QCOMPARE(counts[13], std::uint64_t{0});
}

/// Few packets over many intervals are spread another way.
void TestPortSeries::packetByPacketIsTheSame() {
    Random random(5);
    for (int round = 0; round < 20'000; ++round) {
        TimeGrid grid;
        grid.begin = {static_cast<std::int64_t>(random.below(1'000)) - 500};
        grid.step = {1 + static_cast<std::int64_t>(random.below(40))};
        grid.count = 1 + random.below(60);
        const std::int64_t first = static_cast<std::int64_t>(random.below(2'000)) - 1'000;
        const TimeRange time{{first}, {first + static_cast<std::int64_t>(random.below(2'000))}};
        const std::uint64_t packets = 1 + random.below(30);
        std::vector<std::uint64_t> expected(grid.count);
        spreadOver(grid, time, packets,
            [&](std::size_t interval, std::uint64_t count) { expected[interval] += count; });
        std::vector<std::uint64_t> counts(grid.count);
        spreadPackets(grid, time, packets,
            [&](std::size_t interval, std::uint64_t count) { counts[interval] += count; });
        QCOMPARE(counts, expected);
    }
}

QTEST_APPLESS_MAIN(TestPortSeries)
#include "tst_port_series.moc"
