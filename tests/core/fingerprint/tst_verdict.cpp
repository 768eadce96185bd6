// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/verdict.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <array>
#include <map>
#include <string>
#include <vector>

using namespace sweepscope;
using tests::Random;

namespace {

using Matches = std::map<Rule, std::uint64_t>;

/// Of very many packets, no two of which share a secret.
const PairwiseEvidence& noSecret() {
    static const PairwiseEvidence kEvidence = [] {
        PairwiseEvidence evidence;
        for (std::uint32_t i = 0; i < 100'000; ++i) {
            evidence.unicornscan.add(sketchHash(i * 7'919));
            evidence.unicornscanPlain.add(sketchHash(i * 104'729));
            evidence.nmap.add(sketchHash(i * 15'485'863));
        }
        return evidence;
    }();
    return kEvidence;
}

/// A TCP scan of so many SYN packets to as many targets, all whole, no two sequence numbers alike.
ScanEvidence scanOf(std::uint64_t packets, const Matches& matches = {}) {
    ScanEvidence evidence;
    evidence.packets = evidence.synPackets = evidence.targets = packets;
    for (const Rule rule : {Rule::pairwiseTested, Rule::windowCaptured, Rule::headerCaptured})
        evidence.matches[static_cast<std::size_t>(rule)] = packets;
    for (const auto& [rule, count] : matches)
        evidence.matches[static_cast<std::size_t>(rule)] = count;
    evidence.pairwise = noSecret();
    return evidence;
}

/// A scan whose packets are given by their secrets: each packet has Nmap's window and, for the
/// pairwise tests, the value given.
ScanEvidence pairwiseScan(
    const std::vector<std::uint32_t>& values, std::uint64_t targets, bool isNmapWindow) {
    ScanEvidence evidence = scanOf(values.size());
    evidence.targets = targets;
    evidence.pairwise = {};
    evidence.matches[static_cast<std::size_t>(Rule::nmapWindow)] = isNmapWindow ? values.size() : 0;
    Random random(1);
    for (const std::uint32_t value : values) {
        if (isNmapWindow) {
            evidence.pairwise.nmap.add(sketchHash(value));
            evidence.pairwise.unicornscan.add(
                sketchHash(static_cast<std::uint32_t>(random.next())));
        } else {
            evidence.pairwise.unicornscan.add(sketchHash(value));
        }
        evidence.pairwise.unicornscanPlain.add(
            sketchHash(static_cast<std::uint32_t>(random.next())));
    }
    return evidence;
}

std::string textOf(const Verdict& verdict) {
    return std::string(nameOf(verdict.tool)) + " " + std::to_string(verdict.matched) + "/" +
           std::to_string(verdict.tested);
}

std::vector<std::uint32_t> repeated(std::vector<std::uint32_t> values, std::size_t times) {
    std::vector<std::uint32_t> all;
    for (std::size_t i = 0; i < times; ++i)
        all.insert(all.end(), values.begin(), values.end());
    return all;
}

std::vector<std::uint32_t> randomValues(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::uint32_t> values(count);
    for (std::uint32_t& value : values)
        value = static_cast<std::uint32_t>(random.next());
    return values;
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void thresholds_data();
    void thresholds();
    void precedence_data();
    void precedence();
    void mixedLooksAtEveryTool();
    void testsWhatCanBeTested_data();
    void testsWhatCanBeTested();
    void nmapScans_data();
    void nmapScans();
    void unicornscanScans_data();
    void unicornscanScans();
    void oneTargetProvesNothing();
    void chanceIsSmall();
    void expectsByChance();
    void countsBeyond32Bits();
};

void TestVerdict::thresholds_data() {
    QTest::addColumn<int>("rule");
    QTest::addColumn<quint64>("matched");
    QTest::addColumn<quint64>("tested");
    QTest::addColumn<std::string>("tool");
    const auto row = [](Rule rule, quint64 matched, quint64 tested, const char* tool) {
        QTest::addRow("rule %d, %llu of %llu", static_cast<int>(rule),
            static_cast<unsigned long long>(matched), static_cast<unsigned long long>(tested))
            << static_cast<int>(rule) << matched << tested << std::string(tool);
    };
    for (const auto& [rule, tool] : std::map<Rule, const char*>{{Rule::zmapId, "zmap"},
             {Rule::masscanRelation, "masscan"}, {Rule::hping3Fields, "hping3"},
             {Rule::scapyFields, "scapy"}, {Rule::zmap41Fields, "zmap-4.1-like"}}) {
        row(rule, 1, 1, "unknown");
        row(rule, 2, 2, "unknown");
        row(rule, 3, 3, tool);
        row(rule, 9, 10, tool);
        row(rule, 8, 9, "unknown"); // 0.889
        row(rule, 89, 100, "mixed");
        row(rule, 90, 100, tool);
        row(rule, 10, 100, "mixed");
        row(rule, 9, 100, "unknown"); // fewer than ten
        row(rule, 10, 200, "mixed");  // 0.05 exactly
        row(rule, 10, 201, "unknown");
        row(rule, 10, 11, tool); // 0.909
        row(rule, 10, 12, "mixed");
        row(rule, 0, 1'000, "unknown");
        row(rule, 4'999, 100'000, "unknown");
        row(rule, 5'000, 100'000, "mixed");
    }
    row(Rule::miraiSequence, 1, 1, "unknown");
    row(Rule::miraiSequence, 2, 2, "mirai");
    row(Rule::miraiSequence, 1, 2, "unknown");
    row(Rule::miraiSequence, 2, 3, "unknown");
    row(Rule::miraiSequence, 3, 3, "mirai");
    row(Rule::miraiSequence, 9, 10, "mirai");
    row(Rule::miraiSequence, 10, 100, "mixed");
}

void TestVerdict::thresholds() {
    QFETCH(int, rule);
    QFETCH(quint64, matched);
    QFETCH(quint64, tested);
    QFETCH(std::string, tool);
    const Verdict verdict = decide(scanOf(tested, {{static_cast<Rule>(rule), matched}}));
    QCOMPARE(std::string(nameOf(verdict.tool)), tool);
    QCOMPARE(quint64{verdict.matched}, matched);
    QCOMPARE(quint64{verdict.tested}, tested);
}

/// The order of the fact sheet: Mirai, ZMap, Masscan, Nmap, Unicornscan, constants, field patterns.
void TestVerdict::precedence_data() {
    QTest::addColumn<int>("first"); ///< all rules from this place on fit all packets
    QTest::addColumn<std::string>("tool");
    const std::vector<std::string> order = {
        "mirai", "zmap", "masscan", "nmap", "unicornscan", "hping3", "scapy", "zmap-4.1-like"};
    for (std::size_t i = 0; i < order.size(); ++i)
        QTest::newRow(order[i].c_str()) << static_cast<int>(i) << order[i];
}

void TestVerdict::precedence() {
    QFETCH(int, first);
    QFETCH(std::string, tool);
    constexpr std::array kRules = {Rule::miraiSequence, Rule::zmapId, Rule::masscanRelation,
        Rule::nmapWindow, Rule::pairwiseTested, Rule::hping3Fields, Rule::scapyFields,
        Rule::zmap41Fields};
    ScanEvidence evidence = scanOf(100);
    for (auto i = static_cast<std::size_t>(first); i < kRules.size(); ++i)
        evidence.matches[static_cast<std::size_t>(kRules[i])] = 100;
    // One secret for the pairwise tests, while they are among the rules.
    if (first <= 3) {
        evidence.pairwise.nmap = {};
        evidence.pairwise.nmap.add(sketchHash(7));
    }
    if (first <= 4) {
        evidence.pairwise.unicornscan = {};
        evidence.pairwise.unicornscan.add(sketchHash(7));
    }
    QCOMPARE(std::string(nameOf(decide(evidence).tool)), tool);
    QCOMPARE(std::string(nameOf(toolFacts().at(static_cast<std::size_t>(first)).tool)), tool);
}

/// Masscan fits 40 of 1,000, which is too few; hping3 fits 30 of the 100 whose window was captured.
void TestVerdict::mixedLooksAtEveryTool() {
    const ScanEvidence evidence = scanOf(1'000,
        {{Rule::masscanRelation, 40}, {Rule::windowCaptured, 100}, {Rule::hping3Fields, 30}});
    QCOMPARE(textOf(decide(evidence)), std::string("mixed 30/100"));
}

void TestVerdict::testsWhatCanBeTested_data() {
    QTest::addColumn<ScanEvidence>("evidence");
    QTest::addColumn<std::string>("verdict");
    const auto row = [](const char* name, const ScanEvidence& evidence, const char* verdict) {
        QTest::newRow(name) << evidence << std::string(verdict);
    };
    ScanEvidence udp = scanOf(20, {{Rule::zmapId, 20}});
    udp.protocol = Protocol::udp;
    udp.synPackets = 0;
    row("UDP with ZMap's mark", udp, "zmap 20/20");
    udp.protocol = Protocol::icmp;
    row("pings with ZMap's mark", udp, "zmap 20/20");
    ScanEvidence half = scanOf(20, {{Rule::zmapId, 10}});
    half.synPackets = 10; // ten SYN and ten FIN
    row("by source: FINs are not tested", half, "zmap 10/10");
    ScanEvidence fins = scanOf(20);
    fins.synPackets = 0;
    fins.matches = {};
    fins.pairwise = {};
    row("no SYN at all", fins, "unknown 0/0");
    ScanEvidence six = scanOf(20);
    six.isV6 = true;
    six.matches = {};
    six.pairwise = {};
    row("IPv6", six, "unknown 0/0");
    row("windows cut away in all but five",
        scanOf(20, {{Rule::windowCaptured, 5}, {Rule::hping3Fields, 5}}), "hping3 5/5");
    row("headers cut away in all but four",
        scanOf(20, {{Rule::headerCaptured, 4}, {Rule::zmap41Fields, 4}}), "zmap-4.1-like 4/4");
    row("windows cut away in all but two",
        scanOf(20, {{Rule::windowCaptured, 2}, {Rule::hping3Fields, 2}}), "unknown 2/2");
}

void TestVerdict::testsWhatCanBeTested() {
    QFETCH(ScanEvidence, evidence);
    QFETCH(std::string, verdict);
    QCOMPARE(textOf(decide(evidence)), verdict);
}

/// Nmap: of n packets with one secret n - 1 equal their neighbour before, so ten are needed for 90
/// %.
void TestVerdict::nmapScans_data() {
    QTest::addColumn<ScanEvidence>("evidence");
    QTest::addColumn<std::string>("verdict");
    const auto row = [](const char* name, const std::vector<std::uint32_t>& values,
                         std::uint64_t targets, const char* verdict) {
        QTest::newRow(name) << pairwiseScan(values, targets, true) << std::string(verdict);
    };
    row("one mask, 256 targets", repeated({77}, 256), 256, "nmap 255/256");
    row("one mask, ten targets", repeated({77}, 10), 10, "nmap 9/10");
    row("one mask, two targets", repeated({77}, 2), 2, "unknown 1/2");
    row("one mask, three targets", repeated({77}, 3), 3, "unknown 2/3");
    row("one mask, four targets", repeated({77}, 4), 4, "unknown 3/4");
    row("one mask, nine targets", repeated({77}, 9), 9, "unknown 8/9");
    row("four masks, 256 targets", repeated({1, 2, 3, 4}, 64), 256, "nmap 252/256");
    row("one mask, each target three times", repeated({77}, 300), 100, "nmap 299/300");
    row("a plain stack, once each", randomValues(256, 2), 256, "unknown 0/256");
    row("a plain stack, three times each", repeated(randomValues(100, 3), 3), 100, "unknown 0/300");
    row("a plain stack, two targets, three times each", repeated({5, 6}, 3), 2, "unknown 0/6");
    row("a plain stack, 5,000 targets, four times each", repeated(randomValues(5'000, 4), 4), 5'000,
        "unknown 0/20000");
    row(
        "a counter from zero, as Naabu has it",
        [] {
            std::vector<std::uint32_t> values(500);
            for (std::uint32_t i = 0; i < 500; ++i)
                values[i] = i;
            return values;
        }(),
        500, "unknown 0/500");
}

void TestVerdict::nmapScans() {
    QFETCH(ScanEvidence, evidence);
    QFETCH(std::string, verdict);
    QCOMPARE(textOf(decide(evidence)), verdict);
}

void TestVerdict::unicornscanScans_data() {
    QTest::addColumn<ScanEvidence>("evidence");
    QTest::addColumn<std::string>("tool");
    const auto row = [](const char* name, const std::vector<std::uint32_t>& values,
                         std::uint64_t targets, const char* tool) {
        QTest::newRow(name) << pairwiseScan(values, targets, false) << std::string(tool);
    };
    row("one key, 256 targets", repeated({0xcafebabe}, 256), 256, "unicornscan");
    row("one key, ten targets", repeated({0xcafebabe}, 10), 10, "unicornscan");
    row("two keys, 256 targets", repeated({1, 2}, 128), 256, "unicornscan");
    row("a plain stack, three times each", repeated(randomValues(300, 5), 3), 300, "unknown");
    row("a plain stack, two targets, five times each", repeated({8, 9}, 5), 2, "unknown");
    // A tool with one sequence number for all: its "key" changes with the target.
    row(
        "a constant sequence number",
        [] {
            std::vector<std::uint32_t> keys;
            for (std::uint32_t host = 0; host < 256; ++host)
                keys.push_back(0x48230000U ^ __builtin_bswap32(0xc6336400U + host) ^ 0x0d3d1770U);
            return keys;
        }(),
        256, "unknown");
}

void TestVerdict::unicornscanScans() {
    QFETCH(ScanEvidence, evidence);
    QFETCH(std::string, tool);
    QCOMPARE(std::string(nameOf(decide(evidence).tool)), tool);
    // The form without swapped bytes does as well.
    std::swap(evidence.pairwise.unicornscan, evidence.pairwise.unicornscanPlain);
    QCOMPARE(std::string(nameOf(decide(evidence).tool)), tool);
}

/// A stack that repeats its SYN to one host repeats every value.
void TestVerdict::oneTargetProvesNothing() {
    for (const bool isNmapWindow : {true, false}) {
        const Verdict verdict = decide(pairwiseScan(repeated({77}, 500), 1, isNmapWindow));
        QCOMPARE(std::string(nameOf(verdict.tool)), std::string("unknown"));
    }
}

/// Random packets of a plain stack, many scans of all sizes: none is named by the pairwise tests.
void TestVerdict::chanceIsSmall() {
    for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
        const std::size_t packets = 2 + seed % 61;
        const Verdict verdict =
            decide(pairwiseScan(randomValues(packets, 1'000 + seed), packets, seed % 2 == 0));
        QVERIFY2(verdict.tool == Tool::unknown, textOf(verdict).c_str());
    }
}

/// One random packet in 2^16 fits a mark of 16 bits, one in 2^32 one of 32.
void TestVerdict::expectsByChance() {
    for (const ToolEvidence& each : weigh(scanOf(65'536))) {
        QCOMPARE(each.tested, std::uint64_t{65'536});
        if (each.tool == Tool::zmap || each.tool == Tool::masscan)
            QVERIFY(each.expectedByChance == 1.0);
        if (each.tool == Tool::mirai)
            QVERIFY(each.expectedByChance == 1.0 / 65'536);
        if (each.tool == Tool::hping3 || each.tool == Tool::scapy || each.tool == Tool::zmap41Like)
            QVERIFY(!each.expectedByChance.has_value()); // a pattern of fields has no such number
    }
}

void TestVerdict::countsBeyond32Bits() {
    const std::uint64_t many = std::uint64_t{1} << 34;
    const Verdict verdict = decide(scanOf(many, {{Rule::zmapId, many}}));
    QVERIFY(verdict == (Verdict{Tool::zmap, many, many, Tool::zmap, std::uint64_t{1} << 18}));
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
