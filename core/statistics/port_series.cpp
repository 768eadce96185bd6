// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/port_series.h"

#include "statistics/spread.h"

#include <algorithm>

namespace sweepscope {

std::vector<bool> wholeIntervals(const TimeGrid& grid, const TimeRange& range) {
    constexpr std::int64_t kAllowance = 50; // a fiftieth of an interval
    const Duration slack{grid.step.nanoseconds / kAllowance};
    std::vector<bool> isWhole;
    for (std::size_t i = 0; i < grid.count; ++i)
        isWhole.push_back(
            grid.beginOf(i) + slack >= range.first && grid.beginOf(i + 1) <= range.last + slack);
    return isWhole;
}

PortSeries::PortSeries(const TimeGrid& grid, const std::vector<std::vector<PortId>>& groups)
    : m_grid(grid)
    , m_cells(groups.size(), std::vector<Cell>(grid.count)) {
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (const PortId port : groups[group])
            m_groups.emplace(port, group);
    }
}

void PortSeries::addBurst(std::size_t group, const Scan& scan, const Burst& burst) {
    spreadOver(m_grid, burst.time, burst.packets, [&](std::size_t interval, std::uint64_t packets) {
        Cell& cell = m_cells[group][interval];
        cell.counts.packets += packets;
        cell.counts.sources += cell.lastSource == scan.source ? 0 : 1;
        cell.lastSource = scan.source;
    });
}

void PortSeries::addBegin(std::size_t group, const Scan& scan, Timestamp begin) {
    const std::int64_t passed = (begin - m_grid.begin).nanoseconds;
    if (passed < 0)
        return;
    const auto interval = static_cast<std::size_t>(passed / m_grid.step.nanoseconds);
    if (interval >= m_grid.count)
        return;
    Cell& cell = m_cells[group][interval];
    ++cell.counts.scans;
    cell.counts.arrivals += cell.lastArrival == scan.source ? 0 : 1;
    cell.lastArrival = scan.source;
}

void PortSeries::addScan(const ScanView& view, std::size_t segment, const Scan& scan) {
    const ChainSegment& chains = view.chains.segments[segment];
    const BurstChain& chain = chains.chains[scan.chain];
    std::vector<std::pair<std::size_t, Timestamp>> begins; // of the groups that the scan is in
    for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
        const Burst& burst = view.index.segments[segment].bursts[chains.order[i]];
        const auto found = m_groups.find({protocolOf(burst.kind), burst.port});
        if (found == m_groups.end())
            continue;
        const std::size_t group = found->second;
        addBurst(group, scan, burst);
        const auto begin = std::find_if(
            begins.begin(), begins.end(), [&](const auto& each) { return each.first == group; });
        if (begin == begins.end())
            begins.emplace_back(group, burst.time.first);
        else
            begin->second = std::min(begin->second, burst.time.first);
    }
    for (const auto& [group, begin] : begins)
        addBegin(group, scan, begin);
}

void PortSeries::add(const ScanView& view, std::size_t segment) {
    const bool isOnePort = view.chains.by == Grouping::sourcePort;
    for (const Scan& scan : view.scans[segment]) {
        if (!isOnePort || m_groups.contains({protocolOf(scan.kind), scan.port}))
            addScan(view, segment, scan);
    }
}

void PortSeries::add(const PortSeries& other) {
    for (std::size_t group = 0; group < m_cells.size(); ++group) {
        for (std::size_t i = 0; i < m_grid.count; ++i) {
            PortInterval& into = m_cells[group][i].counts;
            const PortInterval& from = other.m_cells[group][i].counts;
            into.packets += from.packets;
            into.scans += from.scans;
            into.arrivals += from.arrivals; // segments share no sources
            into.sources += from.sources;
        }
    }
}

std::vector<PortInterval> PortSeries::of(std::size_t group) const {
    std::vector<PortInterval> intervals;
    intervals.reserve(m_grid.count);
    for (const Cell& cell : m_cells[group])
        intervals.push_back(cell.counts);
    return intervals;
}

} // namespace sweepscope
