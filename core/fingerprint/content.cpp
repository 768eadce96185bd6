// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/content.h"

#include "base/sentence.h"
#include "packets/wire.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sweepscope {

namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t kUdp = ip_protocol::kUdp;
constexpr std::uint8_t kIcmp = ip_protocol::kIcmp;
constexpr std::string_view kZmap = "zmap, examples/udp-probes";
constexpr std::string_view kZmapIcmp = "zmap, src/probe_modules/module_icmp_echo.c";

/// In order of protocol, then bytes.
constexpr std::array kContents = std::to_array<ProbeContent>({
    {"nmap-echo", word("Empty echo request, as Nmap's"), kIcmp, 0, 28, 0, "\x08\0"sv,
        "nmap, host discovery", 'H'},
    {"timestamp", word("Time stamp request"), kIcmp, 0, 40, 0, "\x0d\0"sv, "RFC 792", 'H'},
    {"zmap-echo", word("Echo request of ZMap since 3.0"), kIcmp, 0, 48, 0, "\x08\0"sv, kZmapIcmp,
        'H'},
    {"windows-ping", word("ping of Windows"), kIcmp, 0, 60, 8, "abcdefgh"sv, "secondary", 'M'},
    {"masscan-echo", word("Echo request of Masscan"), kIcmp, 0, 76, 8, "\x08\x09\x0a\x0b"sv,
        "masscan, src/templ-pkt.c", 'H'},
    {"linux-ping", word("ping of Linux"), kIcmp, 0, 84, 0, "\x08\0"sv,
        "recorded with iputils 20221126", 'H'},

    {"chargen", "Chargen", kUdp, 19, 1, 0, ""sv, kZmap, 'H'},
    {"mssql", "MS-SQL browser", kUdp, 0, 1, 0, "\x02"sv, kZmap, 'H'},
    {"pcanywhere", "pcAnywhere", kUdp, 5632, 2, 0, ""sv, kZmap, 'H'},
    {"ubiquiti", "Ubiquiti discovery", kUdp, 10001, 4, 0, ""sv, kZmap, 'H'},
    {"nat-pmp", "NAT-PMP", kUdp, 5351, 4, 0, ""sv, kZmap, 'H'},
    {"wsd-short", word("WS-Discovery, 5 bytes"), kUdp, 3702, 5, 0, ""sv, kZmap, 'H'},
    {"ard", "Apple Remote Desktop", kUdp, 3283, 5, 0, ""sv, kZmap, 'H'},
    {"sentinel", "Sentinel", kUdp, 5093, 6, 0, ""sv, kZmap, 'H'},
    {"sip-options-short", word("SIP, the word OPTIONS"), kUdp, 0, 7, 0, "OPTIONS"sv, kZmap, 'H'},
    {"xdmcp", "XDMCP", kUdp, 177, 7, 0, ""sv, kZmap, 'H'},
    {"tftp", "TFTP", kUdp, 69, 14, 0, ""sv, kZmap, 'H'},
    {"digi", "Digi discovery", kUdp, 2362, 14, 0, ""sv, kZmap, 'H'},
    {"netis", word("Netis backdoor"), kUdp, 53413, 18, 0, ""sv, kZmap, 'H'},
    {"bacnet", "BACnet", kUdp, 47808, 18, 0, ""sv, kZmap, 'H'},
    {"openvpn", "OpenVPN", kUdp, 1194, 18, 0, ""sv, kZmap, 'H'},
    {"rdp", "RDP over UDP", kUdp, 3389, 18, 0, ""sv, kZmap, 'H'},
    {"db2", "DB2 discovery", kUdp, 523, 20, 0, ""sv, kZmap, 'H'},
    {"memcached", "memcached stats items", kUdp, 0, 21, 0, "\x5a\x4d\0\0"sv, kZmap, 'H'},
    {"coap", "CoAP", kUdp, 5683, 21, 0, ""sv, kZmap, 'H'},
    {"ipmi", "IPMI", kUdp, 623, 23, 0, ""sv, kZmap, 'H'},
    {"rip", "RIPv1", kUdp, 520, 24, 0, ""sv, kZmap, 'H'},
    {"valve", "Valve server query", kUdp, 27015, 25, 0, ""sv, kZmap, 'H'},
    {"dns-version-bind", "DNS version.bind", kUdp, 0, 30, 0, "\x34\xef"sv, kZmap, 'H'},
    {"citrix", "Citrix", kUdp, 1604, 30, 0, ""sv, kZmap, 'H'},
    {"dns-google-it", "DNS google.it", kUdp, 0, 31, 0, "\x4b\x05"sv, kZmap, 'H'},
    {"dns-www-google-com", "DNS www.google.com", kUdp, 0, 32, 0, "\xae\x0d"sv, kZmap, 'H'},
    {"portmap", "Portmap", kUdp, 111, 40, 0, ""sv, kZmap, 'H'},
    {"snmp-v2", "SNMP version 2", kUdp, 161, 40, 0, ""sv, kZmap, 'H'},
    {"snmp-v1", "SNMP version 1", kUdp, 161, 43, 0, ""sv, kZmap, 'H'},
    {"mdns", "Multicast DNS", kUdp, 5353, 46, 0, ""sv, kZmap, 'H'},
    {"netbios", "NetBIOS name status", kUdp, 137, 50, 0, ""sv, kZmap, 'H'},
    {"ldap", word("LDAP without connection"), kUdp, 389, 53, 0, ""sv, kZmap, 'H'},
    {"snmp-v3", "SNMP version 3", kUdp, 161, 60, 0, ""sv, kZmap, 'H'},
    {"wdbrpc", word("VxWorks debug agent"), kUdp, 17185, 64, 0, ""sv, kZmap, 'H'},
    {"ssdp", "SSDP search", kUdp, 0, 84, 0, "M-SEARCH"sv, kZmap, 'H'},
    {"upnp", "UPnP search", kUdp, 1900, 99, 0, ""sv, kZmap, 'H'},
    {"dtls", "DTLS client hello", kUdp, 443, 115, 0, ""sv, kZmap, 'H'},
    {"ntp-monlist", "NTP monlist", kUdp, 0, 192, 0, "\x17\0\x03\x2a"sv, kZmap, 'H'},
    {"sip-options", "SIP OPTIONS request", kUdp, 5060, 422, 0, "OPTIONS"sv, kZmap, 'H'},
    {"wsd", "WS-Discovery probe", kUdp, 3702, 627, 0, ""sv, kZmap, 'H'},
    {"quic", "QUIC version negotiation", kUdp, 443, 1200, 0, ""sv, kZmap, 'H'},
});

constexpr bool isBefore(const ProbeContent& a, const ProbeContent& b) {
    return a.protocol != b.protocol ? a.protocol < b.protocol : a.bytes < b.bytes;
}

static_assert(std::is_sorted(kContents.begin(), kContents.end(), isBefore));

/// Lengths that no content has are nearly all; one look tells them. Long ones share the last place.
constexpr std::size_t kLengths = 256;

constexpr std::size_t lengthPlace(std::uint32_t bytes) {
    return bytes < kLengths ? bytes : kLengths - 1;
}

/// Where the contents of a protocol begin that have so many bytes, or more; `kContents.size()`
/// where none has.
constexpr std::array<std::uint8_t, kLengths> firstOfLengths(std::uint8_t protocol) {
    std::array<std::uint8_t, kLengths> first{};
    first.fill(static_cast<std::uint8_t>(kContents.size()));
    for (std::size_t i = kContents.size(); i-- > 0;) {
        if (kContents[i].protocol == protocol)
            first[lengthPlace(kContents[i].bytes)] = static_cast<std::uint8_t>(i);
    }
    return first;
}

constexpr auto kFirstUdp = firstOfLengths(kUdp);
constexpr auto kFirstIcmp = firstOfLengths(kIcmp);

struct Message {
    std::uint32_t bytes;              ///< that the content's length is held against
    std::span<const std::uint8_t> at; ///< as far as captured
};

bool fits(const ProbeContent& content, const Packet& packet, const Message& message) {
    if (content.bytes != message.bytes || (content.port != 0 && content.port != packet.targetPort))
        return false;
    const std::size_t end = content.at + content.first.size();
    return message.at.size() >= end &&
           (content.first.empty() || std::memcmp(message.at.data() + content.at,
                                         content.first.data(), content.first.size()) == 0);
}

std::uint16_t search(std::size_t first, const Packet& packet, const Message& message) {
    for (std::size_t i = first; i < kContents.size(); ++i) {
        if (kContents[i].protocol != packet.protocol || kContents[i].bytes > message.bytes)
            return 0;
        if (fits(kContents[i], packet, message))
            return static_cast<std::uint16_t>(i + 1);
    }
    return 0;
}

} // namespace

std::span<const ProbeContent> probeContents() {
    return kContents;
}

std::uint16_t contentOf(const Packet& packet) {
    const std::span<const std::uint8_t> captured(packet.transport, packet.transportBytes);
    if (packet.protocol == kIcmp)
        return search(
            kFirstIcmp[lengthPlace(packet.ipLength)], packet, {packet.ipLength, captured});
    if (packet.protocol != kUdp || captured.size() < UdpHeader::kBytes)
        return 0;
    const std::uint32_t length = UdpHeader{packet.transport}.length();
    if (length < UdpHeader::kBytes)
        return 0;
    const std::uint32_t payload = length - UdpHeader::kBytes;
    return search(
        kFirstUdp[lengthPlace(payload)], packet, {payload, captured.subspan(UdpHeader::kBytes)});
}

const ProbeContent* probeContent(std::uint16_t number) {
    return number == 0 || number > kContents.size() ? nullptr : &kContents[number - 1];
}

} // namespace sweepscope
