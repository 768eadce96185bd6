// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sweepscope {

/// What a frame begins with, as the number that capture files carry (LINKTYPE_, the registry at
/// https://www.tcpdump.org/linktypes.html). Any 16-bit number may occur.
struct LinkType {
    std::uint32_t number = 0;

    auto operator<=>(const LinkType&) const = default;
};

namespace link {
constexpr LinkType kNull{0};
constexpr LinkType kEthernet{1};
constexpr LinkType kPpp{9};
constexpr LinkType kRawBsd{12}; ///< DLT_RAW of most systems, written by mistake into old files
constexpr LinkType kRawOpenBsd{14};
constexpr LinkType kPppHdlc{50};
constexpr LinkType kPppEther{51};
constexpr LinkType kRaw{101};
constexpr LinkType kCHdlc{104};
constexpr LinkType kIeee80211{105};
constexpr LinkType kLoop{108};
constexpr LinkType kLinuxSll{113};
constexpr LinkType kRadiotap{127};
constexpr LinkType kPpi{192};
constexpr LinkType kErf{197};
constexpr LinkType kIpv4{228};
constexpr LinkType kIpv6{229};
constexpr LinkType kLinuxSll2{276};
} // namespace link

/// "ethernet", "linux-sll", ...; "link 147" for one without a name here.
std::string toText(LinkType link);

} // namespace sweepscope
