// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/campaigns.h"
#include "analysis/changes.h"
#include "analysis/comparison.h"
#include "analysis/event_reaction.h"

#include <string>
#include <vector>

namespace sweepscope {

/// For reading on a terminal.
std::string eventsText(const std::vector<EventReaction>& reactions);
std::string campaignsText(const Snapshot& snapshot, const std::vector<Campaign>& campaigns);
std::string changesText(const Rhythm& rhythm);
std::string comparisonText(const Comparison& comparison);

} // namespace sweepscope
