// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/probe_targets.h"

#include <vector>

namespace sweepscope {

std::uint64_t countProbeSources(const IndexSegment& segment) {
    std::uint64_t count = 0;
    const Burst* before = nullptr;
    for (const Burst& burst : segment.bursts) {
        if (!isProbe(burst.kind))
            continue;
        count += before == nullptr || before->source != burst.source ? 1 : 0;
        before = &burst;
    }
    return count;
}

void ProbeTargets::add(const IndexSegment& segment) {
    std::vector<bool> isSeen(segment.targets6.size());
    for (std::size_t i = 0; i < segment.bursts.size(); ++i) {
        segment.prefetchTargetsBehind(i);
        const Burst& burst = segment.bursts[i];
        if (!isProbe(burst.kind))
            continue;
        if (!burst.isV6) {
            segment.targets.forEach(burst.targets, Inserter4(*this));
            continue;
        }
        segment.targets.forEach(
            burst.targets, [&](std::uint32_t target) { isSeen[target] = true; });
    }
    for (std::size_t i = 0; i < isSeen.size(); ++i) {
        if (isSeen[i])
            m_targets6.numberOf(segment.targets6[i]);
    }
}

void ProbeTargets::add(const ProbeTargets& other) {
    other.m_targets4.forEach(Inserter4(*this));
    other.m_store.forEach(other.m_others4, Inserter4(*this));
    for (const Ipv6& target : other.m_targets6.addresses())
        m_targets6.numberOf(target);
}

std::uint64_t ProbeTargets::count() const {
    return m_targets4.count() + m_others4.count + m_targets6.addresses().size();
}

} // namespace sweepscope
