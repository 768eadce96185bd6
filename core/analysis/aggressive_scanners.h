// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "statistics/aggressive.h"

namespace sweepscope {

/// Who is aggressive among all scans that pass the snapshot's thresholds, whatever it was narrowed
/// to. Goes through all of them: not for the window's thread.
AggressiveScanners aggressiveScanners(const Snapshot& snapshot);

} // namespace sweepscope
