// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "base/prefetch.h"
#include "bursts/target_list.h"
#include "bursts/target_set.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sweepscope {

/// Numbers lie at random places of a table, so each place is a toss of a coin: they are gathered
/// without asking first.
template <typename Use>
void walkTargetTable(std::span<const std::uint32_t> table, Use use) {
    constexpr std::size_t kAtOnce = 32;
    std::array<std::uint32_t, kAtOnce> placed; // NOLINT: filled as far as it is read
    for (std::size_t begin = 0; begin < table.size(); begin += kAtOnce) {
        std::size_t count = 0;
        for (const std::uint32_t number : table.subspan(begin, kAtOnce)) {
            placed[count] = number;
            count += number != 0 ? 1 : 0;
        }
        for (std::size_t i = 0; i < count; ++i)
            use(placed[i]);
    }
}

/// Pages that are there, and of each the bits that are set.
template <typename Use>
void walkTargetPages(const std::uint32_t* words, std::uint32_t capacity, Use use) {
    for (std::uint32_t i = 0; i < capacity; ++i) {
        if (words[i] == 0) // NOLINT(clang-analyzer-core.NullDereference): a set of pages has some
            continue;
        const std::uint32_t first = (words[i] - 1) << TargetShape::kPageBits;
        const std::uint32_t* const bits =
            words + capacity + std::size_t{i} * TargetShape::kPageWords;
        for (std::uint32_t word = 0; word < TargetShape::kPageWords; ++word) {
            for (std::uint32_t rest = bits[word]; rest != 0; rest &= rest - 1)
                use(first + word * 32 + static_cast<std::uint32_t>(std::countr_zero(rest)));
        }
    }
}

/// Calls `use(target)` for each target of a set; `block` is its content, where it has one.
template <typename Use>
void walkTargets(const TargetSet& set, const std::uint32_t* block, Use use) {
    const std::uint32_t upperHalf = set.shape() >> TargetShape::kNearBits << TargetShape::kNearBits;
    const std::uint32_t capacity = TargetShape::unpack(set.shape()).capacity();
    switch (TargetShape::formOf(set.shape())) {
    case TargetShape::Form::handle:
        for (std::uint32_t i = 0; i < set.count; ++i)
            use(set.words[1 + i]);
        return;
    case TargetShape::Form::nearHandle:
        for (std::uint32_t i = 0; i < set.count; ++i)
            use(upperHalf | NearHandle::get(set, i));
        return;
    case TargetShape::Form::nearList:
        for (std::uint32_t i = 0; i < set.count; ++i)
            use(upperHalf | NearTargetList::get(block, i));
        return;
    case TargetShape::Form::list:
        for (std::uint32_t i = 0; i < set.count; ++i)
            use(block[i]); // NOLINT(clang-analyzer-core.NullDereference): a list has a block
        return;
    case TargetShape::Form::table:
        if (set.extra() != 0)
            use(std::uint32_t{0});
        walkTargetTable({block, capacity}, use);
        return;
    case TargetShape::Form::pages:
        walkTargetPages(block, capacity, use);
        return;
    }
}

/// Asks for the lines of a block that a search for the target looks at. The shape is a set's, or 0
/// for a block that is not to be searched.
[[gnu::always_inline]] inline void prefetchTarget(
    std::uint32_t shapeWord, const std::uint32_t* block, std::uint32_t target) {
    if (TargetShape::isList(shapeWord)) [[likely]]
        return prefetchByte(block, 0);
    const TargetShape shape = TargetShape::unpack(shapeWord);
    if (shape.form == TargetShape::Form::table)
        return prefetchObject(block, spread32(target, shape.capacityBits));
    const std::uint32_t page = (target >> TargetShape::kPageBits) + 1;
    const std::uint32_t place = spread32(page, shape.capacityBits);
    prefetchObject(block, place);
    prefetchObject(block, shape.capacity() + std::size_t{place} * TargetShape::kPageWords);
}

} // namespace sweepscope
