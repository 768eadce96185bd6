// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_source.h"
#include "fingerprint/evidence.h"
#include "packets/decoder.h"
#include "packets/wire.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// What the index of the public captures says of a file; counted by tshark, not by this program.
struct Listed {
    std::string path;
    int packets = 0;
    int sources = 0;
    int syn = 0; ///< of FIN, SYN, RST, PSH, ACK, URG only SYN
    int zmap = 0;
    int masscan = 0;
    int mirai = 0;
    bool hasMarks = false; ///< the last three are given
};

std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '|');) {
        const auto begin = cell.find_first_not_of(' ');
        const auto end = cell.find_last_not_of(' ');
        cells.push_back(begin == std::string::npos ? "" : cell.substr(begin, end - begin + 1));
    }
    return cells;
}

/// "SYN 2, v6 41" says 2 of SYN.
int numberBehind(const std::string& text, const std::string& word) {
    const auto at = text.find(word + " ");
    return at == std::string::npos ? 0 : std::stoi(text.substr(at + word.size() + 1));
}

/// The first table has 15 columns, the second 10; rows of which tshark read nothing are left out.
std::vector<Listed> listedCaptures() {
    std::vector<Listed> listed;
    std::istringstream lines(readText((*publicCaptures() / "INDEX.md").string()));
    for (std::string line; std::getline(lines, line);) {
        const std::vector<std::string> cells = cellsOf(line);
        if (cells.size() < 10 || cells[1].find('/') == std::string::npos || cells[5] == "?")
            continue;
        Listed each;
        each.path = cells[1];
        each.packets = std::stoi(cells[5]);
        each.hasMarks = cells.size() > 14;
        each.sources = std::stoi(cells[each.hasMarks ? 7 : 6]);
        each.syn = each.hasMarks ? std::stoi(cells[8]) : numberBehind(cells[9], "SYN");
        if (each.hasMarks) {
            each.zmap = std::stoi(cells[11]);
            each.masscan = std::stoi(cells[12]);
            each.mirai = std::stoi(cells[13]);
        }
        listed.push_back(each);
    }
    return listed;
}

struct Counted {
    int packets = 0;
    std::set<Address> sources;
    int syn = 0;
    int zmap = 0;
    int masscan = 0;
    int mirai = 0;
};

void count(const Packet& packet, const Address& source, Counted& counted) {
    counted.sources.insert(source);
    const bool isSyn =
        packet.kind == Kind::syn && (TcpHeader{packet.transport}.flags() & 0x3f) == 2;
    if (!isSyn)
        return;
    ++counted.syn;
    const RuleSet rules = examine(packet).rules;
    counted.zmap += rules.has(Rule::zmapId) ? 1 : 0;
    counted.masscan += rules.has(Rule::masscanRelation) ? 1 : 0;
    counted.mirai += rules.has(Rule::miraiSequence) ? 1 : 0;
}

Counted countIn(FrameSource& source) {
    Counted counted;
    DecodedFrames decoded;
    FrameBatch batch;
    while (source.next(batch)) {
        if (!source.confirm(batch.place))
            source.reread(batch);
        Decoder({PrefixSet(), false}).decode(batch.frames, 0, decoded);
        counted.packets += static_cast<int>(decoded.counts.frames);
        for (const Packet& packet : decoded.packets)
            count(packet, Ipv4{packet.source}, counted);
        for (const Packet6& packet : decoded.packets6)
            count(packet.packet, packet.source, counted);
        if (batch.cut)
            break;
    }
    return counted;
}

/// Where the counts may differ, and why. Only the numbers of packets are compared then.
const std::map<std::string, const char*>& exceptions() {
    constexpr const char* kTunnel = "tshark counts the SYN inside a tunnel, here the outer header";
    constexpr const char* kLink = "a link type that is not taken apart here";
    constexpr const char* kTag = "a tag or header before IP that is not known here";
    constexpr const char* kBroken = "a header is cut or contradicts itself: tshark shows addresses "
                                    "of what is malformed here, or the other way round";
    constexpr const char* kInner = "Ethernet inside MPLS is not entered";
    static const std::map<std::string, const char*> kExceptions = {
        {"PcapPlusPlus/GrePackets.pcap", kTunnel},
        {"PcapPlusPlus/MplsPackets.pcap", kInner},
        {"PcapPlusPlus/ipv4-malformed.pcap", kBroken},
        {"PcapPlusPlus/null_loopback.pcap", kTag},
        {"libpcap-tests/AH-IPcomp-IPv4.pcap", kTunnel},
        {"libpcap-tests/arcnet-rfc1051-arp-icmp-http.pcap", kLink},
        {"suricata-verify/bug-5633-gre-02__gre-sample.pcap", kTunnel},
        {"suricata-verify/decode-dce__input.pcap", kTag},
        {"suricata-verify/decode-etag-01__input.pcap", kTag},
        {"suricata-verify/decode-nsh-type2__input.pcap", kTag},
        {"suricata-verify/vxlan-decoder-03__vxlan.pcap", kTunnel},
        {"tcpdump-tests/LINKTYPE_PKTAP.pcap", kLink},
        {"tcpdump-tests/LINKTYPE_USER2_PKTAP.pcap", kLink},
        {"tcpdump-tests/arcnet-rfc1051-arp-icmp-http.pcap", kLink},
        {"tcpdump-tests/arcnet-rfc1201-arp-icmp-http.pcap", kLink},
        {"tcpdump-tests/e1000g.pcap", kLink},
        {"tcpdump-tests/geneve.pcap", kTunnel},
        {"tcpdump-tests/ipoib.pcap", kLink},
        {"tcpdump-tests/ipv4_invalid_length.pcap", kBroken},
        {"tcpdump-tests/ipv6_invalid_length.pcap", kBroken},
        {"tcpdump-tests/macsec-integonly.pcap", kTag},
        {"tcpdump-tests/macsec-short-shorter.pcap", kTag},
        {"zeek-traces/nflog-http.pcap", kLink},
        {"zeek-traces/pbb-recursive-frames.pcapng", kTag},
        {"zeek-traces/trunc__ip6-trunc.pcap", kBroken},
        {"zeek-traces/trunc__ipv4-truncated-broken-header.pcap", kBroken},
        {"zeek-traces/trunc__mpls-6in6-broken.pcap.gz", kBroken},
        {"zeek-traces/tunnels__geneve-inner-tcp-bad-checksum.pcap", kTunnel},
        {"zeek-traces/tunnels__gre-sample.pcap", kTunnel},
        {"zeek-traces/tunnels__gtp__gtp1_gn_normal_incl_fragmentation.pcap", kTunnel},
        {"zeek-traces/tunnels__vxlan-encapsulated-http.pcap", kTunnel},
    };
    return kExceptions;
}

/// tshark takes these two for a variant of the format with longer record headers, and stops.
bool isReadDifferently(const std::string& path) {
    return path == "PcapPlusPlus-fuzz/crash-exception-cast-constructed-record" ||
           path == "PcapPlusPlus-fuzz/clusterfuzz-testcase-minimized-FuzzTarget-5766899836387328";
}

} // namespace

/// Public captures counted here and by tshark: packets, sources, SYN, and marks of tools.
class TestRealPackets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void countsAsTsharkDoes_data();
    void countsAsTsharkDoes();
};

void TestRealPackets::initTestCase() {
    if (!publicCaptures())
        QSKIP("the folder of public captures is not there");
}

void TestRealPackets::countsAsTsharkDoes_data() {
    QTest::addColumn<Listed>("listed");
    const std::vector<Listed> all = listedCaptures();
    QVERIFY2(all.size() > 300, "the index of public captures is not whole");
    for (const Listed& listed : all) {
        if (!isReadDifferently(listed.path))
            QTest::newRow(listed.path.c_str()) << listed;
    }
}

void TestRealPackets::countsAsTsharkDoes() {
    QFETCH(Listed, listed);
    auto opened = openCapture((*publicCaptures() / listed.path).string());
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message().c_str());
    const Counted counted = countIn(*opened.value());
    QCOMPARE(counted.packets, listed.packets);
    if (exceptions().contains(listed.path))
        return;
    QCOMPARE(static_cast<int>(counted.sources.size()), listed.sources);
    QCOMPARE(counted.syn, listed.syn);
    if (!listed.hasMarks)
        return;
    QCOMPARE(counted.zmap, listed.zmap);
    QCOMPARE(counted.masscan, listed.masscan);
    QCOMPARE(counted.mirai, listed.mirai);
}

QTEST_APPLESS_MAIN(TestRealPackets)
#include "tst_real_packets.moc"
