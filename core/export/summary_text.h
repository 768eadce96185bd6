// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "analysis/user_notes.h"

#include <string>

namespace sweepscope {

/// The report for reading on a terminal: headline figures, where every frame went, the first ports,
/// countries and tools, and the warnings.
std::string summaryText(const Snapshot& snapshot, const UserNotes& notes);

} // namespace sweepscope
