// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/decoder.h"
#include "packets/tunnel.h"
#include "support/hex.h"
#include "support/packet_script.h"
#include "support/show.h"

#include <QTest>

#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::size_t kEthernet = 14;
constexpr const char* kInner = "0 198.51.100.7:1111 > 192.0.2.1:2222 SYN";
constexpr const char* kInner6 = "0 [2001:db8::7]:1111 > [2001:db8::1]:2222 SYN";

constexpr std::uint8_t kIpv4InIp = 4;
constexpr std::uint8_t kIpv6InIp = 41;
constexpr std::uint8_t kGre = 47;

OwnedFrame scripted(const std::string& line) {
    return packetScript(line).front();
}

/// The IP packet of a script line.
Bytes ipPacket(const std::string& line) {
    const Bytes bytes = scripted(line).bytes;
    return {bytes.begin() + kEthernet, bytes.end()};
}

/// Content behind an IPv4 header from 203.0.113.9 to 203.0.113.10, on Ethernet.
OwnedFrame carried(std::uint8_t protocol, const Bytes& content) {
    const std::size_t length = 20 + content.size();
    Bytes header = fromHex("020000000001 020000000002 0800 4500 0000 0001 0000 40 00 0000"
                           "cb007109 cb00710a");
    header[kEthernet + 2] = static_cast<std::uint8_t>(length >> 8);
    header[kEthernet + 3] = static_cast<std::uint8_t>(length);
    header[kEthernet + 9] = protocol;
    OwnedFrame frame = scripted(kInner);
    frame.bytes = joined(header, content);
    frame.original = static_cast<std::uint32_t>(frame.bytes.size());
    return frame;
}

DecodedFrames decode(const OwnedFrame& frame, bool entersTunnels, const char* telescope = "") {
    DecodedFrames decoded;
    Decoder({parsePrefixes(telescope).value(), entersTunnels})
        .decode(batchOf({frame}).frames, 0, decoded);
    return decoded;
}

std::uint64_t countOf(const DecodedFrames& decoded, Bin bin) {
    return decoded.counts.of(bin);
}

Bytes nested(int depth) {
    Bytes content = ipPacket(kInner);
    for (int i = 0; i < depth; ++i) {
        const Bytes outer = carried(kIpv4InIp, content).bytes;
        content.assign(outer.begin() + kEthernet, outer.end());
    }
    return content;
}

} // namespace

/// Packets inside tunnels: the outer header counts, or, where that is wanted, the innermost.
class TestTunnel : public QObject {
    Q_OBJECT

private slots:
    void entersWhereWanted_data();
    void entersWhereWanted();

    void cutAtEveryByte_data() { entersWhereWanted_data(); }

    void cutAtEveryByte();
    void staysOutside_data();
    void staysOutside();
    void theInnerTargetIsHeldAgainstTheTelescope();
    void endsAfterAFewTunnels();
};

void TestTunnel::entersWhereWanted_data() {
    QTest::addColumn<int>("protocol");
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<bool>("isV6");
    const auto row = [](const char* name, int protocol, const char* header, const Bytes& inner,
                         bool isV6 = false) {
        QTest::newRow(name) << protocol << joined(fromHex(header), inner) << isV6;
    };
    const Bytes four = ipPacket(kInner);
    const Bytes six = ipPacket(kInner6);
    row("IPv4 in IP", kIpv4InIp, "", four);
    row("IPv6 in IP", kIpv6InIp, "", six, true);
    row("GRE", kGre, "0000 0800", four);
    row("GRE, IPv6", kGre, "0000 86dd", six, true);
    row("GRE, checksum", kGre, "8000 0800 00000000", four);
    row("GRE, key", kGre, "2000 0800 00000001", four);
    row("GRE, key and sequence number", kGre, "3000 0800 00000001 00000002", four);
    row("GRE, all options", kGre, "b000 0800 00000000 00000001 00000002", four);
    row("GRE, Ethernet", kGre, "0000 6558", scripted(kInner).bytes);
    row("GRE, Ethernet, IPv6", kGre, "2000 6558 00000001", scripted(kInner6).bytes, true);
    row("two tunnels", kIpv4InIp, "", nested(1));
}

void TestTunnel::entersWhereWanted() {
    QFETCH(int, protocol);
    QFETCH(Bytes, content);
    QFETCH(bool, isV6);
    const OwnedFrame frame = carried(static_cast<std::uint8_t>(protocol), content);
    const DecodedFrames outer = decode(frame, false);
    QCOMPARE(countOf(outer, Bin::other), std::uint64_t{1});
    QCOMPARE(outer.packets.size(), std::size_t{1});
    QCOMPARE(toText(Address(Ipv4{outer.packets[0].source})), std::string("203.0.113.9"));

    const DecodedFrames inner = decode(frame, true);
    QCOMPARE(countOf(inner, Bin::probe), std::uint64_t{1});
    QCOMPARE(inner.packets.size() + inner.packets6.size(), std::size_t{1});
    QCOMPARE(inner.packets6.size(), std::size_t{isV6 ? 1U : 0U});
    const Packet& packet = isV6 ? inner.packets6[0].packet : inner.packets[0];
    QVERIFY(packet.kind == Kind::syn);
    QCOMPARE(packet.targetPort, std::uint16_t{2222});
    if (!isV6)
        QCOMPARE(toText(Address(Ipv4{packet.source})), std::string("198.51.100.7"));
}

/// However much of it there is, a frame is in one bin, and nothing behind its end is looked at.
void TestTunnel::cutAtEveryByte() {
    QFETCH(int, protocol);
    QFETCH(Bytes, content);
    OwnedFrame frame = carried(static_cast<std::uint8_t>(protocol), content);
    while (!frame.bytes.empty()) {
        frame.bytes.pop_back();
        frame.bytes.shrink_to_fit(); // so that a sanitizer sees a step too far
        for (const bool entersTunnels : {false, true}) {
            const DecodedFrames decoded = decode(frame, entersTunnels);
            std::uint64_t sum = 0;
            for (const std::uint64_t count : decoded.counts.bins)
                sum += count;
            QCOMPARE(sum, std::uint64_t{1});
        }
    }
}

void TestTunnel::staysOutside_data() {
    QTest::addColumn<int>("protocol");
    QTest::addColumn<Bytes>("content");
    const auto row = [](const char* name, int protocol, const char* header) {
        QTest::newRow(name) << protocol << joined(fromHex(header), ipPacket(kInner));
    };
    row("another protocol", 50, "");
    row("GRE of PPTP", kGre, "0001 880b");
    row("GRE, another content", kGre, "0000 0806");
    row("GRE, cut", kGre, "b000 0800");
    QTest::newRow("GRE, shorter than a header") << int{kGre} << fromHex("0000 08");
    QTest::newRow("nothing inside") << int{kGre} << Bytes();
}

/// What is no tunnel counts as its outer header.
void TestTunnel::staysOutside() {
    QFETCH(int, protocol);
    QFETCH(Bytes, content);
    if (QTest::currentDataTag() == QByteArray("GRE, cut"))
        content.resize(10);
    const OwnedFrame frame = carried(static_cast<std::uint8_t>(protocol), content);
    const DecodedFrames decoded = decode(frame, true);
    QCOMPARE(countOf(decoded, Bin::other), std::uint64_t{1});
    QCOMPARE(toText(Address(Ipv4{decoded.packets.at(0).source})), std::string("203.0.113.9"));
}

void TestTunnel::theInnerTargetIsHeldAgainstTheTelescope() {
    const OwnedFrame frame = carried(kIpv4InIp, ipPacket(kInner));
    QCOMPARE(countOf(decode(frame, true, "192.0.2.0/24"), Bin::probe), std::uint64_t{1});
    QCOMPARE(countOf(decode(frame, true, "203.0.113.0/24"), Bin::outside), std::uint64_t{1});
    QCOMPARE(countOf(decode(frame, false, "192.0.2.0/24"), Bin::outside), std::uint64_t{1});
}

/// A frame of nothing but headers is not followed without end.
void TestTunnel::endsAfterAFewTunnels() {
    const auto binsAt = [](int depth) { return decode(carried(kIpv4InIp, nested(depth)), true); };
    QCOMPARE(countOf(binsAt(3), Bin::probe), std::uint64_t{1});
    QCOMPARE(countOf(binsAt(4), Bin::probe), std::uint64_t{0});
    QCOMPARE(countOf(binsAt(100), Bin::other), std::uint64_t{1});
}

QTEST_APPLESS_MAIN(TestTunnel)
#include "tst_tunnel.moc"
