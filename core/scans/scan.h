// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"
#include "fingerprint/tool.h"
#include "fingerprint/verdict.h"
#include "scans/burst_chains.h"
#include "scans/thresholds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

enum class ScanSize : std::uint8_t { small, large };

/// A source, named by its segment and its place among the segment's sources.
struct SourceId {
    std::uint16_t segment = 0;
    std::uint32_t place = 0;

    auto operator<=>(const SourceId&) const = default;
};

/// One source asking many targets, without a silence longer than the expiry.
struct Scan {
    SourceId source;
    std::uint32_t chain = 0; ///< place among the segment's chains
    TimeRange time;
    std::uint64_t packets = 0;
    std::uint32_t targets = 0; ///< distinct
    std::uint32_t bursts = 0;  ///< how many were joined
    std::uint16_t port = 0;    ///< of its first burst; by source there may be more
    Kind kind = Kind::syn;     ///< of its first burst; by source there may be more of the protocol
    Tool tool = Tool::unknown;
    ScanSize size = ScanSize::small;
};

/// What a scan's numbers mean on a telescope, for thresholds.
struct ScanScale {
    double telescopeAddresses = 1;
    double internetSize = kAllIpv4;

    ScanScale(const Thresholds& thresholds, const Telescope& telescope)
        : telescopeAddresses(telescope.addresses)
        , internetSize(thresholds.internetSize) {}

    /// Packets a second at the telescope. A scan shorter than a second counts as one second, so
    /// that a single packet has a rate.
    [[nodiscard]] static double rate(std::uint64_t packets, const TimeRange& time) {
        constexpr std::int64_t kSecond = 1'000'000'000;
        const std::int64_t length = std::max(time.length().nanoseconds, kSecond);
        // In this order 4,800 packets in 480 s are exactly 10 a second.
        return static_cast<double>(packets) * kSecond / static_cast<double>(length);
    }

    /// The same sent to all of the Internet, were its targets drawn at random.
    [[nodiscard]] double internetRate(std::uint64_t packets, const TimeRange& time) const {
        return telescopeAddresses > 0 ? rate(packets, time) * internetSize / telescopeAddresses : 0;
    }

    /// Share of the telescope's addresses that were hit.
    [[nodiscard]] double coverage(std::uint32_t targets) const {
        return telescopeAddresses > 0 ? targets / telescopeAddresses : 0;
    }
};

/// All scans of an index under some thresholds: by segment, and there in the order of the chains,
/// so that a source's scans stand together.
using Scans = std::array<std::vector<Scan>, kSegments>;

class ScanGate;

/// The chains of one segment that pass, as scans; what `scans` held before is lost.
void extractSegment(
    const BurstChains& chains, std::size_t segment, const ScanGate& gate, std::vector<Scan>& scans);

/// Chains that pass the thresholds. `chains` must have been made for the thresholds' expiry and
/// grouping.
Scans extractScans(const BurstChains& chains, const Thresholds& thresholds,
    const Telescope& telescope, Team& team, const std::stop_token& stop);

/// The ports of a scan, ascending, each once: one, unless grouped by source.
std::vector<std::uint16_t> portsOf(
    const BurstIndex& index, const BurstChains& chains, const Scan& scan);

/// Its bursts, in the order of the chain.
std::vector<const Burst*> burstsOf(
    const BurstIndex& index, const BurstChains& chains, const Scan& scan);

/// The evidence for each tool, and the verdict from it.
ScanEvidence evidenceOf(const BurstIndex& index, const BurstChains& chains, const Scan& scan);

std::size_t countScans(const Scans& scans);

} // namespace sweepscope
