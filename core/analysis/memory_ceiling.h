// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/team.h"
#include "base/time.h"
#include "bursts/burst_builder.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace sweepscope {

/// Keeps an index that is being built within the memory that the user allows, by doubling its base
/// gap: bursts join, and answers stay exact for every expiry from the new gap up.
///
/// The number of sources and ports cannot be made smaller in this way. Where a longer gap would
/// save little, because most of them have one burst alone, none is joined for nothing: reading goes
/// on above the ceiling, and `overrun` says so.
class MemoryCeiling {
public:
    /// 0: there is no ceiling.
    explicit MemoryCeiling(std::uint64_t bytes);

    /// Coarsens all builders where they need more than is left for them, `gap` with them. `range`:
    /// the times of all packets so far; a gap longer than that cannot join more.
    void keep(std::span<BurstBuilder> builders, const TimeRange& range, Duration& gap, Team& team);

    /// Whether a copy of the index so far, which is there twice for a while, fits beside it.
    [[nodiscard]] bool allowsCopy(std::uint64_t indexBytes) const {
        return indexBytes * 3 <= std::min(m_forIndex, kMostForCopies);
    }

    /// Most bytes that the index took, where that is more than the ceiling leaves for it; else 0.
    [[nodiscard]] std::uint64_t overrun() const { return m_overrun; }

    static constexpr std::uint64_t kMostForCopies = std::uint64_t{3} << 30; ///< without a ceiling

    static std::uint64_t bytesOf(std::span<const BurstBuilder> builders);

private:
    std::uint64_t m_forIndex; ///< what the batches on their way leave
    std::uint64_t m_lookAgainAt = 0;
    std::uint64_t m_overrun = 0;
};

} // namespace sweepscope
