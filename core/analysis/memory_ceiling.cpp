// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/memory_ceiling.h"

#include <algorithm>

namespace sweepscope {

namespace {

/// Of a round's batches and packets.
constexpr std::uint64_t kWorkingBytes = 96U << 20;

/// Whether bursts that a longer gap could join are an eighth of all.
bool isJoiningWorthwhile(std::span<const BurstBuilder> builders) {
    constexpr std::size_t kLeastShare = 8;
    std::size_t bursts = 0;
    std::size_t joinable = 0;
    for (const BurstBuilder& builder : builders) {
        bursts += builder.burstCount();
        joinable += builder.burstCount() - builder.keyCount();
    }
    return joinable > 0 && joinable >= bursts / kLeastShare;
}

void consolidateAll(std::span<BurstBuilder> builders, Duration gap, Team& team) {
    forAll(&team, builders.size(), [&](unsigned, std::size_t i) { builders[i].consolidate(gap); });
}

} // namespace

MemoryCeiling::MemoryCeiling(std::uint64_t bytes)
    : m_forIndex(bytes == 0 ? ~std::uint64_t{0}
                            : std::max(bytes - std::min(bytes, kWorkingBytes), bytes / 4))
    , m_lookAgainAt(m_forIndex) {}

void MemoryCeiling::keep(
    std::span<BurstBuilder> builders, const TimeRange& range, Duration& gap, Team& team) {
    if (bytesOf(builders) <= m_lookAgainAt)
        return;
    // With room to grow, or the next round would be here again.
    const std::uint64_t wanted = m_forIndex / 4 * 3;
    while (bytesOf(builders) > wanted && gap < range.length() && isJoiningWorthwhile(builders)) {
        gap = Duration{gap.nanoseconds * 2};
        consolidateAll(builders, gap, team);
    }
    const std::uint64_t left = bytesOf(builders);
    m_lookAgainAt = std::max(m_forIndex, left / 4 * 5);
    if (left > m_forIndex)
        m_overrun = std::max(m_overrun, left);
}

std::uint64_t MemoryCeiling::bytesOf(std::span<const BurstBuilder> builders) {
    std::uint64_t bytes = 0;
    for (const BurstBuilder& builder : builders)
        bytes += builder.bytes();
    return bytes;
}

} // namespace sweepscope
