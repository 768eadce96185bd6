// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/tail_probability.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace sweepscope;

namespace {

bool isClose(double value, double expected, double relative = 1e-9) {
    return std::abs(value - expected) <= relative * std::abs(expected);
}

/// Row n of Pascal's triangle, by addition alone.
std::vector<double> pascal(int n) {
    std::vector<double> row = {1};
    for (int i = 0; i < n; ++i) {
        row.push_back(0);
        for (std::size_t k = row.size() - 1; k > 0; --k)
            row[k] += row[k - 1];
    }
    return row;
}

double naiveAtLeast(int hits, int all, int marked, int draws) {
    const std::vector<double> good = pascal(marked);
    const std::vector<double> bad = pascal(all - marked);
    double sum = 0;
    for (int k = std::max(hits, 0); k <= std::min(marked, draws); ++k) {
        if (draws - k <= all - marked)
            sum += good[static_cast<std::size_t>(k)] * bad[static_cast<std::size_t>(draws - k)];
    }
    return sum / pascal(all)[static_cast<std::size_t>(draws)];
}

} // namespace

class TestTailProbability : public QObject {
    Q_OBJECT

private slots:
    void factorials();
    void chiSquareOfTwoIsExponential();
    void chiSquareAgreesWithTables();
    void hypergeometricAgreesWithPascal();
    void largeTelescopes();
};

void TestTailProbability::factorials() {
    double product = 0;
    QVERIFY(std::abs(logFactorial(0)) < 1e-12);
    for (int n = 1; n < 3000; ++n) {
        product += std::log(n);
        QVERIFY2(std::abs(logFactorial(n) - product) <= 1e-10 * std::max(1.0, product),
            qPrintable(QString::number(n)));
    }
}

void TestTailProbability::chiSquareOfTwoIsExponential() {
    for (const double x : {0.01, 0.5, 1.0, 3.0, 10.0, 50.0, 300.0})
        QVERIFY(isClose(chiSquareTail(x, 2), std::exp(-x / 2)));
    QCOMPARE(chiSquareTail(0, 2), 1.0);
    QCOMPARE(chiSquareTail(-1, 7), 1.0);
    // One degree of freedom is the square of a normal variable.
    for (const double x : {0.1, 1.0, 4.0, 20.0})
        QVERIFY(isClose(chiSquareTail(x, 1), std::erfc(std::sqrt(x / 2)), 1e-8));
    // For four: exp(-x/2) (1 + x/2).
    for (const double x : {0.1, 3.0, 40.0})
        QVERIFY(isClose(chiSquareTail(x, 4), std::exp(-x / 2) * (1 + x / 2)));
}

/// The 95 % quantiles that every table has.
void TestTailProbability::chiSquareAgreesWithTables() {
    QVERIFY(isClose(chiSquareTail(3.841458820694124, 1), 0.05, 1e-8));
    QVERIFY(isClose(chiSquareTail(11.070497693516351, 5), 0.05, 1e-8));
    QVERIFY(isClose(chiSquareTail(24.995790139728616, 15), 0.05, 1e-8));
    QVERIFY(isClose(chiSquareTail(124.34211340400407, 100), 0.05, 1e-8));
}

void TestTailProbability::hypergeometricAgreesWithPascal() {
    for (const int all : {5, 16, 40}) {
        for (int marked = 0; marked <= all; marked += 3) {
            for (int draws = 0; draws <= all; draws += 4) {
                for (int hits = 0; hits <= draws; ++hits) {
                    const double expected = naiveAtLeast(hits, all, marked, draws);
                    const double got = hypergeometricAtLeast(hits, all, marked, draws);
                    QVERIFY(std::abs(got - expected) <= 1e-9 * expected + 1e-14);
                    const double most = 1 - naiveAtLeast(hits + 1, all, marked, draws);
                    QVERIFY(std::abs(hypergeometricAtMost(hits, all, marked, draws) - most) < 1e-9);
                }
            }
        }
    }
}

/// All of 128 targets within one /24 of a /20: the product of (256 - i) / (4096 - i).
void TestTailProbability::largeTelescopes() {
    double logarithm = 0;
    for (int i = 0; i < 128; ++i)
        logarithm += std::log((256.0 - i) / (4096.0 - i));
    QVERIFY(isClose(std::log(hypergeometricAtLeast(128, 4096, 256, 128)), logarithm, 1e-9));
    // Half a telescope of half a million, in its middle: about one half.
    const double half = hypergeometricAtLeast(50'000, 524'288, 262'144, 100'000);
    QVERIFY(half > 0.49 && half < 0.52);
}

QTEST_APPLESS_MAIN(TestTailProbability)
#include "tst_tail_probability.moc"
