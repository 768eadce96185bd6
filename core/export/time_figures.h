// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "analysis/comparison.h"
#include "analysis/event_reaction.h"

#include <string>
#include <vector>

namespace sweepscope {

/// A port's sources over time with what is usual, and marks where events lie that concern it.
std::string rhythmFigure(
    const Rhythm& rhythm, const PortRhythm& port, const std::vector<Event>& events);

/// Scans of an event's ports before and after it.
std::string reactionFigure(const EventReaction& reaction);

/// Ranks in A and B of what is first in either, joined by lines.
std::string rankFigure(const Comparison& comparison, Dimension dimension, std::size_t most = 10);

/// The largest differences with their intervals, greyed where they do not stand.
std::string differenceFigure(const Comparison& comparison, std::size_t most = 12);

/// Share of scans of more than a given coverage, A's and B's curve over each other; empty where
/// scan sizes are not known.
std::string coverageFigure(const Comparison& comparison);

} // namespace sweepscope
