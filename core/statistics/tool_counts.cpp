// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/tool_counts.h"

#include <algorithm>
#include <tuple>

namespace sweepscope {

void ToolCounter::add(const ScanView& view, std::size_t segment) {
    for (const Scan& scan : view.scans[segment]) {
        ToolCount& count = m_counts[static_cast<std::size_t>(scan.tool)];
        ++count.scans;
        count.large += scan.size == ScanSize::large ? 1 : 0;
        count.small += scan.size == ScanSize::large ? 0 : 1;
        count.packets += scan.packets;
    }
}

void ToolCounter::add(const ToolCounter& other) {
    for (std::size_t i = 0; i < kToolCount; ++i) {
        m_counts[i].scans += other.m_counts[i].scans;
        m_counts[i].small += other.m_counts[i].small;
        m_counts[i].large += other.m_counts[i].large;
        m_counts[i].packets += other.m_counts[i].packets;
    }
}

std::vector<ToolCount> ToolCounter::finish() const {
    std::vector<ToolCount> counts;
    for (std::size_t i = 0; i < kToolCount; ++i) {
        if (m_counts[i].scans == 0)
            continue;
        counts.push_back(m_counts[i]);
        counts.back().tool = static_cast<Tool>(i);
    }
    std::sort(counts.begin(), counts.end(), [](const ToolCount& a, const ToolCount& b) {
        const auto key = [](const ToolCount& own, const ToolCount& other) {
            const bool isNamed = own.tool < Tool::mixed;
            return std::tuple(!isNamed, isNamed ? Tool::zmap : own.tool, other.scans, other.packets,
                nameOf(own.tool));
        };
        return key(a, b) < key(b, a);
    });
    return counts;
}

} // namespace sweepscope
