// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/beside_studies.h"
#include "tables/snapshot_tables.h"

#include <memory>

namespace sweepscope {

/// Figures of earlier studies beside the snapshot's own, one row each, equal metrics only. Rows
/// without a figure here, and those of contaminated studies, come last.
std::shared_ptr<const Table> studyTable(SnapshotPointer snapshot);

} // namespace sweepscope
