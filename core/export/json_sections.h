// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "analysis/snapshot.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

using Json = nlohmann::ordered_json;

/// Sections of the report, a file each. A section that needs what is counted once after the reading
/// is null while the reading goes on.

Json allPacketsJson(const Snapshot& snapshot);
Json backscatterJson(const Snapshot& snapshot);
Json dependentPortsJson(const Snapshot& snapshot);
Json knownScannersJson(const Snapshot& snapshot);
Json localizedJson(const Snapshot& snapshot);
Json sensitivityJson(const std::vector<Sensitivity>& sweeps);

/// What the size of the telescope means for rates, expiry and coverage: added to `telescope`.
void addTelescopeArithmetic(Json& telescope, const Snapshot& snapshot);

/// What is uncertain about a scan, and who sent it: added to an entry of `scans`.
void addScanStatistics(Json& json, const Snapshot& snapshot, const Scan& scan);

} // namespace sweepscope
