// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/content.h"
#include "packets/decoder.h"
#include "packets/wire.h"
#include "support/hex.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sweepscope;
using tests::Bytes;
using tests::fromHex;

namespace {

Packet udpPacket(const Bytes& transport, std::uint16_t port) {
    Packet packet;
    packet.protocol = ip_protocol::kUdp;
    packet.targetPort = port;
    packet.transport = transport.data();
    packet.transportBytes = static_cast<std::uint16_t>(transport.size());
    packet.ipLength = static_cast<std::uint32_t>(20 + transport.size());
    return packet;
}

Bytes udpBytes(std::size_t payload, const Bytes& first) {
    Bytes bytes(8 + payload);
    bytes[4] = static_cast<std::uint8_t>((8 + payload) >> 8);
    bytes[5] = static_cast<std::uint8_t>(8 + payload);
    std::copy(first.begin(), first.end(), bytes.begin() + 8);
    return bytes;
}

std::string nameOf(const Packet& packet) {
    const ProbeContent* const content = probeContent(contentOf(packet));
    return content == nullptr ? "" : std::string(content->name);
}

} // namespace

class TestContent : public QObject {
    Q_OBJECT

private slots:
    void udp_data();
    void udp();
    void icmp_data();
    void icmp();
    void findsEach();
    void trustsNoLength();
    void needsAWholeUdpHeader();
};

void TestContent::udp_data() {
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("name");
    const auto row = [](int port, int bytes, const char* first, const char* name) {
        QTest::addRow("%s: %d bytes to %d, %s", name, bytes, port, first)
            << port << bytes << std::string(first) << std::string(name);
    };
    row(123, 192, "1700032a", "ntp-monlist");
    row(9123, 192, "1700032a", "ntp-monlist");
    row(123, 191, "1700032a", "");
    row(123, 192, "1700032b", "");
    row(53, 30, "34ef", "dns-version-bind");
    row(53, 32, "ae0d", "dns-www-google-com");
    row(53, 31, "4b05", "dns-google-it");
    row(53, 31, "4b06", "");
    row(161, 43, "", "snmp-v1");
    row(161, 40, "", "snmp-v2");
    row(161, 60, "", "snmp-v3");
    row(111, 40, "", "portmap");
    row(112, 40, "", "");
    row(1900, 84, "4d2d534541524348", "ssdp");
    row(1900, 99, "4d2d534541524348", "upnp");
    row(11211, 21, "5a4d0000", "memcached");
    row(5683, 21, "", "coap");
    row(5060, 7, "4f5054494f4e53", "sip-options-short");
    row(5060, 422, "4f5054494f4e53", "sip-options");
    row(1434, 1, "02", "mssql");
    row(19, 1, "", "chargen");
    row(443, 1200, "", "quic");
    row(443, 1201, "", "");
    row(3702, 627, "", "wsd");
    row(3702, 5, "", "wsd-short");
    row(3283, 5, "", "ard");
    row(5632, 2, "", "pcanywhere");
    row(10001, 4, "", "ubiquiti");
    row(5351, 4, "", "nat-pmp");
    row(5093, 6, "", "sentinel");
    row(177, 7, "", "xdmcp");
    row(69, 14, "", "tftp");
    row(2362, 14, "", "digi");
    row(53413, 18, "", "netis");
    row(47808, 18, "", "bacnet");
    row(1194, 18, "", "openvpn");
    row(3389, 18, "", "rdp");
    row(523, 20, "", "db2");
    row(623, 23, "", "ipmi");
    row(520, 24, "", "rip");
    row(27015, 25, "", "valve");
    row(1604, 30, "", "citrix");
    row(5353, 46, "", "mdns");
    row(137, 50, "", "netbios");
    row(389, 53, "", "ldap");
    row(17185, 64, "", "wdbrpc");
    row(443, 115, "", "dtls");
    row(53, 0, "", "");
}

void TestContent::udp() {
    QFETCH(int, port);
    QFETCH(int, bytes);
    QFETCH(std::string, first);
    QFETCH(std::string, name);
    const Bytes transport = udpBytes(static_cast<std::size_t>(bytes), fromHex(first.c_str()));
    QCOMPARE(nameOf(udpPacket(transport, static_cast<std::uint16_t>(port))), name);
}

void TestContent::icmp_data() {
    QTest::addColumn<int>("length");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("name");
    const auto row = [](int length, const char* message, const char* name) {
        QTest::addRow("%d %s", length, message)
            << length << std::string(message) << std::string(name);
    };
    row(28, "0800000000000000", "nmap-echo");
    row(48, "0800000000000000", "zmap-echo");
    row(76, "080000000000000008090a0b0c0d0e0f", "masscan-echo");
    row(76, "08000000000000000000000000000000", "");
    row(84, "0800000000000000", "linux-ping");
    row(60, "08000000000000006162636465666768", "windows-ping");
    row(60, "08000000000000006162636465666769", "");
    row(60, "0800000000000000616263", ""); // cut
    row(40, "0d00000000000000", "timestamp");
    row(40, "0800000000000000", "");
    row(49, "0800000000000000", "");
}

void TestContent::icmp() {
    QFETCH(int, length);
    QFETCH(std::string, message);
    QFETCH(std::string, name);
    const Bytes bytes = fromHex(message.c_str());
    Packet packet = udpPacket(bytes, 0);
    packet.protocol = ip_protocol::kIcmp;
    packet.ipLength = static_cast<std::uint32_t>(length);
    QCOMPARE(nameOf(packet), name);
}

/// No row of the table hides another.
void TestContent::findsEach() {
    std::uint16_t number = 0;
    for (const ProbeContent& content : probeContents()) {
        ++number;
        if (content.protocol != ip_protocol::kUdp)
            continue;
        const Bytes first(content.first.begin(), content.first.end());
        const Bytes transport = udpBytes(content.bytes, first);
        QCOMPARE(contentOf(udpPacket(transport, content.port)), number);
    }
    QVERIFY(probeContent(0) == nullptr);
    QVERIFY(probeContent(static_cast<std::uint16_t>(number + 1)) == nullptr);
    QVERIFY(probeContent(number) != nullptr);
}

/// A UDP length that says more than there is, or less than a header.
void TestContent::trustsNoLength() {
    const std::vector<int> lengths = {0, 7, 8, 15, 16, 199, 200, 255, 256, 1208, 65'535};
    for (const int length : lengths) {
        for (std::size_t captured = 0; captured <= 16; ++captured) {
            Bytes bytes = udpBytes(8, {});
            bytes[4] = static_cast<std::uint8_t>(length >> 8);
            bytes[5] = static_cast<std::uint8_t>(length);
            bytes.resize(captured);
            const std::string name = nameOf(udpPacket(bytes, 53));
            QVERIFY2(name.empty(), name.c_str());
        }
    }
}

/// What is cut within the header has no content, whatever lies behind; nor has what is no UDP.
void TestContent::needsAWholeUdpHeader() {
    const Bytes whole = udpBytes(1, {}); // told by its length and port alone
    Packet packet = udpPacket(whole, 19);
    QCOMPARE(nameOf(packet), std::string("chargen"));
    packet.protocol = ip_protocol::kTcp;
    QCOMPARE(nameOf(packet), std::string());
    packet.protocol = ip_protocol::kUdp;
    for (std::uint16_t captured = 0; captured < UdpHeader::kBytes; ++captured) {
        packet.transportBytes = captured;
        QCOMPARE(nameOf(packet), std::string());
    }
}

QTEST_APPLESS_MAIN(TestContent)
#include "tst_content.moc"
