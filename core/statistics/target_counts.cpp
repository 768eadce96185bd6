// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/target_counts.h"

#include <algorithm>
#include <optional>

namespace sweepscope {

namespace {

/// Most telescopes are one prefix, whose blocks have no gaps: the place of a block is its number
/// less that of the first, and only where that is another block is it searched for. A large scan
/// has a million targets, and searching took a third of all instructions of an opened index.
std::optional<std::size_t> placeOf(const TelescopeBlocks& blocks, std::uint32_t target) {
    const std::vector<TelescopeBlocks::Block>& all = blocks.blocks();
    const std::uint32_t number = target >> (32 - blocks.prefixLength());
    const std::size_t likely = number - all.front().number;
    if (likely < all.size() && all[likely].number == number)
        return likely;
    return blocks.placeOf(target);
}

} // namespace

std::vector<std::uint32_t> countTargets(
    const TelescopeBlocks& blocks, const TargetStore& store, const TargetSet& targets) {
    std::vector<std::uint32_t> counts(blocks.blocks().size());
    store.forEach(targets, [&](std::uint32_t target) {
        if (const auto place = placeOf(blocks, target))
            ++counts[*place];
    });
    return counts;
}

/// A bit for each address of the blocks, where that is not much more than there are targets; else
/// the targets in order. Joining them as sets took a third of the time of a report on an index of
/// scans that pause.
std::vector<std::uint32_t> countTargets(const TelescopeBlocks& blocks, const IndexSegment& segment,
    const std::vector<const Burst*>& bursts) {
    if (bursts.size() == 1)
        return countTargets(blocks, segment.targets, bursts.front()->targets);
    std::vector<std::uint32_t> targets;
    for (const Burst* const burst : bursts)
        segment.targets.forEach(
            burst->targets, [&targets](std::uint32_t target) { targets.push_back(target); });
    const int bits = 32 - blocks.prefixLength();
    const std::size_t blockSize = std::size_t{1} << bits;
    std::vector<std::uint32_t> counts(blocks.blocks().size());
    constexpr std::size_t kBitsForOne = 256; // setting that many to 0 takes no longer than sorting
    if (counts.size() * blockSize > targets.size() * kBitsForOne) {
        std::sort(targets.begin(), targets.end());
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        for (const std::uint32_t target : targets) {
            if (const auto place = placeOf(blocks, target))
                ++counts[*place];
        }
        return counts;
    }
    std::vector<bool> isSeen(counts.size() * blockSize);
    for (const std::uint32_t target : targets) {
        const auto place = placeOf(blocks, target);
        if (!place)
            continue;
        auto seen = isSeen[(*place << bits) + (target & (blockSize - 1))];
        counts[*place] += seen ? 0 : 1;
        seen = true;
    }
    return counts;
}

} // namespace sweepscope
