// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sweepscope {

/// What a scan was made with. `mixed`: some of its packets fit a tool's rule and too many do not.
enum class Tool : std::uint8_t {
    zmap,       ///< ZMap before 4.1, XMap
    zmap41Like, ///< the field pattern of ZMap since 4.1
    masscan,    ///< Masscan and its kin
    mirai,
    nmap,
    unicornscan,
    hping3,
    scapy,
    mixed,
    unknown,
};
constexpr std::size_t kToolCount = 10;

/// As in reports.
constexpr std::string_view nameOf(Tool tool) {
    constexpr std::array<std::string_view, kToolCount> kNames = {"zmap", "zmap-4.1-like", "masscan",
        "mirai", "nmap", "unicornscan", "hping3", "scapy", "mixed", "unknown"};
    return kNames[static_cast<std::size_t>(tool)];
}

} // namespace sweepscope
