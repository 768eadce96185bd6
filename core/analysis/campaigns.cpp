// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/campaigns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::uint32_t kNeighbourGap = 1024; ///< addresses between neighbours, at most
constexpr int kClosePrefix = 24;              ///< where neighbours need no further reason
constexpr std::size_t kLeastMembers = 3;
constexpr std::size_t kLeastCloseMembers = 4;
constexpr double kLeastPortShare = 0.05;
constexpr double kLeastOverlap = 0.5;
constexpr std::size_t kLinkReach = 64; ///< sources that one is held against: bounds the work
constexpr double kLeastExpectedRepeats = 10;
constexpr double kDividedShare = 0.25;

/// What a source does as a whole, its probes below the thresholds included: a shard may be a scan
/// on one of its ports and just too small on another.
struct Habit {
    SourceId source;
    std::uint32_t address = 0;
    Tool tool = Tool::unknown;
    NetworkId network;
    TimeRange time;
    std::vector<PortId> ports;
};

/// Calls `use(burst)` for each probe burst of a source.
template <typename Use>
void forEachProbeBurst(const BurstIndex& index, SourceId source, Use use) {
    const IndexSegment& segment = index.segments[source.segment];
    const auto [begin, end] = segment.burstsOf(source.place);
    for (std::size_t i = begin; i < end; ++i) {
        if (isProbe(segment.bursts[i].kind))
            use(segment.bursts[i]);
    }
}

Habit habitOf(const Snapshot& snapshot, const SourceCount& source) {
    const ScanView view = snapshot.view();
    Habit habit;
    habit.source = source.source;
    habit.address = view.addressOf(source.source).v4().value;
    habit.tool = source.tool;
    habit.network = view.networkOf(source.source);
    std::map<PortId, std::uint64_t> packets;
    std::uint64_t all = 0;
    forEachProbeBurst(view.index, source.source, [&](const Burst& burst) {
        packets[{protocolOf(burst.kind), burst.port}] += burst.packets;
        all += burst.packets;
        habit.time.include(burst.time);
    });
    for (const auto& [port, count] : packets) {
        if (static_cast<double>(count) >= kLeastPortShare * static_cast<double>(all))
            habit.ports.push_back(port);
    }
    return habit;
}

bool areOfOnePeriod(const TimeRange& a, const TimeRange& b) {
    const Duration shared = std::min(a.last, b.last) - std::max(a.first, b.first);
    const auto longer = static_cast<double>(std::max(a.length(), b.length()).nanoseconds);
    return shared.nanoseconds >= 0 &&
           static_cast<double>(shared.nanoseconds) >= kLeastOverlap * longer;
}

bool areLinked(const Habit& a, const Habit& b) {
    const std::uint32_t gap = a.address > b.address ? a.address - b.address : b.address - a.address;
    const bool isOneNetwork = a.network.isKnown() && a.network == b.network;
    return (gap <= kNeighbourGap || isOneNetwork) && areOfOnePeriod(a.time, b.time);
}

/// Sets of things that were found to belong together, by their places.
class Unions {
public:
    explicit Unions(std::size_t count)
        : m_parents(count) {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
    }

    std::size_t rootOf(std::size_t place) {
        while (m_parents[place] != place)
            place = m_parents[place] = m_parents[m_parents[place]];
        return place;
    }

    void unite(std::size_t a, std::size_t b) { m_parents[rootOf(b)] = rootOf(a); }

private:
    std::vector<std::size_t> m_parents;
};

/// Linked sources out of those with one tool and one set of ports.
std::vector<std::vector<const Habit*>> linkedSets(std::vector<const Habit*> alike) {
    std::sort(alike.begin(), alike.end(),
        [](const Habit* a, const Habit* b) { return a->address < b->address; });
    Unions unions(alike.size());
    const auto link = [&](const std::vector<std::size_t>& order) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::size_t end = std::min(order.size(), i + 1 + kLinkReach);
            for (std::size_t j = i + 1; j < end; ++j) {
                if (areLinked(*alike[order[i]], *alike[order[j]]))
                    unions.unite(order[i], order[j]);
            }
        }
    };
    std::vector<std::size_t> order(alike.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    link(order); // neighbours
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return alike[a]->network < alike[b]->network; });
    link(order); // one network
    std::map<std::size_t, std::vector<const Habit*>> sets;
    for (std::size_t i = 0; i < alike.size(); ++i)
        sets[unions.rootOf(i)].push_back(alike[i]);
    std::vector<std::vector<const Habit*>> found;
    found.reserve(sets.size());
    for (auto& [root, members] : sets)
        found.push_back(std::move(members));
    return found;
}

/// Targets of a source by port.
std::map<PortId, std::vector<std::uint32_t>> targetsOf(const BurstIndex& index, SourceId source) {
    std::map<PortId, std::vector<std::uint32_t>> targets;
    const IndexSegment& segment = index.segments[source.segment];
    forEachProbeBurst(index, source, [&](const Burst& burst) {
        auto& into = targets[{protocolOf(burst.kind), burst.port}];
        segment.targets.forEach(
            burst.targets, [&](std::uint32_t target) { into.push_back(target); });
    });
    for (auto& [port, list] : targets) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return targets;
}

SharedWork sharedWork(const Snapshot& snapshot, const std::vector<const Habit*>& members) {
    const double addresses = std::max(1.0, snapshot.question.telescope.addresses);
    SharedWork work;
    std::map<PortId, std::vector<std::uint32_t>> all;
    std::map<PortId, double> untouched; // share of the telescope that nobody asks, by chance
    for (const Habit* member : members) {
        for (const auto& [port, targets] : targetsOf(*snapshot.material.index, member->source)) {
            work.asked += targets.size();
            auto& into = all[port];
            into.insert(into.end(), targets.begin(), targets.end());
            const double share = std::min(1.0, static_cast<double>(targets.size()) / addresses);
            untouched.try_emplace(port, 1.0).first->second *= 1 - share;
        }
    }
    double expectedDistinct = 0;
    for (auto& [port, targets] : all) {
        std::sort(targets.begin(), targets.end());
        work.distinct += static_cast<std::uint64_t>(
            std::unique(targets.begin(), targets.end()) - targets.begin());
        expectedDistinct += addresses * (1 - untouched[port]);
    }
    work.expectedRepeats = std::max(0.0, static_cast<double>(work.asked) - expectedDistinct);
    return work;
}

Prefix prefixAround(const std::vector<const Habit*>& members) {
    std::uint32_t differing = 0;
    for (const Habit* member : members)
        differing |= member->address ^ members.front()->address;
    const int length = differing == 0 ? 32 : __builtin_clz(differing);
    return Prefix::around(Ipv4{members.front()->address}, length);
}

/// Whether two neighbours in order are never further apart than neighbours are.
bool areNeighbours(const std::vector<const Habit*>& members) {
    return std::adjacent_find(members.begin(), members.end(), [](const Habit* a, const Habit* b) {
        return b->address - a->address > kNeighbourGap;
    }) == members.end();
}

std::vector<Sentence> reasonsFor(const Snapshot& snapshot, const Campaign& campaign) {
    std::vector<Sentence> reasons = {
        say("the same tool (%1)", {{std::string(nameOf(campaign.tool))}}),
        say("the same ports (%1)", {{campaign.ports}}),
        say("the same period (%1 to %2)",
            {{Moment{campaign.time.first}}, {Moment{campaign.time.last}}})};
    if (campaign.areNeighbours)
        reasons.push_back(say("neighbouring addresses (%1)", {{toText(campaign.prefix)}}));
    if (campaign.network.isKnown()) {
        const Network& network = snapshot.material.origins->networks[campaign.network.place];
        reasons.push_back(say(
            "the same network (AS%1 %2)", {{std::to_string(network.asNumber)}, {network.name}}));
    }
    if (campaign.work.isDivided())
        reasons.push_back(say("targets divided among them (%1 of %2 asked twice, %3 by chance)",
            {{campaign.work.repeats()}, {campaign.work.asked},
                rounded(campaign.work.expectedRepeats)}));
    return reasons;
}

std::optional<Campaign> campaignOf(
    const Snapshot& snapshot, const std::vector<const Habit*>& members) {
    if (members.size() < kLeastMembers)
        return std::nullopt;
    Campaign campaign;
    campaign.tool = members.front()->tool;
    campaign.ports = members.front()->ports;
    campaign.prefix = prefixAround(members);
    campaign.network = members.front()->network;
    for (const Habit* member : members) {
        campaign.members.push_back(member->source);
        campaign.time.include(member->time);
        if (member->network != campaign.network)
            campaign.network = {};
    }
    campaign.work = sharedWork(snapshot, members);
    campaign.targets = campaign.work.distinct;
    const bool isNamed = campaign.tool != Tool::unknown && campaign.tool != Tool::mixed;
    const bool areCloseWithTool =
        isNamed && campaign.prefix.length >= kClosePrefix && members.size() >= kLeastCloseMembers;
    if (!campaign.work.isDivided() && !areCloseWithTool)
        return std::nullopt;
    campaign.areNeighbours = areNeighbours(members);
    campaign.reasons = reasonsFor(snapshot, campaign);
    return campaign;
}

void addScans(const Snapshot& snapshot, std::vector<Campaign>& campaigns) {
    std::map<SourceId, Campaign*> campaignOfSource;
    for (Campaign& campaign : campaigns) {
        for (const SourceId member : campaign.members)
            campaignOfSource[member] = &campaign;
    }
    for (const std::vector<Scan>& segment : snapshot.scans) {
        for (const Scan& scan : segment) {
            const auto found = campaignOfSource.find(scan.source);
            if (found == campaignOfSource.end())
                continue;
            ++found->second->scans;
            found->second->packets += scan.packets;
        }
    }
}

} // namespace

bool SharedWork::isDivided() const {
    return expectedRepeats >= kLeastExpectedRepeats &&
           static_cast<double>(repeats()) <= kDividedShare * expectedRepeats;
}

std::vector<Campaign> findCampaigns(const Snapshot& snapshot) {
    const ScanView view = snapshot.view();
    std::vector<Habit> habits;
    for (const SourceCount& source : snapshot.sources) {
        if (view.addressOf(source.source).isV4() && source.tool != Tool::mirai)
            habits.push_back(habitOf(snapshot, source));
    }
    std::map<std::pair<Tool, std::vector<PortId>>, std::vector<const Habit*>> alike;
    for (const Habit& habit : habits)
        alike[{habit.tool, habit.ports}].push_back(&habit);
    std::vector<Campaign> campaigns;
    for (auto& [key, sources] : alike) {
        if (sources.size() < kLeastMembers)
            continue;
        for (const auto& members : linkedSets(std::move(sources))) {
            if (auto campaign = campaignOf(snapshot, members))
                campaigns.push_back(std::move(*campaign));
        }
    }
    addScans(snapshot, campaigns);
    std::stable_sort(campaigns.begin(), campaigns.end(), [](const Campaign& a, const Campaign& b) {
        return std::tuple(b.members.size(), a.prefix) < std::tuple(a.members.size(), b.prefix);
    });
    return campaigns;
}

} // namespace sweepscope
