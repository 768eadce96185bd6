// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geo_database.h"
#include "support/geo_file.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

std::string textOf(const Origin& origin) {
    return origin.country.code() + " " + std::to_string(origin.asNumber) + " " + origin.asName;
}

Address addressOf(const std::string& text) {
    return parseAddress(text).value();
}

/// "::2.125.160.216/125" is how the sources write IPv4 in a tree for IPv6; some have host bits set.
Prefix prefixOf(const std::string& text) {
    const auto slash = text.find('/');
    const std::string address = text.substr(0, slash);
    const int length = std::stoi(text.substr(slash + 1));
    const bool isMapped = address.starts_with("::") && address.find('.') != std::string::npos;
    return isMapped ? Prefix::around(addressOf(address.substr(2)), length - 96)
                    : Prefix::around(addressOf(address), length);
}

/// The contents that a database was made from. The longest prefix answers, the last of equals.
class Source {
public:
    explicit Source(const std::string& path) {
        for (const auto& item : nlohmann::json::parse(readText(path))) {
            for (const auto& [prefix, record] : item.items())
                m_records.emplace_back(prefixOf(prefix), record);
        }
    }

    /// Null where no prefix holds the address.
    [[nodiscard]] const nlohmann::json* find(const Address& address) const {
        const nlohmann::json* found = nullptr;
        int length = -1;
        for (const auto& [prefix, record] : m_records) {
            if (prefix.length >= length && prefix.contains(address)) {
                found = &record;
                length = prefix.length;
            }
        }
        return found;
    }

    [[nodiscard]] const std::vector<std::pair<Prefix, nlohmann::json>>& records() const {
        return m_records;
    }

private:
    std::vector<std::pair<Prefix, nlohmann::json>> m_records;
};

std::string countryOf(const nlohmann::json& record) {
    for (const char* const field : {"country", "registered_country"}) {
        if (record.contains(field) && record[field].contains("iso_code"))
            return record[field]["iso_code"];
    }
    return "??";
}

Origin originOf(const nlohmann::json* record) {
    Origin origin;
    if (record == nullptr)
        return origin;
    origin.country = CountryId::fromCode(countryOf(*record));
    origin.asNumber = record->value("autonomous_system_number", 0U);
    origin.asName = record->value("autonomous_system_organization", std::string());
    return origin;
}

/// The first address of a prefix, its last, and the ones on either side.
std::vector<Address> edgesOf(const Prefix& prefix) {
    if (prefix.network.isV4()) {
        const std::uint32_t first = prefix.network.v4().value;
        const std::uint32_t last = first + static_cast<std::uint32_t>(prefix.size() - 1);
        return {Ipv4{first}, Ipv4{last}, Ipv4{first - 1}, Ipv4{last + 1}};
    }
    Ipv6 last = prefix.network.v6();
    if (prefix.length < 64)
        last = {last.high | ~std::uint64_t{0} >> prefix.length, ~std::uint64_t{0}};
    else if (prefix.length < 128)
        last.low |= ~std::uint64_t{0} >> (prefix.length - 64);
    return {prefix.network, last};
}

void exercise(const GeoDatabase& database, std::uint64_t seed) {
    Random random(seed);
    std::size_t answers = database.type().size() + database.description().size();
    for (int i = 0; i < 100; ++i) {
        const Address four = Ipv4{static_cast<std::uint32_t>(random.next())};
        const Address six = Ipv6{0x2000000000000000 | random.next() >> 4, random.next()};
        for (const Address& address : {four, six}) {
            answers += database.find(address).id;
            answers += textOf(database.read(address)).size();
        }
    }
    QVERIFY(answers > 0);
}

} // namespace

class TestGeoDatabase : public QObject {
    Q_OBJECT

private slots:
    void shippedDatabaseKnows_data();
    void shippedDatabaseKnows();
    void shippedDatabaseSaysWhatItIs();
    void agreesWithItsSource_data();
    void agreesWithItsSource();
    void recordsHoldForTheirPrefix();
    void readsTheLayoutsOfOthers_data();
    void readsTheLayoutsOfOthers();
    void saysWhyItCannotBeOpened();
    void survivesDamagedFiles();
    void survivesFlippedBits_data();
    void survivesFlippedBits();
    void survivesCutFiles();

private:
    TemporaryFolder m_folder;
};

void TestGeoDatabase::shippedDatabaseKnows_data() {
    QTest::addColumn<std::string>("address");
    QTest::addColumn<std::string>("country");
    QTest::addColumn<std::uint32_t>("asNumber");
    const auto row = [](const char* address, const char* country, std::uint32_t asNumber) {
        QTest::newRow(address) << std::string(address) << std::string(country) << asNumber;
    };
    row("8.8.8.8", "US", 15'169);
    row("193.0.6.139", "NL", 3'333);
    row("2001:4860:4860::8888", "US", 15'169);
    row("::ffff:8.8.8.8", "US", 15'169);  // mapped
    row("2002:808:808::1", "US", 15'169); // 6to4
    for (const char* const special :
        {"0.1.2.3", "10.1.2.3", "100.64.1.1", "127.0.0.1", "169.254.3.4", "172.16.0.1", "192.0.2.1",
            "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
            "255.255.255.255", "::1", "2001:db8::1", "fc00::1", "fe80::1", "ff02::1"})
        row(special, "??", 0);
}

void TestGeoDatabase::shippedDatabaseKnows() {
    QFETCH(std::string, address);
    QFETCH(std::string, country);
    QFETCH(std::uint32_t, asNumber);
    const auto database = GeoDatabase::open(sourceFile("resources/geo/sweepscope-geo.mmdb"));
    QVERIFY2(database.ok(), database.ok() ? "" : database.error().message().c_str());
    const Origin origin = database.value().read(addressOf(address));
    QCOMPARE(origin.country.code(), country);
    QCOMPARE(origin.asNumber, asNumber);
    QCOMPARE(!origin.asName.empty(), asNumber != 0);
}

void TestGeoDatabase::shippedDatabaseSaysWhatItIs() {
    const std::string path = sourceFile("resources/geo/sweepscope-geo.mmdb");
    const auto database = GeoDatabase::open(path);
    QVERIFY(database.ok());
    QCOMPARE(database.value().path(), path);
    QCOMPARE(database.value().type(), std::string("Sweepscope-Country-ASN"));
    QCOMPARE(qint64{database.value().buildTime()}, qint64{1'782'362'039}); // 2026-06-25 04:33:59
    QVERIFY(!database.value().description().empty());
}

void TestGeoDatabase::agreesWithItsSource_data() {
    QTest::addColumn<std::string>("name");
    for (const char* const name : {"GeoIP2-Country-Test", "GeoLite2-ASN-Test"})
        QTest::newRow(name) << std::string(name);
}

void TestGeoDatabase::agreesWithItsSource() {
    QFETCH(std::string, name);
    if (!publicCaptures())
        QSKIP("the folder of public captures is not there");
    const std::filesystem::path folder = *publicCaptures() / "maxmind-MaxMind-DB";
    const auto database = GeoDatabase::open((folder / (name + ".mmdb")).string());
    QVERIFY(database.ok());
    const Source source((folder / ("source__" + name + ".json")).string());
    QVERIFY(source.records().size() > 300);
    for (const auto& [prefix, record] : source.records()) {
        for (const Address& address : edgesOf(prefix)) {
            const std::string got = textOf(database.value().read(address));
            const std::string expected = textOf(originOf(source.find(address)));
            QVERIFY2(got == expected, (toText(address) + ": " + got + ", not " + expected).c_str());
        }
    }
}

/// What find() says of one address holds for all addresses of the prefix it gives.
void TestGeoDatabase::recordsHoldForTheirPrefix() {
    const auto opened = GeoDatabase::open(sourceFile("resources/geo/sweepscope-geo.mmdb"));
    QVERIFY(opened.ok());
    const GeoDatabase& database = opened.value();
    Random random(1);
    for (int i = 0; i < 3'000; ++i) {
        const Address address =
            random.oneIn(3) ? Address(Ipv6{0x2000000000000000 | random.next() >> 4, random.next()})
                            : Address(Ipv4{static_cast<std::uint32_t>(random.next())});
        const GeoDatabase::Record record = database.find(address);
        QCOMPARE(record.id == 0, textOf(database.read(address)) == "?? 0 ");
        QVERIFY(record.prefixLength >= 0 && record.prefixLength <= (address.isV4() ? 32 : 128));
        for (const Address& edge : edgesOf(Prefix::around(address, record.prefixLength))) {
            if (!Prefix::around(address, record.prefixLength).contains(edge))
                continue;
            QCOMPARE(database.find(edge).id, record.id);
            QCOMPARE(database.find(edge).prefixLength, record.prefixLength);
        }
    }
}

void TestGeoDatabase::readsTheLayoutsOfOthers_data() {
    QTest::addColumn<std::vector<GeoField>>("fields");
    QTest::addColumn<std::string>("origin");
    const auto row = [](const char* name, const std::vector<GeoField>& fields, const char* origin) {
        QTest::newRow(name) << fields << std::string(origin);
    };
    row("MaxMind, DB-IP", geoFields("NL", 3'333, "RIPE NCC"), "NL 3333 RIPE NCC");
    row("registered country alone", {{"registered_country.iso_code", "FR"}}, "FR 0 ");
    row("IPinfo", {{"country", "DE"}, {"asn", "AS24940"}, {"as_name", "Hetzner Online GmbH"}},
        "DE 24940 Hetzner Online GmbH");
    row("IPinfo, newer", {{"country_code", "DE"}, {"country", "Germany"}, {"asn", "AS24940"}},
        "DE 24940 ");
    row("a network without its letters", {{"asn", "64500"}, {"name", "Example"}},
        "?? 64500 Example");
    row("no number of a network", {{"asn", "unknown"}}, "?? 0 ");
    row("a number that is too large", {{"asn", "AS99999999999"}}, "?? 0 ");
    row("a region that is no country", {{"country.iso_code", "EU"}}, "?? 0 ");
    row("a country of another type", {{"country", 7U}}, "?? 0 ");
    row("a number of another type", {{"autonomous_system_number", "15169"}}, "?? 0 ");
    row("something else", {{"city.name", "Delft"}}, "?? 0 ");
    row("nothing", {}, "?? 0 ");
}

void TestGeoDatabase::readsTheLayoutsOfOthers() {
    QFETCH(std::vector<GeoField>, fields);
    QFETCH(std::string, origin);
    const std::string path = m_folder.write(
        "layout.mmdb", geoFile({{"198.51.100.0/24", fields}, {"2001:db8::/32", fields}}));
    const auto database = GeoDatabase::open(path);
    QVERIFY2(database.ok(), database.ok() ? "" : database.error().message().c_str());
    QCOMPARE(textOf(database.value().read(addressOf("198.51.100.77"))), origin);
    QCOMPARE(textOf(database.value().read(addressOf("2001:db8:7::1"))), origin);
    QCOMPARE(textOf(database.value().read(addressOf("198.51.101.1"))), std::string("?? 0 "));
    QCOMPARE(database.value().type(), std::string("Test"));
    QCOMPARE(database.value().description(), std::string("A database of a test"));
    QCOMPARE(database.value().find(addressOf("198.51.100.77")).prefixLength, 24);
}

void TestGeoDatabase::saysWhyItCannotBeOpened() {
    const std::vector<std::string> paths = {m_folder.path("missing.mmdb"), m_folder.path(""),
        m_folder.write("empty.mmdb", ""), m_folder.write("text.mmdb", "no database\n")};
    for (const std::string& path : paths) {
        const auto database = GeoDatabase::open(path);
        QVERIFY2(!database.ok(), path.c_str());
        const std::string& message = database.error().message();
        QVERIFY2(message.starts_with(path + ": "), message.c_str());
        QVERIFY2(message.size() > path.size() + 20, message.c_str());
    }
}

void TestGeoDatabase::survivesDamagedFiles() {
    if (!publicCaptures())
        QSKIP("the folder of public captures is not there");
    int files = 0;
    for (const auto& entry :
        std::filesystem::directory_iterator(*publicCaptures() / "maxmind-MaxMind-DB")) {
        if (entry.path().extension() != ".mmdb")
            continue;
        ++files;
        const auto database = GeoDatabase::open(entry.path().string());
        if (database.ok())
            exercise(database.value(), 1);
        else
            QVERIFY(database.error().message().starts_with(entry.path().string()));
    }
    QCOMPARE(files, 15);
}

void TestGeoDatabase::survivesFlippedBits_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestGeoDatabase::survivesFlippedBits() {
    QFETCH(std::uint64_t, seed);
    std::vector<GeoEntry> entries;
    for (int i = 0; i < 64; ++i)
        entries.push_back({std::to_string(i * 4) + ".0.0.0/7", geoFields("NL", 3'333, "RIPE NCC")});
    entries.push_back({"2000::/3", geoFields("DE", 24'940, "Hetzner Online GmbH")});
    const Bytes whole = geoFile(entries);
    Random random(seed);
    for (int round = 0; round < 100; ++round) {
        Bytes damaged = whole;
        for (std::uint64_t flips = 1 + random.below(4); flips > 0; --flips)
            damaged[random.below(damaged.size())] ^=
                static_cast<std::uint8_t>(1U << random.below(8));
        const auto database = GeoDatabase::open(m_folder.write("damaged.mmdb", damaged));
        if (database.ok())
            exercise(database.value(), seed);
    }
}

void TestGeoDatabase::survivesCutFiles() {
    const Bytes whole = geoFile({{"198.51.100.0/24", geoFields("NL", 3'333, "RIPE NCC")},
        {"2001:db8::/32", geoFields("DE", 24'940, "Hetzner")}});
    for (std::size_t bytes = 0; bytes < whole.size(); bytes += 7) {
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(bytes));
        const auto database = GeoDatabase::open(m_folder.write("cut.mmdb", cut));
        if (database.ok())
            exercise(database.value(), bytes);
    }
}

QTEST_APPLESS_MAIN(TestGeoDatabase)
#include "tst_geo_database.moc"
