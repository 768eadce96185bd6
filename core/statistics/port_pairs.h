// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace sweepscope {

// What the search for dependent ports goes through: in each window of time, each source and port
// once.

/// Windows of time, as numbers.
class PortWindows {
public:
    explicit PortWindows(const TimeRange& range)
        : m_begin(range.first) {
        constexpr std::int64_t kDay = 86'400'000'000'000;
        constexpr std::int64_t kMost = 32; // so that no time line, however long, takes memory
        m_length = std::max(kDay, range.length().nanoseconds / kMost + 1);
    }

    [[nodiscard]] std::uint32_t of(const Burst& burst) const {
        return static_cast<std::uint32_t>(
            std::max<std::int64_t>((burst.time.first - m_begin).nanoseconds, 0) / m_length);
    }

private:
    Timestamp m_begin;
    std::int64_t m_length;
};

constexpr std::uint32_t kMostPairTargets = 64; ///< of a burst; one with more is a scan by itself

inline bool isLookedAt(const Burst& burst) {
    return !burst.isV6 && (burst.kind == Kind::syn || burst.kind == Kind::udp) &&
           burst.targets.count <= kMostPairTargets;
}

/// window, kind and port
using PortKey = std::uint64_t;

inline PortKey keyOf(std::uint32_t window, const Burst& burst) {
    return PortKey{window} << 24 | PortKey{static_cast<std::uint8_t>(burst.kind)} << 16 |
           burst.port;
}

inline std::uint32_t windowOf(PortKey key) {
    return static_cast<std::uint32_t>(key >> 24);
}

/// A burst by its places.
struct BurstPlace {
    std::uint16_t segment;
    std::uint32_t number;
};

/// Calls `use(window, burst, place)` once for each source and port of a window: for the first burst
/// of theirs.
template <typename Use>
void forEachPairIn(
    const BurstIndex& index, std::size_t number, const PortWindows& windows, Use use) {
    const IndexSegment& segment = index.segments[number];
    const Burst* before = nullptr;
    std::uint32_t windowBefore = 0;
    for (std::uint32_t i = 0; i < segment.bursts.size(); ++i) {
        const Burst& burst = segment.bursts[i];
        if (!isLookedAt(burst))
            continue;
        const std::uint32_t window = windows.of(burst);
        const bool isRepeat =
            before != nullptr && before->hasSameKey(burst) && window == windowBefore;
        before = &burst;
        windowBefore = window;
        if (!isRepeat)
            use(window, burst, BurstPlace{static_cast<std::uint16_t>(number), i});
    }
}

/// The same for all segments.
template <typename Use>
void forEachPair(const BurstIndex& index, const PortWindows& windows, Use use) {
    for (std::size_t number = 0; number < kSegments; ++number)
        forEachPairIn(index, number, windows, use);
}

} // namespace sweepscope
