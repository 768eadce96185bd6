// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/organisation_counts.h"
#include "base/team.h"
#include "reference/known_scanners.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/snapshots.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

ScannerList listOf(const std::string& text, const std::string& path = "lists/mine.csv") {
    Result<ScannerList> list = parseScannerList(text, path);
    return list.ok() ? std::move(list).value() : ScannerList();
}

std::string problemOf(const std::string& text, const std::string& path = "mine.csv") {
    const Result<ScannerList> list = parseScannerList(text, path);
    return list.ok() ? "" : list.error().message();
}

ScannerEntry entry(const char* prefix, const char* organisation, const char* asOf = "") {
    return {parsePrefix(prefix).value(), organisation, asOf};
}

/// The label of one address: "organisation of list, day".
std::string labelOf(const KnownScanners& known, const std::string& address) {
    AddressList sources;
    sources.pushBack(parseAddress(address).value());
    const std::vector<const AddressList*> segments = {&sources};
    const SourceLabels labels = known.label(segments);
    const ScannerLabel& label = labels.labels[labels.of(0, 0)];
    return label.organisation + " of " + label.list + ", " + label.asOf;
}

} // namespace

class TestKnownScanners : public QObject {
    Q_OBJECT

private slots:
    void readsCsv();
    void readsPrefixes();
    void readsMispWarningLists();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void longestPrefixWins();
    void laterListsWin();
    void agreesWithTheTwin();
    void shippedList();
    void sampleDay();
    void agesAreSaid();
};

void TestKnownScanners::readsCsv() {
    const ScannerList list =
        listOf("organisation,prefix,as_of\r\n\"Example, \"\"Inc\"\"\",192.0.2.0/24,2026-01-02\r\n"
               "# a comment\n\nOther,2001:db8::/32,\nBare,192.0.2.9\n");
    QCOMPARE(list.name, std::string("mine"));
    QCOMPARE(list.asOf, std::string("2026-01-02"));
    const std::vector<ScannerEntry> expected = {
        entry("192.0.2.0/24", "Example, \"Inc\"", "2026-01-02"), entry("2001:db8::/32", "Other"),
        entry("192.0.2.9/32", "Bare")};
    QVERIFY(list.entries == expected);
}

void TestKnownScanners::readsPrefixes() {
    const ScannerList list =
        listOf("# who they are\n192.0.2.0/25 # first half\n\n2001:db8::1\n", "/a/Example Labs.txt");
    const std::vector<ScannerEntry> expected = {
        entry("192.0.2.0/25", "Example Labs"), entry("2001:db8::1/128", "Example Labs")};
    QVERIFY(list.entries == expected);
}

void TestKnownScanners::readsMispWarningLists() {
    const ScannerList list = listOf(
        R"({"name": "Example scanning", "type": "cidr", "version": 20260810,
            "list": ["192.0.2.0/24", "198.51.100.7"]})",
        "list.json");
    QCOMPARE(list.name, std::string("Example scanning"));
    QCOMPARE(list.asOf, std::string("2026-08-10"));
    const std::vector<ScannerEntry> expected = {
        entry("192.0.2.0/24", "Example scanning", "2026-08-10"),
        entry("198.51.100.7/32", "Example scanning", "2026-08-10")};
    QVERIFY(list.entries == expected);
    QCOMPARE(listOf(R"({"type":"cidr","version":3,"list":["192.0.2.0/24"]})").asOf, std::string());
}

void TestKnownScanners::saysWhatIsWrong_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("place");
    QTest::addColumn<std::string>("reason");
    const auto row = [](const char* name, const char* text, const char* place, const char* why) {
        QTest::newRow(name) << std::string(text) << std::string(place) << std::string(why);
    };
    const char* const csv = "organisation,prefix\n";
    row("no prefix", "organisation,prefix\nA,192.0.2.0/24\nB,here\n", "mine.csv, line 3", "here");
    row("host bits", "192.0.2.1/24\n", "mine.csv, line 1", "192.0.2.1/24");
    row("one field", "organisation,prefix\nAlone\n", "mine.csv, line 2", "comma");
    row("no name", "organisation,prefix\n,192.0.2.0/24\n", "mine.csv, line 2", "no name");
    row("a bad day", "organisation,prefix,as_of\nA,192.0.2.0/24,yesterday\n", "line 2",
        "yesterday");
    row("an open quote", "organisation,prefix\n\"A,192.0.2.0/24\n", "line 2", "quotation mark");
    row("nothing", csv, "mine.csv", "no prefix");
    row("no JSON", "{ oh", "mine.csv", "JSON");
    row("another type", R"({"type":"string","list":["a"]})", "mine.csv", "cidr");
    row("no list", R"({"type":"cidr"})", "mine.csv", "list");
    row("a bad entry", R"({"type":"cidr","list":["192.0.2.0/24",7]})", "mine.csv, entry 2", "text");
}

void TestKnownScanners::saysWhatIsWrong() {
    QFETCH(std::string, text);
    QFETCH(std::string, place);
    QFETCH(std::string, reason);
    const std::string problem = problemOf(text);
    QVERIFY2(problem.find(place) != std::string::npos, problem.c_str());
    QVERIFY2(problem.find(reason) != std::string::npos, problem.c_str());
}

void TestKnownScanners::longestPrefixWins() {
    const KnownScanners known({listOf("organisation,prefix,as_of\nWide,192.0.2.0/24,2026-01-01\n"
                                      "Narrow,192.0.2.64/26,2026-01-02\nHost,192.0.2.70,\n"
                                      "Six,2001:db8::/32,\n")});
    QCOMPARE(labelOf(known, "192.0.2.1"), std::string("Wide of mine, 2026-01-01"));
    QCOMPARE(labelOf(known, "192.0.2.64"), std::string("Narrow of mine, 2026-01-02"));
    QCOMPARE(labelOf(known, "192.0.2.70"), std::string("Host of mine, "));
    QCOMPARE(labelOf(known, "192.0.2.71"), std::string("Narrow of mine, 2026-01-02"));
    QCOMPARE(labelOf(known, "192.0.2.128"), std::string("Wide of mine, 2026-01-01"));
    QCOMPARE(labelOf(known, "192.0.3.0"), std::string(" of , "));
    QCOMPARE(labelOf(known, "2001:db8::5"), std::string("Six of mine, "));
    QCOMPARE(labelOf(KnownScanners(), "192.0.2.1"), std::string(" of , "));
}

void TestKnownScanners::laterListsWin() {
    const KnownScanners known({listOf("organisation,prefix\nTheirs,192.0.2.0/24\n", "shipped.csv"),
        listOf("organisation,prefix\nMine,192.0.2.0/24\nBroad,192.0.0.0/16\n", "own.csv")});
    QCOMPARE(labelOf(known, "192.0.2.1"), std::string("Mine of own, "));
    QCOMPARE(labelOf(known, "192.0.3.1"), std::string("Broad of own, "));
}

/// Against looking at every prefix for every source.
void TestKnownScanners::agreesWithTheTwin() {
    Random random(1);
    for (int round = 0; round < 20; ++round) {
        std::vector<ScannerList> lists(2);
        for (std::size_t i = 0; i < lists.size(); ++i) {
            lists[i].name = "list" + std::to_string(i);
            for (int k = 0; k < 60; ++k) {
                const int length = 16 + static_cast<int>(random.below(17));
                const Ipv4 address{0x0a000000 + static_cast<std::uint32_t>(random.below(65536))};
                lists[i].entries.push_back({Prefix::around(Address(address), length),
                    "org" + std::to_string(random.below(9)), {}});
            }
        }
        std::vector<std::vector<Address>> sources(3);
        for (std::vector<Address>& segment : sources) {
            for (int k = 0; k < 400; ++k)
                segment.emplace_back(
                    Ipv4{0x0a000000 + static_cast<std::uint32_t>(random.below(70000))});
            std::sort(segment.begin(), segment.end());
        }
        const std::vector<AddressList> segments(sources.begin(), sources.end());
        std::vector<const AddressList*> asked;
        for (const AddressList& segment : segments)
            asked.push_back(&segment);
        Team team(3);
        const SourceLabels labels =
            KnownScanners(lists).label(asked, round % 2 == 0 ? nullptr : &team);
        for (std::size_t segment = 0; segment < sources.size(); ++segment) {
            for (std::uint32_t place = 0; place < sources[segment].size(); ++place) {
                std::string expected;
                int longest = -1;
                for (const ScannerList& list : lists) {
                    for (const ScannerEntry& each : list.entries) {
                        if (each.prefix.length < longest ||
                            !each.prefix.contains(sources[segment][place]))
                            continue;
                        longest = each.prefix.length;
                        expected = each.organisation + " " + list.name;
                    }
                }
                const ScannerLabelId id = labels.of(segment, place);
                const std::string got =
                    id == 0 ? "" : labels.labels[id].organisation + " " + labels.labels[id].list;
                QCOMPARE(got, expected);
            }
        }
    }
}

void TestKnownScanners::shippedList() {
    const auto list = readScannerList(sourceFile("resources/reference/known-scanners.csv"));
    QVERIFY(list.ok());
    QCOMPARE(list.value().entries.size(), std::size_t{3969});
    QCOMPARE(list.value().asOf, std::string("2026-08-11"));
    const KnownScanners known({list.value()});
    QCOMPARE(labelOf(known, "66.240.192.138"), std::string("Shodan of known-scanners, 2026-08-10"));
    QVERIFY(!readScannerList("/no/such/file").ok());
}

/// The eight planted addresses of known organisations, and nobody else.
void TestKnownScanners::sampleDay() {
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    asked.change = [](Thresholds& thresholds) {
        thresholds.minTargets = {1, false, 1};
        thresholds.minRate = 0;
    };
    asked.known = KnownScanners(
        {readScannerList(sourceFile("resources/reference/known-scanners.csv")).value()});
    const auto snapshot = snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked);
    const auto counts = countOrganisations(*snapshot->material.labels, snapshot->sources);
    std::uint64_t sources = 0;
    std::uint64_t packets = 0;
    for (const OrganisationCount& count : counts) {
        sources += count.sources;
        packets += count.packets;
    }
    QCOMPARE(counts.size(), std::size_t{7});
    QCOMPARE(sources, std::uint64_t{8});
    QCOMPARE(packets, std::uint64_t{2979});
    const auto censys = std::find_if(counts.begin(), counts.end(),
        [](const OrganisationCount& each) { return each.label.organisation == "Censys"; });
    QVERIFY(censys != counts.end());
    QCOMPARE(censys->sources, std::uint64_t{2});
}

void TestKnownScanners::agesAreSaid() {
    const TemporaryFolder folder;
    const auto warningsWith = [&](const char* asOf) {
        Asked asked;
        asked.known = KnownScanners(
            {listOf(std::string("organisation,prefix,as_of\nA,10.0.0.0/8,") + asOf + "\n")});
        const auto snapshot = snapshotOfScript(folder, "0 10.0.0.1:1 > 192.0.2.1:23 SYN\n", asked);
        return joinedText(snapshot->warnings, "\n");
    };
    // Packet scripts are of 2026-01-01.
    QVERIFY(warningsWith("2026-08-10").find("known scanners") == std::string::npos);
    QVERIFY(warningsWith("").find("known scanners") == std::string::npos);
    QVERIFY(warningsWith("2028-01-01").find("2.0 years after") != std::string::npos);
    QVERIFY(warningsWith("2015-01-01").find("11.0 years before") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestKnownScanners)
#include "tst_known_scanners.moc"
