// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/frame.h"

#include <algorithm>

namespace sweepscope::sample {
namespace {

constexpr std::size_t kShortestFrame = 60;
// Addresses set aside for documentation (RFC 7042): the telescope's recorder and its router.
constexpr std::uint8_t kMacAddresses[] = {
    0x00, 0x00, 0x5e, 0x00, 0x53, 0x20, 0x00, 0x00, 0x5e, 0x00, 0x53, 0x01};

void append(Bytes& bytes, std::span<const std::uint8_t> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void set16(Bytes& bytes, std::size_t at, std::uint16_t value) {
    bytes[at] = static_cast<std::uint8_t>(value >> 8);
    bytes[at + 1] = static_cast<std::uint8_t>(value & 0xff);
}

std::uint16_t checksum(std::span<const std::uint8_t> bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        sum += i % 2 == 0 ? static_cast<std::uint32_t>(bytes[i]) << 8 : bytes[i];
    }
    while (sum > 0xffff) {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    return static_cast<std::uint16_t>(~sum & 0xffff);
}

/// The checksum of a transport packet whose own checksum field is zero.
std::uint16_t checksumWith(Bytes pseudoHeader, const Bytes& transport) {
    append(pseudoHeader, transport);
    return checksum(pseudoHeader);
}

Bytes pseudoHeader4(const Ipv4Header& ip, std::uint8_t protocol, std::size_t length) {
    Bytes bytes;
    put32(bytes, ip.source);
    put32(bytes, ip.target);
    put16(bytes, protocol);
    put16(bytes, static_cast<std::uint16_t>(length));
    return bytes;
}

Bytes pseudoHeader6(const Ipv6Address& source, const Ipv6Address& target, std::uint8_t protocol,
    std::size_t length) {
    Bytes bytes(source.begin(), source.end());
    append(bytes, target);
    put32(bytes, static_cast<std::uint32_t>(length));
    put32(bytes, protocol);
    return bytes;
}

Bytes tcpBytes(const TcpHeader& tcp, const Bytes& payload) {
    Bytes bytes;
    put16(bytes, tcp.sourcePort);
    put16(bytes, tcp.targetPort);
    put32(bytes, tcp.sequence);
    put32(bytes, tcp.acknowledgement);
    bytes.push_back(static_cast<std::uint8_t>((5 + tcp.options.size() / 4) << 4));
    bytes.push_back(tcp.flags);
    put16(bytes, tcp.window);
    put32(bytes, 0); // checksum, urgent pointer
    append(bytes, tcp.options);
    append(bytes, payload);
    return bytes;
}

Bytes icmpBytes(const IcmpHeader& icmp, const Bytes& payload) {
    Bytes bytes = {icmp.type, icmp.code, 0, 0};
    put32(bytes, icmp.rest);
    append(bytes, payload);
    return bytes;
}

Bytes ipv6Packet(const Ipv6Address& source, const Ipv6Address& target, std::uint8_t protocol,
    std::uint8_t hopLimit, const Bytes& body) {
    Bytes bytes;
    put32(bytes, 0x60000000);
    put16(bytes, static_cast<std::uint16_t>(body.size()));
    bytes.push_back(protocol);
    bytes.push_back(hopLimit);
    append(bytes, source);
    append(bytes, target);
    append(bytes, body);
    return bytes;
}

} // namespace

void put16(Bytes& bytes, std::uint16_t value) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(value & 0xff));
}

void put32(Bytes& bytes, std::uint32_t value) {
    put16(bytes, static_cast<std::uint16_t>(value >> 16));
    put16(bytes, static_cast<std::uint16_t>(value & 0xffff));
}

Bytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

Bytes ipv4Packet(const Ipv4Header& ip, std::uint8_t protocol, std::span<const std::uint8_t> body) {
    Bytes bytes = {0x45, 0x00};
    bytes.reserve(20 + body.size());
    put16(bytes, static_cast<std::uint16_t>(20 + body.size()));
    put16(bytes, ip.identification);
    put16(bytes, ip.dontFragment ? 0x4000 : ip.fragmentOffset);
    bytes.push_back(ip.ttl);
    bytes.push_back(protocol);
    put16(bytes, 0);
    put32(bytes, ip.source);
    put32(bytes, ip.target);
    set16(bytes, 10, checksum(bytes));
    append(bytes, body);
    return bytes;
}

Bytes tcpPacket(const Ipv4Header& ip, const TcpHeader& tcp, const Bytes& payload) {
    Bytes body = tcpBytes(tcp, payload);
    set16(body, 16, checksumWith(pseudoHeader4(ip, kProtocolTcp, body.size()), body));
    return ipv4Packet(ip, kProtocolTcp, body);
}

Bytes udpPacket(const Ipv4Header& ip, const UdpHeader& udp, const Bytes& payload) {
    Bytes body;
    put16(body, udp.sourcePort);
    put16(body, udp.targetPort);
    put16(body, static_cast<std::uint16_t>(8 + payload.size()));
    put16(body, 0);
    append(body, payload);
    if (udp.hasChecksum) {
        const auto sum = checksumWith(pseudoHeader4(ip, kProtocolUdp, body.size()), body);
        set16(body, 6, sum == 0 ? 0xffff : sum);
    }
    return ipv4Packet(ip, kProtocolUdp, body);
}

Bytes icmpPacket(const Ipv4Header& ip, const IcmpHeader& icmp, const Bytes& payload) {
    Bytes body = icmpBytes(icmp, payload);
    set16(body, 2, checksum(body));
    return ipv4Packet(ip, kProtocolIcmp, body);
}

Bytes tcpPacket6(const Ipv6Address& source, const Ipv6Address& target, std::uint8_t hopLimit,
    const TcpHeader& tcp) {
    Bytes body = tcpBytes(tcp, {});
    set16(body, 16, checksumWith(pseudoHeader6(source, target, kProtocolTcp, body.size()), body));
    return ipv6Packet(source, target, kProtocolTcp, hopLimit, body);
}

Bytes icmpPacket6(const Ipv6Address& source, const Ipv6Address& target, std::uint8_t hopLimit,
    const IcmpHeader& icmp, const Bytes& payload) {
    Bytes body = icmpBytes(icmp, payload);
    const Bytes pseudoHeader = pseudoHeader6(source, target, kProtocolIcmpv6, body.size());
    set16(body, 2, checksumWith(pseudoHeader, body));
    return ipv6Packet(source, target, kProtocolIcmpv6, hopLimit, body);
}

Bytes ethernetFrame(std::uint16_t etherType, const Bytes& packet) {
    Bytes frame(std::begin(kMacAddresses), std::end(kMacAddresses));
    put16(frame, etherType);
    append(frame, packet);
    frame.resize(std::max(frame.size(), kShortestFrame));
    return frame;
}

} // namespace sweepscope::sample
