// SPDX-License-Identifier: GPL-3.0-or-later
// How the targets of one set are added to another.
#include "bursts/target_store.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sweepscope {

void TargetStore::unite(TargetSet& set, const TargetSet& other, const TargetStore& store) {
    if (set.count < other.count && other.count > TargetShape::kNearListMost) {
        // Cheaper the other way round: copy the larger, add the smaller.
        TargetSet smaller = set;
        set = copy(other, store);
        uniteSmaller(set, smaller, *this);
        release(smaller);
    } else if (!uniteNear(set, other, store)) {
        uniteSmaller(set, other, store);
    }
}

/// Most sets of two indexes are like this: lower halves of one network, and few enough of both to
/// be a list. False, and nothing is added, where they are not.
bool TargetStore::uniteNear(TargetSet& set, const TargetSet& other, const TargetStore& store) {
    constexpr std::uint32_t kMost = TargetShape::kNearListMost;
    if (std::max(set.count, other.count) > kMost || !TargetShape::isNear(other.shape()) ||
        !TargetShape::takesNear(set.shape(), other.shape()))
        return false;
    const auto isHandle = [&] { return !TargetShape::hasBlock(set); };
    const auto withList = [&](const auto& use) {
        if (isHandle())
            use(NearHandle(set));
        else
            use(NearTargetList(m_blocks.at(set.block())));
    };
    std::array<std::uint16_t, kMost> added; // NOLINT: filled as far as it is read
    std::uint32_t count = 0;
    withList([&](const auto& list) {
        store.forEach(other, [&](std::uint32_t target) {
            added[count] = static_cast<std::uint16_t>(target);
            count += list.holds(added[count]) ? 0 : 1;
        });
    });
    if (set.count + count > kMost)
        return false;
    if (isHandle() && set.count + count > TargetShape::kNearHandleMost)
        growNearHandle(set);
    withList([&](auto list) {
        for (std::uint32_t i = 0; i < count; ++i)
            list.put(set.count + i, added[i]);
    });
    set.count += count;
    return true;
}

void TargetStore::uniteSmaller(TargetSet& set, const TargetSet& other, const TargetStore& store) {
    const bool bothInPages = TargetShape::hasBlock(set) && TargetShape::hasBlock(other) &&
                             TargetShape::formOf(set.shape()) == Form::pages &&
                             TargetShape::formOf(other.shape()) == Form::pages;
    if (!bothInPages) {
        store.forEach(other, [&](std::uint32_t target) { insert(set, target); });
        return;
    }
    const TargetShape shape = TargetShape::unpack(other.shape());
    const std::uint32_t* const words = store.m_blocks.at(other.block());
    for (std::uint32_t i = 0; i < shape.capacity(); ++i) {
        if (words[i] != 0)
            orPage(set, words[i] - 1,
                words + shape.capacity() + std::size_t{i} * TargetShape::kPageWords);
    }
}

void TargetStore::orPage(TargetSet& set, std::uint32_t page, const std::uint32_t* bits) {
    std::uint32_t* const into = findPage(set, page);
    for (std::uint32_t word = 0; word < TargetShape::kPageWords; ++word) {
        set.count += static_cast<std::uint32_t>(__builtin_popcount(bits[word] & ~into[word]));
        into[word] |= bits[word];
    }
}

} // namespace sweepscope
