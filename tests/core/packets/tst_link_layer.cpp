// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/link_layer.h"
#include "support/hex.h"
#include "support/show.h"

#include <QTest>

#include <set>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

Q_DECLARE_METATYPE(sweepscope::NetworkLayer)

namespace {

constexpr const char* kMacs = "020000000001 020000000002 ";
constexpr const char* kWirelessAddresses = "0000 020000000001 020000000002 020000000003 0000 ";
constexpr const char* kSnap = "aaaa03 000000 ";

std::string hex(std::initializer_list<std::string> parts) {
    std::string text;
    for (const std::string& part : parts)
        text += part;
    return text;
}

NetworkPlace find(LinkType link, const Bytes& bytes) {
    Frame frame;
    frame.bytes = bytes.data();
    frame.captured = frame.original = static_cast<std::uint32_t>(bytes.size());
    frame.link = link;
    return findNetworkLayer(frame);
}

void addColumns() {
    QTest::addColumn<std::uint32_t>("link");
    QTest::addColumn<std::string>("header");
    QTest::addColumn<NetworkLayer>("layer");
}

void row(const char* name, LinkType link, const std::string& header, NetworkLayer layer) {
    QTest::newRow(name) << link.number << header << layer;
}

} // namespace

/// Headers spelled out; the IP header is expected right behind them.
class TestLinkLayer : public QObject {
    Q_OBJECT

private slots:
    void findsIp_data();
    void findsIp();

    void everyCutOfAHeaderIsCut_data() { findsIp_data(); }

    void everyCutOfAHeaderIsCut();
    void findsNoIp_data();
    void findsNoIp();
    void knowsItsLinkTypes();
    void nestedTagsEnd_data();
    void nestedTagsEnd();
    void nestedLabelsEnd();
    void innerHeadersMayLie_data();
    void innerHeadersMayLie();

private:
    static void ethernetRows();
    static void otherRows();
    static void pppRows();
    static void wirelessRows();
    static void erfRows();
};

void TestLinkLayer::findsIp_data() {
    addColumns();
    ethernetRows();
    otherRows();
    pppRows();
    wirelessRows();
    erfRows();
}

void TestLinkLayer::ethernetRows() {
    using enum NetworkLayer;
    const auto ether = [](const char* name, const std::string& rest, NetworkLayer layer) {
        row(name, link::kEthernet, kMacs + rest, layer);
    };
    ether("Ethernet, IPv4", "0800", ipv4);
    ether("Ethernet, IPv6", "86dd", ipv6);
    ether("802.1Q", "8100 0001 0800", ipv4);
    ether("802.1ad", "88a8 0001 86dd", ipv6);
    ether("802.1ad, 802.1Q", "88a8 0001 8100 0002 0800", ipv4);
    ether("802.1Q in 9100", "9100 0001 8100 0002 0800", ipv4);
    ether("802.1Q in 9200", "9200 0001 8100 0002 86dd", ipv6);
    ether("four tags", "8100 0001 8100 0002 8100 0003 8100 0004 0800", ipv4);
    ether("VN-Tag", "8926 00010002 0800", ipv4);
    ether("VN-Tag, 802.1Q", "8926 00010002 8100 0001 86dd", ipv6);
    ether("E-Tag", "893f 0000 0001 0000 0800", ipv4);
    ether("MPLS", "8847 00001140", raw);
    ether("MPLS, two labels", "8847 00001040 00002140", raw);
    ether("MPLS multicast", "8848 00001140", raw);
    ether("MPLS behind 802.1Q", "8100 0001 8847 00001140", raw);
    ether("PPPoE, IPv4", "8864 11 00 0001 0016 0021", ipv4);
    ether("PPPoE, IPv6", "8864 11 00 0001 002a 0057", ipv6);
    ether("PPPoE behind 802.1Q", "8100 0001 8864 11 00 0001 0016 0021", ipv4);
    ether("802.3, SNAP, IPv4", hex({"0040 ", kSnap, "0800"}), ipv4);
    ether("802.3, SNAP, IPv6", hex({"05dc ", kSnap, "86dd"}), ipv6);
    ether("802.1Q, 802.3, SNAP", hex({"8100 0001 0040 ", kSnap, "0800"}), ipv4);
    ether("SNAP, 802.1Q", hex({"0040 ", kSnap, "8100 0001 0800"}), ipv4);
    ether("802.3, the SAP of IP", "0040 060603", ipv4);
}

void TestLinkLayer::otherRows() {
    using enum NetworkLayer;
    row("raw", link::kRaw, "", raw);
    row("raw, as BSD wrote it", link::kRawBsd, "", raw);
    row("raw, as OpenBSD wrote it", link::kRawOpenBsd, "", raw);
    row("IPv4", link::kIpv4, "", ipv4);
    row("IPv6", link::kIpv6, "", ipv6);
    row("null, little-endian", link::kNull, "02000000", ipv4);
    row("null, big-endian", link::kNull, "00000002", ipv4);
    row("null, IPv6 of Linux", link::kNull, "0a000000", ipv6);
    row("null, IPv6 of NetBSD", link::kNull, "18000000", ipv6);
    row("null, IPv6 of FreeBSD", link::kNull, "1c000000", ipv6);
    row("null, IPv6 of Darwin", link::kNull, "1e000000", ipv6);
    row("null, IPv6 of Darwin, big-endian", link::kNull, "0000001e", ipv6);
    row("null, an EtherType", link::kNull, "0f000800", ipv4);
    row("null, an EtherType of IPv6", link::kNull, "000086dd", ipv6);
    row("loop, IPv4", link::kLoop, "00000002", ipv4);
    row("loop, IPv6", link::kLoop, "00000018", ipv6);
    const std::string cooked = "0000 0001 0006 020000000001 0000 ";
    row("cooked, IPv4", link::kLinuxSll, cooked + "0800", ipv4);
    row("cooked, IPv6", link::kLinuxSll, cooked + "86dd", ipv6);
    row("cooked, 802.1Q", link::kLinuxSll, cooked + "8100 0001 0800", ipv4);
    const std::string cooked2 = " 0000 00000002 0001 00 06 0200000000010000";
    row("cooked 2, IPv4", link::kLinuxSll2, "0800" + cooked2, ipv4);
    row("cooked 2, IPv6", link::kLinuxSll2, "86dd" + cooked2, ipv6);
    row("cooked 2, 802.1Q", link::kLinuxSll2, "8100" + cooked2 + "0001 0800", ipv4);
    row("PPI, Ethernet", link::kPpi, hex({"00 00 0800 01000000 ", kMacs, "0800"}), ipv4);
    row("PPI with a field, Ethernet", link::kPpi,
        hex({"00 00 1000 01000000 0200 0400 aabbccdd ", kMacs, "86dd"}), ipv6);
    row("PPI, raw", link::kPpi, "00 00 0800 65000000", raw);
    row("PPI, 802.11", link::kPpi,
        hex({"00 00 0800 69000000 08 00 ", kWirelessAddresses, kSnap, "0800"}), ipv4);
}

void TestLinkLayer::pppRows() {
    using enum NetworkLayer;
    row("PPP, IPv4", link::kPpp, "0021", ipv4);
    row("PPP, IPv6", link::kPpp, "0057", ipv6);
    row("PPP, compressed protocol", link::kPpp, "21", ipv4);
    row("PPP, HDLC address", link::kPpp, "ff03 0021", ipv4);
    row("PPP, HDLC address, compressed protocol", link::kPpp, "ff03 57", ipv6);
    row("PPP, MPLS", link::kPpp, "0281 00001140", raw);
    row("PPP in HDLC", link::kPppHdlc, "ff03 0021", ipv4);
    row("PPP in HDLC, Cisco unicast", link::kPppHdlc, "0f00 0800", ipv4);
    row("PPP in HDLC, Cisco multicast", link::kPppHdlc, "8f00 86dd", ipv6);
    row("PPPoE alone", link::kPppEther, "11 00 0001 0016 0021", ipv4);
    row("Cisco HDLC, IPv4", link::kCHdlc, "0f00 0800", ipv4);
    row("Cisco HDLC, IPv6", link::kCHdlc, "0f00 86dd", ipv6);
    row("Cisco HDLC, MPLS", link::kCHdlc, "0f00 8847 00001140", raw);
}

void TestLinkLayer::wirelessRows() {
    using enum NetworkLayer;
    const auto air = [](const char* name, const std::string& header, NetworkLayer layer) {
        row(name, link::kIeee80211, header, layer);
        row((std::string("radiotap, ") + name).c_str(), link::kRadiotap,
            "00 00 0c00 0480 0000 10 02 0000" + header, layer);
    };
    const std::string fourth = "020000000004 ";
    const std::string snap4 = hex({kSnap, "0800"});
    air("802.11", hex({"08 00 ", kWirelessAddresses, snap4}), ipv4);
    air("802.11, IPv6", hex({"08 01 ", kWirelessAddresses, kSnap, "86dd"}), ipv6);
    air("802.11, QoS", hex({"88 02 ", kWirelessAddresses, "0000 ", snap4}), ipv4);
    air("802.11, four addresses", hex({"08 03 ", kWirelessAddresses, fourth, snap4}), ipv4);
    air("802.11, four addresses, QoS", hex({"88 03 ", kWirelessAddresses, fourth, "0000 ", snap4}),
        ipv4);
    air("802.11, QoS, HT control", hex({"88 80 ", kWirelessAddresses, "0000 00000000 ", snap4}),
        ipv4);
}

void TestLinkLayer::erfRows() {
    using enum NetworkLayer;
    const std::string time = "0000000000000000 ";
    const std::string rest = "04 0040 0000 003c ";
    const std::string ether = hex({"0000 ", kMacs, "0800"});
    for (const char* const type : {"02", "0b", "10", "14"})
        row((std::string("ERF, Ethernet of type ") + type).c_str(), link::kErf,
            time + type + rest + ether, ipv4);
    row("ERF, an extension header", link::kErf, time + "82" + rest + "0300000000000000 " + ether,
        ipv4);
    row("ERF, two extension headers", link::kErf,
        time + "82" + rest + "8300000000000000 0400000000000000 " + ether, ipv4);
    for (const char* const type : {"01", "0a", "0f", "13"}) {
        row((std::string("ERF, PPP of type ") + type).c_str(), link::kErf,
            time + type + rest + "ff03 0021", ipv4);
        row((std::string("ERF, Cisco HDLC of type ") + type).c_str(), link::kErf,
            time + type + rest + "0f00 0800", ipv4);
    }
    for (const char* const type : {"05", "11"})
        row((std::string("ERF, many channels of type ") + type).c_str(), link::kErf,
            time + type + rest + "00000007 0f00 86dd", ipv6);
    row("ERF, IPv4", link::kErf, time + "16" + rest, raw);
    row("ERF, IPv6", link::kErf, time + "17" + rest, raw);
}

void TestLinkLayer::findsIp() {
    QFETCH(std::uint32_t, link);
    QFETCH(std::string, header);
    QFETCH(NetworkLayer, layer);
    Bytes bytes = fromHex(header);
    const auto headerBytes = static_cast<std::uint32_t>(bytes.size());
    for (const std::size_t behind : {0U, 1U, 40U}) {
        bytes.resize(headerBytes + behind, 0x45);
        const NetworkPlace place = find({link}, bytes);
        QCOMPARE(place.layer, layer);
        QCOMPARE(place.offset, headerBytes);
    }
}

void TestLinkLayer::everyCutOfAHeaderIsCut() {
    QFETCH(std::uint32_t, link);
    QFETCH(std::string, header);
    const Bytes bytes = fromHex(header);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length));
        const NetworkLayer layer = find({link}, cut).layer;
        QVERIFY2(layer == NetworkLayer::cut, ("at byte " + std::to_string(length)).c_str());
    }
}

void TestLinkLayer::findsNoIp_data() {
    addColumns();
    using enum NetworkLayer;
    const auto ether = [](const char* name, const std::string& rest) {
        row(name, link::kEthernet, kMacs + rest, notIp);
    };
    ether("ARP", "0806 0001 0800 06 04 0001");
    ether("LLDP", "88cc 0207");
    ether("spanning tree", "0026 424203 0000");
    ether("IPX over 802.3", "0040 ffff 0022");
    ether("AppleTalk over SNAP", "0040 aaaa03 080007 809b");
    ether("PPPoE discovery", "8863 11 09 0000 0004 0101 0000");
    ether("PPPoE session, but terminating", "8864 11 a7 0001 0000 0021");
    ether("PPPoE, LCP", "8864 11 00 0001 0006 c021 01 01 0004");
    ether("a tag, ARP", "8100 0001 0806 0001");
    row("null, another family", link::kNull, "07000000 45000028", notIp);
    row("cooked, ARP", link::kLinuxSll, "0000 0001 0006 020000000001 0000 0806", notIp);
    row("cooked, 802.2", link::kLinuxSll, "0000 0001 0006 020000000001 0000 0004", notIp);
    row("PPP, LCP", link::kPpp, "ff03 c021 01 01 0004", notIp);
    row("Cisco HDLC, keep-alive", link::kCHdlc, "8f00 8035 00000002", notIp);
    row("802.11, beacon", link::kIeee80211, hex({"80 00 ", kWirelessAddresses, "00000000"}), notIp);
    row("802.11, acknowledgement", link::kIeee80211, "d4 00 0000 020000000001", notIp);
    row("802.11, encrypted", link::kIeee80211, hex({"08 40 ", kWirelessAddresses, kSnap, "0800"}),
        notIp);
    row("802.11, without a body", link::kIeee80211, hex({"48 00 ", kWirelessAddresses}), notIp);
    row("802.11, QoS without a body", link::kIeee80211, hex({"c8 00 ", kWirelessAddresses, "0000"}),
        notIp);
    row("ERF, ATM", link::kErf, "0000000000000000 03 04 0040 0000 003c 0f000800", notIp);
    row("a USB capture", {189}, "00000000", unsupported);
    row("PPI, a USB capture", link::kPpi, "00 00 0800 bd000000", unsupported);
    row("PPI in PPI", link::kPpi, "00 00 0800 c0000000 00 00 0800 65000000", unsupported);
}

void TestLinkLayer::findsNoIp() {
    QFETCH(std::uint32_t, link);
    QFETCH(std::string, header);
    QFETCH(NetworkLayer, layer);
    Bytes bytes = fromHex(header);
    bytes.resize(bytes.size() + 60);
    QCOMPARE(find({link}, bytes).layer, layer);
}

void TestLinkLayer::knowsItsLinkTypes() {
    const std::set<std::uint32_t> known = {
        0, 1, 9, 12, 14, 50, 51, 101, 104, 105, 108, 113, 127, 192, 197, 228, 229, 276};
    for (std::uint32_t number = 0; number < 70'000; ++number) {
        const bool isKnown = known.contains(number);
        QCOMPARE(isSupported({number}), isKnown);
        if (!isKnown)
            QCOMPARE(find({number}, Bytes(100, 0x45)).layer, NetworkLayer::unsupported);
    }
}

void TestLinkLayer::nestedTagsEnd_data() {
    QTest::addColumn<std::string>("tag");
    QTest::newRow("802.1Q") << std::string("8100 0001 ");
    QTest::newRow("802.1ad") << std::string("88a8 0001 ");
    QTest::newRow("VN-Tag") << std::string("8926 00000000 ");
}

/// A thousand tags are no packet of any network; what matters is that they end.
void TestLinkLayer::nestedTagsEnd() {
    QFETCH(std::string, tag);
    std::string header = kMacs;
    for (int i = 0; i < 1'000; ++i)
        header += tag;
    const NetworkPlace whole = find(link::kEthernet, fromHex(header + "0800"));
    QCOMPARE(whole.layer, NetworkLayer::notIp);
    std::string snaps = hex({kMacs, "0040 "});
    for (int i = 0; i < 1'000; ++i)
        snaps += hex({kSnap, "0040 "});
    QCOMPARE(find(link::kEthernet, fromHex(snaps)).layer, NetworkLayer::notIp);
}

void TestLinkLayer::nestedLabelsEnd() {
    std::string header = hex({kMacs, "8847 "});
    for (int i = 0; i < 100'000; ++i)
        header += "00001040 ";
    QCOMPARE(find(link::kEthernet, fromHex(header)).layer, NetworkLayer::cut);
    const NetworkPlace ended = find(link::kEthernet, fromHex(header + "00001140 45"));
    QCOMPARE(ended.layer, NetworkLayer::raw);
    QCOMPARE(ended.offset, 14U + 4 * 100'001);
}

void TestLinkLayer::innerHeadersMayLie_data() {
    addColumns();
    using enum NetworkLayer;
    row("PPI, shorter than itself", link::kPpi, "00 00 0400 01000000 0102", cut);
    row("PPI, longer than the frame", link::kPpi, "00 00 ffff 01000000 0102", cut);
    row("radiotap, longer than the frame", link::kRadiotap, "00 00 ffff 00000000", cut);
    row("ERF, extension headers without end", link::kErf,
        "0000000000000000 82 04 0040 0000 003c 8300000000000000 8300000000000000", cut);
}

void TestLinkLayer::innerHeadersMayLie() {
    QFETCH(std::uint32_t, link);
    QFETCH(std::string, header);
    QFETCH(NetworkLayer, layer);
    QCOMPARE(find({link}, fromHex(header)).layer, layer);
}

QTEST_APPLESS_MAIN(TestLinkLayer)
#include "tst_link_layer.moc"
