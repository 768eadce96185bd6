// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/coverage.h"
#include "statistics/inference.h"
#include "statistics/ongoing.h"
#include "support/random_traffic.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

bool isNear(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

/// The interval's ends solve (share - p)^2 = z^2 p (1 - p) / n.
bool solvesWilson(double p, double share, double n) {
    const double z = 1.959963984540054;
    return isNear((share - p) * (share - p), z * z * p * (1 - p) / n, 1e-12);
}

} // namespace

class TestCoverage : public QObject {
    Q_OBJECT

private slots:
    void wilsonSolvesItsEquation();
    void wilsonHoldsAtTheEnds();
    void wilsonCovers();
    void miraiNeverChooses();
    void repeatsAreCorrected();
    void drawsWithReplacement();
    void ongoing();
};

void TestCoverage::wilsonSolvesItsEquation() {
    for (const double n : {16.0, 256.0, 4096.0, 475'136.0}) {
        for (const double share : {0.01, 0.1, 0.5, 0.9}) {
            const Interval95 interval = wilsonInterval(share * n, n);
            QVERIFY(solvesWilson(interval.low, share, n));
            QVERIFY(solvesWilson(interval.high, share, n));
            QVERIFY(interval.low < share && share < interval.high);
        }
    }
    // Ten of a hundred, as in the textbooks.
    const Interval95 ten = wilsonInterval(10, 100);
    QVERIFY(isNear(ten.low, 0.0552, 5e-5) && isNear(ten.high, 0.1744, 5e-5));
}

void TestCoverage::wilsonHoldsAtTheEnds() {
    const Interval95 none = wilsonInterval(0, 100);
    QCOMPARE(none.low, 0.0);
    QVERIFY(isNear(none.high, 0.0370, 5e-5));
    const Interval95 all = wilsonInterval(8, 8);
    QCOMPARE(all.high, 1.0);
    QVERIFY(isNear(all.low, 0.6756, 5e-5));
    QVERIFY((wilsonInterval(3, 0) == Interval95{0, 1}));
}

/// About 95 of 100 intervals hold the true share: counted over every outcome, exactly.
void TestCoverage::wilsonCovers() {
    constexpr int kAddresses = 200;
    for (const double share : {0.05, 0.3, 0.7}) {
        double covered = 0;
        for (int hits = 0; hits <= kAddresses; ++hits) {
            const Interval95 interval = wilsonInterval(hits, kAddresses);
            if (interval.low > share || share > interval.high)
                continue;
            covered += std::exp(std::lgamma(kAddresses + 1) - std::lgamma(hits + 1) -
                                std::lgamma(kAddresses - hits + 1) + hits * std::log(share) +
                                (kAddresses - hits) * std::log1p(-share));
        }
        QVERIFY2(covered > 0.93 && covered < 0.98, qPrintable(QString::number(covered)));
    }
}

void TestCoverage::miraiNeverChooses() {
    const TargetChoice* const mirai = targetChoiceOf(Tool::mirai);
    QVERIFY(mirai != nullptr && mirai->repeats);
    QVERIFY(targetChoiceOf(Tool::zmap) == nullptr);
    // 20 /8s, 3 more from 224 up to make 32 of them, and smaller ranges.
    const double expected =
        (20.0 + 32.0) * 16'777'216 + 4'194'304 + 65'536 + 1'048'576 + 65'536 + 131'072;
    QCOMPARE(mirai->neverChosen.size(), expected);
    QCOMPARE(choosableInternet(*mirai, 4294967296.0), 4294967296.0 - expected);
    const auto at = [&](const char* telescope) {
        const PrefixSet prefixes = parsePrefixes(telescope).value();
        return choosableAddresses(*mirai, prefixes, prefixes.size());
    };
    QCOMPARE(at("203.0.112.0/20"), 4096.0);
    QCOMPARE(at("6.0.0.0/8"), 0.0);
    QCOMPARE(at("198.18.0.0/15"), 0.0);
    QCOMPARE(at("198.16.0.0/14"), 131'072.0);
    QCOMPARE(at("10.1.0.0/16,203.0.112.0/24"), 256.0);
    QCOMPARE(choosableAddresses(*mirai, {}, 1000), 1000.0); // no prefixes known
}

void TestCoverage::repeatsAreCorrected() {
    // Never drawn twice: the plain coverage.
    QCOMPARE(coverageWithoutRepeats(100, 100, 1000), 0.1);
    // Every target three times: packets say too much.
    QVERIFY(isNear(coverageWithoutRepeats(300, 100, 1000), -std::log(0.9), 1e-12));
    QCOMPARE(coverageWithoutRepeats(5000, 1000, 1000), 1.0);
    QCOMPARE(coverageWithoutRepeats(5, 5, 0), 0.0);
    const PrefixSet dark = parsePrefixes("10.0.0.0/24,203.0.112.0/24").value();
    QCOMPARE(correctedCoverage(Tool::mirai, 64, 64, dark, 512), std::optional(0.25));
    QVERIFY(!correctedCoverage(Tool::masscan, 64, 64, dark, 512));
    // More targets than it may choose: another bot.
    QVERIFY(!correctedCoverage(Tool::mirai, 300, 300, dark, 512));
}

/// As many draws as addresses hit 63 % of them; the correction finds the draws again.
void TestCoverage::drawsWithReplacement() {
    Random random(5);
    constexpr std::uint64_t kAddresses = 20'000;
    for (const double draws : {0.1, 0.5, 0.9}) {
        std::set<std::uint64_t> hit;
        const auto packets = static_cast<std::uint64_t>(draws * kAddresses);
        for (std::uint64_t i = 0; i < packets; ++i)
            hit.insert(random.below(kAddresses));
        const auto targets = static_cast<std::uint32_t>(hit.size());
        QVERIFY(targets < packets);
        QVERIFY(isNear(coverageWithoutRepeats(packets, targets, kAddresses), draws, 0.02));
        QVERIFY(isNear(coverageWithoutRepeats(3 * packets, targets, kAddresses), draws, 0.02));
    }
}

void TestCoverage::ongoing() {
    const auto range = [](std::int64_t first, std::int64_t last) {
        return TimeRange{{first * 1'000'000'000}, {last * 1'000'000'000}};
    };
    const TimeRange capture = range(1000, 5000);
    const Duration expiry = Duration::seconds(480);
    QVERIFY(isCutByBegin(range(1480, 2000), capture, expiry)); // equal does not end a scan
    QVERIFY(!isCutByBegin(range(1481, 2000), capture, expiry));
    QVERIFY(isCutByEnd(range(2000, 4520), capture, expiry));
    QVERIFY(!isCutByEnd(range(2000, 4519), capture, expiry));
}

QTEST_APPLESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
