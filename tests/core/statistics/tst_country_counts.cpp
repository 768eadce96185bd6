// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/country_counts.h"
#include "support/scan_set.h"
#include "support/show.h"

#include <QTest>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

CountryCount count(
    const char* code, std::uint64_t scans, std::uint64_t sources, std::uint64_t packets) {
    return {CountryId::fromCode(code), scans, sources, packets};
}

std::string orderOf(const std::vector<CountryShare>& ranked) {
    std::string text;
    for (const CountryShare& each : ranked)
        text += each.count.country.code() + " ";
    return text;
}

std::string textOf(const CountryCount& each) {
    return each.country.code() + " " + std::to_string(each.scans) + " " +
           std::to_string(each.sources) + " " + std::to_string(each.packets);
}

} // namespace

class TestCountryCounts : public QObject {
    Q_OBJECT

private slots:
    void agreeWithTheTwin_data();
    void agreeWithTheTwin();
    void partsAddUp();
    void sharesAreOfEverything();
    void theCurveEndsBelowOneByTheUnknownShare_data();
    void theCurveEndsBelowOneByTheUnknownShare();
    void tiesAreDecided();
    void ranksByTheWeightAskedFor();
    void unknownIsLastHoweverLarge();
    void sharesOfNothing();
    void countsCountries_data();
    void countsCountries();
};

void TestCountryCounts::agreeWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (int set = 0; set < 4; ++set)
            QTest::addRow("seed %d, thresholds %d", static_cast<int>(seed), set) << seed << set;
    }
}

void TestCountryCounts::agreeWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    const ScanSet scans(seed, 2'000, statisticsThresholds()[static_cast<std::size_t>(set)], 1'000);
    std::map<std::string, CountryCount> naive;
    std::map<std::string, std::set<std::string>> sources;
    for (const TwinScan& twin : scans.twins()) {
        const CountryId country = ScanSet::countryOf(*parseAddress(twin.source));
        CountryCount& each = naive[country.code()];
        each.country = country;
        ++each.scans;
        each.packets += twin.packets;
        sources[country.code()].insert(twin.source);
    }
    CountryCounter counter;
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        counter.add(scans.view(), segment);
    const std::vector<CountryCount> got = counter.finish();
    QCOMPARE(got.size(), naive.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        CountryCount& expected = naive[got[i].country.code()];
        expected.sources = sources[got[i].country.code()].size();
        QCOMPARE(textOf(got[i]), textOf(expected));
        QVERIFY(got[i].country.isKnown() || i + 1 == got.size());
        if (i > 0 && got[i].country.isKnown())
            QVERIFY(got[i - 1].scans >= got[i].scans);
    }
}

void TestCountryCounts::partsAddUp() {
    const ScanSet scans(9, 2'000, statisticsThresholds()[0], 1'000);
    CountryCounter all;
    CountryCounter even;
    CountryCounter odd;
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        all.add(scans.view(), segment);
        (segment % 2 == 0 ? even : odd).add(scans.view(), segment);
    }
    even.add(odd);
    QVERIFY(even.finish() == all.finish());
}

void TestCountryCounts::sharesAreOfEverything() {
    const auto ranked = rankCountries({count("DE", 10, 1, 1), count("US", 50, 1, 1),
                                          count("??", 20, 1, 1), count("CN", 20, 1, 1)},
        Weight::scans);
    QCOMPARE(orderOf(ranked), std::string("US CN DE ?? "));
    const std::vector<double> shares = {0.5, 0.2, 0.1, 0.2};
    const std::vector<double> cumulative = {0.5, 0.7, 0.8, 0.8};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(ranked[i].share, shares[i]);
        QCOMPARE(ranked[i].cumulative, cumulative[i]);
    }
}

void TestCountryCounts::theCurveEndsBelowOneByTheUnknownShare_data() {
    QTest::addColumn<std::uint64_t>("unknown");
    QTest::addColumn<double>("end");
    QTest::newRow("none unknown") << std::uint64_t{0} << 1.0;
    QTest::newRow("a quarter") << std::uint64_t{20} << 0.75;
    QTest::newRow("nearly all") << std::uint64_t{5'940} << 0.01;
}

void TestCountryCounts::theCurveEndsBelowOneByTheUnknownShare() {
    QFETCH(std::uint64_t, unknown);
    QFETCH(double, end);
    std::vector<CountryCount> counts = {
        count("US", 30, 0, 0), count("CN", 20, 0, 0), count("NL", 10, 0, 0)};
    if (unknown > 0)
        counts.push_back(count("??", unknown, 0, 0));
    const auto ranked = rankCountries(counts, Weight::scans);
    QCOMPARE(ranked[2].cumulative, end);
    QVERIFY(ranked[0].cumulative < ranked[1].cumulative);
    double sum = 0;
    for (const CountryShare& each : ranked)
        sum += each.share;
    QCOMPARE(sum, 1.0);
}

void TestCountryCounts::tiesAreDecided() {
    const std::vector<CountryCount> counts = {count("ZA", 5, 1, 7), count("AT", 5, 1, 7),
        count("BE", 5, 1, 9), count("NL", 5, 9, 7), count("??", 5, 9, 99)};
    // Equal scans: more packets first, then by code.
    QCOMPARE(orderOf(rankCountries(counts, Weight::scans)), std::string("BE AT NL ZA ?? "));
    QCOMPARE(orderOf(rankCountries(counts, Weight::sources)), std::string("NL BE AT ZA ?? "));
    std::vector<CountryCount> reversed(counts.rbegin(), counts.rend());
    QCOMPARE(orderOf(rankCountries(reversed, Weight::scans)), std::string("BE AT NL ZA ?? "));
}

void TestCountryCounts::ranksByTheWeightAskedFor() {
    const std::vector<CountryCount> counts = {
        count("US", 60, 1, 100), count("CN", 30, 8, 200), count("NL", 10, 1, 700)};
    const auto scans = rankCountries(counts, Weight::scans);
    QCOMPARE(orderOf(scans), std::string("US CN NL "));
    QCOMPARE(scans[0].share, 0.6);
    const auto sources = rankCountries(counts, Weight::sources);
    QCOMPARE(orderOf(sources), std::string("CN NL US "));
    QCOMPARE(sources[0].share, 0.8);
    const auto packets = rankCountries(counts, Weight::packets);
    QCOMPARE(orderOf(packets), std::string("NL CN US "));
    QCOMPARE(packets[1].cumulative, 0.9);
}

void TestCountryCounts::unknownIsLastHoweverLarge() {
    const auto ranked =
        rankCountries({count("??", 1'000, 1, 1), count("NL", 1, 1, 1)}, Weight::scans);
    QCOMPARE(orderOf(ranked), std::string("NL ?? "));
    QCOMPARE(ranked[1].share, 1'000.0 / 1'001);
    QCOMPARE(ranked[1].cumulative, 1.0 / 1'001);
    const auto alone = rankCountries({count("??", 7, 1, 1)}, Weight::scans);
    QCOMPARE(alone[0].share, 1.0);
    QCOMPARE(alone[0].cumulative, 0.0);
}

void TestCountryCounts::sharesOfNothing() {
    QVERIFY(rankCountries({}, Weight::scans).empty());
    const auto ranked = rankCountries({count("NL", 3, 0, 0)}, Weight::packets);
    QCOMPARE(ranked[0].share, 0.0);
    QCOMPARE(ranked[0].cumulative, 0.0);
    QCOMPARE(countriesFor({}, 0.5), std::size_t{0});
}

void TestCountryCounts::countsCountries_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<std::size_t>("countries");
    QTest::newRow("any") << 0.0 << std::size_t{1};
    QTest::newRow("exactly the first") << 0.5 << std::size_t{1};
    QTest::newRow("a little more") << 0.5001 << std::size_t{2};
    QTest::newRow("exactly two") << 0.7 << std::size_t{2};
    QTest::newRow("all that are known") << 0.8 << std::size_t{3};
    QTest::newRow("more than all that are known") << 0.81 << std::size_t{0};
    QTest::newRow("everything") << 1.0 << std::size_t{0};
}

void TestCountryCounts::countsCountries() {
    QFETCH(double, share);
    QFETCH(std::size_t, countries);
    const auto ranked = rankCountries({count("US", 50, 1, 1), count("CN", 20, 1, 1),
                                          count("DE", 10, 1, 1), count("??", 20, 1, 1)},
        Weight::scans);
    QCOMPARE(countriesFor(ranked, share), countries);
}

QTEST_APPLESS_MAIN(TestCountryCounts)
#include "tst_country_counts.moc"
