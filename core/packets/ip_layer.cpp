// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/ip_layer.h"

#include "packets/classify.h"
#include "packets/wire.h"

#include <algorithm>

namespace sweepscope {

namespace {

/// The transport header and what follows it inside the IP packet.
struct Transport {
    const std::uint8_t* at;
    std::uint32_t captured; ///< bytes here that belong to the packet
    std::uint32_t claimed;  ///< bytes that the IP header says there are
    bool goesOn = false;    ///< more of it is in later fragments
};

IpOutcome malformed(Reason reason, bool hasSource) {
    return {Kind::malformed, reason, hasSource, false};
}

IpOutcome isKind(Kind kind) {
    return {kind, Reason::ipHeaderCut, true, false};
}

void setPorts(Packet& packet, std::uint16_t source, std::uint16_t target, Kind kind) {
    packet.sourcePort = source;
    packet.targetPort = target;
    packet.port = binOf(kind) == Bin::backscatter ? source : target;
}

IpOutcome readTcp(const Transport& transport, Packet& packet) {
    if (transport.captured < TcpHeader::kLeastBytes)
        return malformed(Reason::tcpHeaderCut, true);
    const TcpHeader tcp{transport.at};
    const bool reachesBeyond = tcp.headerBytes() > transport.claimed && !transport.goesOn;
    if (tcp.headerBytes() < TcpHeader::kBytes || reachesBeyond)
        return malformed(Reason::tcpOffsetContradicts, true);
    const Kind kind = kindOfTcp(tcp.flags());
    setPorts(packet, tcp.sourcePort(), tcp.targetPort(), kind);
    return isKind(kind);
}

IpOutcome readUdp(const Transport& transport, Packet& packet) {
    if (transport.captured < UdpHeader::kBytes)
        return malformed(Reason::udpHeaderCut, true);
    const UdpHeader udp{transport.at};
    // Zero stands for "see the IP length" in IPv6 jumbograms (RFC 2675), and in offloaded frames.
    if (udp.length() != 0 && udp.length() < UdpHeader::kBytes)
        return malformed(Reason::udpLengthTooShort, true);
    const Kind kind = kindOfUdp(udp.sourcePort(), udp.targetPort());
    setPorts(packet, udp.sourcePort(), udp.targetPort(), kind);
    IpOutcome outcome = isKind(kind);
    outcome.isUdpTooLong = udp.length() > transport.claimed && !transport.goesOn;
    return outcome;
}

IpOutcome readIcmp(const Transport& transport, Kind (*kindOf)(std::uint8_t)) {
    if (transport.captured < IcmpHeader::kLeastBytes)
        return malformed(Reason::icmpHeaderCut, true);
    return isKind(kindOf(IcmpHeader{transport.at}.type()));
}

IpOutcome readTransport(
    std::uint8_t protocol, bool isV6, const Transport& transport, Packet& packet) {
    packet.protocol = protocol;
    packet.transport = transport.at;
    packet.transportBytes = static_cast<std::uint16_t>(std::min(transport.captured, 0xffffU));
    if (protocol == ip_protocol::kTcp)
        return readTcp(transport, packet);
    if (protocol == ip_protocol::kUdp)
        return readUdp(transport, packet);
    if (protocol == ip_protocol::kIcmp && !isV6)
        return readIcmp(transport, kindOfIcmp);
    if (protocol == ip_protocol::kIcmpV6 && isV6)
        return readIcmp(transport, kindOfIcmpV6);
    return isKind(Kind::ip);
}

/// A walk along IPv6 extension headers: each says what follows and how long it is.
struct ExtensionWalk {
    std::uint8_t protocol = 0;
    std::uint32_t offset = 0;
    bool isWhole = true;
    bool isLaterFragment = false;
    bool goesOn = false; ///< it is the first of several fragments
};

bool isExtension(std::uint8_t protocol) {
    switch (protocol) {
    case ip_protocol::kHopByHop:
    case ip_protocol::kRouting:
    case ip_protocol::kFragment:
    case ip_protocol::kAuthentication:
    case ip_protocol::kDestinationOptions:
    case ip_protocol::kMobility:
    case ip_protocol::kHostIdentity:
    case ip_protocol::kShim6:
        return true;
    default:
        return false;
    }
}

std::uint32_t extensionBytes(std::uint8_t protocol, const std::uint8_t* at) {
    if (protocol == ip_protocol::kFragment)
        return 8;
    if (protocol == ip_protocol::kAuthentication) // RFC 4302 counts in words of four, less two
        return (at[1] + 2U) * 4;
    return (at[1] + 1U) * 8;
}

/// Ends within the bytes, since every header is at least eight long.
ExtensionWalk walkExtensions(std::uint8_t protocol, IpBytes bytes) {
    ExtensionWalk walk{protocol, Ipv6Header::kBytes, true, false, false};
    while (isExtension(walk.protocol)) {
        if (bytes.captured - walk.offset < 8) {
            walk.isWhole = false;
            return walk;
        }
        const std::uint8_t* const at = bytes.at + walk.offset;
        if (walk.protocol == ip_protocol::kFragment && (readBig16(at + 2) & 0xfff8U) != 0) {
            walk.isLaterFragment = true;
            return walk;
        }
        if (walk.protocol == ip_protocol::kFragment)
            walk.goesOn = (at[3] & 1) != 0;
        const std::uint32_t length = extensionBytes(walk.protocol, at);
        if (bytes.captured - walk.offset < length) {
            walk.isWhole = false;
            return walk;
        }
        walk.protocol = at[0];
        walk.offset += length;
    }
    return walk;
}

} // namespace

IpOutcome readIpv4(IpBytes bytes, Packet& packet) {
    const Ipv4Header ip{bytes.at};
    if (bytes.captured < Ipv4Header::kBytes)
        return malformed(Reason::ipHeaderCut, false);
    if (ip.version() != 4)
        return malformed(Reason::ipVersionContradicts, false);
    packet = Packet{};
    packet.source = ip.source();
    packet.target = ip.target();
    const std::uint32_t headerBytes = ip.headerBytes();
    if (headerBytes < Ipv4Header::kBytes)
        return malformed(Reason::ipHeaderLengthTooShort, true);
    if (bytes.captured < headerBytes)
        return malformed(Reason::ipHeaderCut, true);
    const std::uint32_t claimed = ip.totalLength() != 0 ? ip.totalLength() : bytes.captured;
    if (claimed < headerBytes)
        return malformed(Reason::ipLengthTooShort, true);
    packet.ipLength = claimed;
    packet.ipId = ip.identification();
    packet.ttl = ip.ttl();
    packet.doNotFragment = ip.doNotFragment();
    if (ip.fragmentOffset() != 0)
        return isKind(Kind::fragment);
    const Transport transport{bytes.at + headerBytes,
        std::min(bytes.captured, claimed) - headerBytes, claimed - headerBytes, ip.moreFragments()};
    return readTransport(ip.protocol(), false, transport, packet);
}

IpOutcome readIpv6(IpBytes bytes, Packet6& packet6) {
    const Ipv6Header ip{bytes.at};
    if (bytes.captured < Ipv6Header::kBytes)
        return malformed(Reason::ipHeaderCut, false);
    if (ip.version() != 6)
        return malformed(Reason::ipVersionContradicts, false);
    packet6.source = ip.source();
    packet6.target = ip.target();
    Packet& packet = packet6.packet;
    packet = Packet{};
    packet.isV6 = true;
    packet.ttl = ip.hopLimit();
    // No length: a jumbogram (RFC 2675) or an offloaded frame.
    const std::uint32_t claimed =
        ip.payloadLength() != 0 ? Ipv6Header::kBytes + ip.payloadLength() : bytes.captured;
    packet.ipLength = claimed;
    const IpBytes inside{bytes.at, std::min(bytes.captured, claimed)};
    const ExtensionWalk walk = walkExtensions(ip.nextHeader(), inside);
    if (!walk.isWhole)
        return malformed(Reason::extensionHeaderCut, true);
    if (walk.isLaterFragment)
        return isKind(Kind::fragment);
    const Transport transport{
        bytes.at + walk.offset, inside.captured - walk.offset, claimed - walk.offset, walk.goesOn};
    return readTransport(walk.protocol, true, transport, packet);
}

} // namespace sweepscope
