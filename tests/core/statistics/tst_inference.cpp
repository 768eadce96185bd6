// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/inference.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace sweepscope;

namespace {

bool near(double a, double b, double allowance = 1e-9) {
    return std::abs(a - b) <= allowance * std::max(1.0, std::abs(b));
}

} // namespace

/// Figures marked "SciPy" were made with SciPy 1.17.1: binomtest(k, n).proportion_ci("wilson"),
/// 2 t.sf, 2 norm.sf, false_discovery_control(method="bh"), median_abs_deviation(scale="normal").
class TestInference : public QObject {
    Q_OBJECT

private slots:
    void wilson();
    void normal();
    void studentInClosedForm();
    void student();
    void adjusted();
    void robust();
};

void TestInference::wilson() {
    const auto is = [](double part, double whole, double low, double high) {
        const Interval95 interval = wilsonInterval(part, whole);
        return near(interval.low, low) && near(interval.high, high);
    };
    QVERIFY(is(3, 10, 0.10779126740630102, 0.6032218525388546)); // SciPy, as the next three
    QVERIFY(is(0, 20, 0, 0.16112515805281935));
    QVERIFY(is(50, 50, 0.9286524008666412, 1));
    QVERIFY(is(41, 295, 0.10412953059779223, 0.1831179589555207));
    QVERIFY(is(0, 0, 0, 1));
}

void TestInference::normal() {
    QVERIFY(near(normalChance(0), 1));
    QVERIFY(near(normalChance(kNormal95), 0.05, 1e-12));
    QVERIFY(near(normalChance(-1), 0.31731050786291415));                  // SciPy
    QVERIFY(std::abs(normalChance(5) / 5.733031437583866e-07 - 1) < 1e-9); // SciPy
}

/// One degree of freedom is Cauchy's distribution, two have a root, and many are normal.
void TestInference::studentInClosedForm() {
    for (const double t : {0.1, 0.7, 1.0, 2.5, 12.0, 300.0}) {
        QVERIFY(near(studentChance(t, 1), 1 - 2 / std::numbers::pi * std::atan(t), 1e-10));
        QVERIFY(near(studentChance(t, 2), 1 - t / std::sqrt(2 + t * t), 1e-10));
        QVERIFY(near(studentChance(-t, 7.5), studentChance(t, 7.5)));
    }
    QVERIFY(near(studentChance(1.7, 1e7), normalChance(1.7), 1e-6));
    QCOMPARE(studentChance(0, 5), 1.0);
    QCOMPARE(studentChance(INFINITY, 5), 0.0);
}

void TestInference::student() {
    QVERIFY(near(studentChance(2.5, 10), 0.03144684423660882)); // SciPy, as the rest
    QVERIFY(near(studentChance(4, 3.7), 0.018788910018781142));
    QVERIFY(near(studentChance(0.3, 25), 0.7666574936530574));
    QVERIFY(std::abs(studentChance(12, 60) / 1.378632264181775e-17 - 1) < 1e-9);
}

void TestInference::adjusted() {
    const std::vector<double> got = adjustForMany({0.01, 0.04, 0.03, 0.005, 0.2, 0.9});
    const std::vector<double> expected = {0.03, 0.06, 0.06, 0.03, 0.24, 0.9}; // SciPy
    for (std::size_t i = 0; i < got.size(); ++i)
        QVERIFY(near(got[i], expected[i]));
    QVERIFY(adjustForMany({}).empty());
    QCOMPARE(adjustForMany({0.02})[0], 0.02);
}

void TestInference::robust() {
    const std::vector<double> values = {1, 2, 2, 3, 9, 11, 4.5};
    QCOMPARE(medianOf(values), 3.0);
    QCOMPARE(medianOf({4, 1, 3, 2}), 2.5);
    QCOMPARE(medianOf({}), 0.0);
    QVERIFY(near(robustDeviation(values, 3), 2.223903327758403)); // SciPy
}

QTEST_APPLESS_MAIN(TestInference)
#include "tst_inference.moc"
