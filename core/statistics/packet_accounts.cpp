// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/packet_accounts.h"

#include <utility>

namespace sweepscope {

namespace {

struct AccountFacts {
    std::string_view name;
    std::string_view title;
    std::string_view explanation;
};

/// In the order of Account.
constexpr std::array<AccountFacts, kAccountCount> kFacts = {{
    {"scan", "Scans", "Probes of scans under the present thresholds"},
    {"too_few_targets", "No scan: too few targets",
        "Probes whose source hit fewer distinct targets than asked for without a longer silence"},
    {"too_slow", "No scan: too slow",
        "Probes whose source hit enough targets, but with fewer packets a second than asked for"},
    {"too_few_targets_and_too_slow", "No scan: both",
        "Probes whose source hit too few targets, and those too slowly"},
    {"backscatter", "Backscatter", "Answers to packets that bore a forged source"},
    {"other", "Other", "Neither probes nor answers, or not to be told"},
    {"fragment", "Fragments", "Pieces of IP packets behind the first: they have no ports"},
    {"outside", "Outside", "Packets whose target is not in the telescope"},
    {"not_ip", "Not IP", "ARP and its like"},
    {"malformed", "Malformed", "Headers cut, or contradicting one another"},
    {"unsupported_link", "Unsupported link", "Frames of a link type that cannot be taken apart"},
}};

constexpr std::size_t placeOf(Account account) {
    return static_cast<std::size_t>(account);
}

/// Takes in chains or bursts of one source after another.
class SourceList {
public:
    struct Part {
        TimeRange time;
        std::uint64_t packets;
        std::uint32_t targets;
        const Burst& burst;
    };

    void add(SourceId source, const Part& part) {
        if (m_sources.empty() || m_sources.back().source != source) {
            m_sources.emplace_back();
            m_sources.back().source = source;
        }
        AccountSource& into = m_sources.back();
        into.time.include(part.time);
        into.packets += part.packets;
        ++into.groups;
        if (part.targets > into.mostTargets) {
            into.mostTargets = part.targets;
            into.mainPort = part.burst.port;
            into.mainKind = part.burst.kind;
        }
    }

    std::vector<AccountSource> take() { return std::move(m_sources); }

private:
    std::vector<AccountSource> m_sources;
};

void addChains(const ScanView& view, const ScanGate& gate, Account account, std::uint16_t segment,
    SourceList& list) {
    const IndexSegment& bursts = view.index.segments[segment];
    const ChainSegment& chains = view.chains.segments[segment];
    for (const BurstChain& chain : chains.chains) {
        if (accountOf(gate.shortfallOf(chain)) != account)
            continue;
        const Burst& first = bursts.bursts[chains.order[chain.begin]];
        list.add({segment, first.source}, {chain.time, chain.packets, chain.targets, first});
    }
}

void addBursts(const ScanView& view, Account account, std::uint16_t segment, SourceList& list) {
    for (const Burst& burst : view.index.segments[segment].bursts) {
        if (!isProbe(burst.kind) && accountOf(binOf(burst.kind)) == account)
            list.add(
                {segment, burst.source}, {burst.time, burst.packets, burst.targets.count, burst});
    }
}

/// Tells the sources of one segment apart, whose chains and bursts stand together by source.
class SourceTally {
public:
    SourceTally() { m_last.fill(kNobody); }

    /// Whether the account has not had the source so far.
    bool isNew(Account account, std::uint32_t source) {
        return std::exchange(m_last[placeOf(account)], source) != source;
    }

private:
    static constexpr std::uint32_t kNobody = ~std::uint32_t{0};

    std::array<std::uint32_t, kAccountCount> m_last{};
};

} // namespace

std::string_view nameOf(Account account) {
    return kFacts[placeOf(account)].name;
}

std::string_view titleOf(Account account) {
    return kFacts[placeOf(account)].title;
}

std::string_view explanationOf(Account account) {
    return kFacts[placeOf(account)].explanation;
}

Account accountOf(Bin bin) {
    // Bins follow one another in the same order; probes are four accounts.
    return static_cast<Account>(static_cast<std::size_t>(bin) + placeOf(Account::backscatter) - 1);
}

void AccountCounter::add(const ScanView& view, std::size_t segment) {
    SourceTally tally;
    for (const BurstChain& chain : view.chains.segments[segment].chains) {
        const Account account = accountOf(m_gate.shortfallOf(chain));
        AccountCount& count = m_accounts[placeOf(account)];
        count.frames += chain.packets;
        ++count.chains;
        count.sources += tally.isNew(account, chain.source) ? 1 : 0;
    }
}

void AccountCounter::add(const AccountCounter& other) {
    for (std::size_t i = 0; i < kAccountCount; ++i) {
        m_accounts[i].frames += other.m_accounts[i].frames;
        m_accounts[i].chains += other.m_accounts[i].chains;
        m_accounts[i].sources += other.m_accounts[i].sources;
    }
}

PacketAccounts AccountCounter::finish(const DecodeCounts& counts) const {
    PacketAccounts accounts = m_accounts;
    for (std::size_t bin = 1; bin < kBinCount; ++bin)
        accounts[placeOf(accountOf(static_cast<Bin>(bin)))].frames = counts.bins[bin];
    return accounts;
}

std::vector<AccountSource> sourcesIn(const ScanView& view, const ScanGate& gate, Account account) {
    SourceList list;
    for (std::uint16_t segment = 0; segment < kSegments; ++segment) {
        if (account <= Account::fewTargetsAndSlow)
            addChains(view, gate, account, segment, list);
        else
            addBursts(view, account, segment, list);
    }
    return list.take();
}

std::array<std::uint64_t, kAccountCount> countSourcesBesides(const ScanView& view) {
    std::array<std::uint64_t, kAccountCount> counts{};
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        SourceTally tally;
        const BurstList& bursts = view.index.segments[segment].bursts;
        if (view.chains.segments[segment].order.size() == bursts.size())
            continue; // all are probes, and in chains
        for (const Burst& burst : bursts) {
            if (!isProbe(burst.kind)) {
                const Account account = accountOf(binOf(burst.kind));
                counts[placeOf(account)] += tally.isNew(account, burst.source) ? 1 : 0;
            }
        }
    }
    return counts;
}

} // namespace sweepscope
