// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/organisation_counts.h"

#include <algorithm>
#include <tuple>

namespace sweepscope {

std::vector<OrganisationCount> countOrganisations(
    const SourceLabels& labels, const std::vector<SourceCount>& sources) {
    std::vector<OrganisationCount> counts(labels.labels.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i].label = labels.labels[i];
    for (const auto& segment : labels.segments) {
        for (const SourceLabels::Labelled& each : segment)
            ++counts[each.label].sources;
    }
    for (const SourceCount& source : sources) {
        OrganisationCount& count = counts[labels.of(source.source.segment, source.source.place)];
        ++count.scanSources;
        count.scans += source.scans;
        count.packets += source.packets;
    }
    counts.erase(counts.begin()); // those without a label
    std::sort(
        counts.begin(), counts.end(), [](const OrganisationCount& a, const OrganisationCount& b) {
            return std::tuple(b.packets, b.sources, a.label.organisation, a.label.list,
                       a.label.asOf) < std::tuple(a.packets, a.sources, b.label.organisation,
                                           b.label.list, b.label.asOf);
        });
    return counts;
}

} // namespace sweepscope
