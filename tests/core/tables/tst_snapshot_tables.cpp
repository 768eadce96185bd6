// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/indexes.h"
#include "support/plain_table.h"
#include "support/show.h"
#include "support/small_scene.h"
#include "tables/statistics_tables.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

using Lines = std::vector<std::string>;

/// Rows by the first column, since the order of segments means nothing.
Lines sortedLines(const Table& table, const Lines& columns) {
    return linesOf(table, sortRows(table, allRows(table), 0, false, {}), columns);
}

/// Rows as they stand.
Lines plainLines(const Table& table, const Lines& columns) {
    return linesOf(table, allRows(table), columns);
}

Lines namesOf(const Table& table) {
    Lines names;
    for (const Column& column : table.columns())
        names.emplace_back(column.name);
    std::sort(names.begin(), names.end());
    return names;
}

/// All columns of a table, in the order in which the test looks at them.
const Lines kScanColumns = {"source", "kind", "port", "service", "first", "last", "packets",
    "targets", "coverage", "rate_pps", "internet_rate_pps", "size", "tool", "matched", "tested",
    "expected_by_chance", "tool_detail", "country", "network"};
/// What is uncertain about a scan, and who sent it.
const Lines kScanStatisticsColumns = {
    "coverage_low", "coverage_high", "cut_by", "localized_p", "organisation", "organisation_list"};
const Lines kSourceColumns = {"source", "country", "network", "tool", "scans", "large", "ports",
    "port", "service", "packets", "most_targets", "coverage", "first", "last"};
const Lines kSourceLabelColumns = {"organisation", "organisation_list"};
const Lines kPortColumns = {"protocol", "port", "service", "scans", "small", "large",
    "share_of_small", "share_of_large", "packets", "sources", "main_tool"};
const Lines kCountryColumns = {
    "code", "country", "scans", "sources", "packets", "share", "cumulative"};
const Lines kToolColumns = {"tool", "scans", "small", "large", "share_of_small", "share_of_large",
    "packets", "share_of_packets"};
const Lines kSeriesColumns = {"begin", "zmap", "zmap-4.1-like", "masscan", "mirai", "nmap",
    "unicornscan", "hping3", "scapy", "mixed", "unknown"};

Lines operator+(Lines a, const Lines& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Lines sorted(Lines lines) {
    std::sort(lines.begin(), lines.end());
    return lines;
}

void compare(const Lines& got, const Lines& expected) {
    const std::string different = differenceOf(got, expected);
    QVERIFY2(different.empty(), different.c_str());
}

} // namespace

/// Tables of the small scene (support/small_scene.h), every cell worked out by hand.
class TestSnapshotTables : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { m_snapshot = smallSnapshot(m_folder); }

    void haveTheirColumns();
    void scans();
    void scanStatistics();
    void allPackets();
    void backscatter();
    void scansOfOneSource();
    void sources();
    void ports();
    void portsBySource();
    void countries();
    void tools();
    void packetsOverTime();
    void addressesSortByNumber();
    void tablesOutliveTheSnapshotPointer();
    void tablesOfNothing();

private:
    TemporaryFolder m_folder;
    SnapshotPointer m_snapshot;
};

void TestSnapshotTables::haveTheirColumns() {
    compare(namesOf(*scanTable(m_snapshot)), sorted(kScanColumns + kScanStatisticsColumns));
    compare(namesOf(*sourceTable(m_snapshot)), sorted(kSourceColumns + kSourceLabelColumns));
    compare(namesOf(*portTable(m_snapshot)), sorted(kPortColumns));
    compare(namesOf(*countryTable(m_snapshot, Weight::scans)), sorted(kCountryColumns));
    compare(namesOf(*toolTable(m_snapshot)), sorted(kToolColumns));
    compare(namesOf(*packetSeriesTable(m_snapshot)), sorted(kSeriesColumns));
}

void TestSnapshotTables::scans() {
    // Rates: 16 packets in 15 s, 5 in 4, 4 in 3, 8 in 3; over the Internet 2^32 / 16 times as much.
    compare(sortedLines(*scanTable(m_snapshot), kScanColumns),
        {"10.0.0.1 | syn | 23 | telnet | 2026-01-01T00:00:00.000000Z | "
         "2026-01-01T00:00:15.000000Z | 16 | 16 | 1 | 1.0666666666666667 | 286331153.06666666 | "
         "large | zmap | 16 | 16 | 0.000244140625 | irregular stack | NL | AS3333 RIPE NCC",
            "11.0.0.1 | syn | 445 | microsoft-ds | 2026-01-01T00:01:40.000000Z | "
            "2026-01-01T00:01:44.000000Z | 5 | 5 | 0.3125 | 1.25 | 335544320 | small | unknown | "
            "0 | 5 | 1.1641532182693481e-09 | constant-field, irregular stack | DE | AS7 Seven",
            "11.0.0.1 | syn | 445 | microsoft-ds | 2026-01-01T00:09:45.000000Z | "
            "2026-01-01T00:09:48.000000Z | 4 | 4 | 0.25 | 1.3333333333333333 | "
            "357913941.3333333 | small | unknown | 0 | 4 | 9.313225746154785e-10 | "
            "constant-field, irregular stack | DE | AS7 Seven",
            "12.0.0.1 | udp | 53 | domain | 2026-01-01T00:03:20.000000Z | "
            "2026-01-01T00:03:23.000000Z | 8 | 4 | 0.25 | 2.6666666666666665 | "
            "715827882.6666666 | small | unknown | 0 | 8 | 0.0001220703125 |  |  | AS64500"});
}

/// The capture lasts 588 s, so that within an expiry of 480 s nearly all is cut; 16 of 16 targets
/// are between 80.6 % and all of the Internet. The telescope lies within one /24.
void TestSnapshotTables::scanStatistics() {
    Asked asked;
    asked.telescope = "192.0.2.0/28";
    asked.known = KnownScanners({parseScannerList("11.0.0.0/8\n", "lists/Eleven.txt").value()});
    const auto snapshot = snapshotOfScript(m_folder, smallScript(), asked);
    compare(sortedLines(*scanTable(snapshot),
                {"source", "first", "cut_by", "localized_p", "organisation", "organisation_list"}),
        {"10.0.0.1 | 2026-01-01T00:00:00.000000Z | begin |  |  | ",
            "11.0.0.1 | 2026-01-01T00:01:40.000000Z | begin |  | Eleven | Eleven",
            "11.0.0.1 | 2026-01-01T00:09:45.000000Z | end |  | Eleven | Eleven",
            "12.0.0.1 | 2026-01-01T00:03:20.000000Z | begin and end |  |  | "});
    const auto first = sortedLines(*scanTable(snapshot), {"coverage_low", "coverage_high"}).front();
    QVERIFY(first.find("0.806") == 0 && first.find("| 1") != std::string::npos);
    compare(sortedLines(*sourceTable(snapshot), {"source", "organisation"}),
        {"10.0.0.1 | ", "11.0.0.1 | Eleven", "12.0.0.1 | "});
    compare(plainLines(*organisationTable(snapshot),
                {"organisation", "sources", "scan_sources", "scans", "packets", "list", "as_of"}),
        {"Eleven | 1 | 1 | 2 | 9 | Eleven | "});
}

/// The scene of small_scene.h, every frame in one bin.
void TestSnapshotTables::allPackets() {
    compare(plainLines(*accountTable(m_snapshot), {"bin", "frames", "groups"}),
        {"Scans | 33 | 4", "No scan: too few targets | 3 | 1", "No scan: too slow | 0 | 0",
            "No scan: both | 0 | 0", "Backscatter | 1 | ", "Other | 1 | ", "Fragments | 1 | ",
            "Outside | 1 | ", "Not IP | 1 | ", "Malformed | 1 | ", "Unsupported link | 0 | "});
    compare(plainLines(*accountSourceTable(m_snapshot, Account::fewTargets),
                {"source", "packets", "groups", "most_targets", "kind", "port", "country"}),
        {"10.0.0.2 | 3 | 1 | 3 | syn | 80 | NL"});
    compare(plainLines(*accountSourceTable(m_snapshot, Account::scan), {"source", "packets"}),
        {"10.0.0.1 | 16", "11.0.0.1 | 9", "12.0.0.1 | 8"});
}

void TestSnapshotTables::backscatter() {
    compare(plainLines(*attackTable(m_snapshot),
                {"victim", "kind", "port", "service", "packets", "targets", "duration_s", "rsdos",
                    "minute_at_least", "minute_at_most"}),
        {"13.0.0.1 | synack | 80 | http | 1 | 1 | 0 | misses | 1 | 1"});
    compare(plainLines(*attackedServiceTable(m_snapshot),
                {"kind", "protocol", "port", "victims", "attacks", "packets"}),
        {"synack | tcp | 80 | 1 | 1 | 1"});
    QCOMPARE(dependentPortTable(m_snapshot)->rows(), std::size_t{0});
}

void TestSnapshotTables::scansOfOneSource() {
    for (const SourceCount& source : m_snapshot->sources) {
        const auto table = scanTable(m_snapshot, source.source);
        Lines expected;
        for (const Scan& scan : sweepscope::scansOf(*m_snapshot, source.source))
            expected.push_back(toText(m_snapshot->view().addressOf(source.source)) + " | " +
                               std::to_string(scan.packets));
        QCOMPARE(expected.size(), std::size_t{source.scans});
        compare(plainLines(*table, {"source", "packets"}), expected);
    }
    QVERIFY(sweepscope::scansOf(*m_snapshot, {63, 9'999}).empty());
}

void TestSnapshotTables::sources() {
    compare(sortedLines(*sourceTable(m_snapshot), kSourceColumns),
        {"10.0.0.1 | NL | AS3333 RIPE NCC | zmap | 1 | 1 | 1 | 23 | telnet | 16 | 16 | 1 | "
         "2026-01-01T00:00:00.000000Z | 2026-01-01T00:00:15.000000Z",
            "11.0.0.1 | DE | AS7 Seven | unknown | 2 | 0 | 1 | 445 | microsoft-ds | 9 | 5 | 0.3125 "
            "| "
            "2026-01-01T00:01:40.000000Z | 2026-01-01T00:09:48.000000Z",
            "12.0.0.1 |  | AS64500 | unknown | 1 | 0 | 1 | 53 | domain | 8 | 4 | 0.25 | "
            "2026-01-01T00:03:20.000000Z | 2026-01-01T00:03:23.000000Z"});
}

void TestSnapshotTables::ports() {
    compare(plainLines(*portTable(m_snapshot), kPortColumns),
        {"tcp | 445 | microsoft-ds | 2 | 2 | 0 | 0.6666666666666666 | 0 | 9 | 1 | 100 % unknown",
            "tcp | 23 | telnet | 1 | 0 | 1 | 0 | 1 | 16 | 1 | 100 % zmap",
            "udp | 53 | domain | 1 | 1 | 0 | 0.3333333333333333 | 0 | 8 | 1 | 100 % unknown"});
}

/// By source 10.0.0.2's three SYN still are too few targets, and nothing else joins.
void TestSnapshotTables::portsBySource() {
    const SnapshotPointer bySource =
        smallSnapshot(m_folder, [](Thresholds& thresholds) { thresholds.by = Grouping::source; });
    compare(plainLines(*portTable(bySource), kPortColumns),
        plainLines(*portTable(m_snapshot), kPortColumns));
}

void TestSnapshotTables::countries() {
    compare(plainLines(*countryTable(m_snapshot, Weight::scans), kCountryColumns),
        {"DE | Germany | 2 | 1 | 9 | 0.5 | 0.5", "NL | Netherlands | 1 | 1 | 16 | 0.25 | 0.75",
            "?? | Unknown | 1 | 1 | 8 | 0.25 | 0.75"});
    // 33 packets of scans: 16, 9 and 8.
    compare(plainLines(*countryTable(m_snapshot, Weight::packets), kCountryColumns),
        {"NL | Netherlands | 1 | 1 | 16 | 0.48484848484848486 | 0.48484848484848486",
            "DE | Germany | 2 | 1 | 9 | 0.2727272727272727 | 0.7575757575757576",
            "?? | Unknown | 1 | 1 | 8 | 0.24242424242424243 | 0.7575757575757576"});
}

void TestSnapshotTables::tools() {
    compare(plainLines(*toolTable(m_snapshot), kToolColumns),
        {"zmap | 1 | 0 | 1 | 0 | 1 | 16 | 0.48484848484848486",
            "unknown | 3 | 3 | 0 | 1 | 0 | 17 | 0.5151515151515151"});
}

/// 588 s in at most 300 intervals: 2 s each. By 2 s, 4 s, ... of 15 s of 16
/// packets 2.13, 4.27, 6.4, 8.53, 10.67, 12.8, 14.93 and all have come; whole ones count.
void TestSnapshotTables::packetsOverTime() {
    const auto table = packetSeriesTable(m_snapshot);
    const Lines lines = plainLines(*table, kSeriesColumns);
    QCOMPARE(lines.size(), std::size_t{295});
    Lines expected;
    for (const char* const second : {"00", "02", "04", "06", "08", "10", "12", "14"})
        expected.push_back(std::string("2026-01-01T00:00:") + second +
                           ".000000Z | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0");
    expected.emplace_back("2026-01-01T00:00:16.000000Z | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0");
    compare({lines.begin(), lines.begin() + 9}, expected);
    int unknown = 0;
    for (const std::string& packets : plainLines(*table, {"unknown"}))
        unknown += std::stoi(packets);
    QCOMPARE(unknown, 17);
}

/// IPv4 before IPv6, and both as numbers: 2001:db8::9 before 2001:db8::10.
void TestSnapshotTables::addressesSortByNumber() {
    const std::vector<std::string> order = {"9.0.0.1", "10.0.0.2", "10.0.0.10", "100.0.0.1",
        "2001:db8::9", "2001:db8::10", "2001:db8::a000", "2001:db8:0:1::1", "2001:db8:0:10::1"};
    std::string script;
    for (const std::string& source : order) {
        const bool isV4 = source.find(':') == std::string::npos;
        script += isV4 ? "1 " + source + ":1 > 192.0.2.1:80 SYN\n"
                       : "1 [" + source + "]:1 > [2001:db8:1::1]:80 SYN\n";
    }
    Asked asked;
    asked.change = [](Thresholds& thresholds) { thresholds.minTargets = {1, false, 1}; };
    const SnapshotPointer snapshot = snapshotOfScript(m_folder, script, asked);
    for (const auto& table : {sourceTable(snapshot), scanTable(snapshot)}) {
        for (const bool isDescending : {false, true}) {
            const RowOrder rows = sortRows(*table, allRows(*table), 0, isDescending, {});
            const Lines expected = isDescending ? Lines(order.rbegin(), order.rend()) : order;
            compare(linesOf(*table, rows, {"source"}), expected);
        }
    }
}

void TestSnapshotTables::tablesOutliveTheSnapshotPointer() {
    SnapshotPointer snapshot = smallSnapshot(m_folder);
    const auto scans = scanTable(snapshot);
    const auto sources = sourceTable(snapshot);
    snapshot.reset();
    QCOMPARE(sortedLines(*scans, kScanColumns).size(), std::size_t{4});
    QCOMPARE(sortedLines(*sources, kSourceColumns).size(), std::size_t{3});
}

void TestSnapshotTables::tablesOfNothing() {
    const SnapshotPointer nothing = snapshotOfScript(m_folder, "");
    for (const auto& table :
        {portTable(nothing), countryTable(nothing, Weight::scans), toolTable(nothing),
            sourceTable(nothing), scanTable(nothing), packetSeriesTable(nothing)}) {
        QCOMPARE(table->rows(), std::size_t{0});
        QVERIFY(!table->columns().empty());
        QVERIFY(!table->name().empty());
    }
}

QTEST_APPLESS_MAIN(TestSnapshotTables)
#include "tst_snapshot_tables.moc"
