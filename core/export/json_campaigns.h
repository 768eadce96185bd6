// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/campaigns.h"
#include "export/csv_writer.h"

#include <vector>

namespace sweepscope {

/// Writes campaigns as JSON, "format": "sweepscope-campaigns/1", with the totals as they are and
/// with each campaign counted once.
void writeJsonCampaigns(
    const Snapshot& snapshot, const std::vector<Campaign>& campaigns, const TextSink& sink);

} // namespace sweepscope
