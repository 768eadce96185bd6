// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_sections.h"
#include "analysis/organisation_counts.h"

namespace sweepscope {

namespace {

Json textOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

} // namespace

Json knownScannersJson(const Snapshot& snapshot) {
    if (snapshot.material.labels == nullptr)
        return nullptr;
    const SourceLabels& labels = *snapshot.material.labels;
    Json lists = Json::array();
    for (std::size_t i = 0; i < labels.lists.size(); ++i) {
        const ScannerList& list = labels.lists[i];
        lists.push_back({{"name", list.name}, {"path", list.isShipped ? Json() : Json(list.path)},
            {"as_of", textOrNull(list.asOf)}, {"entries", labels.listSizes[i]}});
    }
    Json organisations = Json::array();
    for (const OrganisationCount& count : countOrganisations(labels, snapshot.sources)) {
        organisations.push_back({{"organisation", count.label.organisation},
            {"list", count.label.list}, {"as_of", textOrNull(count.label.asOf)},
            {"sources", count.sources}, {"scan_sources", count.scanSources}, {"scans", count.scans},
            {"packets", count.packets}});
    }
    return {{"lists", lists}, {"organisations", organisations}};
}

} // namespace sweepscope
