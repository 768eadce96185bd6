// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/thresholds.h"
#include "support/show.h"

#include <QTest>

#include <string>

using namespace sweepscope;

class TestThresholds : public QObject {
    Q_OBJECT

private slots:
    void profilesAreThoseOfTheDesign_data();
    void profilesAreThoseOfTheDesign();
    void listsItsProfiles();
    void autoDependsOnTheTelescope_data();
    void autoDependsOnTheTelescope();
    void refusesUnknownProfiles();
    void minTargetsAreWhole_data();
    void minTargetsAreWhole();
    void parsesMinTargets_data();
    void parsesMinTargets();
    void refusesMinTargets_data();
    void refusesMinTargets();
};

void TestThresholds::profilesAreThoseOfTheDesign_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("expiry"); ///< seconds
    QTest::addColumn<double>("minTargets");
    QTest::addColumn<bool>("isPercent");
    QTest::addColumn<int>("floor");
    QTest::addColumn<double>("minRate");
    QTest::addColumn<bool>("isInternet");
    QTest::addColumn<double>("internetSize"); ///< 0: does not matter
    QTest::addColumn<double>("large");
    const auto row = [](const char* name, int expiry, double minTargets, bool isPercent, int floor,
                         double minRate, bool isInternet, double internetSize, double large) {
        QTest::newRow(name) << std::string(name) << expiry << minTargets << isPercent << floor
                            << minRate << isInternet << internetSize << large;
    };
    row("paper-2014", 480, 100, false, 1, 10, true, 3.79e9, 0.1);
    row("merit", 624, 10, false, 1, 10, true, 4294967296.0, 0.1);
    row("reproduction-2018", 480, 1, false, 1, 10, false, 0, 1);
    row("small-telescope", 480, 25, true, 2, 0, true, 0, 1);
}

void TestThresholds::profilesAreThoseOfTheDesign() {
    QFETCH(std::string, name);
    QFETCH(int, expiry);
    QFETCH(double, minTargets);
    QFETCH(bool, isPercent);
    QFETCH(int, floor);
    QFETCH(double, minRate);
    QFETCH(bool, isInternet);
    QFETCH(double, internetSize);
    QFETCH(double, large);
    const Result<Profile> profile = findProfile(name, 1);
    QVERIFY(profile.ok());
    QCOMPARE(std::string(profile.value().name), name);
    const Thresholds& thresholds = profile.value().thresholds;
    QVERIFY(thresholds.expiry == Duration::seconds(expiry));
    QVERIFY(thresholds.minTargets ==
            (MinTargets{minTargets, isPercent, static_cast<std::uint64_t>(floor)}));
    QCOMPARE(thresholds.minRate, minRate);
    if (minRate > 0)
        QCOMPARE(thresholds.rateScope == RateScope::internet, isInternet);
    if (internetSize > 0)
        QCOMPARE(thresholds.internetSize, internetSize);
    QCOMPARE(thresholds.largeCoverage, large);
    QVERIFY(thresholds.by == Grouping::sourcePort);
}

void TestThresholds::listsItsProfiles() {
    std::string names;
    for (const Profile& profile : profiles()) {
        names += std::string(profile.name) + " ";
        QVERIFY(!profile.title.empty() && !profile.origin.empty());
    }
    QCOMPARE(names, std::string("paper-2014 merit reproduction-2018 small-telescope "));
}

void TestThresholds::autoDependsOnTheTelescope_data() {
    QTest::addColumn<double>("addresses");
    QTest::addColumn<std::string>("profile");
    QTest::newRow("none") << 0.0 << std::string("small-telescope");
    QTest::newRow("eight") << 8.0 << std::string("small-telescope");
    QTest::newRow("one fewer than a /20") << 4095.0 << std::string("small-telescope");
    QTest::newRow("a /20") << 4096.0 << std::string("paper-2014");
    QTest::newRow("a /8") << 16777216.0 << std::string("paper-2014");
}

void TestThresholds::autoDependsOnTheTelescope() {
    QFETCH(double, addresses);
    QFETCH(std::string, profile);
    QCOMPARE(std::string(autoProfileFor(addresses)), profile);
    QCOMPARE(std::string(findProfile("auto", addresses).value().name), profile);
}

void TestThresholds::refusesUnknownProfiles() {
    for (const char* const name : {"", "paper", "Merit", "paper-2014 ", "paper_2014"}) {
        const Result<Profile> profile = findProfile(name, 1);
        QVERIFY(!profile.ok());
        const std::string& message = profile.error().message();
        for (const std::string wanted :
            {"auto", "paper-2014", "merit", "reproduction-2018", "small-telescope"})
            QVERIFY2(message.find(wanted) != std::string::npos, message.c_str());
        QVERIFY2(message.find("'" + std::string(name) + "'") != std::string::npos, message.c_str());
    }
}

void TestThresholds::minTargetsAreWhole_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isPercent");
    QTest::addColumn<quint64>("floor");
    QTest::addColumn<double>("telescope");
    QTest::addColumn<quint64>("number");
    const auto row = [](const char* name, double value, bool isPercent, quint64 floor,
                         double telescope, quint64 number) {
        QTest::newRow(name) << value << isPercent << floor << telescope << number;
    };
    row("a number", 100, false, 1, 8, 100);
    row("zero is at least one", 0, false, 1, 8, 1);
    row("25 % of 256", 25, true, 1, 256, 64);
    row("25 % of 8", 25, true, 2, 8, 2);
    row("25 % of 10: 2.5 are 3", 25, true, 2, 10, 3);
    row("25 % of 4: 1, but at least 2", 25, true, 2, 4, 2);
    row("25 % of nothing", 25, true, 2, 0, 2);
    row("10 % of 1,000, though 0.1 is no binary number", 10, true, 1, 1'000, 100);
    row("7 % of 100", 7, true, 1, 100, 7);
    row("29 % of 100", 29, true, 1, 100, 29);
    row("57 % of 100", 57, true, 1, 100, 57);
    row("0.1 % of 475,136: 475.136 are 476", 0.1, true, 1, 475'136, 476);
    row("1 % of 65,536: 655.36 are 656", 1, true, 1, 65'536, 656);
    row("10 % of 16,777,216", 10, true, 1, 16'777'216, 1'677'722);
    row("100 % of 16,777,216", 100, true, 1, 16'777'216, 16'777'216);
    row("100 % of all of IPv4", 100, true, 1, 4294967296.0, 4'294'967'296);
    row("a large number", 3'000'000'000.0, false, 1, 8, 3'000'000'000);
    row("0 % is at least one", 0, true, 1, 256, 1);
}

void TestThresholds::minTargetsAreWhole() {
    QFETCH(double, value);
    QFETCH(bool, isPercent);
    QFETCH(quint64, floor);
    QFETCH(double, telescope);
    QFETCH(quint64, number);
    QCOMPARE(quint64{(MinTargets{value, isPercent, floor}.on(telescope))}, number);
}

void TestThresholds::parsesMinTargets_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isPercent");
    const auto row = [](const char* text, double value, bool isPercent) {
        QTest::newRow(text) << std::string(text) << value << isPercent;
    };
    row("64", 64, false);
    row("1", 1, false);
    row("0", 0, false);
    row("25%", 25, true);
    row("0.1%", 0.1, true);
    row("100%", 100, true);
    row("0%", 0, true);
}

void TestThresholds::parsesMinTargets() {
    QFETCH(std::string, text);
    QFETCH(double, value);
    QFETCH(bool, isPercent);
    const Result<MinTargets> targets = parseMinTargets(text);
    QVERIFY(targets.ok());
    QCOMPARE(targets.value().value, value);
    QCOMPARE(targets.value().isPercent, isPercent);
}

void TestThresholds::refusesMinTargets_data() {
    QTest::addColumn<std::string>("text");
    for (const char* const text : {"", "%", "many", "-1", "-5%", "1.5", "101%", "25 %", " 25",
             "25 ", "25%%", "0x10", "1,000", "inf", "nan", "nan%", "1e999"})
        QTest::newRow(text) << std::string(text);
}

void TestThresholds::refusesMinTargets() {
    QFETCH(std::string, text);
    const Result<MinTargets> targets = parseMinTargets(text);
    QVERIFY(!targets.ok());
    QVERIFY(targets.error().message().find("'" + text + "'") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestThresholds)
#include "tst_thresholds.moc"
