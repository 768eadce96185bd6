// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/zoom.h"

#include <QTest>

using namespace sweepscope;

class TestZoom : public QObject {
    Q_OBJECT

private slots:
    void comesCloserAboutAPlace();
    void staysInsideOfTheAxis();
    void showsNoLessThanTheLeast();
    void staysWhereTheAxisGrows();
    void leavesWhatTheAxisLost();
    void neverZoomsAShortAxis();
};

void TestZoom::comesCloserAboutAPlace() {
    Zoom zoom;
    zoom.setWhole({0, 100}, 1);
    QVERIFY(!zoom.isZoomed());
    QVERIFY(zoom.scale(25, 0.5));
    QCOMPARE(zoom.shown().from, 12.5);
    QCOMPARE(zoom.shown().to, 62.5);
    QVERIFY(zoom.scale(25, 2));
    QVERIFY(!zoom.isZoomed());
    QVERIFY(!zoom.scale(25, 2));
}

void TestZoom::staysInsideOfTheAxis() {
    Zoom zoom;
    zoom.setWhole({10, 110}, 1);
    QVERIFY(zoom.show({0, 30}));
    QCOMPARE(zoom.shown().from, 10.0);
    QCOMPARE(zoom.shown().to, 40.0);
    QVERIFY(!zoom.move(-1));
    QVERIFY(zoom.move(0.5));
    QCOMPARE(zoom.shown().from, 25.0);
    QVERIFY(zoom.move(100));
    QCOMPARE(zoom.shown().to, 110.0);
    QVERIFY(zoom.showWhole());
    QVERIFY(!zoom.move(1));
}

void TestZoom::showsNoLessThanTheLeast() {
    Zoom zoom;
    zoom.setWhole({0, 100}, 10);
    QVERIFY(zoom.show({50, 51}));
    QCOMPARE(zoom.shown().length(), 10.0);
    QVERIFY(!zoom.scale(50.5, 0.1));
}

void TestZoom::staysWhereTheAxisGrows() {
    Zoom zoom;
    zoom.setWhole({0, 100}, 1);
    zoom.show({20, 30});
    zoom.setWhole({0, 500}, 1);
    QCOMPARE(zoom.shown().from, 20.0);
    QCOMPARE(zoom.shown().to, 30.0);
}

void TestZoom::leavesWhatTheAxisLost() {
    Zoom zoom;
    zoom.setWhole({0, 100}, 1);
    zoom.show({20, 30});
    zoom.setWhole({25, 100}, 1);
    QVERIFY(!zoom.isZoomed());
}

void TestZoom::neverZoomsAShortAxis() {
    Zoom zoom;
    zoom.setWhole({0, 100}, 0);
    QVERIFY(!zoom.canZoom());
    QVERIFY(!zoom.show({1, 2}));
    zoom.setWhole({0, 3}, 4);
    QVERIFY(!zoom.canZoom());
    QVERIFY(!zoom.scale(1, 0.5));
}

QTEST_APPLESS_MAIN(TestZoom)
#include "tst_zoom.moc"
