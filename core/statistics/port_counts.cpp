// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/port_counts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sweepscope {

PortCounter::Row& PortCounter::rowOf(Protocol protocol, std::uint16_t port) {
    std::vector<std::uint32_t>& places = m_placeOf[static_cast<std::size_t>(protocol)];
    if (places.empty())
        places.resize(kPorts);
    std::uint32_t& place = places[port];
    if (place == 0) {
        Row& row = m_rows.emplace_back();
        row.count.protocol = protocol;
        row.count.port = port;
        place = static_cast<std::uint32_t>(m_rows.size());
    }
    return m_rows[place - 1];
}

void PortCounter::countScan(const Scan& scan, std::uint16_t port, std::uint64_t packets) {
    Row& row = rowOf(protocolOf(scan.kind), port);
    ++row.count.scans;
    row.count.large += scan.size == ScanSize::large ? 1 : 0;
    row.count.small += scan.size == ScanSize::large ? 0 : 1;
    ++row.count.tools[static_cast<std::size_t>(scan.tool)];
    row.count.packets += packets;
    row.count.sources += row.lastSource == scan.source ? 0 : 1;
    row.lastSource = scan.source;
}

void PortCounter::countPorts(const ScanView& view, const Scan& scan) {
    const IndexSegment& segment = view.index.segments[scan.source.segment];
    const ChainSegment& chains = view.chains.segments[scan.source.segment];
    const BurstChain& chain = chains.chains[scan.chain];
    std::map<std::uint16_t, std::uint64_t> packets;
    std::uint64_t leftOut = 0;
    for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
        const std::uint32_t number = chains.order[i];
        const Burst& burst = segment.bursts[number];
        if (m_dependent != nullptr && m_dependent->has(scan.source.segment, number))
            leftOut += burst.packets;
        else
            packets[burst.port] += burst.packets;
    }
    for (const auto& [port, count] : packets)
        countScan(scan, port, count);
    m_leftOut.packets += leftOut;
    m_leftOut.scans += packets.empty() ? 1 : 0;
}

/// Whether all bursts of a scan of one port are left out.
bool PortCounter::isLeftOut(const ScanView& view, const Scan& scan) const {
    const ChainSegment& chains = view.chains.segments[scan.source.segment];
    const BurstChain& chain = chains.chains[scan.chain];
    const auto* const begin = chains.order.data();
    return std::all_of(begin + chain.begin, begin + chain.end,
        [&](std::uint32_t burst) { return m_dependent->has(scan.source.segment, burst); });
}

void PortCounter::add(const ScanView& view, std::size_t segment) {
    const bool areOnePort = view.chains.by == Grouping::sourcePort;
    for (const Scan& scan : view.scans[segment]) {
        const bool isOnePort = areOnePort || scan.bursts == 1;
        if (isOnePort && m_dependent != nullptr && isLeftOut(view, scan)) {
            ++m_leftOut.scans;
            m_leftOut.packets += scan.packets;
        } else if (isOnePort) {
            countScan(scan, scan.port, scan.packets);
        } else {
            countPorts(view, scan);
        }
    }
}

void PortCounter::add(const PortCounter& other) {
    for (const Row& row : other.m_rows) {
        PortCount& into = rowOf(row.count.protocol, row.count.port).count;
        into.scans += row.count.scans;
        into.small += row.count.small;
        into.large += row.count.large;
        into.packets += row.count.packets;
        into.sources += row.count.sources; // segments share no sources
        for (std::size_t tool = 0; tool < kToolCount; ++tool)
            into.tools[tool] += row.count.tools[tool];
    }
    m_leftOut.scans += other.m_leftOut.scans;
    m_leftOut.packets += other.m_leftOut.packets;
}

std::vector<PortCount> PortCounter::finish() const {
    std::vector<PortCount> counts;
    counts.reserve(m_rows.size());
    for (const Row& row : m_rows)
        counts.push_back(row.count);
    std::sort(counts.begin(), counts.end(), [](const PortCount& a, const PortCount& b) {
        return std::tuple(b.scans, b.packets, a.port, a.protocol) <
               std::tuple(a.scans, a.packets, b.port, b.protocol);
    });
    return counts;
}

} // namespace sweepscope
