// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_compare.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

Json sideJson(const Difference::Side& side, double share) {
    return {{"scans", side.scans}, {"sources", side.sources}, {"share", share},
        {"rank", side.rank ? Json(*side.rank) : Json(nullptr)}};
}

Json differenceJson(const Difference& each) {
    const bool isTested = !each.isTooSmall;
    return {{"dimension", nameOf(each.dimension)}, {"key", each.key}, {"name", each.name},
        {"a", sideJson(each.a, each.shares.shareA)}, {"b", sideJson(each.b, each.shares.shareB)},
        {"difference", each.shares.shareB - each.shares.shareA}, {"low", each.shares.interval.low},
        {"high", each.shares.interval.high},
        {"chance", isTested ? Json(each.shares.chance) : Json(nullptr)},
        {"adjusted", isTested ? Json(each.adjusted) : Json(nullptr)},
        {"effective_sources", each.shares.clusters}, {"stands", each.stands()},
        {"too_small", each.isTooSmall}, {"new", each.isNew()}, {"gone", each.isGone()}};
}

} // namespace

void writeJsonComparison(const Comparison& comparison, const TextSink& sink) {
    Json differences = Json::array();
    for (const Difference& each : comparison.differences)
        differences.push_back(differenceJson(each));
    const Json json = {{"format", "sweepscope-comparison/1"},
        {"a", {{"name", comparison.nameA}, {"scans", comparison.scansA},
                  {"sources", comparison.sourcesA}}},
        {"b", {{"name", comparison.nameB}, {"scans", comparison.scansB},
                  {"sources", comparison.sourcesB}}},
        {"tested", comparison.isTested}, {"notes", textsOf(comparison.notes)},
        {"differences", differences}};
    sink(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace sweepscope
