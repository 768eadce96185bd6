// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/make_snapshot.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/snapshots.h"

#include <QTest>

#include <functional>
#include <memory>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

Material materialOf(std::uint64_t seed, Duration gap = kBaseGap) {
    auto index = std::make_shared<const BurstIndex>(indexOf(randomTraffic(seed, 3'000), gap));
    return {index, lookUpOrigins(*index, {}), std::make_shared<const CaptureReport>(), {}};
}

Question questionOf() {
    Question question;
    question.thresholds.minTargets.value = 2;
    question.thresholds.minRate = 0;
    question.telescope = {5'000, false};
    return question;
}

} // namespace

class TestMakeSnapshot : public QObject {
    Q_OBJECT

private slots:
    void keepsChainsWhileTheyFit_data();
    void keepsChainsWhileTheyFit();
    void keptChainsGiveTheSameAnswer();
    void keptCountsGiveTheSameAnswer();
    void chainsAnotherIndexAnew();
    void carriesItsQuestion();
    void raisesAShortExpiry();
    void givesNothingWhenStopped();
    void threadsChangeNothing_data();
    void threadsChangeNothing();
    void answersOfNothing();
    void telescopes();
};

void TestMakeSnapshot::keepsChainsWhileTheyFit_data() {
    QTest::addColumn<std::function<void(Question&)>>("change");
    QTest::addColumn<bool>("keeps");
    const auto row = [](const char* name, const std::function<void(Question&)>& change,
                         bool keeps) { QTest::newRow(name) << change << keeps; };
    row(
        "nothing", [](Question&) {}, true);
    row(
        "the least rate", [](Question& q) { q.thresholds.minRate = 5; }, true);
    row(
        "where it is meant", [](Question& q) { q.thresholds.rateScope = RateScope::telescope; },
        true);
    row(
        "the least targets", [](Question& q) { q.thresholds.minTargets.value = 9; }, true);
    row(
        "the size of the Internet", [](Question& q) { q.thresholds.internetSize = 1e9; }, true);
    row(
        "what is large", [](Question& q) { q.thresholds.largeCoverage = 0.5; }, true);
    row(
        "the telescope", [](Question& q) { q.telescope.addresses = 9; }, true);
    row(
        "the profile's name", [](Question& q) { q.profile = "merit"; }, true);
    row(
        "the expiry", [](Question& q) { q.thresholds.expiry = Duration::seconds(481); }, false);
    row(
        "the grouping", [](Question& q) { q.thresholds.by = Grouping::source; }, false);
}

void TestMakeSnapshot::keepsChainsWhileTheyFit() {
    QFETCH(std::function<void(Question&)>, change);
    QFETCH(bool, keeps);
    const Material material = materialOf(1);
    SnapshotMaker maker(2);
    const auto first = maker.make(material, questionOf(), {});
    Question question = questionOf();
    change(question);
    const auto second = maker.make(material, question, {});
    QCOMPARE(second->chains == first->chains, keeps);
    QVERIFY(second->question == question);
}

/// What is answered with kept chains is what a fresh maker answers.
void TestMakeSnapshot::keptChainsGiveTheSameAnswer() {
    const Material material = materialOf(2);
    SnapshotMaker maker(2);
    for (const double targets : {1.0, 30.0, 5.0}) {
        for (const double rate : {0.0, 2'000.0}) {
            Question question = questionOf();
            question.thresholds.minTargets.value = targets;
            question.thresholds.minRate = rate;
            const auto kept = maker.make(material, question, {});
            const auto fresh = SnapshotMaker(1).make(material, question, {});
            QCOMPARE(reportOf(*kept), reportOf(*fresh));
        }
    }
}

/// A move of the border between small and large counts only what that touches; the answer is what
/// a fresh maker gives.
void TestMakeSnapshot::keptCountsGiveTheSameAnswer() {
    const Material material = materialOf(2);
    SnapshotMaker maker(2);
    std::shared_ptr<const Snapshot> kept; // held, so that the maker can take from it
    for (const double large : {0.5, 0.01, 0.001, 0.2}) {
        for (const double rate : {0.0, 0.0, 2'000.0}) {
            Question question = questionOf();
            question.thresholds.largeCoverage = large;
            question.thresholds.minRate = rate;
            question.thresholds.expiry = Duration::seconds(rate > 0 ? 60 : 600);
            question.thresholds.by = large > 0.1 ? Grouping::source : Grouping::sourcePort;
            kept = maker.make(material, question, {});
            const auto fresh = SnapshotMaker(1).make(material, question, {});
            QCOMPARE(reportOf(*kept), reportOf(*fresh));
            QVERIFY(kept->packetsOverTime == fresh->packetsOverTime);
            QCOMPARE(kept->sources.size(), fresh->sources.size());
        }
    }
}

void TestMakeSnapshot::chainsAnotherIndexAnew() {
    SnapshotMaker maker(2);
    const Material one = materialOf(3);
    const Material same = materialOf(3); // equal, but not the same object
    const auto first = maker.make(one, questionOf(), {});
    const auto second = maker.make(same, questionOf(), {});
    QVERIFY(first->chains != second->chains);
    QCOMPARE(reportOf(*first), reportOf(*second));
    const auto third = maker.make(materialOf(4), questionOf(), {});
    QVERIFY(reportOf(*third) != reportOf(*first));
}

void TestMakeSnapshot::carriesItsQuestion() {
    const Material material = materialOf(5);
    const auto snapshot = SnapshotMaker(2).make(material, questionOf(), {});
    QVERIFY(snapshot->question == questionOf());
    QVERIFY(snapshot->material.index == material.index);
    QVERIFY(snapshot->material.captures == material.captures);
    QCOMPARE(snapshot->totals.scans, std::uint64_t{countScans(snapshot->scans)});
    QCOMPARE(std::uint64_t{snapshot->sources.size()}, snapshot->totals.scanSources);
    QCOMPARE(snapshot->packetsOverTime.size(), snapshot->grid.count);
}

void TestMakeSnapshot::raisesAShortExpiry() {
    const Material material = materialOf(6, Duration::seconds(240));
    SnapshotMaker maker(2);
    Question question = questionOf();
    question.thresholds.expiry = Duration::seconds(100);
    const auto raised = maker.make(material, question, {});
    QVERIFY(raised->chains->expiry == Duration::seconds(240));
    QVERIFY(raised->question.thresholds.expiry == Duration::seconds(100)); // as it was asked
    bool isWarned = false;
    for (const Sentence& warning : raised->warnings)
        isWarned = isWarned || warning.text().find("240 s") != std::string::npos;
    QVERIFY(isWarned);
    question.thresholds.expiry = Duration::seconds(240);
    const auto asked = maker.make(material, question, {});
    QVERIFY(asked->chains == raised->chains);
}

void TestMakeSnapshot::givesNothingWhenStopped() {
    const Material material = materialOf(7);
    SnapshotMaker maker(2);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(maker.make(material, questionOf(), stop.get_token()) == nullptr);
    // And leaves nothing half made behind.
    const auto after = maker.make(material, questionOf(), {});
    QCOMPARE(reportOf(*after), reportOf(*SnapshotMaker(1).make(material, questionOf(), {})));
    QVERIFY(maker.make(material, questionOf(), stop.get_token()) == nullptr);
}

void TestMakeSnapshot::threadsChangeNothing_data() {
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {1U, 2U, 3U, 4U, 9U})
        QTest::addRow("%u", threads) << threads;
}

void TestMakeSnapshot::threadsChangeNothing() {
    QFETCH(unsigned, threads);
    const Material material = materialOf(8);
    for (const Grouping by : {Grouping::sourcePort, Grouping::source}) {
        Question question = questionOf();
        question.thresholds.by = by;
        const auto expected = SnapshotMaker(1).make(material, question, {});
        const auto got = SnapshotMaker(threads).make(material, question, {});
        QCOMPARE(reportOf(*got), reportOf(*expected));
        QVERIFY(got->packetsOverTime == expected->packetsOverTime);
    }
}

void TestMakeSnapshot::answersOfNothing() {
    const auto index = std::make_shared<const BurstIndex>();
    const Material material{
        index, lookUpOrigins(*index, {}), std::make_shared<const CaptureReport>(), {}};
    Question question = questionOf();
    question.telescope = telescopeOf(*index, {}, std::nullopt);
    const auto snapshot = SnapshotMaker(2).make(material, question, {});
    QVERIFY(snapshot->totals == Totals());
    QVERIFY(snapshot->ports.empty() && snapshot->countries.empty() && snapshot->tools.empty());
    QVERIFY(snapshot->sources.empty() && snapshot->packetsOverTime.empty());
}

void TestMakeSnapshot::telescopes() {
    BurstIndex index;
    index.probeTargets = 77;
    const PrefixSet prefixes = parsePrefixes("192.0.2.0/24, 198.51.100.0/25").value();
    QVERIFY(telescopeOf(index, prefixes, std::nullopt) == (Telescope{384, false}));
    QVERIFY(telescopeOf(index, prefixes, 5.0) == (Telescope{384, false}));
    QVERIFY(telescopeOf(index, {}, 475'136.0) == (Telescope{475'136, false}));
    QVERIFY(telescopeOf(index, {}, std::nullopt) == (Telescope{77, true}));
}

QTEST_APPLESS_MAIN(TestMakeSnapshot)
#include "tst_make_snapshot.moc"
