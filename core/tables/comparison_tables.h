// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/campaigns.h"
#include "analysis/comparison.h"
#include "tables/snapshot_tables.h"

#include <memory>
#include <optional>
#include <vector>

namespace sweepscope {

/// What changed from A to B: all dimensions, or one. Rows as the comparison has them: what stands
/// first, what is too small last.
std::shared_ptr<const Table> comparisonTable(SnapshotPointer snapshot, const Comparison& comparison,
    std::optional<Dimension> dimension = std::nullopt);

/// Campaigns, one row each, with the reasons.
std::shared_ptr<const Table> campaignTable(
    SnapshotPointer snapshot, std::vector<Campaign> campaigns);

} // namespace sweepscope
