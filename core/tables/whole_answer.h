// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/snapshot_tables.h"

#include <memory>
#include <vector>

namespace sweepscope {

/// The tables of whatever writes an answer as a whole, the command line's folder and the window's:
/// a new table for people is named here, and both have it. Scans are left out, since there may be
/// millions.
std::vector<std::shared_ptr<const Table>> tablesOfAnswer(const SnapshotPointer& snapshot);

} // namespace sweepscope
