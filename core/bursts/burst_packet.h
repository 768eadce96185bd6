// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/hash.h"
#include "base/time.h"
#include "fingerprint/evidence.h"
#include "packets/packet.h"

#include <cstdint>

namespace sweepscope {

/// An index is kept in this many segments, and a source's bursts are all in one of them. Segments
/// are built, merged and read side by side; the number is part of the index's meaning and fixed.
constexpr unsigned kSegmentBits = 6;
constexpr unsigned kSegments = 1U << kSegmentBits;

inline unsigned segmentOf(Ipv4 source) {
    return spread32(source.value, kSegmentBits);
}

inline unsigned segmentOf(const Ipv6& source) {
    return static_cast<unsigned>(mix64(source.high ^ mix64(source.low)) >> (64 - kSegmentBits));
}

inline unsigned segmentOf(const Address& source) {
    return source.isV4() ? segmentOf(source.v4()) : segmentOf(source.v6());
}

/// What a burst takes in of one packet.
struct BurstPacket {
    std::uint32_t source = 0; ///< IPv4 address; for IPv6 the builder's own number
    std::uint16_t port = 0;
    Kind kind = Kind::ip;
    bool isV6 = false;
    Timestamp time;
    std::uint32_t target = 0;
    PacketEvidence evidence;
};

static_assert(sizeof(BurstPacket) == 48);

/// The same for IPv6, where the addresses are not numbers yet.
struct BurstPacket6 {
    BurstPacket packet;
    Ipv6 source;
    Ipv6 target;
};

inline BurstPacket toBurstPacket(const Packet& packet, const PacketEvidence& evidence) {
    return {
        packet.source, packet.port, packet.kind, packet.isV6, packet.time, packet.target, evidence};
}

} // namespace sweepscope
