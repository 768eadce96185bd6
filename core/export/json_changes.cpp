// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_changes.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

Json changeJson(const Change& change) {
    return {{"port", toText(change.port)}, {"first", toIso8601Seconds(change.time.first)},
        {"last", toIso8601Seconds(change.time.last)}, {"arrivals", change.arrivals},
        {"usual", change.usual}, {"packets", change.packets}, {"score", change.score},
        {"words", change.words.text()}};
}

Json portJson(const PortRhythm& port) {
    Json arrivals = Json::array();
    for (const PortInterval& each : port.intervals)
        arrivals.push_back(each.arrivals);
    return {{"port", toText(port.port)}, {"deviation", port.deviation}, {"arrivals", arrivals},
        {"usual", port.usual}};
}

} // namespace

void writeJsonChanges(const Rhythm& rhythm, const TextSink& sink) {
    Json changes = Json::array();
    for (const Change& each : rhythm.changes)
        changes.push_back(changeJson(each));
    Json ports = Json::array();
    for (const PortRhythm& each : rhythm.ports)
        ports.push_back(portJson(each));
    Json whole = Json::array();
    for (const bool each : rhythm.isWhole)
        whole.push_back(each);
    const Json json = {{"format", "sweepscope-changes/1"},
        {"first",
            rhythm.grid.count == 0 ? Json(nullptr) : Json(toIso8601Seconds(rhythm.grid.begin))},
        {"interval_s", rhythm.grid.step.inSeconds()}, {"by_hour_of_day", rhythm.isByHour},
        {"whole", whole}, {"changes", changes}, {"ports", ports}, {"notes", textsOf(rhythm.notes)}};
    sink(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace sweepscope
