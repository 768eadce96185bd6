// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/address_numbers.h"
#include "bursts/burst_index.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace sweepscope {

namespace {

/// Two ascending lists become one, and for each place of theirs its place there.
struct SourceUnion {
    AddressList sources;
    std::vector<std::uint32_t> placeOfA;
    std::vector<std::uint32_t> placeOfB;
};

template <typename Number>
std::vector<Number> unionOf(std::span<const Number> a, std::span<const Number> b) {
    std::vector<Number> all;
    all.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return all;
}

/// Adds the places of `part` in `all`, which stands behind `before` others.
template <typename Number>
void addPlaces(std::span<const Number> part, std::span<const Number> all, std::size_t before,
    std::vector<std::uint32_t>& places) {
    std::size_t place = 0;
    for (const Number& number : part) {
        while (all[place] != number)
            ++place;
        places.push_back(static_cast<std::uint32_t>(before + place));
    }
}

SourceUnion unite(const AddressList& a, const AddressList& b) {
    SourceUnion all;
    all.sources = AddressList(
        unionOf(a.addresses4(), b.addresses4()), unionOf(a.addresses6(), b.addresses6()));
    const auto placesOf = [&](const AddressList& part) {
        std::vector<std::uint32_t> places;
        places.reserve(part.size());
        const AddressList& sources = all.sources;
        addPlaces(part.addresses4(), sources.addresses4(), 0, places);
        addPlaces(part.addresses6(), sources.addresses6(), sources.addresses4().size(), places);
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
/// Bursts of the first stay where they are and those that only the second has are put behind them,
/// so that no more memory is needed than for these; in the end all are put in order.
class SegmentMerger {
public:
    SegmentMerger(IndexSegment& a, const IndexSegment& b, Duration gap)
        : m_a(a)
        , m_b(b)
        , m_gap(gap)
        , m_sources(unite(a.sources, b.sources)) {}

    /// Afterwards `a` has the bursts of both.
    void run() {
        Carrier carrier(m_b, m_a);
        std::vector<std::uint32_t> numbers; // of the merged bursts, in order
        std::vector<std::uint32_t> joined;  // of those of `a` that another has taken in
        numbers.reserve(m_a.bursts.size());
        walk(
            [&](const Place& at, std::uint32_t source) {
                numbers.push_back(at.isOfB ? bring(carrier, at.number) : at.number);
                m_a.bursts[numbers.back()].source = source;
            },
            [&](const Place& at) {
                Burst& into = m_a.bursts[numbers.back()];
                if (at.isOfB) {
                    carrier.join(into, m_b.bursts[at.number]);
                } else {
                    joinInto(m_a, into, m_a.bursts[at.number]);
                    joined.push_back(at.number);
                }
            });
        const std::size_t count = numbers.size();
        numbers.insert(numbers.end(), joined.begin(), joined.end());
        m_a.bursts.arrange(numbers);
        m_a.bursts.shrinkTo(count);
        m_a.bursts.shrinkToFit();
        m_a.sources = std::move(m_sources.sources);
    }

private:
    struct Place {
        bool isOfB;
        std::uint32_t number;
    };

    /// The number in `a` of a burst of `b` that was carried over.
    std::uint32_t bring(Carrier& carrier, std::uint32_t number) {
        m_a.bursts.pushBack(carrier.carry(m_b.bursts[number]));
        return static_cast<std::uint32_t>(m_a.bursts.size() - 1);
    }

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

    /// Calls `begin(place, source)` for a burst that begins a new one, and `join(place)` for one
    /// that belongs to that.
    template <typename Begin, typename Join>
    void walk(Begin begin, Join join) {
        constexpr Head kEnd{~std::uint64_t{0}, {}};
        const std::size_t endOfA = m_a.bursts.size();
        const auto headAt = [&](const IndexSegment& segment, std::size_t at, std::size_t end,
                                const std::vector<std::uint32_t>& places) {
            return at < end ? headOf(segment.bursts[at], places[segment.bursts[at].source]) : kEnd;
        };
        std::uint64_t key = kEnd.key;
        Timestamp last;
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        Head headA = headAt(m_a, 0, endOfA, m_sources.placeOfA);
        Head headB = headAt(m_b, 0, m_b.bursts.size(), m_sources.placeOfB);
        while (headA != kEnd || headB != kEnd) {
            m_a.prefetchTargetsBehind(a);
            m_b.prefetchTargetsBehind(b);
            const bool isOfB = headB < headA;
            const Place place{isOfB, isOfB ? b++ : a++};
            const Head head = isOfB ? headB : headA;
            const Timestamp end = (isOfB ? m_b : m_a).bursts[place.number].time.last;
            // Before anything is joined, since that changes what stands there.
            if (isOfB)
                headB = headAt(m_b, b, m_b.bursts.size(), m_sources.placeOfB);
            else
                headA = headAt(m_a, a, endOfA, m_sources.placeOfA);
            const bool joins = head.key == key && head.first - last <= m_gap;
            last = joins ? std::max(last, end) : end;
            key = head.key;
            if (joins)
                join(place);
            else
                begin(place, static_cast<std::uint32_t>(key >> 24));
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
