// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/evidence.h"
#include "fingerprint/rules.h"
#include "support/examine_line.h"
#include "support/hex.h"
#include "support/packet_script.h"
#include "support/show.h"

#include <QTest>

#include <functional>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::uint32_t kTarget = 0x23420102; // 35.66.1.2

/// The rules that a packet of one line of script matches, by their letters:
/// Zmap Masscan mIrai Fields(ZMap 4.1) Hping Scapy Nmap-window; p w h: tested, window, header.
std::string rulesOf(const std::string& line) {
    const PacketEvidence evidence = examineLine(line);
    std::string text;
    constexpr std::string_view kLetters = "ZMIFHSNpwh"; // in the order of Rule
    for (std::size_t rule = 0; rule < kLetters.size(); ++rule) {
        if (evidence.rules.has(static_cast<Rule>(rule)))
            text += kLetters[rule];
    }
    return text;
}

/// A SYN as ZMap since 4.1 sends it, its options as given.
struct Zmap41 {
    SynFields fields;
    Bytes options;

    explicit Zmap41(const char* hex)
        : options(fromHex(hex)) {
        fields.window = 65'535;
        fields.ttl = 50;
        fields.sourcePort = 40'000;
        fields.targetPort = 443;
        fields.ipId = 7'777;
        fields.options = options.data();
        fields.optionBytes = static_cast<std::uint32_t>(options.size());
    }
};

bool isZmap41Fields(const SynFields& syn) {
    const OptionLayout layout = optionLayoutOf(syn.options, syn.optionBytes);
    return zmap41Rules(syn, layout).has(Rule::zmap41Fields);
}

constexpr const char* kWindowsSet = "020405b4 01 030308 01 01 0402";
constexpr const char* kBsdSet = "020405b4 01 030306 01 01 080a5b8d800000000000 0402 00 00";
constexpr const char* kLinuxSet = "020405b4 0402 080a5b8d800000000000 01 030307";
constexpr const char* kSmallestSet = "020405b4";

} // namespace

/// The vectors of the fact sheet, and each rule from both sides.
class TestRules : public QObject {
    Q_OBJECT

private slots:
    void masscanVector();
    void masscanUsesTheLastTwoOctets();
    void miraiVector();
    void nmapVector();
    void unicornscanVector();
    void zmapVector();
    void zmap41Options_data();
    void zmap41Options();
    void zmap41Fields_data();
    void zmap41Fields();
    void hping3();
    void scapy();
    void nmapWindows();
    void examinesWholePackets_data();
    void examinesWholePackets();
    void testsOnlyWhatWasCaptured_data();
    void testsOnlyWhatWasCaptured();
    void takesValuesFromThePacket();
};

void TestRules::masscanVector() {
    SynFields syn;
    syn.target = kTarget;
    syn.targetPort = 445;
    syn.sequence = 0xdeadbeef;
    syn.ipId = 0xbe50; // 0x0102 ^ 0x01bd ^ 0xbeef
    QVERIFY(isMasscanRelation(syn));
    syn.ipId = 0xfd71; // with the first two octets, as the reproduction computed it
    QVERIFY(!isMasscanRelation(syn));
    syn.ipId = 0xbe51;
    QVERIFY(!isMasscanRelation(syn));
    QCOMPARE(
        rulesOf("0 9.9.9.9:1 > 35.66.1.2:445 SYN seq=0xdeadbeef id=0xbe50"), std::string("Mpwh"));
    QCOMPARE(
        rulesOf("0 9.9.9.9:1 > 35.66.1.2:445 SYN seq=0xdeadbeef id=0xfd71"), std::string("pwh"));
}

void TestRules::masscanUsesTheLastTwoOctets() {
    SynFields syn;
    syn.targetPort = 80;
    syn.sequence = 0x12340000;
    for (const std::uint32_t front : {0U, 0x23420000U, 0xffff0000U}) {
        syn.target = front | 0x0102;
        syn.ipId = 0x0102 ^ 80;
        QVERIFY(isMasscanRelation(syn));
        syn.target = front | 0x0202;
        QVERIFY(!isMasscanRelation(syn));
        syn.target = front | 0x0103;
        QVERIFY(!isMasscanRelation(syn));
    }
}

void TestRules::miraiVector() {
    SynFields syn;
    syn.target = kTarget;
    syn.sequence = 591'528'194;
    QVERIFY(isMiraiSequence(syn));
    syn.sequence = 591'528'195;
    QVERIFY(!isMiraiSequence(syn));
    syn.sequence = 0x02014223; // in the other byte order
    QVERIFY(!isMiraiSequence(syn));
    QCOMPARE(rulesOf("0 9.9.9.9:1 > 35.66.1.2:23 SYN seq=591528194"), std::string("Ipwh"));
}

void TestRules::nmapVector() {
    SynFields first;
    first.sequence = 0x12355679;
    SynFields second;
    second.sequence = 0x1236567a;
    QCOMPARE(nmapValue(first), nmapValue(second));
    QCOMPARE(nmapValue(first), std::uint16_t{0x1234 ^ 0x5678}); // that of the mask itself
    second.sequence = 0x1236567b;
    QVERIFY(nmapValue(first) != nmapValue(second));
    const std::uint32_t mask = 0xa1b2c3d4;
    for (std::uint32_t n = 0; n < 0x10000; n += 77) {
        second.sequence = mask ^ ((n << 16) + n);
        QCOMPARE(nmapValue(second), std::uint16_t{0xa1b2 ^ 0xc3d4});
    }
}

void TestRules::unicornscanVector() {
    SynFields syn;
    syn.target = kTarget;
    syn.targetPort = 80;
    syn.sourcePort = 12'345;
    syn.sequence = 0xc8afc8a4;
    QCOMPARE(unicornscanKey(syn), 0xcafebabeU);
    // Without swapped bytes: 0xcafebabe ^ 0x23420102 ^ 0x00503039.
    syn.sequence = 0xe9ec8b85;
    QCOMPARE(unicornscanKeyPlain(syn), 0xcafebabeU);
    QVERIFY(unicornscanKey(syn) != 0xcafebabeU);
}

void TestRules::zmapVector() {
    QVERIFY(isZmapId(54'321));
    QVERIFY(isZmapId(0xd431));
    QVERIFY(!isZmapId(54'320));
    QVERIFY(!isZmapId(0x31d4));
    QVERIFY(!isZmapId(0));
    const OwnedFrame frame = packetScript("0 9.9.9.9:1 > 35.66.1.2:443 SYN id=54321").front();
    QCOMPARE(frame.bytes.at(14 + 4), std::uint8_t{0xd4});
    QCOMPARE(frame.bytes.at(14 + 5), std::uint8_t{0x31});
}

void TestRules::zmap41Options_data() {
    QTest::addColumn<std::string>("options");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* name, const char* options, bool fits) {
        QTest::newRow(name) << std::string(options) << fits;
    };
    row("windows", kWindowsSet, true);
    row("bsd", kBsdSet, true);
    row("linux", kLinuxSet, true);
    row("smallest probes", kSmallestSet, true);
    row("another segment size", "02040218", true);
    row("none", "", false);
    row("only no-operation", "01010101", false);
    row("MSS and no-operations", "020405b4 01010101", false);
    row("windows without SACK", "020405b4 01 030308 01 01 01 01", false);
    row("windows in another order", "01 020405b4 030308 01 01 0402", false);
    row("SACK before the scale", "020405b4 01 01 0402 01 030308", false);
    row("macOS", "020405b4 01 030306 01 01 080a5b8d800000000000 0402 00 00",
        true); // the set's model
    row("linux with fast open", "020405b4 0402 080a5b8d800000000000 01 030307 2202 0101", false);
    row("an option of kind 18", "12040000", false); // low bits as those of MSS
    row("an MSS without a length", "02", false);
    row("an MSS of length 0", "020005b4", false);
    row("an MSS of length 1", "020105b4", false);
    row("an MSS that claims more than there is", "020805b4", false);
    row("a last option that claims more than there is", "020405b4 01 030308 01 01 0404", false);
}

void TestRules::zmap41Options() {
    QFETCH(std::string, options);
    QFETCH(bool, fits);
    QCOMPARE(isZmap41Fields(Zmap41(options.c_str()).fields), fits);
}

void TestRules::zmap41Fields_data() {
    QTest::addColumn<std::function<void(SynFields&)>>("change");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<bool>("fitsAsCandidate"); ///< of 4.1.0, which sent the Linux set from TTL 255
    const auto row = [](const char* name, const std::function<void(SynFields&)>& change,
                         bool fits) { QTest::newRow(name) << change << fits << fits; };
    row(
        "as it is", [](SynFields&) {}, true);
    row(
        "window 65,534", [](SynFields& syn) { syn.window = 65'534; }, false);
    row(
        "window 1,024", [](SynFields& syn) { syn.window = 1'024; }, false);
    row(
        "do not fragment", [](SynFields& syn) { syn.doNotFragment = true; }, false);
    row(
        "TTL 64", [](SynFields& syn) { syn.ttl = 64; }, true);
    row(
        "TTL 33", [](SynFields& syn) { syn.ttl = 33; }, true);
    row(
        "TTL 32, began at 32", [](SynFields& syn) { syn.ttl = 32; }, false);
    row(
        "TTL 65, began at 128", [](SynFields& syn) { syn.ttl = 65; }, false);
    row(
        "TTL 128, began at 128", [](SynFields& syn) { syn.ttl = 128; }, false);
    for (const int ttl : {129, 250, 255})
        QTest::addRow("TTL %d, began at 255", ttl)
            << std::function([ttl](SynFields& syn) { syn.ttl = static_cast<std::uint8_t>(ttl); })
            << false << true;
    row(
        "first port", [](SynFields& syn) { syn.sourcePort = 32'768; }, true);
    row(
        "before the first port", [](SynFields& syn) { syn.sourcePort = 32'767; }, false);
    row(
        "last port", [](SynFields& syn) { syn.sourcePort = 61'000; }, true);
    row(
        "behind the last port", [](SynFields& syn) { syn.sourcePort = 61'001; }, false);
    row(
        "any identification", [](SynFields& syn) { syn.ipId = 54'321; }, true);
    row(
        "any sequence number", [](SynFields& syn) { syn.sequence = 0; }, true);
}

void TestRules::zmap41Fields() {
    QFETCH(std::function<void(SynFields&)>, change);
    QFETCH(bool, fits);
    QFETCH(bool, fitsAsCandidate);
    for (const char* const set : {kWindowsSet, kBsdSet, kLinuxSet, kSmallestSet}) {
        Zmap41 probe(set);
        change(probe.fields);
        QCOMPARE(isZmap41Fields(probe.fields), set == kLinuxSet ? fitsAsCandidate : fits);
    }
}

void TestRules::hping3() {
    SynFields syn;
    syn.window = 512;
    syn.acknowledgement = 0x3c2f19aa;
    QVERIFY(isHping3Fields(syn));
    SynFields other = syn;
    other.window = 513;
    QVERIFY(!isHping3Fields(other));
    other = syn;
    other.acknowledgement = 0; // as it should be on a SYN
    QVERIFY(!isHping3Fields(other));
    other = syn;
    other.optionBytes = 4;
    QVERIFY(!isHping3Fields(other));
}

void TestRules::scapy() {
    SynFields syn;
    syn.ipId = 1;
    syn.window = 8'192;
    QVERIFY(isScapyFields(syn));
    SynFields other = syn;
    other.ipId = 2;
    QVERIFY(!isScapyFields(other));
    other = syn;
    other.window = 8'191;
    QVERIFY(!isScapyFields(other));
    other = syn;
    other.sequence = 1;
    QVERIFY(!isScapyFields(other));
    other = syn;
    other.optionBytes = 4;
    QVERIFY(!isScapyFields(other));
}

void TestRules::nmapWindows() {
    for (unsigned window = 0; window < 65'536; ++window) {
        const bool isOne = window == 1'024 || window == 2'048 || window == 3'072 || window == 4'096;
        QCOMPARE(isNmapWindow(static_cast<std::uint16_t>(window)), isOne);
    }
}

void TestRules::examinesWholePackets_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("rules");
    const auto row = [](const char* name, const char* line, const char* rules) {
        QTest::newRow(name) << std::string(line) << std::string(rules);
    };
    row("a plain SYN", "0 9.9.9.9:5 > 35.66.1.2:80 SYN", "pwh");
    row("ZMap to 4.0", "0 9.9.9.9:40000 > 35.66.1.2:80 SYN id=54321 ttl=240 win=65535", "Zpwh");
    row("ZMap since 4.1",
        "0 9.9.9.9:40000 > 35.66.1.2:80 SYN id=7 ttl=50 win=65535 opts=020405b40103030801010402",
        "Fpwh");
    row("Masscan of 2023 and later: window bytes 04 01",
        "0 9.9.9.9:40000 > 35.66.1.2:80 SYN win=0x0401 seq=0x01020304 id=0x0256 opts=020405b4",
        "Mpwh"); // 0x0102 ^ 0x0050 ^ 0x0304
    row("hping3", "0 9.9.9.9:40000 > 35.66.1.2:80 SYN win=512 ack=77", "Hpwh");
    row("Scapy", "0 9.9.9.9:20 > 35.66.1.2:80 SYN id=1 win=8192 seq=0", "Spwh");
    row("Nmap", "0 9.9.9.9:40000 > 35.66.1.2:80 SYN win=1024 opts=020405b4", "Npwh");
    row("UDP of ZMap", "0 9.9.9.9:40000 > 35.66.1.2:53 UDP id=54321", "Z");
    row("UDP", "0 9.9.9.9:40000 > 35.66.1.2:53 UDP", "");
    row("echo request of ZMap", "0 9.9.9.9 > 35.66.1.2 ICMP 8 id=54321", "Z");
    row("echo reply with that identification", "0 9.9.9.9 > 35.66.1.2 ICMP 0 id=54321", "");
    row("SYN-ACK with that identification", "0 9.9.9.9:80 > 35.66.1.2:1 SYN+ACK id=54321", "");
    row("FIN with that identification", "0 9.9.9.9:80 > 35.66.1.2:1 FIN id=54321", "");
    row("answer of a name server", "0 9.9.9.9:53 > 35.66.1.2:1 UDP id=54321", "");
    row("SYN over IPv6", "0 [2001:db8::7]:1 > [2001:db8::1]:80 SYN win=1024", "");
    row("a fragment", "0 9.9.9.9:1 > 35.66.1.2:80 SYN id=54321 frag=3", "");
}

void TestRules::examinesWholePackets() {
    QFETCH(std::string, line);
    QFETCH(std::string, rules);
    QCOMPARE(rulesOf(line), rules);
}

/// What a capture cut away is not tested, and does not count against a tool.
void TestRules::testsOnlyWhatWasCaptured_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("rules");
    const auto row = [](const char* name, const char* line, const char* rules) {
        QTest::newRow(name) << std::string(line) << std::string(rules);
    };
    // Ethernet 14, IPv4 20: the flags are byte 47, the window bytes 48 and 49.
    row("up to the flags", "0 9.9.9.9:20 > 35.66.1.2:80 SYN id=1 win=8192 seq=0 cut=48", "p");
    row("half of the window", "0 9.9.9.9:20 > 35.66.1.2:80 SYN id=1 win=8192 seq=0 cut=49", "p");
    row("the window", "0 9.9.9.9:20 > 35.66.1.2:80 SYN id=1 win=8192 seq=0 cut=50", "Spw");
    row("Nmap up to the flags", "0 9.9.9.9:1 > 35.66.1.2:80 SYN win=1024 cut=48", "p");
    row("Nmap up to the window", "0 9.9.9.9:1 > 35.66.1.2:80 SYN win=1024 cut=50", "Npw");
    row("hping3 up to the window", "0 9.9.9.9:1 > 35.66.1.2:80 SYN win=512 ack=9 cut=50", "Hpw");
    row("not hping3: it had options",
        "0 9.9.9.9:1 > 35.66.1.2:80 SYN win=512 ack=9 opts=020405b4 cut=50", "pw");
    row("ZMap since 4.1, options cut",
        "0 9.9.9.9:40000 > 35.66.1.2:80 SYN win=65535 opts=020405b4 ttl=50 cut=57", "pw");
    row("ZMap since 4.1, options whole",
        "0 9.9.9.9:40000 > 35.66.1.2:80 SYN win=65535 opts=020405b4 ttl=50 cut=58", "Fpwh");
    row("Mirai up to the flags", "0 9.9.9.9:1 > 35.66.1.2:23 SYN seq=591528194 cut=48", "Ip");
    row("ZMap's UDP, cut", "0 9.9.9.9:1 > 35.66.1.2:53 UDP id=54321 len=50 cut=42", "Z");
}

void TestRules::testsOnlyWhatWasCaptured() {
    QFETCH(std::string, line);
    QFETCH(std::string, rules);
    QCOMPARE(rulesOf(line), rules);
}

void TestRules::takesValuesFromThePacket() {
    PacketEvidence evidence = examineLine("0 9.9.9.9:12345 > 35.66.1.2:80 SYN seq=0xc8afc8a4");
    QVERIFY(evidence.unicornscan == sketchHash(0xcafebabe));
    QVERIFY(evidence.nmap == SketchHash()); // not Nmap's window
    evidence = examineLine("0 9.9.9.9:12345 > 35.66.1.2:80 SYN seq=0xc8afc8a4 win=2048");
    QVERIFY(evidence.nmap == sketchHash(0xc8af ^ 0xc8a4));
    evidence = examineLine("0 9.9.9.9:12345 > 35.66.1.2:80 SYN seq=0xe9ec8b85");
    QVERIFY(evidence.unicornscanPlain == sketchHash(0xcafebabe));
}

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
