// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "tables/snapshot_tables.h"

namespace sweepscope {

/// What a sweep found, one row a value. `snapshot`: that the present values are of.
std::shared_ptr<const Table> sensitivityTable(SnapshotPointer snapshot, const Sensitivity& sweep);

} // namespace sweepscope
