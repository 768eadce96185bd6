// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/details.h"
#include "tables/table.h"

#include <memory>

namespace sweepscope {

using DetailsPointer = std::shared_ptr<const Details>;

/// Networks by scans.
std::shared_ptr<const Table> networkTable(const DetailsPointer& details);

/// The most scanned ports by size class, in the order of the snapshot.
std::shared_ptr<const Table> portSizeTable(const DetailsPointer& details);

/// The most scanned ports by country: a row for each pair that has scans.
std::shared_ptr<const Table> portCountryTable(const DetailsPointer& details);

/// Scans by class of coverage and by tool.
std::shared_ptr<const Table> toolCoverageTable(const DetailsPointer& details);

/// Packets, scans and sources per interval.
std::shared_ptr<const Table> timelineTable(const DetailsPointer& details);

} // namespace sweepscope
