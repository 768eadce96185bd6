// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"

namespace sweepscope {

std::shared_ptr<const IndexFacts> factsAbout(
    const BurstIndex& index, const PrefixSet& telescope, const ReadingHealth* health, Team* team) {
    auto facts = std::make_shared<IndexFacts>();
    facts->backscatter = findBackscatter(index, team);
    facts->dependentPorts = findDependentPorts(index, team);
    const bool hasSilent =
        health != nullptr && health->silentTargets && health->silentTargets->areMany();
    facts->blocks = TelescopeBlocks(
        telescope, hasSilent ? health->silentTargets->prefixes : std::vector<Prefix>());
    return facts;
}

} // namespace sweepscope
