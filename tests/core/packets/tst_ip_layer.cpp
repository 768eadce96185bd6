// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/ip_layer.h"
#include "support/hex.h"
#include "support/show.h"

#include <QTest>

#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr const char* kTcp = "9c40 0050 00000001 00000000 50 02 7210 0000 0000";

/// An IPv6 header for what follows, its length as given or as it is.
Bytes ipv6(int nextHeader, const Bytes& payload, int length = -1) {
    Bytes bytes = fromHex("60000000 0000 00 40 20010db8000000000000000000000007 "
                          "20010db8000000000000000000000001");
    const int claimed = length >= 0 ? length : static_cast<int>(payload.size());
    bytes[4] = static_cast<std::uint8_t>(claimed >> 8);
    bytes[5] = static_cast<std::uint8_t>(claimed);
    bytes[6] = static_cast<std::uint8_t>(nextHeader);
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

std::string outcomeOf(const Bytes& bytes, Packet6& packet) {
    const IpOutcome outcome =
        readIpv6({bytes.data(), static_cast<std::uint32_t>(bytes.size())}, packet);
    return std::string(
        outcome.kind == Kind::malformed ? nameOf(outcome.reason) : nameOf(outcome.kind));
}

std::string outcomeOf(const Bytes& bytes) {
    Packet6 packet;
    return outcomeOf(bytes, packet);
}

} // namespace

/// The chain of IPv6 extension headers (RFC 8200, 4302, 6275, 7401, 5533).
class TestIpLayer : public QObject {
    Q_OBJECT

private slots:
    void walksChains_data();
    void walksChains();

    void chainsCutAtEveryByte_data() { walksChains_data(); }

    void chainsCutAtEveryByte();
    void endsWhereNothingFollows_data();
    void endsWhereNothingFollows();
    void headersMayNotReachBeyondThePacket();
    void headersMayReachIntoLaterFragments();
    void longChainsEnd();
    void payloadLengthBoundsThePacket();
    void jumbogramsAndOffloadedFramesAreWhole();
};

void TestIpLayer::walksChains_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<std::string>("chain"); ///< before a TCP header
    QTest::addColumn<std::string>("kind");
    const auto row = [](const char* name, int first, const char* chain, const char* kind = "syn") {
        QTest::newRow(name) << first << std::string(chain) << std::string(kind);
    };
    row("none", 6, "");
    row("hop-by-hop", 0, "06 00 010400000000");
    row("destination options", 60, "06 00 010400000000");
    row("routing", 43, "06 00 00 00 00000000");
    row("a header of 24 bytes", 60, "06 02 01 13 0000000000000000 0000000000000000 00000000");
    row("a header of 16 bytes, then one of 8", 0,
        "2b 01 01 0b 000000000000000000000000 06 00 00 00 00000000");
    row("first fragment", 44, "06 00 0001 00000001");
    row("atomic fragment", 44, "06 00 0000 00000001");
    row("reserved bits of a fragment", 44, "06 ff 0006 00000001");
    row("later fragment", 44, "06 00 0009 00000001", "fragment");
    row("last fragment", 44, "06 00 fff8 00000001", "fragment");
    row("hop-by-hop, later fragment", 0, "2c 00 010400000000 06 00 0008 00000001", "fragment");
    row("authentication, 24 bytes", 51, "06 04 0000 00000001 00000001 000000000000000000000000");
    row("authentication, 12 bytes", 51, "06 01 0000 00000001 00000001");
    row("host identity", 139, "06 00 00 00 00000000");
    row("shim6", 140, "06 00 00 00 00000000");
    row("mobility with something behind it", 135, "06 00 00 00 00000000");
    row("all at once", 0,
        "3c 00 010400000000 2b 00 010400000000 2c 00 00 00 00000000 33 00 0001 00000007 "
        "3c 01 0000 00000001 00000001 06 00 010400000000");
}

void TestIpLayer::walksChains() {
    QFETCH(int, first);
    QFETCH(std::string, chain);
    QFETCH(std::string, kind);
    const Bytes headers = fromHex(chain);
    const Bytes bytes = ipv6(first, joined(headers, fromHex(kTcp)));
    Packet6 packet;
    QCOMPARE(outcomeOf(bytes, packet), kind);
    if (kind == "syn") {
        QCOMPARE(packet.packet.port, std::uint16_t{80});
        QVERIFY(packet.packet.transport == bytes.data() + 40 + headers.size());
        QCOMPARE(packet.packet.transportBytes, std::uint16_t{20});
    }
}

void TestIpLayer::chainsCutAtEveryByte() {
    QFETCH(int, first);
    QFETCH(std::string, chain);
    QFETCH(std::string, kind);
    const std::size_t headers = fromHex(chain).size();
    const Bytes whole = ipv6(first, joined(fromHex(chain), fromHex(kTcp)));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
        std::string expected = kind;
        if (length < 40)
            expected = "ip_header_cut";
        else if (length < 40 + headers)
            expected = "extension_header_cut";
        else if (kind == "syn" && length < 40 + headers + 14)
            expected = "tcp_header_cut";
        const std::string outcome = outcomeOf(cut);
        QVERIFY2(outcome == expected, (std::to_string(length) + " bytes: " + outcome).c_str());
    }
}

void TestIpLayer::endsWhereNothingFollows_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<std::string>("payload");
    QTest::addColumn<std::string>("kind");
    const auto row = [](const char* name, int first, const char* payload, const char* kind) {
        QTest::newRow(name) << first << std::string(payload) << std::string(kind);
    };
    row("no next header", 59, "", "ip");
    row("no next header behind options", 0, "3b 00 010400000000", "ip");
    row("encrypted", 50, "00000001 00000001 00000000", "ip");
    row("mobility", 135, "3b 00 05 00 00000000", "ip");
    row("IPv4 inside", 4, "45000014", "ip");
    row("IPv6 inside", 41, "60000000", "ip");
    row("ICMP of the other family", 1, "08 00 0000 00000000", "ip");
    row("ICMPv6 echo request", 58, "80 00 0000 00000000", "icmp-request");
    row("UDP", 17, "9c40 0035 0008 0000", "udp");
    row("SCTP", 132, "9c40 0035 00000000 00000000", "ip");
}

void TestIpLayer::endsWhereNothingFollows() {
    QFETCH(int, first);
    QFETCH(std::string, payload);
    QFETCH(std::string, kind);
    QCOMPARE(outcomeOf(ipv6(first, fromHex(payload))), kind);
}

void TestIpLayer::headersMayNotReachBeyondThePacket() {
    const Bytes tcp = fromHex(kTcp);
    QCOMPARE(outcomeOf(ipv6(60, joined(fromHex("06 ff 010400000000"), tcp))),
        std::string("extension_header_cut"));
    QCOMPARE(outcomeOf(ipv6(51, joined(fromHex("06 ff 0000 00000001 00000001"), tcp))),
        std::string("extension_header_cut"));
    // Captured, but not inside the packet by the length in its header.
    const Bytes chain = joined(fromHex("06 01 01 0b 000000000000000000000000"), tcp);
    QCOMPARE(outcomeOf(ipv6(60, chain, 15)), std::string("extension_header_cut"));
    QCOMPARE(outcomeOf(ipv6(60, chain, 16)), std::string("tcp_header_cut"));
    QCOMPARE(outcomeOf(ipv6(60, chain, 36)), std::string("syn"));
}

/// Nmap's -f sends the TCP header in pieces; what tells a packet's kind is in the first.
void TestIpLayer::headersMayReachIntoLaterFragments() {
    const Bytes tcp = frontOf(fromHex(kTcp), 16);
    QCOMPARE(outcomeOf(ipv6(44, joined(fromHex("06 00 0001 00000001"), tcp))), std::string("syn"));
    QCOMPARE(outcomeOf(ipv6(44, joined(fromHex("06 00 0000 00000001"), tcp))),
        std::string("tcp_offset_contradicts"));
    QCOMPARE(outcomeOf(ipv6(44, joined(fromHex("06 00 0001 00000001"), frontOf(tcp, 8)))),
        std::string("tcp_header_cut"));
}

void TestIpLayer::longChainsEnd() {
    Bytes chain;
    for (int i = 0; i < 8'000; ++i)
        chain = joined(chain, fromHex("3c 00 010400000000"));
    QCOMPARE(outcomeOf(ipv6(60, chain)), std::string("extension_header_cut"));
    chain[chain.size() - 8] = 6;
    QCOMPARE(outcomeOf(ipv6(60, joined(chain, fromHex(kTcp)))), std::string("syn"));
}

void TestIpLayer::payloadLengthBoundsThePacket() {
    Bytes payload = fromHex(kTcp);
    payload.resize(60, 0xee); // padding
    Packet6 packet;
    QCOMPARE(outcomeOf(ipv6(6, payload, 20), packet), std::string("syn"));
    QCOMPARE(packet.packet.transportBytes, std::uint16_t{20});
    QCOMPARE(packet.packet.ipLength, 60U);
    QCOMPARE(outcomeOf(ipv6(6, payload, 13)), std::string("tcp_header_cut"));
    QCOMPARE(outcomeOf(ipv6(6, payload, 19)), std::string("tcp_offset_contradicts"));
    QCOMPARE(outcomeOf(ipv6(6, payload, 60'000), packet), std::string("syn")); // snapped
    QCOMPARE(packet.packet.ipLength, 60'040U);
}

void TestIpLayer::jumbogramsAndOffloadedFramesAreWhole() {
    Packet6 packet;
    QCOMPARE(outcomeOf(ipv6(6, fromHex(kTcp), 0), packet), std::string("syn"));
    QCOMPARE(packet.packet.ipLength, 60U);
    Bytes jumbo = joined(fromHex("06 00 c204 00011170"), fromHex(kTcp)); // 70,000 bytes
    jumbo.resize(70'000);
    QCOMPARE(outcomeOf(ipv6(0, jumbo, 0), packet), std::string("syn"));
    QCOMPARE(packet.packet.transportBytes, std::uint16_t{65'535});
}

QTEST_APPLESS_MAIN(TestIpLayer)
#include "tst_ip_layer.moc"
