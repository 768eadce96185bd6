// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/axis_ticks.h"

#include <QTest>

using namespace sweepscope;

class TestAxisTicks : public QObject {
    Q_OBJECT

private slots:
    void endsAtOrAboveTheMost();
    void countsHaveNothingBetween();
};

void TestAxisTicks::endsAtOrAboveTheMost() {
    QCOMPARE(niceTicks(0, 4), (std::vector<double>{0, 1}));
    QCOMPARE(niceTicks(1, 4), (std::vector<double>{0, 0.5, 1}));
    QCOMPARE(niceTicks(37, 4), (std::vector<double>{0, 10, 20, 30, 40}));
    QCOMPARE(niceTicks(4'000'000, 4), (std::vector<double>{0, 1e6, 2e6, 3e6, 4e6}));
}

void TestAxisTicks::countsHaveNothingBetween() {
    QCOMPARE(countTicks(0, 4), (std::vector<double>{0, 1}));
    QCOMPARE(countTicks(1, 4), (std::vector<double>{0, 1}));
    QCOMPARE(countTicks(3, 4), (std::vector<double>{0, 1, 2, 3}));
    QCOMPARE(countTicks(37, 4), niceTicks(37, 4));
}

QTEST_APPLESS_MAIN(TestAxisTicks)
#include "tst_axis_ticks.moc"
