// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reference/known_scanners.h"
#include "tables/row_table.h"

#include <string>

namespace sweepscope {

/// What tables say about a source.

std::string networkText(const Network& network); ///< "AS64500 Example"; empty where not known
const Network& networkOf(const Snapshot& snapshot, SourceId source);
Cell countryCode(const Snapshot& snapshot, SourceId source);

/// The label of a known scanner; null for others.
const ScannerLabel* labelOf(const Snapshot& snapshot, SourceId source);

inline Cell organisationCell(const Snapshot& snapshot, SourceId source) {
    const ScannerLabel* const label = labelOf(snapshot, source);
    return label == nullptr ? Cell() : Cell(label->organisation);
}

/// List and day: "known-scanners, 2026-08-10".
Cell listCell(const Snapshot& snapshot, SourceId source);

} // namespace sweepscope
