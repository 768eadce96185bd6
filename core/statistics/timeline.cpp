// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/timeline.h"

#include "statistics/spread.h"

namespace sweepscope {

Timeline::Timeline(const TimeGrid& grid, const TopPorts& ports)
    : m_grid(grid)
    , m_intervals(grid.count)
    , m_marks(grid.count) {
    for (std::size_t place = 0; place < ports.size(); ++place)
        m_ports.push_back(ports.port(place));
}

void Timeline::touch(
    std::size_t interval, std::size_t series, std::uint64_t packets, const Mark& mark) {
    IntervalCounts& counts = m_intervals[interval][series];
    Mark& last = m_marks[interval][series];
    counts.packets += packets;
    counts.scans += last.scan == mark.scan ? 0 : 1;
    counts.sources += last.source == mark.source ? 0 : 1;
    last = mark;
}

void Timeline::add(const ScanView& view, std::size_t segment, const TopPorts& ports) {
    const ChainSegment& chains = view.chains.segments[segment];
    const Scan* before = nullptr;
    for (const Scan& scan : view.scans[segment]) {
        m_source += before == nullptr || before->source != scan.source ? 1 : 0;
        before = &scan;
        const Mark mark{++m_scan, m_source};
        const std::size_t tool = 1 + static_cast<std::size_t>(scan.tool);
        const BurstChain& chain = chains.chains[scan.chain];
        for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
            const Burst& burst = view.index.segments[segment].bursts[chains.order[i]];
            const std::size_t port = kFirstPort + ports.placeOf(protocolOf(burst.kind), burst.port);
            spreadOver(m_grid, burst.time, burst.packets,
                [&](std::size_t interval, std::uint64_t packets) {
                    touch(interval, 0, packets, mark);
                    touch(interval, tool, packets, mark);
                    touch(interval, port, packets, mark);
                });
        }
    }
}

void Timeline::add(const Timeline& other) {
    for (std::size_t i = 0; i < m_intervals.size(); ++i) {
        for (std::size_t series = 0; series < kSeries; ++series) {
            IntervalCounts& into = m_intervals[i][series];
            const IntervalCounts& from = other.m_intervals[i][series];
            into.packets += from.packets;
            into.scans += from.scans;
            into.sources += from.sources; // segments share no sources
        }
    }
}

} // namespace sweepscope
