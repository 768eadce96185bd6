// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_report.h"
#include "support/geo_file.h"
#include "support/packet_script.h"
#include "support/show.h"
#include "support/small_scene.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;
using Json = nlohmann::json;

namespace {

std::string textOf(const Snapshot& snapshot, bool withScans, const Provenance& provenance = {}) {
    std::string text;
    writeJsonReport(
        snapshot, provenance, withScans, [&](std::string_view piece) { text += piece; });
    return text;
}

Json parsedReport(const Snapshot& snapshot, bool withScans = true) {
    return Json::parse(textOf(snapshot, withScans));
}

/// 's'tring, 'i'nteger from 0 up, 'n'umber, 'b'oolean, 'a'rray, 't'ime, '0' null.
bool isOf(char type, const Json& value) {
    switch (type) {
    case 's':
        return value.is_string();
    case 'i':
        return value.is_number_unsigned();
    case 'n':
        return value.is_number();
    case 'b':
        return value.is_boolean();
    case 'a':
        return value.is_array();
    case 't':
        return value.is_string() && parseIso8601(value.get<std::string>()).has_value();
    default:
        return value.is_null();
    }
}

/// Only these fields: others may be added to a report at any time.
Json promised(const Json& object, const std::vector<const char*>& names) {
    Json result;
    for (const char* const name : names)
        result[name] = object.at(name);
    return result;
}

struct Field {
    std::string place; ///< a JSON pointer
    std::string types; ///< any of these
};

/// Every field that the design promises, in an entry of each list.
const std::vector<Field>& promisedFields() {
    static const std::vector<Field> kFields = {{"/format", "s"}, {"/capture/files", "a"},
        {"/capture/files/0/path", "s"}, {"/capture/files/0/format", "s"},
        {"/capture/files/0/link", "s"}, {"/capture/files/0/frames", "i"},
        {"/capture/files/0/bytes", "i"}, {"/capture/files/0/truncated", "b"},
        {"/capture/files/0/note", "s"}, {"/capture/frames", "i"}, {"/capture/first", "t"},
        {"/capture/last", "t"}, {"/accounting/probe", "i"}, {"/accounting/backscatter", "i"},
        {"/accounting/other", "i"}, {"/accounting/fragment", "i"}, {"/accounting/outside", "i"},
        {"/accounting/not_ip", "i"}, {"/accounting/malformed", "i"},
        {"/accounting/unsupported_link", "i"}, {"/telescope/addresses", "n"},
        {"/telescope/inferred", "b"}, {"/telescope/prefixes", "a"}, {"/telescope/prefixes/0", "s"},
        {"/thresholds/profile", "s"}, {"/thresholds/by", "s"}, {"/thresholds/expiry_s", "n"},
        {"/thresholds/min_targets", "i"}, {"/thresholds/min_rate_pps", "n"},
        {"/thresholds/rate_scope", "s"}, {"/thresholds/internet_size", "n"},
        {"/thresholds/large_coverage", "n"}, {"/totals/scans", "i"}, {"/totals/small", "i"},
        {"/totals/large", "i"}, {"/totals/scan_packets", "i"}, {"/totals/scan_sources", "i"},
        {"/totals/probe_sources", "i"}, {"/ports", "a"}, {"/ports/0/protocol", "s"},
        {"/ports/0/port", "i"}, {"/ports/0/service", "s"}, {"/ports/0/scans", "i"},
        {"/ports/0/small", "i"}, {"/ports/0/large", "i"}, {"/ports/0/packets", "i"},
        {"/ports/0/sources", "i"}, {"/countries", "a"}, {"/countries/0/code", "s"},
        {"/countries/0/name", "s"}, {"/countries/0/scans", "i"}, {"/countries/0/sources", "i"},
        {"/countries/0/packets", "i"}, {"/countries/0/share", "n"},
        {"/countries/0/cumulative", "n"}, {"/tools", "a"}, {"/tools/0/tool", "s"},
        {"/tools/0/scans", "i"}, {"/tools/0/small", "i"}, {"/tools/0/large", "i"},
        {"/tools/0/packets", "i"}, {"/scans", "a"}, {"/scans/0/source", "s"},
        {"/scans/0/kind", "s"}, {"/scans/0/protocol", "s"}, {"/scans/0/port", "i"},
        {"/scans/0/first", "t"}, {"/scans/0/last", "t"}, {"/scans/0/packets", "i"},
        {"/scans/0/targets", "i"}, {"/scans/0/rate_pps", "n"}, {"/scans/0/internet_rate_pps", "n"},
        {"/scans/0/coverage", "n"}, {"/scans/0/size", "s"}, {"/scans/0/tool", "s"},
        {"/scans/0/matched", "i"}, {"/scans/0/tested", "i"}, {"/scans/0/nearest", "s"},
        {"/scans/0/expected_by_chance", "n"}, {"/tool_traits", "a"}, {"/tool_rules", "a"},
        {"/tool_rules/0/fits", "s"}, {"/tool_rules/0/source", "s"},
        {"/tool_rules/0/confidence", "s"}, {"/scans/0/country", "s"}, {"/scans/0/asn", "i0"},
        {"/warnings", "a"}, {"/warnings/0", "s"}};
    return kFields;
}

} // namespace

/// The report of the small scene (support/small_scene.h), and what must hold for any.
class TestJsonReport : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { m_snapshot = smallSnapshot(m_folder); }

    void hasEveryPromisedField_data();
    void hasEveryPromisedField();
    void accountsForEveryFrame();
    void saysWhatWasAsked();
    void countsTheScene();
    void statisticsOfTheScene();
    void recommendsAnExpiry();
    void saysWhoIsKnown();
    void listsScansInOrder();
    void listsPortsWhenGroupedBySource();
    void listsNoScansUnasked();
    void timesMayBeMissing();
    void writesTheFormatFirst();
    void carriesProvenance();
    void survivesBrokenUtf8();
    void largeNumbersStayExact();

private:
    TemporaryFolder m_folder;
    std::shared_ptr<const Snapshot> m_snapshot;
};

void TestJsonReport::hasEveryPromisedField_data() {
    QTest::addColumn<std::string>("place");
    QTest::addColumn<std::string>("types");
    for (const Field& field : promisedFields())
        QTest::newRow(field.place.c_str()) << field.place << field.types;
}

void TestJsonReport::hasEveryPromisedField() {
    QFETCH(std::string, place);
    QFETCH(std::string, types);
    static const Json kReport = parsedReport(*m_snapshot);
    const Json::json_pointer pointer(place);
    QVERIFY2(kReport.contains(pointer), "missing");
    const Json& value = kReport.at(pointer);
    bool isRight = false;
    for (const char type : types)
        isRight = isRight || isOf(type, value);
    QVERIFY2(isRight, value.dump().c_str());
}

void TestJsonReport::accountsForEveryFrame() {
    const Json report = parsedReport(*m_snapshot);
    QVERIFY(report["accounting"] ==
            (Json{{"probe", 36}, {"backscatter", 1}, {"other", 1}, {"fragment", 1}, {"outside", 1},
                {"not_ip", 1}, {"malformed", 1}, {"unsupported_link", 0}}));
    QCOMPARE(report["capture"]["frames"].get<int>(), 42);
    QCOMPARE(report["capture"]["files"][0]["frames"].get<int>(), 42);
    QCOMPARE(report["capture"]["files"][0]["format"].get<std::string>(), std::string("pcap"));
    QCOMPARE(report["capture"]["files"][0]["link"].get<std::string>(), std::string("ethernet"));
    QCOMPARE(
        report["capture"]["first"].get<std::string>(), std::string("2026-01-01T00:00:00.000000Z"));
    QCOMPARE(
        report["capture"]["last"].get<std::string>(), std::string("2026-01-01T00:09:48.000000Z"));
}

void TestJsonReport::saysWhatWasAsked() {
    const Json report = parsedReport(*m_snapshot);
    QVERIFY(promised(report["telescope"], {"addresses", "inferred", "prefixes"}) ==
            (Json{{"addresses", 16}, {"inferred", false}, {"prefixes", {"192.0.2.0/28"}}}));
    const Json& thresholds = report["thresholds"];
    QVERIFY(thresholds["expiry_s"] == 480);
    QVERIFY2(textOf(*m_snapshot, false).find("\"expiry_s\": 480.0,") != std::string::npos,
        thresholds["expiry_s"].dump().c_str());
    QVERIFY(thresholds["min_targets"] == 4); // 25 % of 16
    QVERIFY(thresholds["by"] == "source-port");
    QVERIFY(thresholds["profile"] == "auto");
    QVERIFY(thresholds["min_rate_pps"] == 0);
    QVERIFY(thresholds["internet_size"] == 4294967296.0);
    QVERIFY(thresholds["large_coverage"] == 1);
}

void TestJsonReport::countsTheScene() {
    const Json report = parsedReport(*m_snapshot);
    QVERIFY(report["totals"]["scans"] == 4 && report["totals"]["small"] == 3);
    QVERIFY(report["totals"]["large"] == 1 && report["totals"]["scan_packets"] == 33);
    QVERIFY(report["totals"]["scan_sources"] == 3 && report["totals"]["probe_sources"] == 4);
    QVERIFY(report["ports"][0] ==
            (Json{{"protocol", "tcp"}, {"port", 445}, {"service", "microsoft-ds"}, {"scans", 2},
                {"small", 2}, {"large", 0}, {"packets", 9}, {"sources", 1}}));
    QCOMPARE(report["ports"].size(), std::size_t{3});
    QVERIFY(report["countries"][2] ==
            (Json{{"code", "??"}, {"name", "Unknown"}, {"scans", 1}, {"sources", 1}, {"packets", 8},
                {"share", 0.25}, {"cumulative", 0.75}}));
    QVERIFY(report["tools"] ==
            (Json{{{"tool", "zmap"}, {"scans", 1}, {"small", 0}, {"large", 1}, {"packets", 16}},
                {{"tool", "unknown"}, {"scans", 3}, {"small", 3}, {"large", 0}, {"packets", 17}}}));
}

/// Every frame is in one bin, and the sections count the same scene.
void TestJsonReport::statisticsOfTheScene() {
    const Json report = parsedReport(*m_snapshot);
    std::uint64_t frames = 0;
    double share = 0;
    for (const Json& bin : report["all_packets"]["bins"]) {
        frames += bin["frames"].get<std::uint64_t>();
        share += bin["share"].get<double>();
    }
    QCOMPARE(frames, report["all_packets"]["frames"].get<std::uint64_t>());
    QCOMPARE(frames, std::uint64_t{42});
    QVERIFY(std::abs(share - 1) < 1e-12);
    QVERIFY(report["all_packets"]["bins"][1] ==
            (Json{{"bin", "too_few_targets"}, {"frames", 3}, {"share", 3.0 / 42}, {"sources", 1},
                {"groups", 1}}));
    QVERIFY(report["telescope"]["suits_internet_wide"] == false);
    QVERIFY(report["telescope"]["cut_probability"].is_null()); // no rate is asked for
    QVERIFY(report["telescope"]["internet"]["all_ipv4"]["addresses_per_telescope_address"] ==
            268'435'456);
    QVERIFY(report["telescope"]["mirai"]["addresses"] == 16);
    QVERIFY(report["backscatter"]["packets"] == report["accounting"]["backscatter"]);
    QVERIFY(report["backscatter"]["victims"] == 1);
    QVERIFY(report["backscatter"]["rsdos"]["misses"] == 1);
    QVERIFY(report["dependent_ports"]["left_out"] == true);
    QVERIFY(report["dependent_ports"]["populations"].empty());
    QVERIFY(report["localized"].is_null()); // a /28 has no blocks to differ
    const Json& scan = report["scans"][0];
    QVERIFY(scan["cut_by_begin"] == true && scan["cut_by_end"] == false);
    QVERIFY(scan["coverage_low"].get<double>() > 0.80 && scan["coverage_high"] == 1);
    QVERIFY(scan["corrected_coverage"].is_null() && scan["localized"].is_null());
}

/// A slow telescope scan at 10 packets a second Internet-wide, as the fact sheet has it: Merit's
/// 475,136 addresses and 100 packets a second want 624 s.
void TestJsonReport::recommendsAnExpiry() {
    Asked asked;
    asked.addresses = 475'136;
    asked.change = [](Thresholds& thresholds) {
        thresholds.minRate = 100;
        thresholds.expiry = Duration::seconds(624);
        thresholds.internetSize = kAllIpv4;
    };
    const Json report = parsedReport(*snapshotOfScript(m_folder, smallScript(), asked));
    const Json& telescope = report["telescope"];
    QVERIFY(std::abs(telescope["recommended_expiry_s"].get<double>() - 624.4) < 0.05);
    QVERIFY(std::abs(telescope["cut_probability"].get<double>() - 0.001) < 1e-5);
    QVERIFY(std::abs(telescope["rate_for_expiry_pps"].get<double>() - 100.07) < 0.01);
    QVERIFY(telescope["suits_internet_wide"] == true);
}

void TestJsonReport::saysWhoIsKnown() {
    Asked asked;
    asked.telescope = "192.0.2.0/28";
    asked.known = KnownScanners(
        {parseScannerList("organisation,prefix,as_of\nTen,10.0.0.0/8,2026-01-02\n", "own.csv")
                .value()});
    const Json report = parsedReport(*snapshotOfScript(m_folder, smallScript(), asked));
    QVERIFY(report["scans"][0]["known_scanner"] ==
            (Json{{"organisation", "Ten"}, {"list", "own"}, {"as_of", "2026-01-02"}}));
    QVERIFY(report["scans"][1]["known_scanner"].is_null());
    QVERIFY(report["known_scanners"]["lists"][0] ==
            (Json{{"name", "own"}, {"path", "own.csv"}, {"as_of", "2026-01-02"}, {"entries", 1}}));
    QVERIFY(report["known_scanners"]["organisations"] ==
            (Json{{{"organisation", "Ten"}, {"list", "own"}, {"as_of", "2026-01-02"},
                {"sources", 2}, {"scan_sources", 1}, {"scans", 1}, {"packets", 16}}}));
}

void TestJsonReport::listsScansInOrder() {
    const Json scans = parsedReport(*m_snapshot)["scans"];
    QCOMPARE(scans.size(), std::size_t{4});
    const Json first = promised(scans[0],
        {"source", "kind", "protocol", "port", "first", "last", "packets", "targets", "rate_pps",
            "internet_rate_pps", "coverage", "size", "tool", "matched", "tested", "nearest",
            "expected_by_chance", "tool_detail", "country", "asn"});
    QVERIFY(
        first ==
        (Json{{"source", "10.0.0.1"}, {"kind", "syn"}, {"protocol", "tcp"}, {"port", 23},
            {"first", "2026-01-01T00:00:00.000000Z"}, {"last", "2026-01-01T00:00:15.000000Z"},
            {"packets", 16}, {"targets", 16}, {"rate_pps", 16.0 / 15},
            {"internet_rate_pps", 16.0 / 15 * 268'435'456}, {"coverage", 1.0}, {"size", "large"},
            {"tool", "zmap"}, {"matched", 16}, {"tested", 16}, {"nearest", "zmap"},
            {"expected_by_chance", 16.0 / 65'536},
            {"tool_detail", {{"stack", {{"name", "irregular"}, {"matched", 16}, {"tested", 16},
                                           {"confidence", "H"}}},
                                {"constants", {{"sequence", 0x01020304}, {"source_port", 40'000},
                                                  {"ip_id", 54'321}, {"window", 29'200}}}}},
            {"country", "NL"}, {"asn", 3'333}}));
    // By address as a number, then by time.
    QVERIFY(scans[1]["source"] == "11.0.0.1" && scans[2]["source"] == "11.0.0.1");
    QVERIFY(scans[1]["first"] < scans[2]["first"]);
    QVERIFY(scans[3]["source"] == "12.0.0.1");
    QVERIFY(scans[3]["country"] == "??" && scans[3]["asn"] == 64'500);
    std::string script;
    for (const char* const source : {"9.0.0.1", "100.0.0.1", "10.0.0.9", "10.0.0.10"})
        script += std::string("1 ") + source + ":1 > 192.0.2.1:80 SYN\n1 " + source +
                  ":1 > 192.0.2.1:22 SYN\n";
    Asked asked;
    asked.change = [](Thresholds& thresholds) { thresholds.minTargets = {1, false, 1}; };
    const Json report = parsedReport(*snapshotOfScript(m_folder, script, asked));
    std::string order;
    for (const Json& scan : report["scans"])
        order += scan["source"].get<std::string>() + ":" + scan["port"].dump() + " ";
    QCOMPARE(order, std::string("9.0.0.1:22 9.0.0.1:80 10.0.0.9:22 10.0.0.9:80 10.0.0.10:22 "
                                "10.0.0.10:80 100.0.0.1:22 100.0.0.1:80 "));
}

void TestJsonReport::listsPortsWhenGroupedBySource() {
    Asked asked;
    asked.change = [](Thresholds& thresholds) {
        thresholds.minTargets = {1, false, 1};
        thresholds.by = Grouping::source;
    };
    const Json report = parsedReport(*snapshotOfScript(m_folder,
        "1 9.0.0.1:1 > 192.0.2.1:443 SYN\n2 9.0.0.1:1 > 192.0.2.1:22 SYN\n"
        "3 9.0.0.1:1 > 192.0.2.1:443 FIN\n4 9.0.0.1:1 > 192.0.2.1:53 UDP\n",
        asked));
    QVERIFY(report["thresholds"]["by"] == "source");
    QCOMPARE(report["scans"].size(), std::size_t{2});
    QVERIFY(report["scans"][0]["ports"] == (Json{22, 443}));
    QVERIFY(!report["scans"][0].contains("port"));
    QVERIFY(report["scans"][1]["ports"] == Json::array({53}));
}

void TestJsonReport::listsNoScansUnasked() {
    const Json without = parsedReport(*m_snapshot, false);
    QVERIFY(!without.contains("scans"));
    Json with = parsedReport(*m_snapshot, true);
    with.erase("scans");
    QVERIFY(!without["aggressive_scanners"].contains("sources"));
    QVERIFY(with["aggressive_scanners"]["sources"].is_array());
    with["aggressive_scanners"].erase("sources"); // which are listed with the scans
    QVERIFY(with == without);
    Asked asked;
    const Json none = parsedReport(*snapshotOfScript(m_folder, "1 9.0.0.1:1 > 192.0.2.1:80 RST\n"));
    QVERIFY(none["scans"] == Json::array());
}

void TestJsonReport::timesMayBeMissing() {
    const Json report = parsedReport(*snapshotOfScript(m_folder, ""));
    QVERIFY(report["capture"]["first"].is_null() && report["capture"]["last"].is_null());
    QCOMPARE(report["capture"]["frames"].get<int>(), 0);
    QVERIFY(report["ports"] == Json::array() && report["countries"] == Json::array());
    const Json asn = parsedReport(*snapshotOfScript(m_folder, smallScript()))["scans"];
    for (const Json& scan : asn)
        QVERIFY(scan["asn"].is_null());
}

void TestJsonReport::writesTheFormatFirst() {
    for (const bool withScans : {false, true}) {
        const std::string text = textOf(*m_snapshot, withScans);
        QVERIFY(text.starts_with("{\n  \"format\": \"sweepscope-report/1\",\n"));
        QVERIFY(text.ends_with("}\n"));
    }
}

void TestJsonReport::carriesProvenance() {
    const Provenance provenance{"Sweepscope 9.9", {{"/geo/x.mmdb", "Test", "2026-01-02"}},
        "sweepscope-cli analyze 'a b.pcap'", {}};
    const Json report = Json::parse(textOf(*m_snapshot, false, provenance));
    QVERIFY(report["provenance"] ==
            (Json{{"program", "Sweepscope 9.9"}, {"command", "sweepscope-cli analyze 'a b.pcap'"},
                {"geo", {{{"path", "/geo/x.mmdb"}, {"type", "Test"}, {"built", "2026-01-02"}}}}}));
}

/// Names of files and networks may hold any bytes.
void TestJsonReport::survivesBrokenUtf8() {
    const std::string path =
        m_folder.write("bad-\xff\xfe.pcap", pcapFile(packetScript(smallScript())));
    const Bytes geo = geoFile({{"10.0.0.0/8", geoFields("NL", 1, "\xc3\x28 \xa0 network")}});
    const auto snapshot = snapshotOf({path}, {}, databasesOf(m_folder, geo));
    const Provenance provenance{"p", {{"\xff", "\xff", "\xff"}}, "\xf0\x28", {}};
    const Json report = Json::parse(textOf(*snapshot, true, provenance)); // throws on broken UTF-8
    QVERIFY(report["capture"]["files"][0]["path"].get<std::string>().ends_with(".pcap"));
}

void TestJsonReport::largeNumbersStayExact() {
    Snapshot snapshot = *m_snapshot;
    snapshot.totals.scanPackets = 18'446'744'073'709'551'615U;
    snapshot.question.telescope.addresses = 9'007'199'254'740'991.0; // 2^53 - 1
    const Json report = parsedReport(snapshot);
    QVERIFY(report["totals"]["scan_packets"] == 18'446'744'073'709'551'615U);
    QVERIFY(report["telescope"]["addresses"] == 9'007'199'254'740'991);
    snapshot.question.telescope.addresses = 3.4e38; // all of IPv6
    QVERIFY(parsedReport(snapshot)["telescope"]["addresses"] == 3.4e38);
}

QTEST_APPLESS_MAIN(TestJsonReport)
#include "tst_json_report.moc"
