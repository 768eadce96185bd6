// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/event_reaction.h"
#include "export/csv_writer.h"

#include <vector>

namespace sweepscope {

/// Writes events and what followed them as JSON, "format": "sweepscope-events/1". Times are UTC,
/// durations seconds; what cannot be said is null, and `notes` says why.
void writeJsonEvents(const std::vector<EventReaction>& reactions, const TextSink& sink);

} // namespace sweepscope
