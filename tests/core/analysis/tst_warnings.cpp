// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/warnings.h"
#include "support/show.h"

#include <QTest>

#include <cmath>
#include <string>

using namespace sweepscope;

namespace {

Thresholds thresholdsOf(double rate, RateScope scope, double expiry, double internet = kAllIpv4) {
    Thresholds thresholds;
    thresholds.minRate = rate;
    thresholds.rateScope = scope;
    thresholds.expiry = Duration::fromSeconds(expiry);
    thresholds.internetSize = internet;
    return thresholds;
}

bool isNear(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

/// A snapshot of nothing but what warnings look at.
Snapshot snapshotOf(
    const Question& question, const CaptureReport& captures = {}, Duration baseGap = kBaseGap) {
    auto index = std::make_shared<BurstIndex>();
    index->baseGap = baseGap;
    Snapshot snapshot;
    snapshot.material.index = index;
    snapshot.material.captures = std::make_shared<const CaptureReport>(captures);
    snapshot.question = question;
    return snapshot;
}

/// A question that nothing is wrong with.
Question goodQuestion() {
    Question question;
    question.telescope = {16'777'216, false};
    question.thresholds.minRate = 100;
    return question;
}

} // namespace

class TestWarnings : public QObject {
    Q_OBJECT

private slots:
    void cutProbabilities_data();
    void cutProbabilities();
    void expiryInvertsTheProbability();
    void noRateHasNoProbability();
    void nothingIsWrong();
    void smallTelescopes_data();
    void smallTelescopes();
    void inferredTelescopes();
    void shortExpiries();
    void cuttingExpiries_data();
    void cuttingExpiries();
    void incompleteCaptures();
};

/// The two published constants: 480 s of Durumeric et al. 2014, and Merit's 624 s.
void TestWarnings::cutProbabilities_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("addresses");
    QTest::addColumn<double>("internet");
    QTest::addColumn<double>("expiry");
    QTest::addColumn<double>("probability");
    QTest::addColumn<double>("tolerance");
    // f = 0.00145: 5,495,500 of 3.79e9.
    QTest::newRow("the paper: 476 s for 10 a second")
        << 10.0 << 5'495'500.0 << 3.79e9 << 476.4 << 0.001 << 0.000'001;
    QTest::newRow("Merit: 624 s for 100 a second")
        << 100.0 << 475'136.0 << kAllIpv4 << 624.4 << 0.001 << 0.000'001;
    QTest::newRow("Merit as it runs: 10 a second")
        << 10.0 << 475'136.0 << kAllIpv4 << 624.0 << 0.501 << 0.001;
    QTest::newRow("a /8, 177 s") << 10.0 << 16'777'216.0 << kAllIpv4 << 176.84 << 0.001
                                 << 0.000'001;
    QTest::newRow("eight addresses") << 10.0 << 8.0 << kAllIpv4 << 480.0 << 0.999'991 << 0.000'001;
}

void TestWarnings::cutProbabilities() {
    QFETCH(double, rate);
    QFETCH(double, addresses);
    QFETCH(double, internet);
    QFETCH(double, expiry);
    QFETCH(double, probability);
    QFETCH(double, tolerance);
    const Telescope telescope{addresses, false};
    const auto cut =
        cutProbability(thresholdsOf(rate, RateScope::internet, expiry, internet), telescope);
    QVERIFY(cut.has_value());
    QVERIFY2(isNear(*cut, probability, tolerance), std::to_string(*cut).c_str());
}

void TestWarnings::expiryInvertsTheProbability() {
    const auto expiry = [](double rate, double addresses, double internet, RateScope scope) {
        return expiryFor(thresholdsOf(rate, scope, 60, internet), {addresses, false}, 0.001)
            ->inSeconds();
    };
    QVERIFY(isNear(expiry(10, 5'495'500, 3.79e9, RateScope::internet), 476.4, 0.05));
    QVERIFY(isNear(expiry(100, 475'136, kAllIpv4, RateScope::internet), 624.4, 0.05));
    QVERIFY(isNear(expiry(10, 65'536, kAllIpv4, RateScope::internet), 45'271, 1));
    // At the telescope a rate is what it is: ln(1000) / 10.
    QVERIFY(isNear(expiry(10, 8, kAllIpv4, RateScope::telescope), 0.6908, 0.0001));
}

void TestWarnings::noRateHasNoProbability() {
    const Telescope telescope{65'536, false};
    for (const RateScope scope : {RateScope::telescope, RateScope::internet}) {
        QVERIFY(!cutProbability(thresholdsOf(0, scope, 480), telescope).has_value());
        QVERIFY(!expiryFor(thresholdsOf(0, scope, 480), telescope, 0.001).has_value());
    }
    QVERIFY(!cutProbability(thresholdsOf(10, RateScope::internet, 480), {0, true}).has_value());
}

void TestWarnings::nothingIsWrong() {
    QVERIFY(warningsFor(snapshotOf(goodQuestion())).empty());
}

void TestWarnings::smallTelescopes_data() {
    QTest::addColumn<double>("addresses");
    QTest::addColumn<bool>("isWarned");
    QTest::newRow("eight") << 8.0 << true;
    QTest::newRow("one fewer than a /20") << 4'095.0 << true;
    QTest::newRow("a /20") << 4'096.0 << false;
}

void TestWarnings::smallTelescopes() {
    QFETCH(double, addresses);
    QFETCH(bool, isWarned);
    Question question = goodQuestion();
    question.telescope.addresses = addresses;
    question.thresholds.minRate = 0;
    const auto warnings = textsOf(warningsFor(snapshotOf(question)));
    QCOMPARE(warnings.size(), std::size_t{isWarned ? 1U : 0U});
    if (isWarned) {
        QVERIFY(warnings[0].find("Internet-wide") != std::string::npos);
        QVERIFY(warnings[0].find("4,096") != std::string::npos);
    }
}

void TestWarnings::inferredTelescopes() {
    Question question = goodQuestion();
    question.telescope.isInferred = true;
    const auto warnings = textsOf(warningsFor(snapshotOf(question)));
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(warnings[0].find("16777216") != std::string::npos);
    QVERIFY(warnings[0].find("inferred") != std::string::npos);
}

void TestWarnings::shortExpiries() {
    Question question = goodQuestion();
    question.thresholds.minRate = 0;
    question.thresholds.expiry = Duration::seconds(60);
    QVERIFY(warningsFor(snapshotOf(question)).empty());
    question.thresholds.expiry = Duration::seconds(59);
    const auto warnings = textsOf(warningsFor(snapshotOf(question)));
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(warnings[0].find("59 s") != std::string::npos);
    QVERIFY(warnings[0].find("60 s") != std::string::npos);
    QVERIFY(warningsFor(snapshotOf(question, {}, Duration::seconds(30))).empty());
}

void TestWarnings::cuttingExpiries_data() {
    QTest::addColumn<double>("expiry");
    QTest::addColumn<bool>("isWarned");
    // At the telescope with 0.01 packets a second: exp(-T / 100); 1 % at 460.5 s.
    QTest::newRow("just below one per cent") << 461.0 << false;
    QTest::newRow("just above one per cent") << 460.0 << true;
    QTest::newRow("a third") << 100.0 << true;
}

void TestWarnings::cuttingExpiries() {
    QFETCH(double, expiry);
    QFETCH(bool, isWarned);
    Question question = goodQuestion();
    question.thresholds = thresholdsOf(0.01, RateScope::telescope, expiry);
    const auto warnings = textsOf(warningsFor(snapshotOf(question)));
    QCOMPARE(warnings.size(), std::size_t{isWarned ? 1U : 0U});
    if (isWarned)
        QVERIFY2(warnings[0].find("691 s") != std::string::npos, warnings[0].c_str()); // ln(1000)
}

void TestWarnings::incompleteCaptures() {
    CaptureReport captures;
    captures.files.resize(3);
    captures.files[0].path = "good.pcap";
    captures.files[1].path = "cut.pcap";
    captures.files[1].isTruncated = true;
    captures.files[1].note = verbatim("cut at byte 77: why");
    captures.files[2].path = "bad.pcap";
    captures.files[2].skip(about("bad.pcap", verbatim("is text, not a capture")));
    captures.isStopped = true;
    const auto warnings = textsOf(warningsFor(snapshotOf(goodQuestion(), captures)));
    QCOMPARE(warnings.size(), std::size_t{3});
    QVERIFY(warnings[0].find("cut.pcap") != std::string::npos);
    QVERIFY(warnings[0].find("cut at byte 77: why") != std::string::npos);
    QVERIFY(warnings[1].find("bad.pcap: is text, not a capture") != std::string::npos);
    QVERIFY(warnings[2].find("stopped") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestWarnings)
#include "tst_warnings.moc"
