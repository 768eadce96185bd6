// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reference/known_scanners.h"
#include "statistics/source_counts.h"

#include <cstdint>
#include <vector>

namespace sweepscope {

/// What one label stands for: the sources that have it, and what those that scan did.
struct OrganisationCount {
    ScannerLabel label;
    std::uint64_t sources = 0; ///< of any packets
    std::uint64_t scanSources = 0;
    std::uint64_t scans = 0;
    std::uint64_t packets = 0; ///< of these scans

    bool operator==(const OrganisationCount&) const = default;
};

/// By packets, then sources, then name; only labels that some source has.
std::vector<OrganisationCount> countOrganisations(
    const SourceLabels& labels, const std::vector<SourceCount>& sources);

} // namespace sweepscope
