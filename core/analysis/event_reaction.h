// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/sentence.h"
#include "reference/events.h"
#include "statistics/port_series.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sweepscope {

/// Who scanned the event's ports after it, and whether already before.
struct Reactor {
    std::string name;
    std::uint64_t scans = 0;   ///< that begin after the event
    std::uint64_t sources = 0; ///< of these scans
    std::uint64_t scansBefore = 0;
};

/// How scanning of an event's ports changed with it (after Durumeric et al. 2014, section 5).
/// Intervals are hours where the capture reaches at most four days around the event, else days;
/// they are cut at the event, and reach 28 days to either side.
struct EventReaction {
    Event event;
    TimeGrid grid;
    std::vector<PortInterval> intervals;
    std::vector<bool> isWhole; ///< whether the capture holds all of the interval
    std::size_t before = 0;    ///< so many of them end before the event or with its begin

    /// Medians over the intervals before, of those that the capture holds whole; nothing where
    /// there are none.
    struct Usual {
        double packets = 0;
        double scans = 0;
        double sources = 0;
        std::size_t intervals = 0;
    };

    std::optional<Usual> usual;
    std::optional<double> peakRatio; ///< most scans in an interval after, by the usual ones
    std::optional<Duration> toFirstScan;
    std::optional<Duration> toFirstWideScan; ///< of at least 1 % coverage
    std::optional<Duration> halfLife; ///< from the peak until half of what is above usual is left
    std::vector<Reactor> countries;   ///< by scans after the event
    std::vector<Reactor> networks;
    std::vector<Reactor> tools;
    std::vector<Reactor> knownScanners; ///< by organisation; sources of no known one are not listed
    std::vector<Sentence> notes;        ///< what cannot be said of this capture, and why
};

constexpr double kWideCoverage = 0.01;

/// Whether the capture overlaps the 28 days around the event, and it has ports.
bool canReactTo(const Snapshot& snapshot, const Event& event);

/// Only for an event with ports.
EventReaction reactionTo(const Snapshot& snapshot, const Event& event);

} // namespace sweepscope
