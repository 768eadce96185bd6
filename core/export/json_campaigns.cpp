// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_campaigns.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

Json campaignJson(const Snapshot& snapshot, const Campaign& campaign) {
    const ScanView view = snapshot.view();
    Json members = Json::array();
    for (const SourceId member : campaign.members)
        members.push_back(toText(view.addressOf(member)));
    Json ports = Json::array();
    for (const PortId port : campaign.ports)
        ports.push_back(toText(port));
    const Network& network = snapshot.material.origins->networks[campaign.network.place];
    return {{"sources", members}, {"prefix", toText(campaign.prefix)},
        {"asn", network.asNumber == 0 ? Json(nullptr) : Json(network.asNumber)},
        {"tool", nameOf(campaign.tool)}, {"ports", ports},
        {"first", toIso8601(campaign.time.first)}, {"last", toIso8601(campaign.time.last)},
        {"scans", campaign.scans}, {"packets", campaign.packets}, {"targets", campaign.targets},
        {"repeats", campaign.work.repeats()}, {"repeats_by_chance", campaign.work.expectedRepeats},
        {"divided", campaign.work.isDivided()}, {"reasons", textsOf(campaign.reasons)}};
}

Json totalsJson(const Totals& totals) {
    return {{"scans", totals.scans}, {"small", totals.small}, {"large", totals.large},
        {"scan_packets", totals.scanPackets}, {"scan_sources", totals.scanSources}};
}

} // namespace

void writeJsonCampaigns(
    const Snapshot& snapshot, const std::vector<Campaign>& campaigns, const TextSink& sink) {
    Json list = Json::array();
    for (const Campaign& each : campaigns)
        list.push_back(campaignJson(snapshot, each));
    const Json json = {{"format", "sweepscope-campaigns/1"}, {"campaigns", list},
        {"totals", totalsJson(snapshot.totals)},
        {"totals_counted_once", totalsJson(countOnce(snapshot, campaigns)->totals)}};
    sink(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace sweepscope
