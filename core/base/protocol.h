// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sweepscope {

/// The protocols that ports belong to. ICMP and ICMPv6 are one: they ask the same questions.
enum class Protocol : std::uint8_t { tcp, udp, icmp, other };
constexpr std::size_t kProtocolCount = 4;

/// As in reports.
constexpr std::string_view nameOf(Protocol protocol) {
    constexpr std::array<std::string_view, kProtocolCount> kNames = {"tcp", "udp", "icmp", "ip"};
    return kNames[static_cast<std::size_t>(protocol)];
}

} // namespace sweepscope
