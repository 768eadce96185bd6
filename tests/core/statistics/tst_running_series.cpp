// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/running_series.h"

#include "support/random_traffic.h"
#include "support/scan_set.h"

#include <QTest>

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

/// Against a series of its own for each set of scans.
class TestRunningSeries : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTwin_data();
    void agreesWithTheTwin();
    void goesOverInParts();
};

namespace {

constexpr std::size_t kIntervals = 50;
constexpr int kPackets = 2'000;

std::vector<PacketSeries::Interval> twinOf(const ScanSet& set, const TimeGrid& grid) {
    PacketSeries series(grid);
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        series.add(set.view(), segment);
    return series.packets();
}

Thresholds randomThresholds(Random& random) {
    Thresholds thresholds;
    thresholds.by = random.oneIn(2) ? Grouping::source : Grouping::sourcePort;
    thresholds.expiry = Duration::seconds(60 + static_cast<std::int64_t>(random.below(2000)));
    thresholds.minTargets = {static_cast<double>(1 + random.below(6)), false, 1};
    thresholds.minRate = random.oneIn(2) ? 0 : 0.01;
    return thresholds;
}

} // namespace

void TestRunningSeries::agreesWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (const std::uint64_t seed : {1U, 2U, 3U})
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

void TestRunningSeries::agreesWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    Random random(seed);
    const ScanSet first(seed, kPackets, randomThresholds(random), 65'536);
    const TimeGrid grid = gridOver(first.index().counts.range, kIntervals);
    RunningSeries running(grid);
    for (int move = 0; move < 20; ++move) {
        const ScanSet set(seed, kPackets, randomThresholds(random), 65'536);
        PacketSeries even(grid);
        PacketSeries odd(grid);
        for (std::size_t segment = 0; segment < kSegments; ++segment)
            running.goOver(set.view(), segment, segment % 2 == 0 ? even : odd);
        even.add(odd);
        running.take(even);
        QVERIFY(running.packets() == twinOf(set, grid));
    }
}

/// A move that was stopped on its way leaves a series that the next one can go on from.
void TestRunningSeries::goesOverInParts() {
    Random random(7);
    const ScanSet a(7, kPackets, randomThresholds(random), 65'536);
    const ScanSet b(7, kPackets, randomThresholds(random), 65'536);
    const TimeGrid grid = gridOver(a.index().counts.range, kIntervals);
    RunningSeries running(grid);
    PacketSeries part(grid);
    for (std::size_t segment = 0; segment < kSegments / 2; ++segment)
        running.goOver(a.view(), segment, part);
    running.take(part);
    PacketSeries whole(grid);
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        running.goOver(b.view(), segment, whole);
    running.take(whole);
    QVERIFY(running.packets() == twinOf(b, grid));
}

QTEST_APPLESS_MAIN(TestRunningSeries)
#include "tst_running_series.moc"
