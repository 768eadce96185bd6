// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/protocol.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sweepscope {

/// Where a frame is counted. Every frame is in exactly one bin, and the bins add up to the frames.
enum class Bin : std::uint8_t {
    probe,           ///< someone asks: what scans are made of
    backscatter,     ///< someone answers a packet that bore a forged source
    other,           ///< neither, or not to be told
    fragment,        ///< behind the first piece of an IP packet: no ports here
    outside,         ///< its target is not in the telescope
    notIp,           ///< ARP and its like
    malformed,       ///< headers cut, or contradicting one another
    unsupportedLink, ///< a link type that cannot be taken apart
};
constexpr std::size_t kBinCount = 8;

/// What a packet is for. The order is that of the index: probes first.
///
/// The last three are no kinds of packet but keep the source of what was binned without one.
enum class Kind : std::uint8_t {
    syn,
    null,
    fin,
    xmas,
    udp,
    icmpRequest,
    rst,
    synAck,
    udpAnswer,
    icmpAnswer,
    tcp,
    icmp,
    ip,
    fragment,
    outside,
    malformed,
};
constexpr std::size_t kKindCount = 16;

struct KindFacts {
    std::string_view name; ///< in reports
    Bin bin;
    Protocol protocol;
};

/// In the order of Kind.
constexpr std::array<KindFacts, kKindCount> kKindFacts = {{
    {"syn", Bin::probe, Protocol::tcp},
    {"null", Bin::probe, Protocol::tcp},
    {"fin", Bin::probe, Protocol::tcp},
    {"xmas", Bin::probe, Protocol::tcp},
    {"udp", Bin::probe, Protocol::udp},
    {"icmp-request", Bin::probe, Protocol::icmp},
    {"rst", Bin::backscatter, Protocol::tcp},
    {"synack", Bin::backscatter, Protocol::tcp},
    {"udp-answer", Bin::backscatter, Protocol::udp},
    {"icmp-answer", Bin::backscatter, Protocol::icmp},
    {"tcp", Bin::other, Protocol::tcp},
    {"icmp", Bin::other, Protocol::icmp},
    {"ip", Bin::other, Protocol::other},
    {"fragment", Bin::fragment, Protocol::other},
    {"outside", Bin::outside, Protocol::other},
    {"malformed", Bin::malformed, Protocol::other},
}};

constexpr const KindFacts& factsOf(Kind kind) {
    return kKindFacts[static_cast<std::size_t>(kind)];
}

constexpr std::string_view nameOf(Kind kind) {
    return factsOf(kind).name;
}

constexpr Bin binOf(Kind kind) {
    return factsOf(kind).bin;
}

constexpr Protocol protocolOf(Kind kind) {
    return factsOf(kind).protocol;
}

constexpr bool isProbe(Kind kind) {
    return binOf(kind) == Bin::probe;
}

constexpr std::string_view nameOf(Bin bin) {
    constexpr std::array<std::string_view, kBinCount> kNames = {"probe", "backscatter", "other",
        "fragment", "outside", "not_ip", "malformed", "unsupported_link"};
    return kNames[static_cast<std::size_t>(bin)];
}

} // namespace sweepscope
