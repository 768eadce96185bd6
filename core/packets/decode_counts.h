// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "capture/link_type.h"
#include "packets/kind.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sweepscope {

/// Why a frame is not a packet, or what is odd about one that is.
enum class Reason : std::uint8_t {
    linkHeaderCut,          ///< malformed: the link layer's header is not whole
    ipHeaderCut,            ///< malformed
    ipVersionContradicts,   ///< malformed: the link layer announced the other version
    ipHeaderLengthTooShort, ///< malformed: the IPv4 header claims fewer than 20 bytes
    ipLengthTooShort,       ///< malformed: the IPv4 packet claims to be shorter than its header
    extensionHeaderCut,     ///< malformed: the chain of IPv6 extension headers is not whole
    tcpHeaderCut,           ///< malformed: fewer than 14 bytes
    tcpOffsetContradicts, ///< malformed: the header claims fewer than 20 bytes, or more than there
                          ///< are
    udpHeaderCut,         ///< malformed: fewer than 8 bytes
    udpLengthTooShort,    ///< malformed: a datagram that claims fewer than 8 bytes
    icmpHeaderCut,        ///< malformed: fewer than 2 bytes
    snapped,        ///< not malformed: an IP packet (or other frame) that was not captured whole
    fingerprintCut, ///< not malformed: too few bytes for some tool rule
    ipLengthBeyondFrame, ///< not malformed: the IP header claims more than there was on the wire
    udpLengthBeyondIp,   ///< not malformed: the datagram claims more than its IP packet
};
constexpr std::size_t kReasonCount = 15;

/// Whether a frame with this reason is binned as malformed. The others tell what is odd about
/// frames that may well be packets.
constexpr bool makesMalformed(Reason reason) {
    return reason < Reason::snapped;
}

std::string_view nameOf(Reason reason);

struct LinkCount {
    LinkType link;
    std::uint64_t frames = 0;

    bool operator==(const LinkCount&) const = default;
};

/// Counters over frames. They add up, in any order.
struct DecodeCounts {
    std::uint64_t frames = 0;
    std::array<std::uint64_t, kBinCount> bins{};
    std::array<std::uint64_t, kReasonCount> reasons{};
    std::vector<LinkCount> links; ///< by link number
    TimeRange range;              ///< of all frames

    bool operator==(const DecodeCounts&) const = default;

    [[nodiscard]] std::uint64_t of(Bin bin) const { return bins[static_cast<std::size_t>(bin)]; }

    [[nodiscard]] std::uint64_t of(Reason reason) const {
        return reasons[static_cast<std::size_t>(reason)];
    }

    void count(Bin bin) { ++bins[static_cast<std::size_t>(bin)]; }

    void count(Reason reason) { ++reasons[static_cast<std::size_t>(reason)]; }

    void countLink(LinkType link, std::uint64_t count);
    void add(const DecodeCounts& other);
};

} // namespace sweepscope
