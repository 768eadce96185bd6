// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sweepscope {

namespace {

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

/// Adds the matches of `other`, a burst of the segment `from`.
void joinRules(IndexSegment& segment, Burst& into, const IndexSegment& from, const Burst& other) {
    if (into.ruleCounts == 0 && other.ruleCounts == 0 && into.rules == other.rules)
        return;
    if (into.ruleCounts == 0)
        segment.beginCounts(into);
    RuleCounts& counts = segment.ruleCounts[into.ruleCounts - 1];
    for (std::size_t rule = 0; rule < kRuleCount; ++rule)
        counts[rule] += from.matches(other, static_cast<Rule>(rule));
    const bool hasUser = !segment.userCounts.empty() || !from.userCounts.empty() ||
                         other.rules.bits >> kFirstUserBit != 0;
    if (!hasUser)
        return;
    UserCounts& user = segment.userCountsOf(into);
    for (std::size_t bit = 0; bit < kUserBits; ++bit)
        user[bit] += from.userMatches(other, bit);
}

/// All that a burst counts but its targets.
void joinCounts(IndexSegment& segment, Burst& into, const IndexSegment& from, const Burst& other) {
    joinRules(segment, into, from, other); // before the packets are added: it needs each side's
    into.time.include(other.time);
    into.packets += other.packets;
    into.pairwise.add(other.pairwise);
    into.agreement.add(other.agreement);
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

    Burst carry(Burst burst) {
        if (burst.ruleCounts != 0)
            m_to.takeCounts(burst, m_from);
        if (burst.isV6)
            burst.targets = addNumbers({}, burst.targets);
        else
            burst.targets = m_to.targets.copy(burst.targets, m_from.targets);
        return burst;
    }

    /// Adds a burst to one that is there already, without carrying it over first.
    void join(Burst& into, const Burst& burst) {
        joinCounts(m_to, into, m_from, burst);
        if (burst.isV6)
            into.targets = addNumbers(into.targets, burst.targets);
        else
            m_to.targets.unite(into.targets, burst.targets, m_from.targets);
    }

private:
    TargetSet addNumbers(TargetSet into, const TargetSet& targets) {
        m_from.targets.forEach(targets,
            [&](std::uint32_t target) { m_to.targets.insert(into, m_targetNumbers[target]); });
        return into;
    }

    const IndexSegment& m_from;
    IndexSegment& m_to;
    std::vector<std::uint32_t> m_targetNumbers;
};

/// Walks the bursts of two segments in the order of both together, and joins them on the way.
class SegmentMerger {
public:
    SegmentMerger(IndexSegment& a, const IndexSegment& b, Duration gap)
        : m_a(a)
        , m_b(b)
        , m_gap(gap)
        , m_sources(unite(a.sources, b.sources)) {}

    /// Afterwards `a` has the bursts of both.
    void run() {
        std::size_t count = 0; // first, since a list that grows is copied again and again
        walk([](std::size_t, std::size_t) {}, [&](const Burst&, bool, std::uint32_t) { ++count; },
            [](const Burst&, bool) {});
        std::vector<Burst> merged;
        merged.reserve(count);
        Carrier carrier(m_b, m_a);
        walk(
            [&](std::size_t a, std::size_t b) {
                m_a.prefetchTargetsBehind(a);
                m_b.prefetchTargetsBehind(b);
            },
            [&](const Burst& burst, bool isOfB, std::uint32_t source) {
                merged.push_back(isOfB ? carrier.carry(burst) : burst);
                merged.back().source = source;
            },
            [&](const Burst& burst, bool isOfB) {
                if (isOfB)
                    carrier.join(merged.back(), burst);
                else
                    joinInto(m_a, merged.back(), burst);
            });
        m_a.sources = std::move(m_sources.sources);
        m_a.bursts = std::move(merged);
    }

private:
    /// A burst's place in the order: source, kind and port, then its first packet.
    struct Head {
        std::uint64_t key = 0;
        Timestamp first;
        auto operator<=>(const Head&) const = default;
    };

    static Head headOf(const Burst& burst, std::uint32_t source) {
        return {
            std::uint64_t{source} << 24 | static_cast<std::uint64_t>(burst.kind) << 16 | burst.port,
            burst.time.first};
    }

    /// Calls `look(a, b)` at each step, with the places that it is at; `begin(burst, isOfB,
    /// source)` for a burst that begins a new one, and `join(burst, isOfB)` for one that belongs to
    /// that.
    template <typename Look, typename Begin, typename Join>
    void walk(Look look, Begin begin, Join join) {
        constexpr Head kEnd{~std::uint64_t{0}, {}};
        const auto headAt = [&](const IndexSegment& segment, std::size_t at,
                                const std::vector<std::uint32_t>& places) {
            return at < segment.bursts.size()
                       ? headOf(segment.bursts[at], places[segment.bursts[at].source])
                       : kEnd;
        };
        std::uint64_t key = kEnd.key;
        Timestamp last;
        std::size_t a = 0;
        std::size_t b = 0;
        Head headA = headAt(m_a, 0, m_sources.placeOfA);
        Head headB = headAt(m_b, 0, m_sources.placeOfB);
        while (headA != kEnd || headB != kEnd) {
            look(a, b);
            const bool isOfB = headB < headA;
            const Head& head = isOfB ? headB : headA;
            const Burst& burst = isOfB ? m_b.bursts[b] : m_a.bursts[a];
            const bool joins = head.key == key && burst.time.first - last <= m_gap;
            last = joins ? std::max(last, burst.time.last) : burst.time.last;
            key = head.key;
            if (joins)
                join(burst, isOfB);
            else
                begin(burst, isOfB, static_cast<std::uint32_t>(key >> 24));
            if (isOfB)
                headB = headAt(m_b, ++b, m_sources.placeOfB);
            else
                headA = headAt(m_a, ++a, m_sources.placeOfA);
        }
    }

    IndexSegment& m_a;
    const IndexSegment& m_b;
    Duration m_gap;
    SourceUnion m_sources;
};

} // namespace

void joinInto(IndexSegment& segment, Burst& into, Burst other) {
    joinCounts(segment, into, segment, other);
    segment.targets.unite(into.targets, other.targets, segment.targets);
    segment.targets.release(other.targets);
}

IndexSegment mergeSegments(IndexSegment a, const IndexSegment& b, Duration gap) {
    SegmentMerger(a, b, gap).run();
    return a;
}

} // namespace sweepscope
