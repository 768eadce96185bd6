// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/time_series.h"
#include "statistics/top_ports.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// What a stretch of time saw.
struct IntervalCounts {
    std::uint64_t packets = 0; ///< a burst's are spread evenly over its time
    std::uint64_t scans = 0;   ///< with a burst that touches the interval
    std::uint64_t sources = 0; ///< distinct, of those scans

    bool operator==(const IntervalCounts&) const = default;
};

/// Packets, scans and sources per interval: of all scans, by tool, and by port for the most scanned
/// ones. A source that uses two tools in an interval counts under each.
class Timeline {
public:
    static constexpr std::size_t kMostPorts = 8;

    Timeline() = default;
    Timeline(const TimeGrid& grid, const TopPorts& ports);

    void add(const ScanView& view, std::size_t segment, const TopPorts& ports);
    void add(const Timeline& other);

    [[nodiscard]] const TimeGrid& grid() const { return m_grid; }

    /// The ports that are told apart.
    [[nodiscard]] const std::vector<PortCount>& ports() const { return m_ports; }

    [[nodiscard]] const IntervalCounts& all(std::size_t interval) const {
        return m_intervals[interval][0];
    }

    [[nodiscard]] const IntervalCounts& of(std::size_t interval, Tool tool) const {
        return m_intervals[interval][1 + static_cast<std::size_t>(tool)];
    }

    /// `place` among ports(); ports().size() stands for all other ports.
    [[nodiscard]] const IntervalCounts& ofPort(std::size_t interval, std::size_t place) const {
        return m_intervals[interval][kFirstPort + place];
    }

    bool operator==(const Timeline& other) const {
        return m_grid == other.m_grid && m_intervals == other.m_intervals;
    }

private:
    static constexpr std::size_t kFirstPort = 1 + kToolCount;
    static constexpr std::size_t kSeries = kFirstPort + kMostPorts + 1;

    /// What was counted last in a series of an interval: scans and sources come one after another.
    struct Mark {
        std::uint64_t scan = 0;
        std::uint64_t source = 0;
    };

    void touch(std::size_t interval, std::size_t series, std::uint64_t packets, const Mark& mark);

    TimeGrid m_grid;
    std::vector<PortCount> m_ports;
    std::vector<std::array<IntervalCounts, kSeries>> m_intervals;
    std::vector<std::array<Mark, kSeries>> m_marks;
    std::uint64_t m_scan = 0; ///< counts scans from 1
    std::uint64_t m_source = 0;
};

} // namespace sweepscope
