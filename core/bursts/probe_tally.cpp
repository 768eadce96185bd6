// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/probe_tally.h"

namespace sweepscope {

void ProbeTally::finish(std::uint64_t& targets, std::uint64_t& sources) {
    for (std::size_t member = 1; member < m_members.size(); ++member)
        m_members[0].add(m_members[member]);
    targets = m_members[0].targets();
    sources = m_members[0].sources();
}

/// Whether nothing can be learnt from them. On a telescope that is large or was watched for long
/// that is so of nearly all sets: their network has had a probe at each address by then.
bool ProbeTally::Counts::hasAllOf(const TargetSet& targets) const {
    return TargetShape::isNear(targets.shape()) &&
           m_targets4.hasWhole(targets.shape() >> TargetShape::kNearBits);
}

void ProbeTally::Counts::add(const IndexSegment& segment) {
    m_targets4.findWhole();
    std::vector<bool> isSeen(segment.targets6.size());
    const Burst* before = nullptr;
    bool isSkipped = false;
    for (std::size_t i = 0; i < segment.bursts.size(); ++i) {
        if (!isSkipped)
            segment.prefetchTargetsBehind(i);
        const Burst& burst = segment.bursts[i];
        if (!isProbe(burst.kind))
            continue;
        m_sources += before == nullptr || before->source != burst.source ? 1 : 0;
        before = &burst;
        isSkipped = !burst.isV6 && hasAllOf(burst.targets);
        if (burst.isV6)
            segment.targets.forEach(
                burst.targets, [&](std::uint32_t target) { isSeen[target] = true; });
        else if (!isSkipped)
            segment.targets.forEach(burst.targets, Inserter4(*this));
    }
    for (std::size_t i = 0; i < isSeen.size(); ++i) {
        if (isSeen[i])
            m_targets6.numberOf(segment.targets6[i]);
    }
}

void ProbeTally::Counts::add(const Counts& other) {
    other.m_targets4.forEach(Inserter4(*this));
    other.m_store.forEach(other.m_others4, Inserter4(*this));
    for (const Ipv6& target : other.m_targets6.addresses())
        m_targets6.numberOf(target);
    m_sources += other.m_sources;
}

std::uint64_t ProbeTally::Counts::targets() const {
    return m_targets4.count() + m_others4.count + m_targets6.addresses().size();
}

} // namespace sweepscope
