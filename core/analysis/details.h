// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/highlights.h"
#include "analysis/snapshot.h"
#include "base/team.h"
#include "statistics/network_counts.h"
#include "statistics/timeline.h"
#include "statistics/tool_coverage.h"
#include "statistics/top_ports.h"

#include <array>
#include <memory>
#include <stop_token>
#include <vector>

namespace sweepscope {

/// What is counted over a snapshot's scans when there is time for it: a moved slider shows the
/// snapshot at once, and these follow. Never changes; carries its snapshot, so that no page mixes
/// two.
struct Details {
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<NetworkCount> networks;
    std::vector<PortDetail> ports; ///< the most scanned, in the snapshot's order
    std::array<std::uint64_t, kSizeClasses> sizes{};
    ToolCoverage toolCoverage;
    Timeline timeline;
    std::vector<Highlight> highlights;
};

/// How many ports have details.
constexpr std::size_t kDetailedPorts = 20;

/// Null when stopped before the end.
std::shared_ptr<const Details> makeDetails(
    std::shared_ptr<const Snapshot> snapshot, Team& team, const std::stop_token& stop = {});

} // namespace sweepscope
