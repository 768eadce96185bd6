// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/source_counts.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace sweepscope {

namespace {

/// Adds up the scans of one source, which stand together.
class SourceAdder {
public:
    explicit SourceAdder(const ScanView& view)
        : m_view(view) {}

    void add(const Scan* begin, const Scan* end, SourceCount& count) {
        if (end - begin == 1 && isOnePort(*begin))
            return countOne(*begin, count);
        count = {};
        count.source = begin->source;
        m_ports.clear();
        m_toolPackets.fill(0);
        for (const Scan* scan = begin; scan != end; ++scan)
            addScan(*scan, count);
        count.ports = m_ports.size() == 1 ? 1 : countPorts();
        count.tool = mainTool();
    }

private:
    [[nodiscard]] bool isOnePort(const Scan& scan) const {
        return m_view.chains.by == Grouping::sourcePort || scan.bursts == 1;
    }

    /// Of a source with this one scan, as most have. Field by field, since a whole one would be put
    /// together on the stack in small pieces and copied from there in large ones, which have to
    /// wait for the small.
    static void countOne(const Scan& scan, SourceCount& count) {
        count.source = scan.source;
        count.time = scan.time;
        count.packets = scan.packets;
        count.scans = 1;
        count.large = scan.size == ScanSize::large ? 1 : 0;
        count.ports = 1;
        count.mostTargets = scan.targets;
        count.mainPort = scan.port;
        count.mainProtocol = protocolOf(scan.kind);
        count.tool = scan.tool;
    }

    void addScan(const Scan& scan, SourceCount& count) {
        count.time.include(scan.time);
        count.packets += scan.packets;
        ++count.scans;
        count.large += scan.size == ScanSize::large ? 1 : 0;
        m_toolPackets[static_cast<std::size_t>(scan.tool)] += scan.packets;
        const Protocol protocol = protocolOf(scan.kind);
        if (isOnePort(scan)) {
            m_ports.emplace_back(protocol, scan.port);
        } else {
            for (const std::uint16_t port : portsOf(m_view.index, m_view.chains, scan))
                m_ports.emplace_back(protocol, port);
        }
        if (scan.targets > count.mostTargets) {
            count.mostTargets = scan.targets;
            count.mainPort = scan.port;
            count.mainProtocol = protocol;
        }
    }

    std::uint32_t countPorts() {
        std::sort(m_ports.begin(), m_ports.end());
        return static_cast<std::uint32_t>(
            std::unique(m_ports.begin(), m_ports.end()) - m_ports.begin());
    }

    /// A tool that is named tells more than `mixed` and `unknown`, however many packets those have.
    [[nodiscard]] Tool mainTool() const {
        const auto* const firstUnnamed =
            m_toolPackets.begin() + static_cast<std::ptrdiff_t>(Tool::mixed);
        const auto* best = std::max_element(m_toolPackets.begin(), firstUnnamed);
        if (*best == 0)
            best = std::max_element(firstUnnamed, m_toolPackets.end());
        return static_cast<Tool>(best - m_toolPackets.begin());
    }

    const ScanView& m_view;
    std::vector<std::pair<Protocol, std::uint16_t>> m_ports;
    std::array<std::uint64_t, kToolCount> m_toolPackets{};
};

} // namespace

void countSources(const ScanView& view, std::size_t segment, std::span<SourceCount> counts) {
    const std::vector<Scan>& scans = view.scans[segment];
    SourceAdder adder(view);
    std::size_t begin = 0;
    for (SourceCount& count : counts) {
        std::size_t end = begin + 1;
        while (end < scans.size() && scans[end].source == scans[begin].source)
            ++end;
        adder.add(scans.data() + begin, scans.data() + end, count);
        begin = end;
    }
}

} // namespace sweepscope
