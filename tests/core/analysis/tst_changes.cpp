// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/changes.h"
#include "support/made_scans.h"
#include "support/show.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <numbers>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kHour = 3'600;
constexpr double kDay = 24 * kHour;

/// `count` further sources on a port, evenly within a stretch.
void plantRise(
    std::vector<MadeScan>& scans, std::uint16_t port, double from, double to, int count) {
    for (int i = 0; i < count; ++i)
        scans.push_back({0x14000000 + static_cast<std::uint32_t>(scans.size()) * 1'031, port,
            from + (to - from) * i / count});
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT

private slots:
    void noiseIsNotReported();
    void plantedRisesAreFound();
    void plantedLullsAreFound();
    void theHourOfTheDayIsUsual();
    void oneSourceIsNoChange();
    void aShortCaptureHasNoRhythm();
    void silencesOfTheReadingAreNoLulls();
    void aYearStaysDrawable();
};

/// 200 captures of nothing but chance, short and long, quiet and lively: at most 5 % may report
/// anything.
void TestChanges::noiseIsNotReported() {
    int alarms = 0;
    std::size_t ports = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const double length = seed % 4 == 0 ? 10 * kDay : kDay;
        const std::size_t sources = 300 + 40 * (seed % 50);
        const Rhythm rhythm =
            findChanges(*snapshotOfScans(noiseScans(seed, sources, length), length));
        alarms += rhythm.changes.empty() ? 0 : 1;
        ports += rhythm.ports.size();
    }
    qInfo("%d of 200 captures of noise reported something; %d series", alarms,
        static_cast<int>(ports));
    QVERIFY(alarms <= 10);
    QVERIFY(ports > 1'000);
}

void TestChanges::plantedRisesAreFound() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        std::vector<MadeScan> scans = noiseScans(seed, 1'500, kDay);
        plantRise(scans, 3'389, 10 * kHour, 10.5 * kHour, 50);
        const Rhythm rhythm = findChanges(*snapshotOfScans(scans, kDay));
        QCOMPARE(rhythm.grid.step.inSeconds(), 900.0);
        QVERIFY(!rhythm.changes.empty());
        const Change& change = rhythm.changes.front();
        QCOMPARE(toText(change.port), std::string("tcp/3389"));
        QVERIFY(change.isRise());
        QCOMPARE(toIso8601Seconds(change.time.first), std::string("2026-01-01T10:00:00Z"));
        QCOMPARE(toIso8601Seconds(change.time.last), std::string("2026-01-01T10:30:00Z"));
        QVERIFY(change.arrivals >= 50);
        QVERIFY(change.words.text().starts_with("tcp/3389 (ms-wbt-server): "));
        QVERIFY(change.words.text().find("from 2026-01-01 10:00 to 2026-01-01 10:30") !=
                std::string::npos);
    }
}

/// Port 23 falls silent for three hours.
void TestChanges::plantedLullsAreFound() {
    std::vector<MadeScan> scans = noiseScans(1, 6'000, kDay);
    std::erase_if(scans, [](const MadeScan& scan) {
        return scan.port == 23 && scan.at > 12 * kHour && scan.at < 15 * kHour;
    });
    const Rhythm rhythm = findChanges(*snapshotOfScans(scans, kDay));
    QVERIFY(!rhythm.changes.empty());
    for (const Change& change : rhythm.changes) {
        QVERIFY(!change.isRise());
        QCOMPARE(toText(change.port), std::string("tcp/23"));
        QVERIFY(
            change.time.first >= madeTime(12 * kHour) && change.time.last <= madeTime(15 * kHour));
    }
}

/// Ten days on which sources come by day and not by night: the same each day, so no change; but
/// half a day's wave at night is one.
void TestChanges::theHourOfTheDayIsUsual() {
    Random random(5);
    std::vector<MadeScan> scans;
    for (int i = 0; i < 12'000; ++i) {
        const auto at = static_cast<double>(random.below(static_cast<std::uint64_t>(10 * kDay)));
        const double light = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * at / kDay);
        if (static_cast<double>(random.below(1'000)) < 1'000 * light)
            scans.push_back({static_cast<std::uint32_t>(0x0b000000 + i * 977), 445, at});
    }
    const Rhythm before = findChanges(*snapshotOfScans(scans, 10 * kDay));
    QVERIFY(before.isByHour);
    QVERIFY(before.changes.empty());
    plantRise(scans, 445, 5 * kDay, 5 * kDay + 2 * kHour, 160);
    const Rhythm after = findChanges(*snapshotOfScans(scans, 10 * kDay));
    QCOMPARE(after.grid.step.inSeconds(), kHour);
    QCOMPARE(after.changes.size(), std::size_t{1});
    QVERIFY(after.changes[0].time.first == madeTime(5 * kDay));
    QVERIFY(after.changes[0].time.last == madeTime(5 * kDay + 2 * kHour));
}

void TestChanges::oneSourceIsNoChange() {
    std::vector<MadeScan> scans = noiseScans(1, 1'500, kDay);
    scans.push_back({0x14000000, 22, 9 * kHour, 3'000, 0, 0.1});
    QVERIFY(findChanges(*snapshotOfScans(scans, kDay)).changes.empty());
}

void TestChanges::aShortCaptureHasNoRhythm() {
    const Rhythm none = findChanges(*snapshotOfScans({}, 0));
    QVERIFY(none.changes.empty() && none.ports.empty());
    const Rhythm rhythm = findChanges(*snapshotOfScans(noiseScans(1, 100, 3), 3));
    QVERIFY(rhythm.changes.empty());
}

void TestChanges::silencesOfTheReadingAreNoLulls() {
    std::vector<MadeScan> scans = noiseScans(1, 6'000, kDay);
    std::erase_if(
        scans, [](const MadeScan& scan) { return scan.at > 12 * kHour && scan.at < 15 * kHour; });
    auto snapshot = std::make_shared<Snapshot>(*snapshotOfScans(scans, kDay));
    QVERIFY(!findChanges(*snapshot).changes.empty());
    ReadingHealth health;
    health.silences.push_back({madeTime(12 * kHour), madeTime(15 * kHour)});
    snapshot->material.health = std::make_shared<const ReadingHealth>(health);
    QVERIFY(findChanges(*snapshot).changes.empty());
}

/// A year with 200,000 scans: intervals are chosen to the span, so that every series stays
/// drawable, and nothing takes long.
void TestChanges::aYearStaysDrawable() {
    constexpr double kYear = 365 * kDay;
    const auto snapshot = snapshotOfScans(noiseScans(1, 110'000, kYear), kYear);
    QVERIFY(snapshot->totals.scans > 150'000);
    QVERIFY(snapshot->packetsOverTime.size() <= 300);
    const auto begin = std::chrono::steady_clock::now();
    const Rhythm rhythm = findChanges(*snapshot);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    qInfo("%zu intervals of %zu series in %.2f s", rhythm.grid.count, rhythm.ports.size(), seconds);
    QVERIFY(rhythm.grid.count <= 400);
    QVERIFY(rhythm.ports.size() >= 10);
    QVERIFY(seconds < 5);
}

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_changes.moc"
