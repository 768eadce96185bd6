// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_index.h"

#include "base/team.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

auto orderOf(const Burst& burst) {
    return std::tuple(burst.source, burst.kind, burst.port, burst.time.first);
}

/// For each place in two ascending lists, its place in their union.
struct SourceUnion {
    std::vector<Address> sources;
    std::vector<std::uint32_t> placeOfA;
    std::vector<std::uint32_t> placeOfB;
};

SourceUnion unite(const std::vector<Address>& a, const std::vector<Address>& b) {
    SourceUnion all;
    all.sources.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all.sources));
    const auto placesOf = [&](const std::vector<Address>& part) {
        std::vector<std::uint32_t> places;
        places.reserve(part.size());
        std::uint32_t place = 0;
        for (const Address& source : part) {
            while (all.sources[place] != source)
                ++place;
            places.push_back(place);
        }
        return places;
    };
    all.placeOfA = placesOf(a);
    all.placeOfB = placesOf(b);
    return all;
}

/// Brings bursts of one segment over into another: what they refer to is copied.
class Carrier {
public:
    Carrier(const IndexSegment& from, IndexSegment& to)
        : m_from(from)
        , m_to(to) {
        AddressNumbers numbers(to.targets6);
        for (const Ipv6& target : from.targets6)
            m_targetNumbers.push_back(numbers.numberOf(target));
        to.targets6 = numbers.take();
    }

    Burst carry(Burst burst, std::uint32_t source) {
        burst.source = source;
        if (burst.ruleCounts != 0)
            m_to.takeCounts(burst, m_from);
        burst.targets = burst.isV6 ? renumbered(burst.targets)
                                   : m_to.targets.copy(burst.targets, m_from.targets);
        return burst;
    }

private:
    TargetSet renumbered(const TargetSet& targets) {
        TargetSet result;
        m_from.targets.forEach(targets,
            [&](std::uint32_t target) { m_to.targets.insert(result, m_targetNumbers[target]); });
        return result;
    }

    const IndexSegment& m_from;
    IndexSegment& m_to;
    std::vector<std::uint32_t> m_targetNumbers;
};

void joinRules(IndexSegment& segment, Burst& into, const Burst& other) {
    if (into.ruleCounts == 0 && other.ruleCounts == 0 && into.rules == other.rules)
        return;
    if (into.ruleCounts == 0)
        segment.beginCounts(into);
    RuleCounts& counts = segment.ruleCounts[into.ruleCounts - 1];
    for (std::size_t rule = 0; rule < kRuleCount; ++rule)
        counts[rule] += segment.matches(other, static_cast<Rule>(rule));
    if (segment.userCounts.empty() && other.rules.bits >> kFirstUserBit == 0)
        return;
    UserCounts& user = segment.userCountsOf(into);
    for (std::size_t bit = 0; bit < kUserBits; ++bit)
        user[bit] += segment.userMatches(other, bit);
}

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

void joinInto(IndexSegment& segment, Burst& into, Burst other) {
    joinRules(segment, into, other); // before the packets are added: it needs each side's
    into.time.include(other.time);
    into.packets += other.packets;
    into.pairwise.add(other.pairwise);
    into.agreement.add(other.agreement);
    segment.targets.unite(into.targets, other.targets, segment.targets);
    segment.targets.release(other.targets);
}

void joinBursts(IndexSegment& segment, std::vector<Burst> bursts, Duration gap) {
    std::size_t joined = 0;
    for (const Burst& burst : bursts) {
        Burst* const last = joined != 0 ? &bursts[joined - 1] : nullptr;
        if (last != nullptr && last->hasSameKey(burst) && burst.time.first - last->time.last <= gap)
            joinInto(segment, *last, burst);
        else
            bursts[joined++] = burst;
    }
    bursts.resize(joined);
    bursts.shrink_to_fit();
    segment.bursts = std::move(bursts);
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

IndexSegment mergeSegments(IndexSegment a, const IndexSegment& b, Duration gap) {
    SourceUnion all = unite(a.sources, b.sources);
    for (Burst& burst : a.bursts)
        burst.source = all.placeOfA[burst.source];
    std::vector<Burst> carried;
    carried.reserve(b.bursts.size());
    Carrier carrier(b, a);
    for (const Burst& burst : b.bursts)
        carried.push_back(carrier.carry(burst, all.placeOfB[burst.source]));
    std::vector<Burst> bursts;
    bursts.reserve(a.bursts.size() + carried.size());
    std::merge(a.bursts.begin(), a.bursts.end(), carried.begin(), carried.end(),
        std::back_inserter(bursts),
        [](const Burst& x, const Burst& y) { return orderOf(x) < orderOf(y); });
    a.sources = std::move(all.sources);
    joinBursts(a, std::move(bursts), gap);
    return a;
}

BurstIndex mergeIndexes(BurstIndex a, const BurstIndex& b, Team* team) {
    const bool keepsRules = haveSameRules(a, b);
    a.baseGap = std::max(a.baseGap, b.baseGap);
    std::vector<ProbeTargets> targets(team == nullptr ? 1 : team->size());
    std::atomic<std::size_t> next{0};
    std::atomic<std::uint64_t> sources{0};
    const auto mergeSome = [&](unsigned member) {
        for (std::size_t i = next++; i < kSegments; i = next++) {
            a.segments[i] = mergeSegments(std::move(a.segments[i]), b.segments[i], a.baseGap);
            targets[member].add(a.segments[i]);
            sources += countProbeSources(a.segments[i]);
        }
    };
    if (team == nullptr)
        mergeSome(0);
    else
        team->run(mergeSome);
    for (std::size_t member = 1; member < targets.size(); ++member)
        targets[0].add(targets[member]);
    if (!keepsRules)
        forgetUserRules(a);
    a.counts.add(b.counts);
    a.activity.add(b.activity);
    a.probeSources = sources;
    a.probeTargets = targets[0].count();
    return a;
}

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
            segment.targets.forEach(
                burst.targets, [this](std::uint32_t target) { insert4(target); });
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
    other.m_targets4.forEach([this](std::uint32_t target) { insert4(target); });
    other.m_store.forEach(other.m_others4, [this](std::uint32_t target) { insert4(target); });
    for (const Ipv6& target : other.m_targets6.addresses())
        m_targets6.numberOf(target);
}

std::uint64_t ProbeTargets::count() const {
    return m_targets4.count() + m_others4.count + m_targets6.addresses().size();
}

} // namespace sweepscope
