// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace sweepscope::sample {

using namespace std::chrono_literals;

/// Time since the sample's day began. Scans may begin before the day and end after it; what falls
/// outside is never written.
using Moment = std::chrono::microseconds;

inline constexpr std::int64_t kDayBegin = 1'773'100'800; // 2026-03-10T00:00:00Z
inline constexpr Moment kDayLength = 24h;

/// The telescope: 203.0.112.0/20.
inline constexpr std::uint32_t kTelescopeFirst = 0xcb007000;
inline constexpr std::uint32_t kTelescopeSize = 4096;

constexpr bool isInDay(Moment moment) {
    return moment >= Moment(0) && moment < kDayLength;
}

constexpr bool isInTelescope(std::uint32_t address) {
    return address - kTelescopeFirst < kTelescopeSize;
}

} // namespace sweepscope::sample
