// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/snapshot_tables.h"

namespace sweepscope {

/// The user's rules and how many scans fit each; no rows where the captures were read without.
/// Goes through the evidence of all scans: not for the window's thread.
std::shared_ptr<const Table> userRuleTable(SnapshotPointer snapshot);

} // namespace sweepscope
