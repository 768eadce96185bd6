// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/trait.h"

#include <QTest>

#include <map>
#include <set>
#include <string>

using namespace sweepscope;

namespace {

using Matches = std::map<Rule, std::uint64_t>;

ScanEvidence scanOf(std::uint64_t packets, const Matches& matches,
    const SharedFields& fields = {SharedFields::wideOf(1, 2, 0), 3}) {
    ScanEvidence evidence;
    evidence.packets = evidence.synPackets = evidence.targets = packets;
    for (const Rule rule : {Rule::pairwiseTested, Rule::windowCaptured, Rule::headerCaptured})
        evidence.matches[static_cast<std::size_t>(rule)] = packets;
    for (const auto& [rule, count] : matches)
        evidence.matches[static_cast<std::size_t>(rule)] = count;
    evidence.agreement = Agreement(fields);
    return evidence;
}

/// An agreement on the window alone.
ScanEvidence varied(ScanEvidence evidence) {
    evidence.agreement->add(
        SharedFields{SharedFields::wideOf(99, 98, 97), evidence.agreement->narrow()});
    return evidence;
}

std::string textOf(const ToolDetail& detail) {
    std::string text = detail.version ? std::string(detail.version->facts->name) : "";
    text += "|" + std::string(detail.familyName());
    text += "|" + (detail.stack ? std::string(detail.stack->facts->name) : "");
    return text;
}

} // namespace

class TestTrait : public QObject {
    Q_OBJECT

private slots:
    void details_data();
    void details();
    void needsNearlyAll();
    void tellsWhenZmapBegan();
    void tellsConstants();
    void knowsConstantFamilies_data();
    void knowsConstantFamilies();
    void constantsNeedSeveralTargetsAndPackets();
    void tellsContent();
    void namesAreTheirOwn();
};

void TestTrait::details_data() {
    QTest::addColumn<int>("tool");
    QTest::addColumn<ScanEvidence>("evidence");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, Tool tool, const ScanEvidence& evidence,
                         const char* text) {
        QTest::newRow(name) << static_cast<int>(tool) << evidence << std::string(text);
    };
    row("Masscan 1.3", Tool::masscan,
        scanOf(100, {{Rule::masscanWindow1024, 95}, {Rule::irregularSyn, 100}}),
        "masscan-1.0.3-1.3.2||irregular");
    row("another tool's version", Tool::zmap, scanOf(100, {{Rule::masscanWindow1024, 100}}), "||");
    row("a tool's version where none is named", Tool::mixed,
        scanOf(100, {{Rule::masscanWindow1024, 100}}), "||");
    row("Naabu", Tool::unknown, scanOf(100, {{Rule::naabuFields, 100}, {Rule::irregularSyn, 100}}),
        "|naabu|irregular");
    row("Naabu's fields of Nmap", Tool::nmap, scanOf(100, {{Rule::naabuFields, 100}}), "||");
    row("Linux", Tool::unknown, varied(scanOf(100, {{Rule::linuxStack, 100}})), "|connect|linux");
    row("Linux with one sequence number", Tool::unknown, scanOf(100, {{Rule::linuxStack, 100}}),
        "|constant-field|linux");
    row("Angry IP", Tool::unknown,
        varied(scanOf(100, {{Rule::windowsStack, 100}, {Rule::angryIpFields, 100}})),
        "|angry-ip|windows");
    row("port 6000", Tool::unknown,
        scanOf(100, {}, {SharedFields::wideOf(0x48230000, 6'000, 256), 16'384}), "|port-6000|");
    row("one of its fields differs", Tool::unknown,
        scanOf(100, {}, {SharedFields::wideOf(0x48230000, 6'001, 256), 16'384}),
        "|constant-field|");
    row("IP ID 0 is no sign", Tool::unknown, varied(scanOf(100, {})), "||");
    ScanEvidence repeats = scanOf(5, {{Rule::linuxStack, 5}});
    repeats.targets = 1; // a system repeats its SYN to one target
    row("repeats", Tool::unknown, repeats, "|connect|linux");
    ScanEvidence six = scanOf(100, {});
    six.isV6 = true;
    row("IPv6", Tool::unknown, six, "||");
    ScanEvidence udp = scanOf(100, {}, {SharedFields::wideOf(28, 53, 1), 0});
    udp.protocol = Protocol::udp;
    udp.synPackets = 0;
    row("Scapy's UDP", Tool::unknown, udp, "|scapy|");
}

void TestTrait::details() {
    QFETCH(int, tool);
    QFETCH(ScanEvidence, evidence);
    QFETCH(std::string, text);
    QCOMPARE(textOf(detailOf(evidence, static_cast<Tool>(tool))), text);
}

void TestTrait::needsNearlyAll() {
    QVERIFY(detailOf(scanOf(10, {{Rule::xtateFields, 9}}), Tool::masscan).version.has_value());
    QVERIFY(!detailOf(scanOf(10, {{Rule::xtateFields, 8}}), Tool::masscan).version.has_value());
    QVERIFY(!detailOf(scanOf(2, {{Rule::xtateFields, 2}}), Tool::masscan).version.has_value());
    // Of those whose header was captured.
    const auto cut = scanOf(100, {{Rule::headerCaptured, 4}, {Rule::xtateFields, 4}});
    const auto version = detailOf(cut, Tool::masscan).version;
    QVERIFY(version.has_value());
    QCOMPARE(version->matched, std::uint64_t{4});
    QCOMPARE(version->tested, std::uint64_t{4});
}

void TestTrait::tellsWhenZmapBegan() {
    const SharedFields fields{SharedFields::wideOf(1'700'000'000, 2, 0), 3};
    const auto all = scanOf(10, {{Rule::zmap41Linux, 10}}, fields);
    const ToolDetail detail = detailOf(all, Tool::zmap41Like);
    QVERIFY(detail.began.has_value());
    QCOMPARE(detail.began->nanoseconds, std::int64_t{1'700'000'000} * 1'000'000'000);
    QVERIFY(!detail.constants.sequence.has_value());
    // Where one packet has a sequence number in that place, it says nothing.
    const auto most = scanOf(10, {{Rule::zmap41Linux, 9}}, fields);
    QVERIFY(!detailOf(most, Tool::zmap41Like).began.has_value());
    QVERIFY(!detailOf(most, Tool::zmap41Like).constants.sequence.has_value());
    QVERIFY(!detailOf(scanOf(10, {}, fields), Tool::zmap41Like).began.has_value());
}

void TestTrait::tellsConstants() {
    ScanEvidence evidence = scanOf(10, {});
    const ConstantFields expected{1, 2, 0, 3, std::nullopt};
    QVERIFY(detailOf(evidence, Tool::unknown).constants == expected);
    evidence.matches[static_cast<std::size_t>(Rule::windowCaptured)] = 9;
    QVERIFY(!detailOf(evidence, Tool::unknown).constants.window.has_value());
    evidence.protocol = Protocol::icmp;
    const ConstantFields ofIcmp{std::nullopt, std::nullopt, 0, std::nullopt, 1};
    QVERIFY(detailOf(evidence, Tool::unknown).constants == ofIcmp);
}

/// The published values; what a family does not ask for is set to something else.
void TestTrait::knowsConstantFamilies_data() {
    QTest::addColumn<int>("protocol");
    QTest::addColumn<quint32>("first"); ///< sequence number, or length of the IP packet
    QTest::addColumn<int>("sourcePort");
    QTest::addColumn<int>("ipId");
    QTest::addColumn<int>("window");
    QTest::addColumn<std::string>("family");
    const auto row = [](const char* name, Protocol protocol, quint32 first, int sourcePort,
                         int ipId, int window, const char* family) {
        QTest::newRow(name) << static_cast<int>(protocol) << first << sourcePort << ipId << window
                            << std::string(family);
    };
    using enum Protocol;
    row("port 6000", tcp, 1'210'253'312, 6'000, 256, 16'384, "port-6000");
    row("port 6000, another window", tcp, 1'210'253'312, 6'000, 256, 16'385, "constant-field");
    row("port 6000, another IP ID", tcp, 1'210'253'312, 6'000, 257, 16'384, "constant-field");
    row("Morto", tcp, 2'406'000'322, 4'935, 9'496, 65'535, "morto");
    row("Morto, another sequence number", tcp, 2'406'000'323, 4'935, 9'496, 65'535,
        "constant-field");
    row("BNET", tcp, 1'112'425'812, 77, 0, 300, "bnet");
    row("BNET, another window", tcp, 1'112'425'812, 77, 0, 301, "constant-field");
    row("Srizbi", tcp, 6'509, 77, 88, 24'000, "srizbi");
    row("Srizbi, another sequence number", tcp, 6'510, 77, 88, 24'000, "constant-field");
    row("Scapy's UDP", udp, 28, 53, 1, 0, "scapy");
    row("Scapy's UDP, another source port", udp, 28, 54, 1, 0, "");
    row("Scapy's ping", icmp, 28, 0, 1, 0, "scapy");
    row("Scapy's ping, of another length", icmp, 29, 0, 1, 0, "");
    row("Scapy's ping, another IP ID", icmp, 28, 0, 2, 0, "");
}

void TestTrait::knowsConstantFamilies() {
    QFETCH(int, protocol);
    QFETCH(quint32, first);
    QFETCH(int, sourcePort);
    QFETCH(int, ipId);
    QFETCH(int, window);
    QFETCH(std::string, family);
    const std::uint64_t wide = SharedFields::wideOf(
        first, static_cast<std::uint16_t>(sourcePort), static_cast<std::uint16_t>(ipId));
    ScanEvidence evidence = scanOf(3, {}, {wide, static_cast<std::uint16_t>(window)});
    evidence.protocol = static_cast<Protocol>(protocol);
    QCOMPARE(std::string(detailOf(evidence, Tool::unknown).familyName()), family);
    QCOMPARE(std::string(detailOf(evidence, Tool::zmap).familyName()), std::string());
    // Two packets are too few to name anything by.
    ScanEvidence two = scanOf(2, {}, {wide, static_cast<std::uint16_t>(window)});
    two.protocol = evidence.protocol;
    QCOMPARE(std::string(detailOf(two, Tool::unknown).familyName()), std::string());
}

void TestTrait::constantsNeedSeveralTargetsAndPackets() {
    const auto family = [](std::uint64_t packets, std::uint64_t targets) {
        ScanEvidence evidence = scanOf(packets, {});
        evidence.targets = targets;
        return std::string(detailOf(evidence, Tool::unknown).familyName());
    };
    QCOMPARE(family(3, 2), std::string("constant-field"));
    QCOMPARE(family(3, 1), std::string());
    QCOMPARE(family(2, 2), std::string());
    // An identification other than 0 is a sign by itself.
    const SharedFields fields{SharedFields::wideOf(1, 2, 7), 3};
    ScanEvidence onId = scanOf(3, {}, fields);
    onId.agreement->add(SharedFields{SharedFields::wideOf(9, 9, 7), 3});
    QCOMPARE(
        std::string(detailOf(onId, Tool::unknown).familyName()), std::string("constant-field"));
}

void TestTrait::tellsContent() {
    ScanEvidence udp = scanOf(10, {}, {SharedFields::wideOf(58, 40'000, 7), 1});
    udp.protocol = Protocol::udp;
    QVERIFY(detailOf(udp, Tool::zmap).content == probeContents().data());
    QVERIFY(!detailOf(udp, Tool::zmap).hasSeveralContents);
    udp.agreement->add(SharedFields{SharedFields::wideOf(58, 40'000, 7), 2});
    QVERIFY(detailOf(udp, Tool::zmap).content == nullptr);
    QVERIFY(detailOf(udp, Tool::zmap).hasSeveralContents);
    QVERIFY(detailOf(scanOf(10, {}, {0, 1}), Tool::unknown).content == nullptr);
}

void TestTrait::namesAreTheirOwn() {
    std::set<std::string_view> names;
    for (const TraitFacts& facts : traitFacts()) {
        QVERIFY(names.insert(facts.name).second);
        QVERIFY(!facts.source.empty() && !facts.title.empty());
        QVERIFY(facts.confidence == 'H' || facts.confidence == 'M');
    }
    std::set<std::string_view> rules;
    for (std::size_t rule = 0; rule < kRuleCount; ++rule)
        QVERIFY(rules.insert(nameOf(static_cast<Rule>(rule))).second);
    for (const ConstantFamily& family : constantFamilies())
        QVERIFY(family.confidence == 'H' || family.confidence == 'M');
}

QTEST_APPLESS_MAIN(TestTrait)
#include "tst_trait.moc"
