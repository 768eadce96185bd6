// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/comparison.h"
#include "support/made_scans.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kDay = 86'400;

ComparedSide sideOf(std::string name, const std::vector<MadeScan>& scans) {
    return {std::move(name), snapshotOfScans(scans, kDay), std::nullopt};
}

const Difference& find(const Comparison& comparison, Dimension dimension, const std::string& key) {
    const auto found = std::find_if(comparison.differences.begin(), comparison.differences.end(),
        [&](const Difference& each) { return each.dimension == dimension && each.key == key; });
    Q_ASSERT(found != comparison.differences.end());
    return *found;
}

int standing(const Comparison& comparison) {
    return static_cast<int>(std::count_if(comparison.differences.begin(),
        comparison.differences.end(), [](const Difference& each) { return each.stands(); }));
}

Question questionOn(double addresses) {
    Question question;
    question.telescope = {addresses, false};
    return question;
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void countsByHand();
    void noiseIsNotReported();
    void plantedChangesAreFound();
    void oneLoudSourceIsNoChange();
    void whatIsTooSmallComesLast();
    void twoSpansOfOne();
    void telescopesOfOneSize();
    void telescopesOfTwoSizes();
    void aTelescopeTooSmall();
};

void TestComparison::countsByHand() {
    const Comparison comparison = compare(
        sideOf("one", {{1, 23}, {1, 80, 1'000}, {2, 23}}), sideOf("two", {{1, 23}, {3, 22}}));
    QCOMPARE(comparison.scansA, std::uint64_t{3});
    QCOMPARE(comparison.sourcesA, std::uint64_t{2});
    QCOMPARE(comparison.scansB, std::uint64_t{2});
    const Difference& telnet = find(comparison, Dimension::port, "tcp/23");
    QCOMPARE(telnet.a.scans, std::uint64_t{2});
    QCOMPARE(telnet.a.sources, std::uint64_t{2});
    QCOMPARE(*telnet.a.rank, std::size_t{1});
    QCOMPARE(telnet.shares.shareA, 2.0 / 3);
    QCOMPARE(telnet.shares.shareB, 0.5);
    QVERIFY(find(comparison, Dimension::port, "tcp/22").isNew());
    QVERIFY(find(comparison, Dimension::port, "tcp/80").isGone());
    QVERIFY(!find(comparison, Dimension::port, "tcp/80").b.rank);
    QVERIFY(!comparison.isTested); // too few sources
    QCOMPARE(standing(comparison), 0);
    QVERIFY(!comparison.notes.empty());
}

/// 200 pairs of captures that differ by chance alone: at most 5 % may report anything.
void TestComparison::noiseIsNotReported() {
    int alarms = 0;
    int tested = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Comparison comparison = compare(sideOf("a", noiseScans(seed, 400, kDay)),
            sideOf("b", noiseScans(seed + 1'000, 300 + seed, kDay)));
        QVERIFY(comparison.isTested);
        alarms += standing(comparison) > 0 ? 1 : 0;
        tested += static_cast<int>(std::count_if(comparison.differences.begin(),
            comparison.differences.end(), [](const Difference& each) { return !each.isTooSmall; }));
    }
    qInfo(
        "%d of 200 comparisons of noise reported something; %d differences tested", alarms, tested);
    QVERIFY(alarms <= 10);
    QVERIFY(tested > 200 * 20);
}

void TestComparison::plantedChangesAreFound() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        std::vector<MadeScan> after = noiseScans(seed + 500, 400, kDay);
        for (std::uint32_t i = 0; i < 60; ++i)
            after.push_back({0x14000000 + i * 5'000, 9'999, i * 100.0});
        const Comparison comparison =
            compare(sideOf("a", noiseScans(seed, 400, kDay)), sideOf("b", after));
        const Difference& planted = find(comparison, Dimension::port, "tcp/9999");
        QVERIFY(planted.stands() && planted.isNew());
        QVERIFY(planted.shares.interval.low > 0);
        QVERIFY(planted.shares.interval.low < planted.shares.shareB);
        QVERIFY(planted.shares.interval.high > planted.shares.shareB);
    }
}

/// Four hundred scans of one source are one decision, not four hundred.
void TestComparison::oneLoudSourceIsNoChange() {
    std::vector<MadeScan> after = noiseScans(2, 400, kDay);
    for (std::uint32_t i = 0; i < 400; ++i)
        after.push_back(
            {0x14000000, static_cast<std::uint16_t>(i % 40 == 0 ? 23 : 1'000 + i), i * 20.0});
    const Comparison comparison =
        compare(sideOf("a", noiseScans(1, 400, kDay)), sideOf("b", after));
    const Difference& network = find(comparison, Dimension::network, "AS64501");
    QVERIFY(std::abs(network.shares.shareB - network.shares.shareA) > 0.2);
    QVERIFY(!network.stands());
}

void TestComparison::whatIsTooSmallComesLast() {
    std::vector<MadeScan> after = noiseScans(2, 400, kDay);
    for (std::uint32_t i = 0; i < 5; ++i)
        after.push_back({0x14000000 + i * 5'000, 7'777, i * 100.0});
    const Comparison comparison =
        compare(sideOf("a", noiseScans(1, 400, kDay)), sideOf("b", after));
    QVERIFY(find(comparison, Dimension::port, "tcp/7777").isTooSmall);
    QVERIFY(std::is_sorted(comparison.differences.begin(), comparison.differences.end(),
        [](const Difference& a, const Difference& b) { return a.isTooSmall < b.isTooSmall; }));
    QVERIFY(comparison.differences.back().isTooSmall);
}

/// Sources on both sides that go on as before are no difference, and enter once.
void TestComparison::twoSpansOfOne() {
    std::vector<MadeScan> scans;
    for (std::uint32_t i = 0; i < 200; ++i) {
        scans.push_back(
            {0x0b000000 + i * 977, static_cast<std::uint16_t>(i % 3 == 0 ? 23 : 80), 100.0 + i});
        scans.push_back(
            {0x0b000000 + i * 977, static_cast<std::uint16_t>(i % 3 == 0 ? 23 : 80), 50'000.0 + i});
    }
    for (std::uint32_t i = 0; i < 40; ++i)
        scans.push_back({0x14000000 + i * 977, 5'555, 60'000.0 + i});
    const auto snapshot = snapshotOfScans(scans, kDay);
    const Comparison comparison = compare({"a", snapshot, TimeRange{madeTime(0), madeTime(43'200)}},
        {"b", snapshot, TimeRange{madeTime(43'200), madeTime(kDay)}});
    QCOMPARE(comparison.scansA, std::uint64_t{200});
    QCOMPARE(comparison.scansB, std::uint64_t{240});
    QVERIFY(find(comparison, Dimension::port, "tcp/5555").stands());
    const Difference& telnet = find(comparison, Dimension::port, "tcp/23");
    QCOMPARE(telnet.a.scans, telnet.b.scans);
}

void TestComparison::telescopesOfOneSize() {
    Question a = questionOn(5'000);
    a.thresholds.minTargets.value = 7;
    const EqualQuestions equal = equalQuestions(a, questionOn(5'010));
    QVERIFY(!equal.whyNotComparable && equal.notes.empty());
    QVERIFY(equal.b.thresholds == a.thresholds);
    QCOMPARE(equal.b.telescope.addresses, 5'010.0);
}

/// 65,536 addresses with 480 s, 100 targets; on an eighth of it scans come eight times as rarely.
void TestComparison::telescopesOfTwoSizes() {
    const EqualQuestions equal = equalQuestions(questionOn(65'536), questionOn(8'192));
    QVERIFY(!equal.whyNotComparable);
    QCOMPARE(equal.notes.size(), std::size_t{2});
    QCOMPARE(equal.a.thresholds.minTargets.value, 800.0); // as 100 of 8,192
    QCOMPARE(equal.b.thresholds.minTargets.value, 100.0);
    QVERIFY(std::abs(equal.b.thresholds.expiry.inSeconds() - 8 * 480) < 1);
    QCOMPARE(equal.a.thresholds.expiry.inSeconds(), 480.0);
    QVERIFY(equal.b.thresholds.rateScope == RateScope::internet);
}

void TestComparison::aTelescopeTooSmall() {
    const EqualQuestions equal = equalQuestions(questionOn(8), questionOn(65'536));
    QVERIFY(equal.whyNotComparable.has_value());
    const Comparison comparison = compare(sideOf("a", noiseScans(1, 200, kDay)),
        sideOf("b", noiseScans(2, 200, kDay)), equal.whyNotComparable);
    QVERIFY(!comparison.isTested && comparison.coveragesA.empty());
    QVERIFY(comparison.notes.front().text().find("8 and 65536") != std::string::npos);
    QVERIFY(std::all_of(comparison.differences.begin(), comparison.differences.end(),
        [](const Difference& each) { return each.isTooSmall; }));
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
