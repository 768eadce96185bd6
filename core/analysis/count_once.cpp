// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/campaigns.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace sweepscope {

namespace {

/// What a campaign counts as: one scan a port; grouped by source, one a protocol.
struct JoinedScan {
    PortId port; ///< 0 where all ports of a protocol are one
    std::uint64_t packets = 0;
    std::uint64_t targets = 0; ///< distinct over all members
};

std::vector<JoinedScan> joinedScans(
    const Snapshot& snapshot, const Campaign& campaign, Grouping by) {
    const ScanView view = snapshot.view();
    std::map<PortId, JoinedScan> joined;
    std::map<PortId, std::set<std::uint32_t>> targets;
    const std::set<SourceId> members(campaign.members.begin(), campaign.members.end());
    for (const SourceId member : members) {
        const IndexSegment& segment = view.index.segments[member.segment];
        const std::vector<Scan>& scans = snapshot.scans[member.segment];
        auto at = std::find_if(
            scans.begin(), scans.end(), [&](const Scan& scan) { return scan.source == member; });
        for (; at != scans.end() && at->source == member; ++at) {
            for (const Burst* burst : burstsOf(view.index, view.chains, *at)) {
                const PortId port{protocolOf(burst->kind),
                    by == Grouping::source ? std::uint16_t{0} : burst->port};
                joined[port].port = port;
                joined[port].packets += burst->packets;
                auto& into = targets[port];
                segment.targets.forEach(
                    burst->targets, [&](std::uint32_t target) { into.insert(target); });
            }
        }
    }
    std::vector<JoinedScan> list;
    for (auto& [port, scan] : joined) {
        scan.targets = targets[port].size();
        list.push_back(scan);
    }
    return list;
}

/// Counts of a snapshot without the members of campaigns.
void countOthers(Snapshot& snapshot, const std::set<SourceId>& members) {
    Scans others;
    for (std::size_t i = 0; i < kSegments; ++i)
        std::copy_if(snapshot.scans[i].begin(), snapshot.scans[i].end(),
            std::back_inserter(others[i]),
            [&](const Scan& scan) { return !members.contains(scan.source); });
    const ScanView view{*snapshot.material.index, *snapshot.chains, others,
        *snapshot.material.origins,
        ScanScale(snapshot.question.thresholds, snapshot.question.telescope)};
    Totals totals;
    PortCounter ports;
    CountryCounter countries;
    ToolCounter tools;
    for (std::size_t i = 0; i < kSegments; ++i) {
        totals.add(view, i);
        ports.add(view, i);
        countries.add(view, i);
        tools.add(view, i);
    }
    snapshot.totals = totals;
    snapshot.ports = ports.finish();
    snapshot.countries = countries.finish();
    snapshot.tools = tools.finish();
}

/// The row that `isIt` says, made where it is missing.
template <typename Row, typename IsIt>
Row& rowOf(std::vector<Row>& rows, IsIt isIt, const Row& fresh) {
    const auto found = std::find_if(rows.begin(), rows.end(), isIt);
    if (found != rows.end())
        return *found;
    rows.push_back(fresh);
    return rows.back();
}

bool isLarge(const Snapshot& snapshot, const JoinedScan& scan) {
    return snapshot.view().scale.coverage(static_cast<std::uint32_t>(scan.targets)) >=
           snapshot.question.thresholds.largeCoverage;
}

/// Counts a scan in a row of ports or tools, or in the totals.
template <typename Row>
void countScan(Row& row, bool isLarge) {
    ++row.scans;
    ++(isLarge ? row.large : row.small);
}

void addToPorts(
    Snapshot& snapshot, const Campaign& campaign, const std::vector<JoinedScan>& whole) {
    for (const JoinedScan& scan : joinedScans(snapshot, campaign, Grouping::sourcePort)) {
        PortCount fresh;
        fresh.protocol = scan.port.protocol;
        fresh.port = scan.port.port;
        PortCount& row = rowOf(
            snapshot.ports,
            [&](const PortCount& each) {
                return PortId{each.protocol, each.port} == scan.port;
            },
            fresh);
        const auto group = std::find_if(whole.begin(), whole.end(), [&](const JoinedScan& each) {
            return each.port == scan.port || (snapshot.chains->by == Grouping::source &&
                                                 each.port.protocol == scan.port.protocol);
        });
        countScan(row, isLarge(snapshot, *group));
        ++row.sources;
        ++row.tools[static_cast<std::size_t>(campaign.tool)];
        row.packets += scan.packets;
    }
}

void addCampaign(Snapshot& snapshot, const Campaign& campaign) {
    const std::vector<JoinedScan> whole = joinedScans(snapshot, campaign, snapshot.chains->by);
    addToPorts(snapshot, campaign, whole);
    CountryCount freshCountry;
    freshCountry.country = snapshot.view().countryOf(campaign.members.front());
    CountryCount& country = rowOf(
        snapshot.countries,
        [&](const CountryCount& row) { return row.country == freshCountry.country; }, freshCountry);
    ToolCount freshTool;
    freshTool.tool = campaign.tool;
    ToolCount& tool = rowOf(
        snapshot.tools, [&](const ToolCount& row) { return row.tool == campaign.tool; }, freshTool);
    const bool isNamed = campaign.tool != Tool::unknown && campaign.tool != Tool::mixed;
    ++country.sources;
    ++snapshot.totals.scanSources;
    for (const JoinedScan& scan : whole) {
        countScan(tool, isLarge(snapshot, scan));
        countScan(snapshot.totals, isLarge(snapshot, scan));
        ++country.scans;
        tool.packets += scan.packets;
        country.packets += scan.packets;
        snapshot.totals.scanPackets += scan.packets;
        snapshot.totals.toolPackets += isNamed ? scan.packets : 0;
    }
}

void sortRows(Snapshot& snapshot) {
    std::sort(
        snapshot.ports.begin(), snapshot.ports.end(), [](const PortCount& a, const PortCount& b) {
            return std::tuple(b.scans, b.packets, a.port, a.protocol) <
                   std::tuple(a.scans, a.packets, b.port, b.protocol);
        });
    std::stable_sort(
        snapshot.tools.begin(), snapshot.tools.end(), [](const ToolCount& a, const ToolCount& b) {
            const bool isNamedA = a.tool < Tool::mixed;
            const bool isNamedB = b.tool < Tool::mixed;
            if (isNamedA != isNamedB || !isNamedA)
                return isNamedA && !isNamedB;
            return std::tuple(b.scans, b.packets) < std::tuple(a.scans, a.packets);
        });
    std::vector<CountryCount> countries;
    for (const CountryShare& each : rankCountries(snapshot.countries, Weight::scans))
        countries.push_back(each.count);
    snapshot.countries = std::move(countries);
}

} // namespace

std::shared_ptr<const Snapshot> countOnce(
    const Snapshot& snapshot, const std::vector<Campaign>& campaigns) {
    auto once = std::make_shared<Snapshot>(snapshot);
    if (campaigns.empty())
        return once;
    std::set<SourceId> members;
    for (const Campaign& campaign : campaigns)
        members.insert(campaign.members.begin(), campaign.members.end());
    const std::uint64_t bursts = snapshot.totals.bursts;
    countOthers(*once, members);
    for (const Campaign& campaign : campaigns)
        addCampaign(*once, campaign);
    once->totals.bursts = bursts;
    sortRows(*once);
    once->warnings.push_back(say("%1 in %2 are once as one each in totals, ports, countries and "
                                 "tools; scans and scanners list them one by one",
        {{sayCounted(members.size(), "%1 source", "%1 sources")},
            {sayCounted(campaigns.size(), "%1 campaign", "%1 campaigns")}}));
    return once;
}

} // namespace sweepscope
