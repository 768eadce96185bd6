// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "narrowing/narrowing.h"
#include "statistics/network_counts.h"
#include "statistics/timeline.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sweepscope {

/// What a highlight speaks of.
enum class HighlightKind : std::uint8_t {
    port,       ///< `port` takes `share` of scans; `toolShare` of its scans are `tool`
    widestScan, ///< `source` hit `share` of the telescope on `port` in `duration`
    toolOfSize, ///< `share` of large scans are `tool`, but `otherShare` of small ones
    portRise,   ///< packets to `port` rose to `factor` times their usual number at `time`, from
                ///< `count` sources
    country,    ///< `country` is where `share` of scans come from
    network,    ///< `network` is where `share` of the packets of scans come from
    source,     ///< `source` sent `share` of the packets of scans
};

/// Something about the scans that stands out, in figures. Which of them mean anything is said at
/// the kind.
struct Highlight {
    HighlightKind kind = HighlightKind::port;
    Narrowing step; ///< narrows to what it speaks of
    PortTerm port;
    Tool tool = Tool::unknown;
    SourceId source;
    CountryId country;
    NetworkId network;
    double share = 0;
    double otherShare = 0;
    double toolShare = 0;
    double factor = 0;
    std::uint64_t count = 0;
    Timestamp time;
    Duration duration;
};

/// What stands out in a snapshot, at most about eight things, what takes most first. Each is tested
/// against a border below which it is no news: half of that the reader would see in any capture. That
/// all scans fit what one narrowed to is no news either.
std::vector<Highlight> highlightsOf(
    const Snapshot& snapshot, const std::vector<NetworkCount>& networks, const Timeline& timeline);

/// The same in an English sentence, for reports.
std::string sentenceFor(const Highlight& highlight, const Snapshot& snapshot);

} // namespace sweepscope
