// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/packet.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sweepscope {

/// What a UDP or ICMP probe carries, told by its length and first bytes.
///
/// Most are the payloads that ZMap ships (zmap: examples/udp-probes), which other tools took over,
/// so they tell what is asked for and not who asks.
struct ProbeContent {
    std::string_view name;   ///< as in reports
    std::string_view title;  ///< for people
    std::uint8_t protocol;   ///< IP protocol
    std::uint16_t port;      ///< that the probe must go to; 0: any
    std::uint16_t bytes;     ///< UDP: of the payload; ICMP: of the whole IP packet
    std::uint8_t at;         ///< where `first` stands in the payload; ICMP: in the ICMP message
    std::string_view first;  ///< bytes that must be there; may be empty
    std::string_view source; ///< where this is known from
    char confidence;         ///< H: read in source code or seen in labelled packets; M: secondary
};

/// All that are known; a place in it, plus one, is the number that packets carry.
std::span<const ProbeContent> probeContents();

/// 0 where nothing is known of the content, else 1 + the place in probeContents(). For UDP and
/// ICMP request packets.
std::uint16_t contentOf(const Packet& packet);

/// Nothing for 0.
const ProbeContent* probeContent(std::uint16_t number);

} // namespace sweepscope
