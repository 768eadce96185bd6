// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/share_difference.h"
#include "support/random_traffic.h"

#include <QTest>

#include <cmath>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

std::vector<ClusterCounts> having(const std::vector<ClusterCounts>& all) {
    std::vector<ClusterCounts> some;
    for (const ClusterCounts& each : all) {
        if (each.partA + each.partB > 0)
            some.push_back(each);
    }
    return some;
}

} // namespace

class TestShareDifference : public QObject {
    Q_OBJECT

private slots:
    void againstNumPy();
    void singleScansAreTheTwoProportionTest();
    void sourcesOnBothSidesEnterOnce();
    void nothingAgainstNothing();
    void chanceIsUniformWhereNothingDiffers();
};

/// The formula of the header written out over whole columns in NumPy 2, SciPy 1.17.1 for t and
/// Wilson: e = (pB - p aB) / B - (pA - p aA) / A, and so on.
void TestShareDifference::againstNumPy() {
    const std::vector<ClusterCounts> all = {{3, 0, 1, 0}, {5, 2, 5, 1}, {1, 0, 1, 0}, {2, 0, 0, 0},
        {0, 4, 0, 0}, {0, 1, 0, 1}, {7, 7, 3, 0}, {1, 1, 1, 0}, {2, 3, 1, 0}, {4, 0, 2, 0},
        {0, 6, 0, 1}, {1, 2, 0, 0}};
    const ShareDifference result = ShareTest(all).test(having(all));
    QVERIFY(near(result.shareB - result.shareA, -0.423076923076923));
    QVERIFY(near(result.clusters, 3.7425163752249317));
    QVERIFY(near(result.chance, 0.12559961802615346));
    QVERIFY(near(result.interval.low, -0.6836939614723718));
    QVERIFY(near(result.interval.high, -0.06254699685768372));
}

/// With one scan a source, the variance is that of the test of two proportions with pooled share:
/// p (1 - p) (1 / A + 1 / B), for shares that are equal in truth and in the numbers.
void TestShareDifference::singleScansAreTheTwoProportionTest() {
    std::vector<ClusterCounts> all;
    for (int i = 0; i < 400; ++i)
        all.push_back({1, 0, i % 5 == 0 ? 1.0 : 0.0, 0});
    for (int i = 0; i < 400; ++i)
        all.push_back({0, 1, 0, i % 4 == 0 ? 1.0 : 0.0});
    const ShareDifference result = ShareTest(all).test(having(all));
    const double pooled = 180.0 / 800;
    const double z = 0.05 / std::sqrt(pooled * (1 - pooled) * 2 / 400);
    QVERIFY(std::abs(result.chance - normalChance(z)) < 0.003);
    QVERIFY(result.interval.low < 0.05 && result.interval.high > 0.05);
}

/// Each source does the same on both sides, so what is left of a difference has no variance.
void TestShareDifference::sourcesOnBothSidesEnterOnce() {
    std::vector<ClusterCounts> all;
    for (int i = 0; i < 60; ++i)
        all.push_back({2, 2, i % 3 == 0 ? 2.0 : 0.0, i % 3 == 0 ? 2.0 : 0.0});
    QCOMPARE(ShareTest(all).test(having(all)).chance, 1.0);
    for (int i = 0; i < 20; ++i)
        all.push_back({0, 2, 0, 2});
    QVERIFY(ShareTest(all).test(having(all)).chance < 1e-3);
}

void TestShareDifference::nothingAgainstNothing() {
    const ShareDifference result = ShareTest({}).test({});
    QCOMPARE(result.chance, 1.0);
    const std::vector<ClusterCounts> oneSide = {{3, 0, 1, 0}};
    QCOMPARE(ShareTest(oneSide).test(oneSide).chance, 1.0);
    // The side that has scans keeps its share, and nothing is said of the difference.
    const ShareDifference ofOne = ShareTest(oneSide).test(oneSide);
    QCOMPARE(ofOne.shareA, 1.0 / 3);
    QCOMPARE(ofOne.shareB, 0.0);
    QCOMPARE(ofOne.interval.low, -1.0);
    QCOMPARE(ofOne.interval.high, 1.0);
}

/// Clustered scans of no difference, 2,000 times: a chance below 5 % in at most 5 % of them, and
/// not in far fewer, else the test would see nothing.
void TestShareDifference::chanceIsUniformWhereNothingDiffers() {
    Random random(7);
    int below = 0;
    constexpr int kRounds = 2'000;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<ClusterCounts> all;
        for (int i = 0; i < 300; ++i) {
            const bool isA = i < 170;
            const auto scans = static_cast<double>(1 + (random.oneIn(4) ? random.below(20) : 0));
            const double part = random.oneIn(5) ? scans : 0;
            all.push_back({isA ? scans : 0, isA ? 0 : scans, isA ? part : 0, isA ? 0 : part});
        }
        below += ShareTest(all).test(having(all)).chance < 0.05 ? 1 : 0;
    }
    qInfo("%d of %d below 5 %%", below, kRounds);
    QVERIFY(below <= kRounds * 6 / 100);
    QVERIFY(below >= kRounds * 2 / 100);
}

QTEST_APPLESS_MAIN(TestShareDifference)
#include "tst_share_difference.moc"
