// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/classify.h"
#include "packets/decoder.h"
#include "support/packet_script.h"
#include "support/show.h"

#include <QTest>

#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// A line of the table of kinds: which flag bytes it means, and what they are.
struct TcpRow {
    std::function<bool(std::string)> means; ///< letters of the set flags, FSRPAU
    Kind kind;
};

std::string letters(unsigned flags) {
    constexpr std::string_view kLetters = "FSRPAU"; // 1, 2, 4, 8, 16, 32
    std::string text;
    for (unsigned bit = 0; bit < kLetters.size(); ++bit)
        text += (flags >> bit & 1U) != 0 ? std::string(1, kLetters[bit]) : "";
    return text;
}

bool has(const std::string& flags, char letter) {
    return flags.find(letter) != std::string::npos;
}

const std::vector<TcpRow>& tcpRows() {
    static const std::vector<TcpRow> kRows = {
        {[](const std::string& f) {
             return has(f, 'S') && !has(f, 'A') && !has(f, 'R') && !has(f, 'F');
         },
            Kind::syn},
        {[](const std::string& f) { return f.empty(); }, Kind::null},
        {[](const std::string& f) { return f == "F"; }, Kind::fin},
        {[](const std::string& f) { return f == "FPU"; }, Kind::xmas},
        {[](const std::string& f) { return has(f, 'R'); }, Kind::rst},
        {[](const std::string& f) { return has(f, 'S') && has(f, 'A') && !has(f, 'R'); },
            Kind::synAck},
    };
    return kRows;
}

const std::set<int>& answeringPorts() {
    static const std::set<int> kPorts = {17, 19, 53, 69, 111, 123, 137, 161, 389, 427, 500, 520,
        1194, 1434, 1900, 3283, 3478, 3702, 5060, 5353, 5683, 10001, 11211};
    return kPorts;
}

/// The one packet of a line of script, as the decoder leaves it.
Packet decodeOne(const std::string& line, DecodeCounts& counts) {
    const std::vector<OwnedFrame> frames = packetScript(line);
    DecodedFrames decoded;
    Decoder({PrefixSet(), false}).decode(batchOf(frames).frames, 0, decoded);
    counts = decoded.counts;
    if (decoded.packets.size() == 1)
        return decoded.packets.front();
    return decoded.packets6.size() == 1 ? decoded.packets6.front().packet : Packet{};
}

void check(const std::string& line, Kind kind, Bin bin, int port) {
    DecodeCounts counts;
    const Packet packet = decodeOne(line, counts);
    QVERIFY2(packet.kind == kind, (line + " is " + std::string(nameOf(packet.kind))).c_str());
    QVERIFY2(packet.port == port, (line + " has port " + std::to_string(packet.port)).c_str());
    QCOMPARE(counts.frames, std::uint64_t{1});
    for (std::size_t i = 0; i < kBinCount; ++i)
        QCOMPARE(counts.bins[i], std::uint64_t{static_cast<Bin>(i) == bin ? 1U : 0U});
}

} // namespace

/// The table of kinds, line by line, exhaustively.
class TestClassify : public QObject {
    Q_OBJECT

private slots:
    void everyFlagByte();
    void linesOfTheTable_data();
    void linesOfTheTable();
    void everyPairOfUdpPorts();
    void everyIcmpType();
    void everyIcmpV6Type();
    void everyIpProtocol();
    void namesAndBins_data();
    void namesAndBins();
};

void TestClassify::everyFlagByte() {
    for (unsigned flags = 0; flags < 256; ++flags) {
        const std::string set = letters(flags & 0x3f); // ECE and CWR are ignored
        Kind expected = Kind::tcp;
        int matching = 0;
        for (const TcpRow& row : tcpRows()) {
            if (!row.means(set))
                continue;
            expected = row.kind;
            ++matching;
        }
        QVERIFY2(matching <= 1, "the table contradicts itself");
        QVERIFY2(kindOfTcp(static_cast<std::uint8_t>(flags)) == expected, set.c_str());
    }
}

void TestClassify::linesOfTheTable_data() {
    QTest::addColumn<std::string>("what");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("bin");
    QTest::addColumn<int>("port"); ///< of the key, the packet going from port 1111 to 2222
    const auto row = [](const char* what, Kind kind, Bin bin, int port) {
        QTest::newRow(what) << std::string(what) << static_cast<int>(kind) << static_cast<int>(bin)
                            << port;
    };
    row("SYN", Kind::syn, Bin::probe, 2222);
    row("SYN+ECE+CWR", Kind::syn, Bin::probe, 2222);
    row("SYN+PSH+URG", Kind::syn, Bin::probe, 2222);
    row("NONE", Kind::null, Bin::probe, 2222);
    row("ECE+CWR", Kind::null, Bin::probe, 2222);
    row("FIN", Kind::fin, Bin::probe, 2222);
    row("FIN+PSH+URG", Kind::xmas, Bin::probe, 2222);
    row("FIN+PSH+URG+CWR", Kind::xmas, Bin::probe, 2222);
    row("RST", Kind::rst, Bin::backscatter, 1111);
    row("RST+ACK", Kind::rst, Bin::backscatter, 1111);
    row("RST+SYN", Kind::rst, Bin::backscatter, 1111);
    row("RST+SYN+ACK", Kind::rst, Bin::backscatter, 1111);
    row("RST+FIN", Kind::rst, Bin::backscatter, 1111);
    row("SYN+ACK", Kind::synAck, Bin::backscatter, 1111);
    row("SYN+ACK+ECE", Kind::synAck, Bin::backscatter, 1111);
    row("SYN+ACK+FIN", Kind::synAck, Bin::backscatter, 1111);
    row("ACK", Kind::tcp, Bin::other, 2222);
    row("FIN+ACK", Kind::tcp, Bin::other, 2222);
    row("PSH+ACK", Kind::tcp, Bin::other, 2222);
    row("SYN+FIN", Kind::tcp, Bin::other, 2222);
    row("PSH", Kind::tcp, Bin::other, 2222);
    row("URG", Kind::tcp, Bin::other, 2222);
    row("FIN+PSH", Kind::tcp, Bin::other, 2222);
    row("UDP", Kind::udp, Bin::probe, 2222);
}

void TestClassify::linesOfTheTable() {
    QFETCH(std::string, what);
    QFETCH(int, kind);
    QFETCH(int, bin);
    QFETCH(int, port);
    check("0 198.51.100.7:1111 > 192.0.2.1:2222 " + what, static_cast<Kind>(kind),
        static_cast<Bin>(bin), port);
    check("0 [2001:db8::7]:1111 > [2001:db8::1]:2222 " + what, static_cast<Kind>(kind),
        static_cast<Bin>(bin), port);
}

void TestClassify::everyPairOfUdpPorts() {
    std::vector<int> targets(answeringPorts().begin(), answeringPorts().end());
    for (const int port :
        {0, 1, 18, 52, 54, 80, 122, 124, 1433, 1435, 1899, 1901, 5061, 10000, 40000, 65535})
        targets.push_back(port);
    for (int source = 0; source < 65'536; ++source) {
        for (const int target : targets) {
            const bool answers =
                answeringPorts().contains(source) && !answeringPorts().contains(target);
            const Kind kind =
                kindOfUdp(static_cast<std::uint16_t>(source), static_cast<std::uint16_t>(target));
            if (kind != (answers ? Kind::udpAnswer : Kind::udp))
                QFAIL((std::to_string(source) + " > " + std::to_string(target)).c_str());
        }
    }
    check("0 198.51.100.7:53 > 192.0.2.1:4444 UDP", Kind::udpAnswer, Bin::backscatter, 53);
    check("0 198.51.100.7:4444 > 192.0.2.1:53 UDP", Kind::udp, Bin::probe, 53);
    check("0 198.51.100.7:123 > 192.0.2.1:123 UDP", Kind::udp, Bin::probe, 123);
    check("0 198.51.100.7:5060 > 192.0.2.1:53 UDP", Kind::udp, Bin::probe, 53);
    check("0 [2001:db8::7]:11211 > [2001:db8::1]:80 UDP", Kind::udpAnswer, Bin::backscatter, 11211);
}

void TestClassify::everyIcmpType() {
    const std::set<int> requests = {8, 13, 15, 17};
    const std::set<int> answers = {0, 3, 4, 5, 11, 12, 14, 16, 18};
    for (int type = 0; type < 256; ++type) {
        const std::string line = "0 198.51.100.7 > 192.0.2.1 ICMP " + std::to_string(type);
        if (requests.contains(type))
            check(line, Kind::icmpRequest, Bin::probe, 0);
        else if (answers.contains(type))
            check(line, Kind::icmpAnswer, Bin::backscatter, 0);
        else
            check(line, Kind::icmp, Bin::other, 0);
    }
}

void TestClassify::everyIcmpV6Type() {
    const std::set<int> answers = {1, 2, 3, 4, 129};
    for (int type = 0; type < 256; ++type) {
        const std::string line = "0 2001:db8::7 > 2001:db8::1 ICMP " + std::to_string(type);
        if (type == 128)
            check(line, Kind::icmpRequest, Bin::probe, 0);
        else if (answers.contains(type))
            check(line, Kind::icmpAnswer, Bin::backscatter, 0);
        else
            check(line, Kind::icmp, Bin::other, 0);
    }
}

/// Everything but TCP, UDP and the ICMP of its own family is `ip`. The headers that IPv6 chains are
/// tested elsewhere.
void TestClassify::everyIpProtocol() {
    const std::set<int> chained = {0, 43, 44, 51, 60, 135, 139, 140};
    for (int protocol = 0; protocol < 256; ++protocol) {
        const std::string what = " IP len=40 " + std::to_string(protocol);
        if (protocol != 1 && protocol != 6 && protocol != 17)
            check("0 198.51.100.7 > 192.0.2.1" + what, Kind::ip, Bin::other, 0);
        if (protocol != 58 && protocol != 6 && protocol != 17 && !chained.contains(protocol))
            check("0 2001:db8::7 > 2001:db8::1" + what, Kind::ip, Bin::other, 0);
    }
}

void TestClassify::namesAndBins_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("facts"); ///< name, bin, protocol
    const std::vector<std::string> facts = {"syn probe tcp", "null probe tcp", "fin probe tcp",
        "xmas probe tcp", "udp probe udp", "icmp-request probe icmp", "rst backscatter tcp",
        "synack backscatter tcp", "udp-answer backscatter udp", "icmp-answer backscatter icmp",
        "tcp other tcp", "icmp other icmp", "ip other ip", "fragment fragment ip",
        "outside outside ip", "malformed malformed ip"};
    for (std::size_t kind = 0; kind < kKindCount; ++kind)
        QTest::newRow(facts[kind].c_str()) << static_cast<int>(kind) << facts[kind];
}

void TestClassify::namesAndBins() {
    QFETCH(int, kind);
    QFETCH(std::string, facts);
    const Kind each = static_cast<Kind>(kind);
    QCOMPARE(std::string(nameOf(each)) + " " + std::string(nameOf(binOf(each))) + " " +
                 std::string(nameOf(protocolOf(each))),
        facts);
    QCOMPARE(isProbe(each), binOf(each) == Bin::probe);
}

QTEST_APPLESS_MAIN(TestClassify)
#include "tst_classify.moc"
