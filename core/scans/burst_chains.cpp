// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/burst_chains.h"

#include "bursts/count_distinct.h"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace sweepscope {

namespace {

/// Chains the bursts of one segment. Keeps a scratch set for unions from chain to chain.
class SegmentChainer {
public:
    SegmentChainer(const IndexSegment& segment, Duration expiry, Grouping by)
        : m_segment(segment)
        , m_expiry(expiry)
        , m_by(by) {}

    ChainSegment run() {
        m_result.order.reserve(m_segment.bursts.size());
        if (m_by == Grouping::sourcePort) {
            walkProbes();
        } else {
            orderBySource();
            m_result.chains.reserve(m_result.order.size());
            walk(0, static_cast<std::uint32_t>(m_result.order.size()));
        }
        return std::move(m_result);
    }

    /// The same, with what an expiry of `expiryBefore` has made of the segment. Only where a group
    /// has several bursts can the two differ.
    ChainSegment rerun(const ChainSegment& before, Duration expiryBefore) {
        const std::vector<BurstChain>& old = before.chains;
        m_result.order = before.order;
        m_result.chains.reserve(old.size());
        for (std::size_t i = 0; i < old.size();) {
            std::size_t next = i + 1;
            while (next < old.size() && !old[next].isFirst)
                ++next;
            const bool isOne = next == i + 1;
            const bool canSplit = old[i].end - old[i].begin > 1 && m_expiry < expiryBefore;
            m_old = std::span(old).subspan(i, next - i);
            if (isOne && !canSplit)
                m_result.chains.push_back(old[i]);
            else
                walk(old[i].begin, old[next - 1].end);
            i = next;
        }
        return std::move(m_result);
    }

private:
    /// Makes all chains by source and port. Bursts stand in their order, and each is looked at
    /// once: a million of them come from memory as slowly as this goes.
    void walkProbes() {
        m_result.chains.reserve(m_segment.bursts.size());
        beginChain(0);
        std::uint32_t place = 0;
        forEachProbe([&](std::uint32_t burst) {
            m_result.order.push_back(burst);
            take(place++);
        });
        closeLast(place);
    }

    /// Makes the chains of some bursts, of which no other joins any.
    void walk(std::uint32_t from, std::uint32_t until) {
        beginChain(from);
        for (std::uint32_t place = from; place < until; ++place)
            take(place);
        closeLast(until);
    }

    void beginChain(std::uint32_t place) { m_open = {place, true, {}}; }

    /// The burst at the next place: it joins the chain that is open, or closes it.
    void take(std::uint32_t place) {
        const Burst& burst = at(place);
        const bool isSame = place > m_open.begin && isSameGroup(at(place - 1), burst);
        const bool joins = isSame && burst.time.first - m_open.time.last <= m_expiry;
        if (!joins) {
            closeLast(place);
            m_open = {place, !isSame, burst.time};
        }
        m_open.time.include(burst.time);
    }

    void closeLast(std::uint32_t end) {
        if (m_open.begin < end)
            close(m_open.begin, end, m_open.time, m_open.isFirst);
    }

    [[nodiscard]] const Burst& at(std::uint32_t place) const {
        return m_segment.bursts[m_result.order[place]];
    }

    [[nodiscard]] bool isSameGroup(const Burst& a, const Burst& b) const {
        if (m_by == Grouping::sourcePort)
            return a.hasSameKey(b);
        return a.source == b.source && protocolOf(a.kind) == protocolOf(b.kind);
    }

    template <typename Use>
    void forEachProbe(Use use) const {
        for (std::uint32_t i = 0; i < m_segment.bursts.size(); ++i) {
            if (isProbe(m_segment.bursts[i].kind))
                use(i);
        }
    }

    /// Bursts are in order of (source, kind, port, first), as scans by source and port want them;
    /// scans by source want (source, protocol, first); a source has few bursts to bring in order.
    void orderBySource() {
        forEachProbe([this](std::uint32_t burst) { m_result.order.push_back(burst); });
        const auto key = [&](std::uint32_t number) {
            const Burst& burst = m_segment.bursts[number];
            return std::tuple(burst.source, protocolOf(burst.kind), burst.time.first, number);
        };
        std::sort(m_result.order.begin(), m_result.order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    }

    void close(std::uint32_t begin, std::uint32_t end, const TimeRange& time, bool isFirst) {
        while (!m_old.empty() && m_old.front().begin < begin)
            m_old = m_old.subspan(1);
        if (!m_old.empty() && m_old.front().begin == begin && m_old.front().end == end) {
            m_result.chains.push_back(m_old.front());
            return;
        }
        const Burst& first = at(begin);
        BurstChain chain{
            begin, end, time, 0, 0, first.source, first.port, first.kind, Tool::unknown, isFirst};
        for (std::uint32_t i = begin; i < end; ++i)
            chain.packets += at(i).packets;
        chain.targets = end - begin == 1 ? at(begin).targets.count : countTargets(begin, end);
        chain.tool = decideTool(evidenceOf(m_segment, m_result.order, chain));
        m_result.chains.push_back(chain);
    }

    /// Sets are united only where together they are large: each target then needs a search.
    std::uint32_t countTargets(std::uint32_t begin, std::uint32_t end) {
        constexpr std::uint64_t kGatheredMost = 1 << 18;
        std::uint64_t most = 0;
        for (std::uint32_t i = begin; i < end; ++i)
            most += at(i).targets.count;
        if (most <= kGatheredMost) {
            m_gathered.clear();
            m_gathered.reserve(most);
            for (std::uint32_t i = begin; i < end; ++i)
                m_segment.targets.forEach(
                    at(i).targets, [this](std::uint32_t target) { m_gathered.push_back(target); });
            return countDistinct(m_gathered);
        }
        for (std::uint32_t i = begin; i < end; ++i)
            m_scratch.unite(m_union, at(i).targets, m_segment.targets);
        const std::uint32_t count = m_union.count;
        m_scratch.release(m_union);
        return count;
    }

    /// The chain that bursts may still join.
    struct Open {
        std::uint32_t begin = 0;
        bool isFirst = true;
        TimeRange time;
    };

    const IndexSegment& m_segment;
    Duration m_expiry;
    Grouping m_by;
    ChainSegment m_result;
    Open m_open;
    TargetStore m_scratch;
    TargetSet m_union;
    std::vector<std::uint32_t> m_gathered;
    std::span<const BurstChain> m_old; ///< of the bursts that are walked, where there are some
};

void addMatches(const IndexSegment& segment, const Burst& burst, ScanEvidence& evidence) {
    if (burst.ruleCounts != 0) {
        const RuleCounts& counts = segment.ruleCounts[burst.ruleCounts - 1];
        for (std::size_t rule = 0; rule < kRuleCount; ++rule)
            evidence.matches[rule] += counts[rule];
        return;
    }
    constexpr std::uint64_t kBuiltIn = (std::uint64_t{1} << kRuleCount) - 1;
    for (std::uint64_t left = burst.rules.bits & kBuiltIn; left != 0; left &= left - 1)
        evidence.matches[static_cast<std::size_t>(std::countr_zero(left))] += burst.packets;
}

/// Other kinds have no shared fields.
void addAgreement(const Burst& burst, ScanEvidence& evidence) {
    const bool hasFields =
        burst.kind == Kind::syn || burst.kind == Kind::udp || burst.kind == Kind::icmpRequest;
    if (burst.isV6 || !hasFields)
        return;
    if (evidence.agreement)
        evidence.agreement->add(burst.agreement);
    else
        evidence.agreement = burst.agreement;
}

} // namespace

BurstChains chainBursts(const BurstIndex& index, Duration expiry, Grouping by, Team& team,
    const std::stop_token& stop, const BurstChains* before) {
    BurstChains chains{expiry, by, {}};
    forAll(&team, kSegments, [&](unsigned, std::size_t i) {
        if (stop.stop_requested())
            return;
        SegmentChainer chainer(index.segments[i], expiry, by);
        chains.segments[i] =
            before == nullptr ? chainer.run() : chainer.rerun(before->segments[i], before->expiry);
    });
    return chains;
}

ScanEvidence evidenceOf(
    const IndexSegment& segment, const std::vector<std::uint32_t>& order, const BurstChain& chain) {
    ScanEvidence evidence;
    const Burst& first = segment.bursts[order[chain.begin]];
    evidence.protocol = protocolOf(first.kind);
    evidence.isV6 = first.isV6;
    evidence.packets = chain.packets;
    evidence.targets = chain.targets;
    for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
        const Burst& burst = segment.bursts[order[i]];
        evidence.synPackets += burst.kind == Kind::syn ? burst.packets : 0;
        addMatches(segment, burst, evidence);
        if (i == chain.begin) // most chains are one burst
            evidence.pairwise = burst.pairwise;
        else
            evidence.pairwise.add(burst.pairwise);
        addAgreement(burst, evidence);
    }
    return evidence;
}

} // namespace sweepscope
