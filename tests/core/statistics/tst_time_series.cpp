// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/time_series.h"
#include "statistics/tool_counts.h"
#include "support/indexes.h"
#include "support/scan_set.h"
#include "support/show.h"

#include <QTest>

#include <array>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

__extension__ using Wide = __int128; // begin and length of a grid may leave 64 bits

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;
constexpr std::int64_t kMidnight = 1'540'857'600 * kSecond; // 2018-10-30

/// One scan of one source whose packets come at these nanoseconds after midnight, on a grid of
/// seconds: packets per interval.
std::string spread(const std::vector<std::int64_t>& times) {
    std::vector<RandomPacket> packets;
    TimeRange range;
    for (const std::int64_t time : times) {
        BurstPacket& packet = packets.emplace_back().packet;
        packet.time = {kMidnight + time};
        packet.source = 0xc0000207;
        packet.target = 0xc6336401;
        packet.kind = Kind::syn;
        range.include(packet.time);
    }
    Thresholds thresholds;
    thresholds.minTargets.value = 1;
    thresholds.minRate = 0;
    const BurstIndex index = indexOf(packets);
    Team team(1);
    const BurstChains chains = chainBursts(index, thresholds.expiry, thresholds.by, team, {});
    const Telescope telescope{256, false};
    const Scans scans = extractScans(chains, thresholds, telescope, team, {});
    const SourceOrigins origins;
    PacketSeries series({{kMidnight}, Duration::seconds(1),
        static_cast<std::size_t>((range.last - Timestamp{kMidnight}).nanoseconds / kSecond) + 1});
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        series.add({index, chains, scans, origins, ScanScale(thresholds, telescope)}, segment);
    std::string text;
    for (const PacketSeries::Interval& interval : series.packets())
        text += std::to_string(interval[static_cast<std::size_t>(Tool::unknown)]) + " ";
    return text;
}

} // namespace

class TestTimeSeries : public QObject {
    Q_OBJECT

private slots:
    void gridsOverRanges_data();
    void gridsOverRanges();
    void gridsHoldTheirRange_data();
    void gridsHoldTheirRange();
    void emptyRangesHaveNoGrid();
    void spreadsBurstsEvenly_data();
    void spreadsBurstsEvenly();
    void sumsToThePacketsOfScans_data();
    void sumsToThePacketsOfScans();
    void partsAddUp();
};

void TestTimeSeries::gridsOverRanges_data() {
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<int>("most");
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<int>("count");
    const auto row = [](const char* name, std::int64_t first, std::int64_t last, int most,
                         std::int64_t begin, std::int64_t step, int count) {
        QTest::newRow(name) << qint64{first} << qint64{last} << most << qint64{begin}
                            << qint64{step} << count;
    };
    row("one packet", kMidnight + 1'500, kMidnight + 1'500, 300, kMidnight + 1'000, 1'000, 1);
    row("one packet before 1970", -1, -1, 300, -1'000, 1'000, 1);
    row("300 seconds", kMidnight, kMidnight + 300 * kSecond - 1, 300, kMidnight, kSecond, 300);
    row("one nanosecond more", kMidnight, kMidnight + 300 * kSecond, 300, kMidnight, 2 * kSecond,
        151);
    row("a day", kMidnight, kMidnight + kDay - 1, 300, kMidnight, 300 * kSecond, 288);
    row("a day, from the middle of an interval", kMidnight + 299 * kSecond, kMidnight + kDay, 300,
        kMidnight, 300 * kSecond, 289);
    row("an hour", kMidnight, kMidnight + 3'600 * kSecond - 1, 300, kMidnight, 15 * kSecond, 240);
    row("across 1970", -kSecond, kSecond, 4, -kSecond, kSecond, 3);
    row("across 1970, coarser", -kSecond, kSecond, 2, -2 * kSecond, 2 * kSecond, 2);
    row("a year", kMidnight, kMidnight + 365 * kDay - 1, 300, 17'834 * kDay, 2 * kDay, 183);
}

void TestTimeSeries::gridsOverRanges() {
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    QFETCH(int, most);
    QFETCH(qint64, begin);
    QFETCH(qint64, step);
    QFETCH(int, count);
    const TimeGrid grid = gridOver({{first}, {last}}, static_cast<std::size_t>(most));
    QCOMPARE(qint64{grid.begin.nanoseconds}, begin);
    QCOMPARE(qint64{grid.step.nanoseconds}, step);
    QCOMPARE(grid.count, static_cast<std::size_t>(count));
    QCOMPARE(qint64{grid.beginOf(0).nanoseconds}, begin);
    QCOMPARE(qint64{grid.beginOf(3).nanoseconds}, begin + 3 * step);
}

void TestTimeSeries::gridsHoldTheirRange_data() {
    QTest::addColumn<qint64>("length");
    for (const std::int64_t length : {std::int64_t{0}, std::int64_t{1}, std::int64_t{999}, kSecond,
             59 * kSecond, 3'601 * kSecond, kDay, 40 * kDay, 4'000 * kDay, 36'500 * kDay,
             std::int64_t{9'200'000'000'000'000'000}})
        QTest::addRow("%lld ns", static_cast<long long>(length)) << qint64{length};
}

void TestTimeSeries::gridsHoldTheirRange() {
    QFETCH(qint64, length);
    Random random(static_cast<std::uint64_t>(length));
    constexpr std::int64_t kMost = 4'600'000'000'000'000'000;
    for (int round = 0; round < 300; ++round) {
        const auto room = static_cast<std::uint64_t>(2 * kMost - length);
        const std::int64_t first = -kMost + static_cast<std::int64_t>(random.below(room + 1));
        for (const std::size_t most : {2U, 3U, 60U, 300U, 5'000U}) {
            const TimeRange range{{first}, {first + length}};
            const TimeGrid grid = gridOver(range, most);
            QVERIFY(grid.count >= 1 && grid.count <= most);
            QVERIFY(grid.begin <= range.first);
            QVERIFY(grid.begin.nanoseconds % grid.step.nanoseconds == 0);
            const Wide end = Wide{grid.begin.nanoseconds} +
                             Wide{grid.step.nanoseconds} * static_cast<std::int64_t>(grid.count);
            QVERIFY(end > range.last.nanoseconds);
            QVERIFY(end - grid.step.nanoseconds <= range.last.nanoseconds);
        }
    }
}

void TestTimeSeries::emptyRangesHaveNoGrid() {
    QCOMPARE(gridOver(TimeRange(), 300).count, std::size_t{0});
    QVERIFY(PacketSeries(gridOver(TimeRange(), 300)).packets().empty());
}

void TestTimeSeries::spreadsBurstsEvenly_data() {
    QTest::addColumn<std::vector<qint64>>("times"); ///< milliseconds
    QTest::addColumn<std::string>("intervals");
    const auto row = [](const char* name, const std::vector<qint64>& times, const char* intervals) {
        QTest::newRow(name) << times << std::string(intervals);
    };
    row("one packet", {2'500}, "0 0 1 ");
    row("at the same moment", {1'000, 1'000, 1'000}, "0 3 ");
    row("within one interval", {100, 200, 900}, "3 ");
    // Of 4 packets over 2 s half have come after one second, and all after two.
    row("two seconds", {0, 500, 1'500, 2'000}, "2 2 0 ");
    // Of 3 packets over 4 s: 0.75, 1.5, 2.25 and 3 have come by the ends; whole ones 0, 1, 2, 3.
    row("fewer packets than seconds", {0, 100, 4'000}, "0 1 1 1 0 ");
    // Begins in the middle of an interval: half of 8 s x 2 a second before the first end.
    row("from the middle", {500, 1'000, 2'000, 2'500}, "1 2 1 ");
    // Two bursts, more than a minute apart.
    row("two bursts", {0, 70'000, 71'000},
        ("1 " +
            [] {
                std::string zeros;
                for (int i = 1; i < 70; ++i)
                    zeros += "0 ";
                return zeros;
            }() +
            "2 0 ")
            .c_str());
}

void TestTimeSeries::spreadsBurstsEvenly() {
    QFETCH(std::vector<qint64>, times);
    QFETCH(std::string, intervals);
    std::vector<std::int64_t> nanoseconds;
    for (const qint64 time : times)
        nanoseconds.push_back(time * 1'000'000);
    QCOMPARE(spread(nanoseconds), intervals);
}

void TestTimeSeries::sumsToThePacketsOfScans_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    QTest::addColumn<std::size_t>("most");
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        for (int set = 0; set < 4; ++set) {
            for (const std::size_t most : {7U, 300U})
                QTest::addRow("seed %d, thresholds %d, at most %zu intervals",
                    static_cast<int>(seed), set, most)
                    << seed << set << most;
        }
    }
}

void TestTimeSeries::sumsToThePacketsOfScans() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    QFETCH(std::size_t, most);
    const ScanSet scans(seed, 3'000, statisticsThresholds()[static_cast<std::size_t>(set)], 1'000);
    PacketSeries series(gridOver(scans.index().counts.range, most));
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        series.add(scans.view(), segment);
    std::array<std::uint64_t, kToolCount> expected{};
    for (const TwinScan& twin : scans.twins())
        expected[static_cast<std::size_t>(toolOf(twin))] += twin.packets;
    std::array<std::uint64_t, kToolCount> sums{};
    for (const PacketSeries::Interval& interval : series.packets()) {
        for (std::size_t tool = 0; tool < kToolCount; ++tool)
            sums[tool] += interval[tool];
    }
    QVERIFY(sums == expected);
    QCOMPARE(series.packets().size(), series.grid().count);
}

void TestTimeSeries::partsAddUp() {
    const ScanSet scans(9, 3'000, statisticsThresholds()[0], 1'000);
    const TimeGrid grid = gridOver(scans.index().counts.range, 100);
    PacketSeries all(grid);
    PacketSeries even(grid);
    PacketSeries odd(grid);
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        all.add(scans.view(), segment);
        (segment % 2 == 0 ? even : odd).add(scans.view(), segment);
    }
    odd.add(even);
    QVERIFY(odd.packets() == all.packets());
}

QTEST_APPLESS_MAIN(TestTimeSeries)
#include "tst_time_series.moc"
