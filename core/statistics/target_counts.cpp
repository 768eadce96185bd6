// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/target_counts.h"

#include "bursts/count_distinct.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sweepscope {

namespace {

/// Places of targets in blocks that have no gaps, as those of one prefix: the number of a block
/// less that of the first. Searching took a third of all instructions of an opened index.
class Unbroken {
public:
    explicit Unbroken(const TelescopeBlocks& blocks)
        : m_shift(32 - blocks.prefixLength())
        , m_first(blocks.blocks().front().number)
        , m_size(blocks.blocks().size()) {}

    static bool fits(const TelescopeBlocks& blocks) {
        const std::vector<TelescopeBlocks::Block>& all = blocks.blocks();
        return all.back().number - all.front().number == all.size() - 1;
    }

    template <typename Use>
    void withPlaceOf(std::uint32_t target, Use use) const {
        const std::size_t place = (target >> m_shift) - m_first; // below the first it wraps round
        if (place < m_size)
            use(place);
    }

private:
    int m_shift;
    std::uint32_t m_first;
    std::size_t m_size;
};

/// Places in any blocks.
class Searched {
public:
    explicit Searched(const TelescopeBlocks& blocks)
        : m_blocks(blocks) {}

    template <typename Use>
    void withPlaceOf(std::uint32_t target, Use use) const {
        if (const auto place = m_blocks.placeOf(target))
            use(*place);
    }

private:
    const TelescopeBlocks& m_blocks;
};

using Bursts = std::vector<const Burst*>;

/// Hands over each target of the bursts, those in common again and again.
template <typename Use>
void forEachTarget(const TargetStore& store, const Bursts& bursts, Use use) {
    for (const Burst* const burst : bursts)
        store.forEach(burst->targets, use);
}

template <typename Places>
std::vector<std::uint32_t> countOne(const TelescopeBlocks& blocks, const Places& places,
    const TargetStore& store, const TargetSet& targets) {
    std::vector<std::uint32_t> counts(blocks.blocks().size());
    store.forEach(targets, [&places, all = counts.data()](std::uint32_t target) {
        places.withPlaceOf(target, [all](std::size_t place) { ++all[place]; });
    });
    return counts;
}

/// A bit for each address of the blocks says whether it was seen.
template <typename Places>
std::vector<std::uint32_t> countInMap(const TelescopeBlocks& blocks, const Places& places,
    const TargetStore& store, const Bursts& bursts) {
    constexpr std::size_t kWordBits = 64;
    const int bits = 32 - blocks.prefixLength();
    const std::uint32_t mask = (std::uint32_t{1} << bits) - 1;
    std::vector<std::uint32_t> counts(blocks.blocks().size());
    std::vector<std::uint64_t> seen((counts.size() << bits) / kWordBits);
    forEachTarget(store, bursts,
        [&places, bits, mask, all = counts.data(), words = seen.data()](std::uint32_t target) {
            places.withPlaceOf(target, [=](std::size_t place) {
                const std::size_t address = (place << bits) + (target & mask);
                const std::uint64_t word = words[address / kWordBits];
                const std::uint64_t bit = std::uint64_t{1} << (address % kWordBits);
                all[place] += (word & bit) == 0 ? 1 : 0;
                words[address / kWordBits] = word | bit;
            });
        });
    return counts;
}

template <typename Places>
std::vector<std::uint32_t> countSorted(
    const TelescopeBlocks& blocks, const Places& places, std::vector<std::uint32_t> targets) {
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    std::vector<std::uint32_t> counts(blocks.blocks().size());
    for (const std::uint32_t target : targets)
        places.withPlaceOf(target, [&](std::size_t place) { ++counts[place]; });
    return counts;
}

/// A map where that is not much more than there are targets; else the targets in order. Joining
/// them as sets took a third of the time of a report on an index of scans that pause.
template <typename Places>
std::vector<std::uint32_t> countMany(const TelescopeBlocks& blocks, const Places& places,
    const TargetStore& store, const Bursts& bursts) {
    std::size_t most = 0;
    for (const Burst* const burst : bursts)
        most += burst->targets.count;
    if (isMapQuicker(blocks.blocks().size() << (32 - blocks.prefixLength()), most))
        return countInMap(blocks, places, store, bursts);
    std::vector<std::uint32_t> targets;
    targets.reserve(most);
    forEachTarget(store, bursts, [&targets](std::uint32_t target) { targets.push_back(target); });
    return countSorted(blocks, places, std::move(targets));
}

} // namespace

std::vector<std::uint32_t> countTargets(
    const TelescopeBlocks& blocks, const TargetStore& store, const TargetSet& targets) {
    return Unbroken::fits(blocks) ? countOne(blocks, Unbroken(blocks), store, targets)
                                  : countOne(blocks, Searched(blocks), store, targets);
}

std::vector<std::uint32_t> countTargets(const TelescopeBlocks& blocks, const IndexSegment& segment,
    const std::vector<const Burst*>& bursts) {
    if (bursts.size() == 1)
        return countTargets(blocks, segment.targets, bursts.front()->targets);
    return Unbroken::fits(blocks) ? countMany(blocks, Unbroken(blocks), segment.targets, bursts)
                                  : countMany(blocks, Searched(blocks), segment.targets, bursts);
}

} // namespace sweepscope
