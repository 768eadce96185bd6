// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/country.h"
#include "support/show.h"

#include <QTest>

#include <set>
#include <string>

using namespace sweepscope;

class TestCountry : public QObject {
    Q_OBJECT

private slots:
    void readsCodes_data();
    void readsCodes();
    void standsForNone_data();
    void standsForNone();
    void numbersAndCodesAgree();
    void ordersByCodeAndNoneFirst();
};

void TestCountry::readsCodes_data() {
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("name");
    const auto row = [](const char* code, const char* name) {
        QTest::newRow(code) << std::string(code) << std::string(name);
    };
    row("AD", "Andorra"); // the first
    row("CI", "Côte d'Ivoire");
    row("CN", "China");
    row("DE", "Germany");
    row("GB", "United Kingdom");
    row("KR", "South Korea");
    row("NL", "Netherlands");
    row("TR", "Türkiye");
    row("TW", "Taiwan");
    row("US", "United States");
    row("XK", "Kosovo");   // not in the standard, but in use
    row("ZW", "Zimbabwe"); // the last
    row("QQ", "QQ");       // a code without a name
}

void TestCountry::readsCodes() {
    QFETCH(std::string, code);
    QFETCH(std::string, name);
    const CountryId country = CountryId::fromCode(code);
    QVERIFY(country.isKnown());
    QCOMPARE(country.code(), code);
    QCOMPARE(nameOf(country), name);
    QVERIFY(CountryId::fromNumber(country.number()) == country);
}

void TestCountry::standsForNone_data() {
    QTest::addColumn<std::string>("code");
    for (const char* const code : {"", "?", "??", "U", "USA", "us", "Us", "U1", "A1", "A2", "EU",
             "AP", "XX", "ZZ", "  ", "-", "@A", "[A", "A["})
        QTest::newRow(code) << std::string(code);
    QTest::newRow("zero bytes") << std::string(2, '\0');
    QTest::newRow("two bytes of UTF-8") << std::string("Å");
}

void TestCountry::standsForNone() {
    QFETCH(std::string, code);
    const CountryId country = CountryId::fromCode(code);
    QVERIFY(!country.isKnown());
    QVERIFY(country == CountryId());
    QCOMPARE(country.number(), std::uint16_t{0});
    QCOMPARE(country.code(), std::string("??"));
    QCOMPARE(nameOf(country), std::string("Unknown"));
}

void TestCountry::numbersAndCodesAgree() {
    std::set<std::string> codes;
    for (std::uint16_t number = 1; number < CountryId::kCount; ++number) {
        const CountryId country = CountryId::fromNumber(number);
        QVERIFY(country.isKnown());
        QCOMPARE(country.code().size(), std::size_t{2});
        codes.insert(country.code());
        const CountryId again = CountryId::fromCode(country.code());
        const bool isNone = country.code() == "AP" || country.code() == "EU" ||
                            country.code() == "XX" || country.code() == "ZZ";
        QVERIFY(isNone ? !again.isKnown() : again == country);
    }
    QCOMPARE(codes.size(), std::size_t{26} * 26);
    QCOMPARE(*codes.begin(), std::string("AA"));
    QCOMPARE(*codes.rbegin(), std::string("ZZ"));
    QVERIFY(!CountryId::fromNumber(CountryId::kCount).isKnown());
    QVERIFY(!CountryId::fromNumber(65'535).isKnown());
}

void TestCountry::ordersByCodeAndNoneFirst() {
    QVERIFY(CountryId() < CountryId::fromCode("AA"));
    QVERIFY(CountryId::fromCode("AZ") < CountryId::fromCode("BA"));
    QVERIFY(CountryId::fromCode("DE") < CountryId::fromCode("US"));
}

QTEST_APPLESS_MAIN(TestCountry)
#include "tst_country.moc"
