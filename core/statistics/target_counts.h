// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/target_store.h"
#include "statistics/localized.h"

#include <cstdint>
#include <vector>

namespace sweepscope {

/// How many targets of the set lie in each block; there must be one.
std::vector<std::uint32_t> countTargets(
    const TelescopeBlocks& blocks, const TargetStore& store, const TargetSet& targets);

} // namespace sweepscope
