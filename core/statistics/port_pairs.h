// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sweepscope {

// What the search for dependent ports goes through: in each window of time, each source and port
// once.

/// Windows of time, as numbers.
class PortWindows {
public:
    explicit PortWindows(const TimeRange& range)
        : m_begin(range.first) {
        constexpr std::int64_t kDay = 86'400'000'000'000;
        m_length = std::max(kDay, range.length().nanoseconds / kMost + 1);
    }

    [[nodiscard]] std::uint32_t of(const Burst& burst) const {
        const std::int64_t since = (burst.time.first - m_begin).nanoseconds;
        return static_cast<std::uint32_t>(std::clamp<std::int64_t>(since / m_length, 0, kMost - 1));
    }

    static constexpr std::int64_t kMost = 32; ///< so that no time line, however long, takes memory

private:
    Timestamp m_begin;
    std::int64_t m_length;
};

constexpr std::uint32_t kMostPairTargets = 64; ///< of a burst; one with more is a scan by itself

inline bool isLookedAt(const Burst& burst) {
    return !burst.isV6 && (burst.kind == Kind::syn || burst.kind == Kind::udp) &&
           burst.targets.count <= kMostPairTargets;
}

/// A window, one of the two kinds that are looked at, and a port.
using PortKey = std::uint32_t;

inline PortKey keyOf(std::uint32_t window, const Burst& burst) {
    return window << 17 | (burst.kind == Kind::udp ? 1U : 0U) << 16 | burst.port;
}

inline std::uint32_t windowOf(PortKey key) {
    return key >> 17;
}

inline Kind kindOf(PortKey key) {
    return (key >> 16 & 1) != 0 ? Kind::udp : Kind::syn;
}

/// A number for each key, 0 at first. Takes memory for the windows and kinds that are met.
class PortTable {
public:
    PortTable()
        : m_blocks(2 * PortWindows::kMost) {}

    std::uint32_t& at(PortKey key) {
        std::vector<std::uint32_t>& block = m_blocks[key >> kPortBits];
        if (block.empty())
            block.resize(std::size_t{1} << kPortBits);
        return block[key & kPorts];
    }

    /// Only of one that was met.
    [[nodiscard]] std::uint32_t of(PortKey key) const {
        return m_blocks[key >> kPortBits][key & kPorts];
    }

    /// Calls `use(key, number)` for each number that is not 0, in order of keys.
    template <typename Use>
    void forEach(Use use) {
        for (PortKey first = 0; std::vector<std::uint32_t> & block : m_blocks) {
            for (std::uint32_t port = 0; port < block.size(); ++port) {
                if (block[port] != 0)
                    use(first | port, block[port]);
            }
            first += PortKey{1} << kPortBits;
        }
    }

private:
    static constexpr unsigned kPortBits = 16;
    static constexpr PortKey kPorts = (PortKey{1} << kPortBits) - 1;

    std::vector<std::vector<std::uint32_t>> m_blocks; ///< by window and kind; empty until met
};

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
