// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_events.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

Json secondsOrNull(const std::optional<Duration>& duration) {
    return duration ? Json(duration->inSeconds()) : Json(nullptr);
}

Json eventJson(const Event& event) {
    Json ports = Json::array();
    for (const PortId port : event.ports)
        ports.push_back(toText(port));
    return {{"date", dateText(event)}, {"event", event.name}, {"cve", event.cve}, {"ports", ports},
        {"visibility", nameOf(event.visibility)}, {"confidence", nameOf(event.confidence)},
        {"note", event.note}};
}

Json reactorsJson(const std::vector<Reactor>& reactors) {
    Json json = Json::array();
    for (const Reactor& each : reactors)
        json.push_back({{"name", each.name}, {"scans", each.scans}, {"sources", each.sources},
            {"scans_before", each.scansBefore}});
    return json;
}

Json intervalsJson(const EventReaction& reaction) {
    Json json = Json::array();
    for (std::size_t i = 0; i < reaction.intervals.size(); ++i) {
        const PortInterval& each = reaction.intervals[i];
        json.push_back({{"begin", toIso8601Seconds(reaction.grid.beginOf(i))},
            {"after", i >= reaction.before}, {"whole", bool{reaction.isWhole[i]}},
            {"packets", each.packets}, {"scans", each.scans}, {"sources", each.sources}});
    }
    return json;
}

Json usualJson(const std::optional<EventReaction::Usual>& usual) {
    if (!usual)
        return nullptr;
    return {{"packets", usual->packets}, {"scans", usual->scans}, {"sources", usual->sources},
        {"intervals", usual->intervals}};
}

Json reactionJson(const EventReaction& reaction) {
    Json json = eventJson(reaction.event);
    json["interval_s"] = reaction.grid.step.inSeconds();
    json["usual"] = usualJson(reaction.usual);
    json["peak_ratio"] = reaction.peakRatio ? Json(*reaction.peakRatio) : Json(nullptr);
    json["first_scan_s"] = secondsOrNull(reaction.toFirstScan);
    json["first_wide_scan_s"] = secondsOrNull(reaction.toFirstWideScan);
    json["half_life_s"] = secondsOrNull(reaction.halfLife);
    json["intervals"] = intervalsJson(reaction);
    json["countries"] = reactorsJson(reaction.countries);
    json["networks"] = reactorsJson(reaction.networks);
    json["tools"] = reactorsJson(reaction.tools);
    json["known_scanners"] = reactorsJson(reaction.knownScanners);
    json["notes"] = textsOf(reaction.notes);
    return json;
}

} // namespace

void writeJsonEvents(const std::vector<EventReaction>& reactions, const TextSink& sink) {
    Json events = Json::array();
    for (const EventReaction& each : reactions)
        events.push_back(reactionJson(each));
    const Json json = {{"format", "sweepscope-events/1"}, {"events", events}};
    sink(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace sweepscope
