// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_text.h"
#include "format/display_zone.h"

#include <QLocale>
#include <QTest>
#include <QTextLayout>

#include <thread>

using namespace sweepscope;

/// Numbers as people read them. U+00A0, at which no line breaks, stands between number and unit.
class TestDisplayText : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void numbers_data();
    void numbers();
    void shares_data();
    void shares();
    void sharesOnAxes();
    void durations_data();
    void durations();
    void cells();
    void localeDecides();
    void unitsStayWithTheirNumbers();
    void aZoneIsOfOneThread();
};

/// A report that is written on one thread says UTC, while the window draws local times.
void TestDisplayText::aZoneIsOfOneThread() {
    setDisplayZone(DisplayZone::local);
    {
        const ZoneScope utc(DisplayZone::utc);
        QCOMPARE(displayZone(), DisplayZone::utc);
        DisplayZone other = DisplayZone::utc;
        std::thread([&other] { other = displayZone(); }).join();
        QCOMPARE(other, DisplayZone::local);
    }
    QCOMPARE(displayZone(), DisplayZone::local);
    setDisplayZone(DisplayZone::utc);
}

void TestDisplayText::numbers_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("small") << 0.0002 << "0.0002";
    QTest::newRow("three digits") << 17.94 << "17.9";
    QTest::newRow("no zeros at the end") << 10.0 << "10";
    QTest::newRow("thousands") << 12345.0 << "12,345";
    QTest::newRow("millions") << 1170000.0 << "1.17\u00A0M";
    QTest::newRow("billions") << 5.4e9 << "5.4\u00A0G";
    QTest::newRow("tiny") << 2.3e-10 << "2.3E-10";
    QTest::newRow("not a number") << qInf() << "–";
}

void TestDisplayText::numbers() {
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE(displayNumber(number), text);
}

void TestDisplayText::shares_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << "0.0\u00A0%";
    QTest::newRow("all") << 1.0 << "100.0\u00A0%";
    QTest::newRow("usual") << 0.572 << "57.2\u00A0%";
    QTest::newRow("very small shows more digits") << 0.00042 << "0.042\u00A0%";
    QTest::newRow("too small to show is not none") << 4e-6 << "< 0.001\u00A0%";
}

void TestDisplayText::shares() {
    QFETCH(double, share);
    QFETCH(QString, text);
    QCOMPARE(displayShare(share), text);
}

void TestDisplayText::sharesOnAxes() {
    QCOMPARE(displayTick(0), QStringLiteral("0\u00A0%"));
    QCOMPARE(displayTick(0.25), QStringLiteral("25\u00A0%"));
    QCOMPARE(displayTick(0.005), QStringLiteral("0.5\u00A0%"));
}

void TestDisplayText::durations_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 480.0 << "480\u00A0s";
    QTest::newRow("minutes") << 720.0 << "12\u00A0min";
    QTest::newRow("hours") << 45360.0 << "12.6\u00A0h";
    QTest::newRow("days") << 725760.0 << "8.4\u00A0days";
    QTest::newRow("years") << 11.8 * 365.25 * 86400 << "11.8\u00A0years";
}

void TestDisplayText::durations() {
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(displayDuration(Duration::fromSeconds(seconds)), text);
}

void TestDisplayText::cells() {
    QCOMPARE(displayCell(Cell(), Format::count), QString());
    QCOMPARE(displayCell(Cell(std::uint64_t{18204}), Format::count), QStringLiteral("18,204"));
    QCOMPARE(displayCell(Cell(std::uint64_t{17128}), Format::port), QStringLiteral("17128"));
    QCOMPARE(displayCell(Cell(std::string("São Tomé")), Format::text), QStringLiteral("São Tomé"));
    QCOMPARE(displayCell(Cell(Timestamp{1'540'857'600'250'000'000}), Format::time),
        QStringLiteral("2018-10-30 00:00:00"));
    QCOMPARE(displayCell(Cell(Timestamp{1'540'857'600'250'000'000}), Format::instant),
        QStringLiteral("2018-10-30 00:00:00.25"));
    QCOMPARE(displayCell(Cell(0.5), Format::share), QStringLiteral("50.0\u00A0%"));
}

void TestDisplayText::localeDecides() {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(displayCount(18204), QStringLiteral("18.204"));
    QCOMPARE(displayShare(0.572), QStringLiteral("57,2\u00A0%"));
    QLocale::setDefault(before);
}

/// However narrow the line is.
void TestDisplayText::unitsStayWithTheirNumbers() {
    for (const QString& text :
        {displayShare(0.572), displayDuration(Duration::fromSeconds(480)), displayNumber(54e9)}) {
        QTextLayout layout(text);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(1);
        QCOMPARE(text.left(line.textLength()), text);
        layout.endLayout();
    }
}

QTEST_MAIN(TestDisplayText)
#include "tst_display_text.moc"
