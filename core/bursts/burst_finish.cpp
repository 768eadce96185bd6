// SPDX-License-Identifier: GPL-3.0-or-later
// How bursts in the order in which they began become a segment.
#include "base/radix_sort.h"
#include "bursts/burst_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace sweepscope {

void BurstBuilder::consolidate(Duration gap) {
    m_gap = std::max(m_gap, gap);
    *this = BurstBuilder(compacted(finish()), m_gap);
}

IndexSegment BurstBuilder::finish() {
    std::vector<std::uint32_t> numbers = order();
    m_table = {};
    BurstList bursts = std::move(m_bursts);
    bursts.arrange(numbers);
    nameAndJoin(std::move(bursts), m_segment);
    m_segment.targets6 = m_targets6.take();
    IndexSegment segment = std::move(m_segment);
    *this = BurstBuilder(m_gap, segment.targets.pages());
    return segment;
}

IndexSegment BurstBuilder::soFar() const {
    IndexSegment copy;
    BurstList bursts;
    for (const std::uint32_t number : order()) {
        Burst& burst = bursts.pushBack(m_bursts[number]);
        burst.targets = copy.targets.copy(burst.targets, m_segment.targets);
        if (burst.ruleCounts != 0)
            copy.takeCounts(burst, m_segment);
    }
    nameAndJoin(std::move(bursts), copy);
    copy.targets6 = m_targets6.addresses();
    return copy;
}

/// The numbers of all bursts in the order of a segment.
std::vector<std::uint32_t> BurstBuilder::order() const {
    const std::vector<Ipv6>& sources6 = m_sources6.addresses();
    std::vector<std::uint32_t> byAddress(sources6.size());
    std::iota(byAddress.begin(), byAddress.end(), 0U);
    std::sort(byAddress.begin(), byAddress.end(),
        [&](std::uint32_t a, std::uint32_t b) { return sources6[a] < sources6[b]; });
    std::vector<std::uint32_t> rank(sources6.size());
    for (std::uint32_t i = 0; i < byAddress.size(); ++i)
        rank[byAddress[i]] = i;

    std::vector<std::uint64_t> bySource4; // and the number, in one
    std::vector<std::uint64_t> bySource6;
    bySource4.reserve(m_bursts.size());
    std::uint32_t number = 0;
    for (const Burst& burst : m_bursts) {
        if (burst.isV6)
            bySource6.push_back(std::uint64_t{rank[burst.source]} << 32 | number++);
        else
            bySource4.push_back(std::uint64_t{burst.source} << 32 | number++);
    }
    std::vector<std::uint32_t> numbers;
    numbers.reserve(m_bursts.size());
    for (std::vector<std::uint64_t>* const part : {&bySource4, &bySource6}) {
        sortByUpperHalf(*part);
        addInOrder(*part, numbers);
    }
    return numbers;
}

/// Adds the numbers of bursts that stand in order of their sources: a source's in order of kind,
/// port and first packet. Most have one.
void BurstBuilder::addInOrder(
    std::span<const std::uint64_t> bySource, std::vector<std::uint32_t>& numbers) const {
    const auto key = [this](std::uint32_t number) {
        const Burst& burst = m_bursts[number];
        return std::tuple(burst.kind, burst.port, burst.time.first, number);
    };
    for (std::size_t i = 0; i < bySource.size();) {
        const auto begin = static_cast<std::ptrdiff_t>(numbers.size());
        const std::uint64_t source = bySource[i] >> 32;
        for (; i < bySource.size() && bySource[i] >> 32 == source; ++i)
            numbers.push_back(static_cast<std::uint32_t>(bySource[i]));
        std::sort(numbers.begin() + begin, numbers.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    }
}

/// Makes the segment's bursts out of these, which are in order of (source, kind, port, first):
/// lists their sources and names each burst's by its place there, and joins neighbours of equal key
/// where the gap between them is at most the builder's. What they refer to is in the segment
/// already; what is joined away gives its memory back.
void BurstBuilder::nameAndJoin(BurstList bursts, IndexSegment& segment) const {
    AddressList& sources = segment.sources;
    std::size_t joined = 0;
    bool isV6 = false;
    std::uint32_t source = 0; // of the burst before, by the builder's name
    for (Burst& burst : bursts) {
        if (sources.empty() || isV6 != burst.isV6 || source != burst.source) {
            isV6 = burst.isV6;
            source = burst.source;
            if (isV6)
                sources.pushBack(m_sources6.addresses()[source]);
            else
                sources.pushBack(Ipv4{source});
        }
        burst.source = static_cast<std::uint32_t>(sources.size() - 1);
        burst.earlier = 0;
        Burst* const last = joined != 0 ? &bursts[joined - 1] : nullptr;
        if (last != nullptr && last->hasSameKey(burst) &&
            burst.time.first - last->time.last <= m_gap)
            joinInto(segment, *last, burst);
        else if (Burst& place = bursts[joined++]; &place != &burst)
            place = burst;
    }
    bursts.shrinkTo(joined);
    bursts.shrinkToFit();
    sources.shrinkToFit();
    segment.bursts = std::move(bursts);
}

} // namespace sweepscope
