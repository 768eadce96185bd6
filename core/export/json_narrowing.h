// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

/// Which of the scans a report counts: terms as the command line takes them, and how many scans
/// there were before.
nlohmann::ordered_json narrowingJson(const Snapshot& snapshot);

} // namespace sweepscope
