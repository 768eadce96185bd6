// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/time_series.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// What PacketSeries counts, for one set of scans after another of the same index: only bursts that
/// belong to no scan any more, or only now, or to one of another tool, are spread again. Spreading
/// is what costs most of an answer about many scans, and most of them stay from one threshold to
/// the next.
class RunningSeries {
public:
    RunningSeries() = default;

    /// For an index and a grid over it, with no scan yet.
    explicit RunningSeries(const TimeGrid& grid)
        : m_sum(grid) {}

    [[nodiscard]] const TimeGrid& grid() const { return m_sum.grid(); }

    /// Goes over to the scans of a segment that `view` has; what that changes is added to `change`.
    /// Segments may go over side by side, each with a change of its thread's.
    void goOver(const ScanView& view, std::size_t segment, PacketSeries& change);

    /// To be called with all changes, whether or not all segments went over.
    void take(const PacketSeries& change) { m_sum.add(change); }

    [[nodiscard]] const std::vector<PacketSeries::Interval>& packets() const {
        return m_sum.packets();
    }

private:
    static constexpr std::uint8_t kNone = 0;

    PacketSeries m_sum{TimeGrid()};
    /// By number of burst: 1 + the tool of its scan, or none.
    std::array<std::vector<std::uint8_t>, kSegments> m_tools;
};

} // namespace sweepscope
