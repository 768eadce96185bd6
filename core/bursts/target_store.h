// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/prefetch.h"
#include "bursts/target_blocks.h"
#include "bursts/target_list.h"
#include "bursts/target_set.h"
#include "bursts/target_walk.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace sweepscope {

/// Keeps the contents of many target sets in few large pieces of memory.
///
/// Most sets of a telescope have a handful of targets and a few have all, so a set changes its form
/// as it grows: in the handle (12 lower halves where all targets are of one /16, else 6), a list of
/// one cache line (32 lower halves, or 16), an open-addressing table of numbers, and, as soon as
/// that is the smaller, pages of 256 neighbouring targets with a bit for each. Whichever the form,
/// the set is exact.
class TargetStore {
public:
    TargetStore() = default;

    /// Takes its memory, once it is more than a little, from these pages.
    explicit TargetStore(std::shared_ptr<LargePages> pages)
        : m_blocks(std::move(pages)) {}

    TargetStore(TargetStore&&) noexcept = default;
    TargetStore& operator=(TargetStore&&) noexcept = default;
    TargetStore(const TargetStore&) = delete;
    TargetStore& operator=(const TargetStore&) = delete;
    ~TargetStore() = default;

    /// Adds one target; a repeat changes nothing.
    void insert(TargetSet& set, std::uint32_t target) {
        if (TargetShape::takesNear(set.shape(), target))
            insertNear(set, target);
        else
            insertFar(set, target);
    }

    /// A set of these targets, which must be ascending without repeats: in one step, where
    /// inserting would move a large set again and again.
    TargetSet make(std::span<const std::uint32_t> ascending);

    /// A set of this store with the content of one that `store` keeps; `store` may be this one.
    TargetSet copy(const TargetSet& other, const TargetStore& store);

    /// Adds all targets of a set that `store` keeps; `store` may be this one, but the set another.
    void unite(TargetSet& set, const TargetSet& other, const TargetStore& store);

    /// Gives the set's memory back; the set is empty then.
    void release(TargetSet& set);

    /// Calls `use(target)` for each target, in no particular order.
    template <typename Use>
    void forEach(const TargetSet& set, Use use) const {
        walkTargets(set, TargetShape::hasBlock(set) ? m_blocks.at(set.block()) : nullptr, use);
    }

    /// One of the targets, the same however the set came to be: whose lower half comes first when
    /// these are spread over the numbers of 16 bits (Knuth, TAOCP 3, 6.4), and of several the
    /// least.
    [[nodiscard]] std::uint32_t sample(const TargetSet& set) const;

    /// The targets in ascending order.
    [[nodiscard]] std::vector<std::uint32_t> sorted(const TargetSet& set) const;

    /// Brings what an insert of the target will look at into the cache. No branch asks whether
    /// there is a block, which is as a tossed coin: a set without one asks for the first of all.
    [[gnu::always_inline]] void prefetch(const TargetSet& set, std::uint32_t target) const {
        if (m_blocks.isEmpty())
            return;
        const std::uint32_t kept = TargetShape::hasBlock(set) ? ~0U : 0U; // bits
        prefetchTarget(set.shape() & kept, m_blocks.at(set.block() & kept), target);
    }

    /// Brings the front of the set into the cache: all of a small one.
    [[gnu::always_inline]] void prefetch(const TargetSet& set) const {
        using TwoLines = std::array<std::byte, 2 * TargetBlocks::kLineBytes>;
        if (TargetShape::hasBlock(set))
            prefetchObject(reinterpret_cast<const TwoLines*>(m_blocks.at(set.block())));
    }

    /// Bytes taken from the system.
    [[nodiscard]] std::size_t bytes() const { return m_blocks.bytes(); }

    /// Those that it was made with; may be null.
    [[nodiscard]] const std::shared_ptr<LargePages>& pages() const { return m_blocks.pages(); }

private:
    using Form = TargetShape::Form;

    void insertNear(TargetSet& set, std::uint32_t target) {
        const auto number = static_cast<std::uint16_t>(target);
        const bool isIn = TargetShape::hasBlock(set)
                              ? putInto(NearTargetList(m_blocks.at(set.block())), number, set.count)
                              : putInto(NearHandle(set), number, set.count);
        if (!isIn)
            leaveFullNear(set, target);
    }

    void insertFar(TargetSet& set, std::uint32_t target);
    void insertInHandle(TargetSet& set, std::uint32_t target);
    void insertInList(TargetSet& set, std::uint32_t target);
    void insertInTable(TargetSet& set, std::uint32_t target);
    void insertInPages(TargetSet& set, std::uint32_t target);
    void leaveFullNear(TargetSet& set, std::uint32_t target);
    void leaveNear(TargetSet& set, std::uint32_t target);
    void leaveList(TargetSet& set, std::uint32_t target);
    void growTable(TargetSet& set, std::uint32_t capacityBits);
    void becomePages(TargetSet& set, std::uint32_t capacityBits);
    void growPages(TargetSet& set);
    void freeBlock(const TargetSet& set);
    void uniteSmaller(TargetSet& set, const TargetSet& other, const TargetStore& store);
    bool uniteNear(TargetSet& set, const TargetSet& other, const TargetStore& store);
    void growNearHandle(TargetSet& set);
    void orPage(TargetSet& set, std::uint32_t page, const std::uint32_t* bits);
    std::uint32_t* findPage(TargetSet& set, std::uint32_t page);

    TargetBlocks m_blocks;
};

} // namespace sweepscope
