// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "fingerprint/tool.h"
#include "statistics/scan_view.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// The intervals of a time line: `count` of them from `begin` on, each `step` long.
struct TimeGrid {
    Timestamp begin;
    Duration step = Duration::seconds(1);
    std::size_t count = 0;

    bool operator==(const TimeGrid&) const = default;
    [[nodiscard]] Timestamp beginOf(std::size_t interval) const;
};

/// A grid over the range with at most `most` intervals of a length that people count in (1, 2, 5,
/// 10, 15, 30 s, minutes, hours, days), beginning at a multiple of it. Its size follows from
/// `most`, however long the range is.
TimeGrid gridOver(const TimeRange& range, std::size_t most);

/// Packets of scans per interval, by tool.
///
/// An index knows the first and last packet of a burst and how many there were, so a burst's
/// packets are spread evenly over its time. A burst has no silence longer than the base gap.
class PacketSeries {
public:
    explicit PacketSeries(const TimeGrid& grid)
        : m_grid(grid)
        , m_packets(grid.count) {}

    void add(const ScanView& view, std::size_t segment);
    void add(const PacketSeries& other);

    /// One burst of a scan of that tool; and the same undone. Numbers may be below zero on the way,
    /// as numbers of 64 bits are: what is added up in the end counts.
    void add(const TimeRange& time, std::uint64_t packets, Tool tool) {
        spread(time, packets, tool, 1);
    }

    void takeOut(const TimeRange& time, std::uint64_t packets, Tool tool) {
        spread(time, packets, tool, ~std::uint64_t{0});
    }

    using Interval = std::array<std::uint64_t, kToolCount>;

    [[nodiscard]] const TimeGrid& grid() const { return m_grid; }

    [[nodiscard]] const std::vector<Interval>& packets() const { return m_packets; }

private:
    void spread(const TimeRange& time, std::uint64_t packets, Tool tool, std::uint64_t factor);

    TimeGrid m_grid;
    std::vector<Interval> m_packets;
};

} // namespace sweepscope
