// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "tables/snapshot_tables.h"

#include <memory>
#include <vector>

namespace sweepscope {

/// What stands out over time, one row each, the clearest first.
std::shared_ptr<const Table> changeTable(SnapshotPointer snapshot, std::vector<Change> changes);

} // namespace sweepscope
