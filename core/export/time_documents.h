// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "analysis/comparison.h"
#include "analysis/event_reaction.h"
#include "export/document.h"

#include <vector>

namespace sweepscope {

/// A comparison in figures and tables: ranks, differences, scan sizes.
Document comparisonDocument(const Comparison& comparison);

/// Each event with its figure and what can be said of it.
Document eventDocument(const std::vector<EventReaction>& reactions);

/// What stands out, in words, and the ports that it was found in, with events as marks.
Document changeDocument(const Rhythm& rhythm, const std::vector<Event>& events);

} // namespace sweepscope
