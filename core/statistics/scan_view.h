// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"
#include "geo/source_origins.h"
#include "scans/burst_chains.h"
#include "scans/scan.h"

namespace sweepscope {

/// What every statistic reads: scans, and what they refer to. Owns nothing.
///
/// Statistics go through the scans one segment at a time: a counter is `add`ed segments, counters
/// of several threads are `add`ed to one another, and `finish` gives the numbers in their order.
struct ScanView {
    const BurstIndex& index;
    const BurstChains& chains;
    const Scans& scans;
    const SourceOrigins& origins;
    ScanScale scale;

    [[nodiscard]] CountryId countryOf(SourceId source) const {
        return origins.segments[source.segment].countries[source.place];
    }

    [[nodiscard]] NetworkId networkOf(SourceId source) const {
        return origins.segments[source.segment].networks[source.place];
    }

    [[nodiscard]] Address addressOf(SourceId source) const {
        return index.segments[source.segment].sources[source.place];
    }
};

} // namespace sweepscope
