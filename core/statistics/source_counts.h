// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/protocol.h"
#include "fingerprint/tool.h"
#include "statistics/scan_view.h"

#include <cstdint>
#include <span>

namespace sweepscope {

/// All scans of one source together.
struct SourceCount {
    SourceId source;
    TimeRange time; ///< of its scans
    std::uint64_t packets = 0;
    std::uint32_t scans = 0;
    std::uint32_t large = 0;
    std::uint32_t ports = 0;       ///< distinct pairs of protocol and port
    std::uint32_t mostTargets = 0; ///< of its largest scan
    std::uint16_t mainPort = 0;    ///< of its largest scan
    Protocol mainProtocol = Protocol::tcp;
    Tool tool = Tool::unknown; ///< of the scans with most packets; named tools before the others
};

/// The scanning sources of one segment, in the order of their addresses. `counts` has a place for
/// each.
void countSources(const ScanView& view, std::size_t segment, std::span<SourceCount> counts);

} // namespace sweepscope
