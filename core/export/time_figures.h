// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "analysis/comparison.h"
#include "analysis/event_reaction.h"
#include "export/svg_figures.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sweepscope {

/// The figures of what changes, as data for the window to draw and as SVG for pages and files.
///
/// A port's sources over time with what is usual, and marks where events lie that concern it.
Curves rhythmCurves(const Rhythm& rhythm, const PortRhythm& port, const std::vector<Event>& events);

/// What is counted of an event's ports.
enum class ReactionMeasure : std::uint8_t { packets, scans, sources };

/// An event's ports before and after it, with the median before.
Curves reactionCurves(
    const EventReaction& reaction, ReactionMeasure measure = ReactionMeasure::scans);

/// Ranks in A and B of what is first in either, joined by lines.
Slopes rankSlopes(const Comparison& comparison, Dimension dimension, std::size_t most = 10);

/// The largest differences with their intervals, greyed where they do not stand: of all dimensions
/// or of one.
DifferenceBars differenceBars(const Comparison& comparison,
    std::optional<Dimension> dimension = std::nullopt, std::size_t most = 12);

/// Share of scans of up to a given coverage, A's and B's curve over each other; without curves
/// where scan sizes are not known.
Curves coverageCurves(const Comparison& comparison);

std::string rhythmFigure(
    const Rhythm& rhythm, const PortRhythm& port, const std::vector<Event>& events);
std::string reactionFigure(const EventReaction& reaction);
std::string rankFigure(const Comparison& comparison, Dimension dimension, std::size_t most = 10);
std::string differenceFigure(const Comparison& comparison, std::size_t most = 12);

/// Empty where scan sizes are not known.
std::string coverageFigure(const Comparison& comparison);

} // namespace sweepscope
