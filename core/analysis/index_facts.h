// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/reading_health.h"
#include "base/address.h"
#include "bursts/burst_index.h"
#include "statistics/backscatter.h"
#include "statistics/dependent_ports.h"
#include "statistics/localized.h"

#include <memory>

namespace sweepscope {

/// What is known of an index before any threshold: counted once, when the reading has ended.
struct IndexFacts {
    Backscatter backscatter;
    DependentPorts dependentPorts;
    TelescopeBlocks blocks;
};

class Team;

/// `telescope`: the prefixes that the index was read with. `health` and `team` may be null.
std::shared_ptr<const IndexFacts> factsAbout(const BurstIndex& index, const PrefixSet& telescope,
    const ReadingHealth* health, Team* team = nullptr);

} // namespace sweepscope
