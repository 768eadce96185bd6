// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_index.h"

#include "base/team.h"
#include "bursts/probe_tally.h"

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

bool haveSameRules(const BurstIndex& a, const BurstIndex& b) {
    if (a.userRules == nullptr || b.userRules == nullptr)
        return a.userRules == b.userRules;
    return *a.userRules == *b.userRules;
}

void forgetUserRules(BurstIndex& index) {
    constexpr std::uint64_t kBuiltIn = (std::uint64_t{1} << kFirstUserBit) - 1;
    index.userRules = nullptr;
    for (IndexSegment& segment : index.segments) {
        segment.userCounts.clear();
        for (Burst& burst : segment.bursts)
            burst.rules.bits &= kBuiltIn;
    }
}

} // namespace

void IndexSegment::beginCounts(Burst& burst) {
    RuleCounts counts{};
    for (std::size_t rule = 0; rule < kRuleCount; ++rule)
        counts[rule] = matches(burst, static_cast<Rule>(rule));
    UserCounts user{};
    for (std::size_t bit = 0; bit < kUserBits; ++bit)
        user[bit] = userMatches(burst, bit);
    const bool hasUser = burst.rules.bits >> kFirstUserBit != 0;
    ruleCounts.push_back(counts);
    burst.ruleCounts = static_cast<std::uint32_t>(ruleCounts.size());
    if (hasUser)
        userCountsOf(burst) = user;
}

void IndexSegment::takeCounts(Burst& burst, const IndexSegment& from) {
    const std::uint32_t place = burst.ruleCounts;
    ruleCounts.push_back(from.ruleCounts[place - 1]);
    burst.ruleCounts = static_cast<std::uint32_t>(ruleCounts.size());
    if (place <= from.userCounts.size())
        userCountsOf(burst) = from.userCounts[place - 1];
}

UserCounts& IndexSegment::userCountsOf(const Burst& burst) {
    if (userCounts.size() < burst.ruleCounts)
        userCounts.resize(ruleCounts.size());
    return userCounts[burst.ruleCounts - 1];
}

std::size_t BurstIndex::burstCount() const {
    std::size_t count = 0;
    for (const IndexSegment& segment : segments)
        count += segment.bursts.size();
    return count;
}

std::size_t BurstIndex::sourceCount() const {
    std::size_t count = 0;
    for (const IndexSegment& segment : segments)
        count += segment.sources.size();
    return count;
}

std::pair<std::size_t, std::size_t> IndexSegment::burstsOf(std::uint32_t source) const {
    std::size_t begin = 0;
    for (std::size_t end = bursts.size(); begin < end;) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (bursts[middle].source < source)
            begin = middle + 1;
        else
            end = middle;
    }
    std::size_t end = begin;
    while (end < bursts.size() && bursts[end].source == source)
        ++end;
    return {begin, end};
}

IndexSegment compacted(IndexSegment segment) {
    IndexSegment tight;
    tight.targets = TargetStore(segment.targets.pages());
    for (Burst& burst : segment.bursts) {
        burst.targets = tight.targets.copy(burst.targets, segment.targets);
        if (burst.ruleCounts != 0)
            tight.takeCounts(burst, segment);
    }
    segment.targets = std::move(tight.targets);
    segment.ruleCounts = std::move(tight.ruleCounts);
    segment.userCounts = std::move(tight.userCounts);
    return segment;
}

BurstIndex mergeIndexes(BurstIndex a, const BurstIndex& b, Team* team) {
    const bool keepsRules = haveSameRules(a, b);
    a.baseGap = std::max(a.baseGap, b.baseGap);
    ProbeTally probes(memberCount(team));
    forAll(team, kSegments, [&](unsigned member, std::size_t i) {
        a.segments[i] = mergeSegments(std::move(a.segments[i]), b.segments[i], a.baseGap);
        probes.add(member, a.segments[i]);
    });
    probes.finish(a);
    if (!keepsRules)
        forgetUserRules(a);
    a.counts.add(b.counts);
    a.activity.add(b.activity);
    return a;
}

} // namespace sweepscope
