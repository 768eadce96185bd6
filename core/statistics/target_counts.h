// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"
#include "statistics/localized.h"

#include <cstdint>
#include <vector>

namespace sweepscope {

/// How many targets of the set lie in each block; there must be one.
std::vector<std::uint32_t> countTargets(
    const TelescopeBlocks& blocks, const TargetStore& store, const TargetSet& targets);

/// The same of the bursts together, whose targets may be in common; all are IPv4 and of the
/// segment.
std::vector<std::uint32_t> countTargets(const TelescopeBlocks& blocks, const IndexSegment& segment,
    const std::vector<const Burst*>& bursts);

} // namespace sweepscope
