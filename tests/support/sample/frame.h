// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sweepscope::sample {

using Bytes = std::vector<std::uint8_t>;
using Ipv6Address = std::array<std::uint8_t, 16>;

inline constexpr std::uint16_t kEtherTypeIpv4 = 0x0800;
inline constexpr std::uint16_t kEtherTypeArp = 0x0806;
inline constexpr std::uint16_t kEtherTypeIpv6 = 0x86dd;

inline constexpr std::uint8_t kProtocolIcmp = 1;
inline constexpr std::uint8_t kProtocolTcp = 6;
inline constexpr std::uint8_t kProtocolUdp = 17;
inline constexpr std::uint8_t kProtocolIcmpv6 = 58;

inline constexpr std::uint8_t kFin = 0x01;
inline constexpr std::uint8_t kSyn = 0x02;
inline constexpr std::uint8_t kRst = 0x04;
inline constexpr std::uint8_t kPsh = 0x08;
inline constexpr std::uint8_t kAck = 0x10;
inline constexpr std::uint8_t kUrg = 0x20;

struct Ipv4Header {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint8_t ttl = 64;
    std::uint16_t identification = 0;
    bool dontFragment = false;
    std::uint16_t fragmentOffset = 0; // in units of 8 bytes
};

struct TcpHeader {
    std::uint16_t sourcePort = 0;
    std::uint16_t targetPort = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    std::uint8_t flags = kSyn;
    std::uint16_t window = 0;
    Bytes options = {}; // a multiple of 4 bytes
};

struct UdpHeader {
    std::uint16_t sourcePort = 0;
    std::uint16_t targetPort = 0;
    bool hasChecksum = true;
};

struct IcmpHeader {
    std::uint8_t type = 8;
    std::uint8_t code = 0;
    std::uint32_t rest = 0; // identifier and sequence number, or unused
};

void put16(Bytes& bytes, std::uint16_t value);
void put32(Bytes& bytes, std::uint32_t value);
Bytes bytesOf(std::string_view text);

// Whole IP packets with right lengths and checksums.
Bytes ipv4Packet(const Ipv4Header& ip, std::uint8_t protocol, std::span<const std::uint8_t> body);
Bytes tcpPacket(const Ipv4Header& ip, const TcpHeader& tcp, const Bytes& payload = {});
Bytes udpPacket(const Ipv4Header& ip, const UdpHeader& udp, const Bytes& payload);
Bytes icmpPacket(const Ipv4Header& ip, const IcmpHeader& icmp, const Bytes& payload);
Bytes tcpPacket6(const Ipv6Address& source, const Ipv6Address& target, std::uint8_t hopLimit,
    const TcpHeader& tcp);
Bytes icmpPacket6(const Ipv6Address& source, const Ipv6Address& target, std::uint8_t hopLimit,
    const IcmpHeader& icmp, const Bytes& payload);

/// An Ethernet frame between the sample's two constant addresses, padded to 60 bytes as on a wire.
Bytes ethernetFrame(std::uint16_t etherType, const Bytes& packet);

} // namespace sweepscope::sample
