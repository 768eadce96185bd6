// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/network_counts.h"

#include <algorithm>
#include <tuple>

namespace sweepscope {

void NetworkCounter::add(const ScanView& view, std::size_t segment) {
    m_counts.resize(std::max(m_counts.size(), view.origins.networks.size()));
    const Scan* before = nullptr;
    for (const Scan& scan : view.scans[segment]) {
        NetworkCount& count = m_counts[view.networkOf(scan.source).place];
        ++count.scans;
        ++(scan.size == ScanSize::large ? count.large : count.small);
        ++count.tools[static_cast<std::size_t>(scan.tool)];
        count.packets += scan.packets;
        count.sources += before == nullptr || before->source != scan.source ? 1 : 0;
        before = &scan;
    }
}

void NetworkCounter::add(const NetworkCounter& other) {
    m_counts.resize(std::max(m_counts.size(), other.m_counts.size()));
    for (std::size_t i = 0; i < other.m_counts.size(); ++i) {
        NetworkCount& into = m_counts[i];
        const NetworkCount& from = other.m_counts[i];
        into.scans += from.scans;
        into.small += from.small;
        into.large += from.large;
        into.packets += from.packets;
        into.sources += from.sources;
        for (std::size_t tool = 0; tool < kToolCount; ++tool)
            into.tools[tool] += from.tools[tool];
    }
}

std::vector<NetworkCount> NetworkCounter::finish() const {
    std::vector<NetworkCount> counts;
    for (std::uint32_t place = 0; place < m_counts.size(); ++place) {
        if (m_counts[place].scans == 0)
            continue;
        counts.push_back(m_counts[place]);
        counts.back().network = {place};
    }
    const auto key = [](const NetworkCount& own, const NetworkCount& other) {
        return std::tuple(!own.network.isKnown(), other.scans, other.packets, own.network);
    };
    std::sort(counts.begin(), counts.end(),
        [&](const NetworkCount& a, const NetworkCount& b) { return key(a, b) < key(b, a); });
    return counts;
}

} // namespace sweepscope
