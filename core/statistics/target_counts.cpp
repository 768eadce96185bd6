// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/target_counts.h"

namespace sweepscope {

/// Most telescopes are one prefix, whose blocks have no gaps: the place of a block is its number
/// less that of the first, and only where that is another block is it searched for. A large scan
/// has a million targets, and searching took a third of all instructions of an opened index.
std::vector<std::uint32_t> countTargets(
    const TelescopeBlocks& blocks, const TargetStore& store, const TargetSet& targets) {
    const std::vector<TelescopeBlocks::Block>& all = blocks.blocks();
    std::vector<std::uint32_t> counts(all.size());
    // Copies, since what is counted might lie anywhere for all that the compiler knows.
    const auto count = [&blocks, block = all.data(), into = counts.data(), size = all.size(),
                           first = all.front().number,
                           shift = 32 - blocks.prefixLength()](std::uint32_t target) {
        const std::uint32_t number = target >> shift;
        const std::size_t likely = number - first;
        if (likely < size && block[likely].number == number)
            ++into[likely];
        else if (const auto place = blocks.placeOf(target))
            ++into[*place];
    };
    store.forEach(targets, count);
    return counts;
}

} // namespace sweepscope
