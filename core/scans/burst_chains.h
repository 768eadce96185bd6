// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/team.h"
#include "bursts/burst_index.h"
#include "fingerprint/verdict.h"
#include "packets/kind.h"
#include "scans/thresholds.h"

#include <array>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace sweepscope {

/// Bursts of one source that a given expiry joins: what is a scan if it passes the other
/// thresholds.
struct BurstChain {
    std::uint32_t begin = 0; ///< members are order[begin] to order[end - 1]
    std::uint32_t end = 0;
    TimeRange time;
    std::uint64_t packets = 0;
    std::uint32_t targets = 0; ///< distinct over all members
    std::uint32_t source = 0;  ///< place in the segment's sources
    std::uint16_t port = 0;    ///< of the first member, as is the kind
    Kind kind = Kind::syn;
    Tool tool = Tool::unknown;
    bool isFirst = true; ///< of the chains that a longer expiry could join with it
};

/// The chains of one segment of the index.
struct ChainSegment {
    std::vector<std::uint32_t> order; ///< numbers of probe bursts in the segment, chain by chain
    std::vector<BurstChain> chains;
};

/// What depends on expiry and grouping alone, so that the other sliders need not make it again.
struct BurstChains {
    Duration expiry;
    Grouping by = Grouping::sourcePort;
    std::array<ChainSegment, kSegments> segments;
};

/// Joins the probe bursts of an index. The expiry must not be below the index's base gap: shorter
/// silences are not kept. Looks at `stop` once per segment; a stopped result is incomplete and to
/// be thrown away.
///
/// `before`: chains of the same index and grouping at another expiry, where there are some. Most
/// are in the new ones as they were, and are taken over.
BurstChains chainBursts(const BurstIndex& index, Duration expiry, Grouping by, Team& team,
    const std::stop_token& stop, const BurstChains* before = nullptr);

/// The evidence of some bursts of a segment, joined.
ScanEvidence evidenceOf(
    const IndexSegment& segment, const std::vector<std::uint32_t>& order, const BurstChain& chain);

} // namespace sweepscope
