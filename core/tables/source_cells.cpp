// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/source_cells.h"

#include <fmt/format.h>

namespace sweepscope {

std::string networkText(const Network& network) {
    if (network.asNumber == 0)
        return {};
    return network.name.empty() ? fmt::format("AS{}", network.asNumber)
                                : fmt::format("AS{} {}", network.asNumber, network.name);
}

const Network& networkOf(const Snapshot& snapshot, SourceId source) {
    return snapshot.material.origins->networks[snapshot.view().networkOf(source).place];
}

Cell countryCode(const Snapshot& snapshot, SourceId source) {
    const CountryId country = snapshot.view().countryOf(source);
    return country.isKnown() ? Cell(country.code()) : Cell();
}

const ScannerLabel* labelOf(const Snapshot& snapshot, SourceId source) {
    const SourceLabels* const labels = snapshot.material.labels.get();
    const ScannerLabelId id = labels == nullptr ? 0 : labels->of(source.segment, source.place);
    return id == 0 ? nullptr : &labels->labels[id];
}

Cell listCell(const Snapshot& snapshot, SourceId source) {
    const ScannerLabel* const label = labelOf(snapshot, source);
    if (label == nullptr)
        return {};
    return label->asOf.empty() ? label->list : fmt::format("{}, {}", label->list, label->asOf);
}

} // namespace sweepscope
