// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/sentence.h"
#include "statistics/port_series.h"

#include <cstdint>
#include <vector>

namespace sweepscope {

/// A port over time, with what is usual.
struct PortRhythm {
    PortId port;
    std::vector<PortInterval> intervals;
    std::vector<double> usual; ///< sources that usually begin a scan in each interval
    double deviation = 1;      ///< of the residuals, on the scale of 2 sqrt(count + 3/8)
};

/// A stretch of time in which a port stands out.
struct Change {
    PortId port;
    TimeRange time;             ///< of its intervals
    std::uint64_t arrivals = 0; ///< sources that begin a scan, summed over the intervals
    double usual = 0;           ///< the same, as usual
    std::uint64_t packets = 0;
    double score = 0; ///< the largest, in standard deviations; negative for a lull
    Sentence words;   ///< all of that

    [[nodiscard]] bool isRise() const { return score > 0; }
};

struct Rhythm {
    TimeGrid grid;
    std::vector<bool> isWhole;     ///< whether the capture holds all of an interval
    bool isByHour = false;         ///< usual is by hour of the day
    std::vector<PortRhythm> ports; ///< those with sources enough, by scans
    std::vector<Change> changes;   ///< the clearest first
    std::vector<Sentence> notes;
};

/// Looks for what stands out in the number of sources that begin to scan a port.
///
/// Sources and not packets are counted, since they are what comes independently: a thousand packets
/// may be one scan. Counts are brought to 2 sqrt(count + 3/8), which has variance 1 for a Poisson
/// count (Anscombe, Biometrika 35, 1948). Usual is the median, by hour of the day where the capture
/// has at least seven whole days in steps of at most an hour; the deviation is the median absolute
/// one, but at least 1, so that a quiet port is not called lively for its second source. Where all
/// is noise, the chance that anything at all is reported is at most 5 %: each interval of each port
/// is held to 5 % divided by the number of intervals of all ports (Bonferroni).
Rhythm findChanges(const Snapshot& snapshot);

} // namespace sweepscope
