// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/event_reaction.h"
#include "analysis/make_snapshot.h"
#include "reference/known_scanners.h"
#include "support/made_scans.h"
#include "support/show.h"
#include "tables/event_tables.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kHour = 3'600;
constexpr double kDay = 24 * kHour;

Event eventAt(double seconds, Duration span = Duration::seconds(0)) {
    Event event;
    event.begin = madeTime(seconds);
    event.span = span;
    event.name = "planted";
    event.ports = {{Protocol::tcp, 4'786}};
    return event;
}

/// Ten days: two scans a day of the port, and from the event on day 6 on 40 scans a day more, half
/// as many on each second day after.
std::vector<MadeScan> plantedInterest() {
    std::vector<MadeScan> scans;
    std::uint32_t source = 0x0b000000;
    const auto add = [&](double at, std::uint32_t targets) {
        scans.push_back({source += 1'031, 4'786, at, targets});
    };
    for (int day = 0; day < 16; ++day) {
        add(day * kDay + 2 * kHour, 4);
        add(day * kDay + 12 * kHour, 4);
    }
    for (int day = 6; day < 16; ++day) {
        const int extra = static_cast<int>(std::lround(40 * std::pow(0.5, (day - 6) / 2)));
        for (int i = 0; i < extra; ++i)
            add(day * kDay + 3 * kHour + i * 60, i == 7 ? 60 : 4);
    }
    add(7 * kDay, 4);
    scans.push_back({1, 80, 6 * kDay + 1, 4}); // of another port
    return scans;
}

bool hasNote(const EventReaction& reaction, const std::string& part) {
    return std::any_of(reaction.notes.begin(), reaction.notes.end(),
        [&](const Sentence& note) { return note.text().find(part) != std::string::npos; });
}

} // namespace

class TestEventReaction : public QObject {
    Q_OBJECT

private slots:
    void plantedInterestIsMeasured();
    void hoursWhereTheCaptureIsShort();
    void aSpikeIsNoLastingInterest();
    void aCaptureAfterTheEvent();
    void aCaptureBeforeTheEvent();
    void aSmallTelescopeKnowsNoCoverage();
    void whoCame();
    void knownScannersAreNamed();
    void onlyEventsNearTheCapture();
    void tableHoldsTheRatio();
};

void TestEventReaction::plantedInterestIsMeasured() {
    const auto snapshot = snapshotOfScans(plantedInterest(), 16 * kDay);
    const EventReaction reaction =
        reactionTo(*snapshot, eventAt(6 * kDay, Duration::seconds(86'400)));
    QCOMPARE(reaction.grid.step.inSeconds(), kDay);
    QCOMPARE(reaction.before, std::size_t{6});
    QCOMPARE(reaction.usual->scans, 2.0);
    QCOMPARE(reaction.usual->packets, 8.0);
    QCOMPARE(reaction.usual->intervals, std::size_t{6});
    QCOMPARE(reaction.intervals[6].scans, std::uint64_t{42});
    QCOMPARE(reaction.intervals[7].scans, std::uint64_t{43});
    // Medians of three from day 6 on: 42 (42, 43, 22), 22 (43, 22, 22), 22, ... The peak has 40
    // above the usual, and day 7's 22 have 20: half, after one day.
    QCOMPARE(*reaction.peakRatio, 21.0);
    QCOMPARE(reaction.halfLife->inSeconds(), kDay);
    QCOMPARE(reaction.toFirstScan->inSeconds(), 2 * kHour);
    // The first of 60 targets on 5,000 addresses is the eighth of day 6.
    QCOMPARE(reaction.toFirstWideScan->inSeconds(), 3 * kHour + 7 * 60);
    QVERIFY(hasNote(reaction, "known to the day"));
}

void TestEventReaction::hoursWhereTheCaptureIsShort() {
    std::vector<MadeScan> scans;
    for (std::uint32_t hour = 0; hour < 24; ++hour)
        scans.push_back({0x0b000000 + hour, 4'786, hour * kHour + 10, 4});
    const auto snapshot = snapshotOfScans(scans, kDay);
    const EventReaction reaction = reactionTo(*snapshot, eventAt(10.5 * kHour));
    QCOMPARE(reaction.grid.step.inSeconds(), kHour);
    QCOMPARE(reaction.before, std::size_t{11});
    QCOMPARE(reaction.intervals.size(), std::size_t{25}); // 13.5 hours after, begun ones count
    QVERIFY(!reaction.isWhole.front() && !reaction.isWhole.back());
    QCOMPARE(reaction.usual->scans, 1.0);
    QCOMPARE(reaction.usual->intervals, std::size_t{10});
    QCOMPARE(reaction.toFirstScan->inSeconds(), 0.5 * kHour + 10);
    QVERIFY(!reaction.toFirstWideScan && !reaction.halfLife);
    QVERIFY(hasNote(reaction, "did not rise"));
}

/// Thirty scans within one hour and none after: told apart from nothing at all.
void TestEventReaction::aSpikeIsNoLastingInterest() {
    std::vector<MadeScan> scans = {{1, 80, 10, 4}, {1, 80, 23.9 * kHour, 4}};
    for (std::uint32_t i = 0; i < 30; ++i)
        scans.push_back({0x0b000000 + i, 4'786, 12 * kHour + 60 + i * 60, 4});
    const EventReaction reaction = reactionTo(*snapshotOfScans(scans, kDay), eventAt(12 * kHour));
    QVERIFY(!reaction.peakRatio && !reaction.halfLife);
    QVERIFY(hasNote(reaction, "in single intervals alone"));
}

void TestEventReaction::aCaptureAfterTheEvent() {
    const auto snapshot = snapshotOfScans(plantedInterest(), 16 * kDay);
    const EventReaction reaction = reactionTo(*snapshot, eventAt(-2 * kDay));
    QVERIFY(!reaction.toFirstScan && !reaction.toFirstWideScan && !reaction.usual &&
            !reaction.peakRatio && !reaction.halfLife);
    QVERIFY(hasNote(reaction, "begins after the event"));
    QVERIFY(hasNote(reaction, "fewer than 3 whole intervals"));
}

void TestEventReaction::aCaptureBeforeTheEvent() {
    const auto snapshot = snapshotOfScans(plantedInterest(), 16 * kDay);
    const EventReaction reaction = reactionTo(*snapshot, eventAt(20 * kDay));
    QVERIFY(!reaction.toFirstScan && !reaction.halfLife);
    QVERIFY(hasNote(reaction, "ends before the event"));
    QVERIFY(reaction.countries.empty());
}

void TestEventReaction::aSmallTelescopeKnowsNoCoverage() {
    const auto snapshot = snapshotOfScans(plantedInterest(), 16 * kDay, 64);
    const EventReaction reaction = reactionTo(*snapshot, eventAt(6 * kDay));
    QVERIFY(reaction.toFirstScan && !reaction.toFirstWideScan);
    QVERIFY(hasNote(reaction, "64 addresses"));
}

void TestEventReaction::whoCame() {
    std::vector<MadeScan> scans = {{0x0b000001, 4'786, 5, 4, 0, 1, true},
        {0x0b000001, 4'786, 50'000, 4, 0, 1, true}, {0x0b000001, 4'786, 60'000, 4, 0, 1, true},
        {0x0b000003, 4'786, 70'000, 4}};
    const auto snapshot = snapshotOfScans(scans, kDay);
    const EventReaction reaction = reactionTo(*snapshot, eventAt(43'200));
    QCOMPARE(reaction.tools.size(), std::size_t{2});
    QCOMPARE(reaction.tools[0].name, std::string("zmap"));
    QCOMPARE(reaction.tools[0].scans, std::uint64_t{2});
    QCOMPARE(reaction.tools[0].sources, std::uint64_t{1});
    QCOMPARE(reaction.tools[0].scansBefore, std::uint64_t{1});
    QCOMPARE(reaction.networks[0].name, std::string("AS64501 Network 1"));
    QCOMPARE(reaction.networks[0].scans, std::uint64_t{3});
}

/// Of two sources one is on a list; its scan before the event is told apart.
void TestEventReaction::knownScannersAreNamed() {
    const std::vector<MadeScan> scans = {{0x0b000001, 4'786, 5, 4}, {0x0b000001, 4'786, 50'000, 4},
        {0x0b000001, 4'786, 60'000, 4}, {0x0c000001, 4'786, 70'000, 4}};
    auto snapshot = std::make_shared<Snapshot>(*snapshotOfScans(scans, kDay));
    QVERIFY(reactionTo(*snapshot, eventAt(43'200)).knownScanners.empty());
    const KnownScanners known(
        {parseScannerList("organisation,prefix,as_of\nSurveyors,11.0.0.0/24,2026-01-01\n", "list")
                .value()});
    snapshot->material.labels = labelSources(*snapshot->material.index, known);
    const EventReaction reaction = reactionTo(*snapshot, eventAt(43'200));
    QCOMPARE(reaction.knownScanners.size(), std::size_t{1});
    QCOMPARE(reaction.knownScanners[0].name, std::string("Surveyors"));
    QCOMPARE(reaction.knownScanners[0].scans, std::uint64_t{2});
    QCOMPARE(reaction.knownScanners[0].sources, std::uint64_t{1});
    QCOMPARE(reaction.knownScanners[0].scansBefore, std::uint64_t{1});
    const auto table = reactorTable(snapshot, reaction);
    const std::size_t last = table->rows() - 1;
    QVERIFY(table->cell(last, 0) == Cell(std::string("known scanner")));
    QVERIFY(table->cell(last, 1) == Cell(std::string("Surveyors")));
    QVERIFY(table->cell(last, 2) == Cell(std::uint64_t{2}));
}

void TestEventReaction::onlyEventsNearTheCapture() {
    const auto snapshot = snapshotOfScans(plantedInterest(), 16 * kDay);
    QVERIFY(canReactTo(*snapshot, eventAt(0)));
    QVERIFY(canReactTo(*snapshot, eventAt(-27 * kDay)));
    QVERIFY(!canReactTo(*snapshot, eventAt(-29 * kDay)));
    QVERIFY(canReactTo(*snapshot, eventAt(43 * kDay)));
    QVERIFY(!canReactTo(*snapshot, eventAt(45 * kDay)));
    Event noPorts = eventAt(0);
    noPorts.ports.clear();
    QVERIFY(!canReactTo(*snapshot, noPorts));
}

void TestEventReaction::tableHoldsTheRatio() {
    const auto snapshot = snapshotOfScans(plantedInterest(), 16 * kDay);
    const EventReaction reaction = reactionTo(*snapshot, eventAt(6 * kDay));
    const auto table = eventIntervalTable(snapshot, reaction);
    QCOMPARE(table->rows(), reaction.intervals.size());
    QVERIFY(table->cell(6, 5) == Cell(21.0));
    QVERIFY(table->cell(6, 1) == Cell(std::string("after")));
    QCOMPARE(eventTable(snapshot, {reaction})->rows(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestEventReaction)
#include "tst_event_reaction.moc"
