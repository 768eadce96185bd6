// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/target_store.h"

#include <algorithm>
#include <cstddef>

namespace sweepscope {

namespace {

/// A step of a sequence through all numbers of 16 bits, and the one that undoes it.
constexpr std::uint16_t kSpread = 0x9e3b;
constexpr std::uint32_t kGather = 0x8af3; // wider: a product of 16 bits each is a signed int
static_assert(static_cast<std::uint16_t>(kSpread * kGather) == 1);

/// The lower half that comes first when all of a list are spread; at least sixteen bytes of them.
/// The last sixteen may overlap with those before.
std::uint16_t firstSpread(const void* bytes, std::size_t size) {
    using Lanes = NumbersAtOnce<std::uint16_t>::Type;
    const auto* const begin = static_cast<const char*>(bytes);
    Lanes least = loadNumbers<std::uint16_t>(begin + size - sizeof least) * kSpread;
    for (std::size_t at = 0; at + sizeof least < size; at += sizeof least) {
        const Lanes spread = loadNumbers<std::uint16_t>(begin + at) * kSpread;
        least = spread < least ? spread : least;
    }
    std::uint16_t first = least[0];
    for (std::size_t i = 1; i < sizeof least / sizeof first; ++i)
        first = std::min(first, least[i]);
    return static_cast<std::uint16_t>(first * kGather);
}

} // namespace

std::uint32_t TargetStore::sample(const TargetSet& set) const {
    if (TargetShape::isNear(set.shape())) {
        const bool isHandle = !TargetShape::hasBlock(set);
        const std::uint32_t places = isHandle ? TargetShape::kNearHandleMost
                                              : std::max(set.count, NearTargetList::kCapacity);
        const void* const halves = isHandle ? &set.words[1] : m_blocks.at(set.block());
        return set.shape() >> TargetShape::kNearBits << TargetShape::kNearBits |
               firstSpread(halves, places * sizeof(std::uint16_t));
    }
    std::uint64_t least = ~std::uint64_t{0};
    forEach(set, [&](std::uint32_t target) {
        const auto spread = static_cast<std::uint16_t>(target * kSpread);
        least = std::min(least, std::uint64_t{spread} << 32 | target);
    });
    return static_cast<std::uint32_t>(least);
}

} // namespace sweepscope
