// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_origins.h"
#include "support/geo_file.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <set>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Half of IPv4 at random, some neighbours, some IPv6.
std::vector<Address> randomAddresses(std::uint64_t seed, std::size_t count) {
    Random random(seed);
    std::set<Address> addresses;
    while (addresses.size() < count) {
        if (random.oneIn(4))
            addresses.insert(Ipv6{0x2000000000000000 | random.next() >> 4, random.next()});
        else if (random.oneIn(4) && !addresses.empty() && addresses.begin()->isV4())
            addresses.insert(Ipv4{
                addresses.begin()->v4().value + static_cast<std::uint32_t>(random.below(100'000))});
        else
            addresses.insert(Ipv4{static_cast<std::uint32_t>(random.next())});
    }
    return {addresses.begin(), addresses.end()};
}

std::string textOf(CountryId country, const Network& network) {
    return country.code() + " " + std::to_string(network.asNumber) + " " + network.name;
}

/// The sources in a few segments, each ascending, and looked up together.
std::vector<std::string> lookUp(
    const GeoDatabases& databases, const std::vector<Address>& sources, std::size_t segments) {
    std::vector<AddressList> parts(segments);
    for (std::size_t i = 0; i < sources.size(); ++i)
        parts[i % segments].pushBack(sources[i]);
    std::vector<const AddressList*> lists;
    for (const AddressList& part : parts)
        lists.push_back(&part);
    const SourceOrigins origins = lookUpSources(databases, lists);
    std::vector<std::string> texts(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const OriginSegment& segment = origins.segments.at(i % segments);
        texts[i] = textOf(segment.countries.at(i / segments),
            origins.networks.at(segment.networks.at(i / segments).place));
    }
    return texts;
}

std::vector<std::string> lookUpSingly(
    const GeoDatabases& databases, const std::vector<Address>& sources) {
    std::vector<std::string> texts;
    for (const Address& source : sources) {
        const Origin origin = databases.lookUp(source);
        texts.push_back(textOf(origin.country, {origin.asNumber, origin.asName}));
    }
    return texts;
}

} // namespace

class TestSourceOrigins : public QObject {
    Q_OBJECT

private slots:
    void equalsSingleLookUps_data();
    void equalsSingleLookUps();
    void asksOneDatabaseAfterAnother();
    void severalDatabasesEqualSingleLookUps();
    void numbersEachNetworkOnce();
    void knowsNothingWithoutDatabases();

private:
    [[nodiscard]] GeoDatabases write(const std::vector<std::vector<GeoEntry>>& contents);
    TemporaryFolder m_folder;
};

GeoDatabases TestSourceOrigins::write(const std::vector<std::vector<GeoEntry>>& contents) {
    std::vector<GeoDatabase> databases;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        const std::string path = m_folder.write(std::to_string(i) + ".mmdb", geoFile(contents[i]));
        databases.push_back(std::move(GeoDatabase::open(path)).value());
    }
    return GeoDatabases(std::move(databases));
}

void TestSourceOrigins::equalsSingleLookUps_data() {
    QTest::addColumn<std::size_t>("segments");
    QTest::addColumn<std::size_t>("count");
    for (const std::size_t segments : {1U, 3U, 64U})
        QTest::addRow("%zu segments", segments) << segments << std::size_t{5'000};
    QTest::addRow("so many that each /16 is asked for") << std::size_t{5} << std::size_t{140'000};
}

void TestSourceOrigins::equalsSingleLookUps() {
    QFETCH(std::size_t, segments);
    QFETCH(std::size_t, count);
    std::vector<GeoDatabase> shipped;
    shipped.push_back(
        std::move(GeoDatabase::open(sourceFile("resources/geo/sweepscope-geo.mmdb"))).value());
    const GeoDatabases databases(std::move(shipped));
    const std::vector<Address> sources = randomAddresses(segments, count);
    const std::vector<std::string> expected = lookUpSingly(databases, sources);
    const std::vector<std::string> got = lookUp(databases, sources, segments);
    for (std::size_t i = 0; i < sources.size(); ++i)
        QVERIFY2(got[i] == expected[i], (toText(sources[i]) + ": " + got[i]).c_str());
    QVERIFY(std::set<std::string>(expected.begin(), expected.end()).size() > 500);
}

void TestSourceOrigins::asksOneDatabaseAfterAnother() {
    const GeoDatabases databases = write({{{"10.0.0.0/8", {{"country.iso_code", "NL"}}},
                                              {"11.0.0.0/8", {{"autonomous_system_number", 11U}}}},
        {{"10.0.0.0/8", geoFields("DE", 20, "Twenty")},
            {"11.0.0.0/8", geoFields("FR", 30, "Thirty")},
            {"12.0.0.0/8", geoFields("EU", 40, "Forty")}},
        {{"12.0.0.0/8", geoFields("BE", 50, "Fifty")}}});
    const auto text = [&](const char* address) {
        const Origin origin = databases.lookUp(*parseAddress(address));
        return textOf(origin.country, {origin.asNumber, origin.asName});
    };
    // The first that knows the country, the first that knows the network, and that one's name.
    QCOMPARE(text("10.1.1.1"), std::string("NL 20 Twenty"));
    QCOMPARE(text("11.1.1.1"), std::string("FR 11 "));
    QCOMPARE(text("12.1.1.1"), std::string("BE 40 Forty"));
    QCOMPARE(text("13.1.1.1"), std::string("?? 0 "));
}

void TestSourceOrigins::severalDatabasesEqualSingleLookUps() {
    // Prefixes of different lengths, so that one database changes its answer where another does
    // not.
    std::vector<std::vector<GeoEntry>> contents(3);
    Random random(7);
    for (int i = 0; i < 256; ++i) {
        for (std::size_t database = 0; database < 3; ++database) {
            if (random.oneIn(3))
                continue;
            const std::string country = {static_cast<char>('A' + random.below(20)), 'E'};
            const auto network = static_cast<std::uint32_t>(random.below(6));
            contents[database].push_back({std::to_string(i) + "." +
                                              (database == 0      ? "0.0.0/8"
                                                  : database == 1 ? "128.0.0/9"
                                                                  : "64.0.0/10"),
                geoFields(country, network, "N" + std::to_string(network))});
        }
    }
    const GeoDatabases databases = write(contents);
    const std::vector<Address> sources = randomAddresses(8, 5'000);
    QVERIFY(lookUp(databases, sources, 5) == lookUpSingly(databases, sources));
}

void TestSourceOrigins::numbersEachNetworkOnce() {
    const GeoDatabases databases = write({{{"10.0.0.0/8", geoFields("NL", 7, "Seven")},
        {"11.0.0.0/8", geoFields("DE", 7, "Seven")}, {"12.0.0.0/8", geoFields("FR", 7, "Other")},
        {"13.0.0.0/8", {{"country.iso_code", "BE"}}}, {"15.0.0.0/8", geoFields("NL", 7, "Third")},
        {"16.0.0.0/8", geoFields("BE", 7, "Other")}}});
    const AddressList sources(
        {Ipv4{0x0a000001}, Ipv4{0x0b000001}, Ipv4{0x0c000001}, Ipv4{0x0d000001}, Ipv4{0x0e000001},
            Ipv4{0x0f000001}, Ipv4{0x10000001}},
        {});
    const std::vector<const AddressList*> segments = {&sources};
    const SourceOrigins origins = lookUpSources(databases, segments);
    QCOMPARE(origins.networks.size(), std::size_t{4}); // none, Seven, Other, Third
    QVERIFY(origins.networks[0] == Network());
    const auto& networks = origins.segments.at(0).networks;
    QVERIFY(networks[0] == networks[1]); // one network in two countries
    QVERIFY(networks[0] != networks[2]);
    QVERIFY(!networks[3].isKnown() && !networks[4].isKnown());
    QVERIFY(networks[0].isKnown());
    QVERIFY(networks[5] != networks[0] && networks[5] != networks[2]);
    QVERIFY(networks[6] == networks[2]);
}

void TestSourceOrigins::knowsNothingWithoutDatabases() {
    const GeoDatabases none;
    QVERIFY(none.isEmpty());
    const std::vector<Address> sources = {Ipv4{0x08080808}, Ipv6{1, 2}};
    for (const std::string& text : lookUp(none, sources, 2))
        QCOMPARE(text, std::string("?? 0 "));
    QVERIFY(lookUpSources(none, {}).segments.empty());
}

QTEST_APPLESS_MAIN(TestSourceOrigins)
#include "tst_source_origins.moc"
