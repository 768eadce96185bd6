// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/time_series.h"

#include <algorithm>
#include <cstdint>

namespace sweepscope {

/// Calls `use(interval, packets)` for the intervals of the grid that a burst's packets fall into,
/// spread evenly over its time. What lies outside of the grid is left out.
///
/// Whole packets, so that the sum over all intervals is the burst's count and the order of
/// additions changes nothing: an interval gets what has come by its end less what had come by its
/// begin.
template <typename Use>
void spreadOver(const TimeGrid& grid, const TimeRange& time, std::uint64_t packets, Use use) {
    __extension__ using Wide = unsigned __int128; // packets x nanoseconds
    const std::int64_t step = grid.step.nanoseconds;
    const std::int64_t first = (time.first - grid.begin).nanoseconds;
    const std::int64_t length = time.length().nanoseconds;
    const std::int64_t last = first + length;
    if (last < 0 || grid.count == 0)
        return;
    const auto comeBy = [&](std::int64_t passed) {
        if (passed <= 0)
            return std::uint64_t{0};
        return passed > length
                   ? packets
                   : static_cast<std::uint64_t>(Wide{packets} * static_cast<std::uint64_t>(passed) /
                                                static_cast<std::uint64_t>(length));
    };
    const std::int64_t begin = std::max<std::int64_t>(first, 0) / step;
    const std::int64_t end = std::min(last / step, static_cast<std::int64_t>(grid.count) - 1);
    std::uint64_t before = comeBy(begin * step - first);
    for (std::int64_t interval = begin; interval <= end; ++interval) {
        const std::uint64_t by = comeBy((interval + 1) * step - first);
        use(static_cast<std::size_t>(interval), by - before);
        before = by;
    }
}

} // namespace sweepscope
