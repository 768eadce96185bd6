// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/time.h"
#include "packets/kind.h"

#include <cstdint>

namespace sweepscope {

/// What the analysis needs of one packet, flat. All numbers are in host order.
///
/// `transport` points into the frame's bytes, at the TCP, UDP or ICMP header: fingerprints look
/// there for the few fields that only they want. It is good for as long as the frames' batch.
struct Packet {
    // The burst key stands in front, as it does in a burst (bursts/burst_packet.h).
    std::uint32_t source = 0; ///< the number of the IPv4 address; 0 for IPv6
    std::uint16_t port = 0;   ///< the target's, or the source's for backscatter
    Kind kind = Kind::ip;
    bool isV6 = false;
    Timestamp time;
    std::uint32_t target = 0;
    std::uint32_t ipLength = 0; ///< of the whole IP packet, as its header says
    const std::uint8_t* transport = nullptr;
    std::uint16_t transportBytes = 0; ///< bytes at `transport` that were captured; 65,535 at most
    std::uint16_t sourcePort = 0;     ///< 0 where the protocol has none
    std::uint16_t targetPort = 0;
    std::uint16_t ipId = 0;    ///< 0 for IPv6
    std::uint8_t ttl = 0;      ///< or hop limit
    std::uint8_t protocol = 0; ///< IP protocol of what `transport` points at
    bool doNotFragment = false;
};

static_assert(sizeof(Packet) == 48);

/// An IPv6 packet: the same, and its addresses.
struct Packet6 {
    Packet packet;
    Ipv6 source;
    Ipv6 target;
};

} // namespace sweepscope
