// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "export/json_sections.h"

namespace sweepscope {

namespace {

Json populationJson(const PortPopulation& population) {
    Json ports = Json::array();
    for (const DependentPort& each : population.ports)
        ports.push_back({{"port", each.port}, {"target_bits", toText(Ipv4{each.value})}});
    return {{"kind", nameOf(population.kind)}, {"protocol", nameOf(protocolOf(population.kind))},
        {"target_mask", toText(Ipv4{population.mask})}, {"ports", ports},
        {"sources", population.sources}, {"packets", population.packets},
        {"first", toIso8601(population.time.first)}, {"last", toIso8601(population.time.last)},
        {"days", population.windows}, {"mutual_information_bits", population.dependence},
        {"target_entropy_bits", population.entropy}, {"chance_below", population.chance}};
}

} // namespace

/// `left_out`: whether `ports` does without them.
Json dependentPortsJson(const Snapshot& snapshot) {
    if (snapshot.material.facts == nullptr)
        return nullptr;
    Json populations = Json::array();
    for (const PortPopulation& each : snapshot.material.facts->dependentPorts.populations)
        populations.push_back(populationJson(each));
    return {{"left_out", !snapshot.question.keepsDependentPorts},
        {"scans_left_out", snapshot.leftOut.scans}, {"packets_left_out", snapshot.leftOut.packets},
        {"populations", populations}};
}

} // namespace sweepscope
