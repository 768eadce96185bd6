// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/count_text.h"

#include <QTest>

using namespace sweepscope;

class TestCountText : public QObject {
    Q_OBJECT

private slots:
    void moreThanAnyCountIsMuch();
    void oneStandsAlone();
    void irregularWords();
    void verbsAgree();
};

void TestCountText::oneStandsAlone() {
    QCOMPARE(counted(0, "scan"), std::string("0 scans"));
    QCOMPARE(counted(1, "scan"), std::string("1 scan"));
    QCOMPARE(counted(2, "scan"), std::string("2 scans"));
    QCOMPARE(counted(11, "scan"), std::string("11 scans"));
}

void TestCountText::irregularWords() {
    QCOMPARE(counted(1, "address", "addresses"), std::string("1 address"));
    QCOMPARE(counted(21, "address", "addresses"), std::string("21 addresses"));
}

void TestCountText::verbsAgree() {
    QCOMPARE(agreeing(1, "is", "are"), std::string_view("is"));
    QCOMPARE(agreeing(0, "is", "are"), std::string_view("are"));
}

void TestCountText::moreThanAnyCountIsMuch() {
    QCOMPARE(wholeCount(4096.0), std::uint64_t{4096});
    QCOMPARE(wholeCount(-1.0), std::uint64_t{0});
    QVERIFY(wholeCount(1.2e24) > std::uint64_t{1} << 52); // 2001:db8::/48
}

QTEST_APPLESS_MAIN(TestCountText)
#include "tst_count_text.moc"
