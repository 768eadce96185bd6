// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_aggressive.h"

#include "analysis/aggressive_scanners.h"
#include "tables/aggressive_table.h"

#include <array>

namespace sweepscope {

namespace {

Json sourcesJson(const Snapshot& snapshot, const AggressiveScanners& found) {
    const ScanView view = snapshot.view();
    Json sources = Json::array();
    for (const SourceDay& day : found.days) {
        Json definitions = Json::array();
        for (std::size_t i = 0; i < kAggressionCount; ++i) {
            if (day.is[i])
                definitions.push_back(aggressionFacts()[i].name);
        }
        sources.push_back({{"source", toText(view.addressOf(day.source))}, {"day", dayText(day)},
            {"definitions", definitions},
            {"coverage", view.scale.coverage(static_cast<std::uint32_t>(day.mostTargets))},
            {"most_packets", day.mostPackets}, {"ports", day.ports}, {"scans", day.scans},
            {"packets", day.packets}});
    }
    return sources;
}

} // namespace

Json aggressiveJson(const Snapshot& snapshot, bool withSources) {
    const AggressiveScanners found = aggressiveScanners(snapshot);
    // A border is the least value of the first definition and must be passed in the others; where
    // there are too few to have a quantile there is none.
    const auto quantile = [](std::uint64_t border, std::uint64_t count) {
        return count < kLeastForQuantile ? Json() : Json(border);
    };
    const std::array<Json, kAggressionCount> borders = {Json(found.targetBorder),
        quantile(found.packetBorder, found.scans), quantile(found.portBorder, found.sourceDays)};
    Json definitions = Json::array();
    for (std::size_t i = 0; i < kAggressionCount; ++i) {
        const AggressionFacts& facts = aggressionFacts()[i];
        definitions.push_back({{"definition", facts.name}, {"title", facts.title},
            {"rule", facts.rule}, {"source", facts.source}, {"border", borders[i]},
            {"source_days", found.countOf(static_cast<Aggression>(i))}});
    }
    Json section = {
        {"definitions", definitions}, {"scans", found.scans}, {"source_days", found.sourceDays}};
    if (withSources)
        section["sources"] = sourcesJson(snapshot, found);
    return section;
}

} // namespace sweepscope
