// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/port_id.h"
#include "statistics/scan_view.h"
#include "statistics/time_series.h"

#include <cstdint>
#include <map>
#include <vector>

namespace sweepscope {

/// What scans did on some ports in an interval.
struct PortInterval {
    std::uint64_t packets = 0;
    std::uint64_t scans = 0;    ///< that begin in it
    std::uint64_t arrivals = 0; ///< distinct sources of which a scan begins in it
    std::uint64_t sources = 0;  ///< distinct sources that are active in it

    bool operator==(const PortInterval&) const = default;
};

/// Of each interval whether the range holds all of it, but for a fiftieth: captures rarely have a
/// packet at the very ends of an hour or a day.
std::vector<bool> wholeIntervals(const TimeGrid& grid, const TimeRange& range);

/// Groups of ports over time, one series each. A port belongs to at most one group; what lies
/// outside of the grid is not counted.
class PortSeries {
public:
    PortSeries(const TimeGrid& grid, const std::vector<std::vector<PortId>>& groups);

    void add(const ScanView& view, std::size_t segment);
    void add(const PortSeries& other);

    [[nodiscard]] std::vector<PortInterval> of(std::size_t group) const;

private:
    struct Cell {
        PortInterval counts;
        SourceId lastSource{0xffff, 0}; ///< whom the last burst counted here was from
        SourceId lastArrival{0xffff, 0};
    };

    void addScan(const ScanView& view, std::size_t segment, const Scan& scan);
    void addBurst(std::size_t group, const Scan& scan, const Burst& burst);
    void addBegin(std::size_t group, const Scan& scan, Timestamp begin);

    TimeGrid m_grid;
    std::map<PortId, std::size_t> m_groups;
    std::vector<std::vector<Cell>> m_cells; ///< by group and interval
};

} // namespace sweepscope
