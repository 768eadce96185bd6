// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/decoder.h"
#include "support/decoding.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::size_t kEthernet = 14;
constexpr std::size_t kIp = kEthernet + 20;

constexpr const char* kSyn = "0 198.51.100.7:1111 > 192.0.2.1:2222 SYN";
constexpr const char* kUdp = "0 198.51.100.7:1111 > 192.0.2.1:2222 UDP len=20";
constexpr const char* kPing = "0 198.51.100.7 > 192.0.2.1 ICMP 8";

} // namespace

/// Headers that are cut or contradict themselves: counted by reason, never trusted.
class TestMalformed : public QObject {
    Q_OBJECT

private slots:
    void headersCutAtEveryByte_data();
    void headersCutAtEveryByte();
    void contradictionsOfIpv4_data();
    void contradictionsOfIpv4();
    void contradictionsOfTransport_data();
    void contradictionsOfTransport();
};

void TestMalformed::headersCutAtEveryByte_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<int>("ipEnds");
    QTest::addColumn<int>("enough"); ///< bytes of the transport header
    QTest::addColumn<std::string>("reason");
    const auto row = [](const char* name, const char* line, int ipEnds, int enough,
                         const char* reason) {
        QTest::newRow(name) << std::string(line) << ipEnds << enough << std::string(reason);
    };
    row("TCP", kSyn, 34, 14, "tcp_header_cut");
    row("UDP", kUdp, 34, 8, "udp_header_cut");
    row("ICMP", kPing, 34, 2, "icmp_header_cut");
    row("TCP over IPv6", "0 [2001:db8::7]:1 > [2001:db8::1]:2 SYN", 54, 14, "tcp_header_cut");
    row("UDP over IPv6", "0 [2001:db8::7]:1 > [2001:db8::1]:2 UDP", 54, 8, "udp_header_cut");
    row("ICMPv6", "0 2001:db8::7 > 2001:db8::1 ICMP 128", 54, 2, "icmp_header_cut");
}

void TestMalformed::headersCutAtEveryByte() {
    QFETCH(std::string, line);
    QFETCH(int, ipEnds);
    QFETCH(int, enough);
    QFETCH(std::string, reason);
    OwnedFrame frame = scripted(line);
    const int all = static_cast<int>(frame.bytes.size());
    for (int bytes = all; bytes >= 0; --bytes) {
        frame.bytes.resize(static_cast<std::size_t>(bytes));
        frame.original = static_cast<std::uint32_t>(bytes); // cut on the wire, not by the capture
        const DecodedFrames decoded = decode({frame});
        std::string expected = "probe";
        if (bytes < static_cast<int>(kEthernet))
            expected = "malformed link_header_cut";
        else if (bytes < ipEnds)
            expected = "malformed ip_header_cut";
        else if (bytes < ipEnds + enough)
            expected = "malformed " + reason;
        std::string outcome = outcomeOf(decoded.counts);
        // What is odd beside the bin is counted too.
        for (const char* const odd : {" fingerprint_cut", " ip_length_beyond_frame"})
            outcome.resize(std::min(outcome.size(), outcome.find(odd)));
        QVERIFY2(outcome == expected, (std::to_string(bytes) + " bytes: " + outcome).c_str());
        const std::size_t sources = decoded.packets.size() + decoded.packets6.size();
        QCOMPARE(sources, std::size_t{bytes >= ipEnds ? 1U : 0U});
    }
}

void TestMalformed::contradictionsOfIpv4_data() {
    QTest::addColumn<OwnedFrame>("frame");
    QTest::addColumn<std::string>("outcome");
    const auto row = [](const char* name, const std::map<std::size_t, int>& bytes,
                         const char* outcome) {
        QTest::newRow(name) << edited(kSyn, bytes) << std::string(outcome);
    };
    for (int words = 0; words < 5; ++words)
        row(("a header of " + std::to_string(words) + " words").c_str(),
            {{kEthernet, 0x40 | words}}, "malformed ip_header_length_too_short");
    row("a header longer than the frame", {{kEthernet, 0x4b}}, "malformed ip_header_cut");
    row("a header as long as the frame", {{kEthernet, 0x4a}}, "malformed tcp_header_cut");
    for (const int version : {0, 5, 6, 15})
        row(("version " + std::to_string(version)).c_str(), {{kEthernet, version << 4 | 5}},
            "malformed ip_version_contradicts");
    row("IPv4 announced as IPv6", {{12, 0x86}, {13, 0xdd}}, "malformed ip_version_contradicts");
    row("a length of 19", {{kEthernet + 3, 19}}, "malformed ip_length_too_short");
    row("a length of 1", {{kEthernet + 3, 1}}, "malformed ip_length_too_short");
    row("a length of nothing but the header", {{kEthernet + 3, 20}}, "malformed tcp_header_cut");
    row("a length up to before the flags", {{kEthernet + 3, 33}}, "malformed tcp_header_cut");
    row("a length up to the flags", {{kEthernet + 3, 34}}, "malformed tcp_offset_contradicts");
    row("a length of zero means all", {{kEthernet + 2, 0}, {kEthernet + 3, 0}}, "probe");
    row("a length beyond the frame", {{kEthernet + 2, 5}}, "probe ip_length_beyond_frame");
    row("the reserved flag", {{kEthernet + 6, 0x80}}, "probe");
    row("a first fragment", {{kEthernet + 6, 0x20}}, "probe");
    row("a first fragment that ends in the TCP header",
        {{kEthernet + 3, 36}, {kEthernet + 6, 0x20}}, "probe fingerprint_cut");
    row("a first fragment that ends before the flags", {{kEthernet + 3, 33}, {kEthernet + 6, 0x20}},
        "malformed tcp_header_cut");
    row("the last fragment", {{kEthernet + 7, 1}}, "fragment");
    row("a middle fragment", {{kEthernet + 6, 0x3f}, {kEthernet + 7, 0xff}}, "fragment");
}

void TestMalformed::contradictionsOfIpv4() {
    QFETCH(OwnedFrame, frame);
    QFETCH(std::string, outcome);
    QCOMPARE(outcomeOf(frame), outcome);
}

void TestMalformed::contradictionsOfTransport_data() {
    QTest::addColumn<OwnedFrame>("frame");
    QTest::addColumn<std::string>("outcome");
    const auto row = [](const std::string& name, const OwnedFrame& frame, const char* outcome) {
        QTest::newRow(name.c_str()) << frame << std::string(outcome);
    };
    for (int words = 0; words < 16; ++words) {
        // The TCP header and nothing else: 20 bytes.
        row("a TCP header of " + std::to_string(words) + " words",
            edited(kSyn, {{kIp + 12, words << 4}}),
            words == 5 ? "probe" : "malformed tcp_offset_contradicts");
    }
    row("TCP options that were not captured",
        scripted("0 198.51.100.7:1 > 192.0.2.1:2 SYN opts=020405b40101 cut=50"),
        "probe snapped fingerprint_cut");
    for (int length = 0; length < 10; ++length) {
        row("a UDP length of " + std::to_string(length),
            edited(kUdp, {{kIp + 4, 0}, {kIp + 5, length}}),
            length == 0 || length >= 8 ? "probe" : "malformed udp_length_too_short");
    }
    row("a UDP length beyond the packet", edited(kUdp, {{kIp + 4, 0xff}}),
        "probe udp_length_beyond_ip");
}

void TestMalformed::contradictionsOfTransport() {
    QFETCH(OwnedFrame, frame);
    QFETCH(std::string, outcome);
    QCOMPARE(outcomeOf(frame), outcome);
}

QTEST_APPLESS_MAIN(TestMalformed)
#include "tst_malformed.moc"
