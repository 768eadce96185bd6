// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/large_pages.h"
#include "bursts/target_set.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace sweepscope {

/// The memory of a TargetStore: blocks of whole units of 32 bytes, cut out of few large slabs and
/// named by their first unit. What is freed is given out again to the next of its size.
class TargetBlocks {
public:
    TargetBlocks() = default;

    /// Takes memory, once it is more than a little, from these pages.
    explicit TargetBlocks(std::shared_ptr<LargePages> pages)
        : m_pages(std::move(pages)) {}

    [[nodiscard]] std::uint32_t* at(std::uint32_t block) {
        return m_slabs[block / kSlabUnits].words + wordInSlab(block);
    }

    [[nodiscard]] const std::uint32_t* at(std::uint32_t block) const {
        return m_slabs[block / kSlabUnits].words + wordInSlab(block);
    }

    [[nodiscard]] bool isEmpty() const { return m_slabs.empty(); }

    /// The block's content is whatever was there before.
    std::uint32_t allocate(const TargetShape& shape);
    void free(std::uint32_t block, const TargetShape& shape);

    /// Bytes taken from the system.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    /// Those that it was made with; may be null.
    [[nodiscard]] const std::shared_ptr<LargePages>& pages() const { return m_pages; }

    static constexpr std::size_t kLineBytes = 64; ///< of the cache: two units

private:
    static constexpr std::uint32_t kUnitWords = TargetShape::kUnitWords;
    static constexpr std::uint32_t kSlabUnits = 8192; ///< 256 KiB
    static constexpr std::size_t kSizeClasses = 32;

    struct FreeSlab {
        void operator()(std::uint32_t* memory) const {
            ::operator delete[](memory, std::align_val_t(kLineBytes));
        }
    };

    struct Slab {
        std::uint32_t* words; ///< of this slab; a large block spans several
        std::unique_ptr<std::uint32_t[], FreeSlab> memory; ///< held by the first slab of a block
        LargePages::Piece piece;                           ///< or this holds it
    };

    static_assert(sizeof(std::uint32_t) * kUnitWords * kSlabUnits == LargePages::kPieceBytes);

    static std::size_t wordInSlab(std::uint32_t block) {
        return std::size_t{block % kSlabUnits} * kUnitWords;
    }

    void addSlabs(std::uint32_t count);
    std::vector<std::uint32_t>& freeList(const TargetShape& shape);

    std::shared_ptr<LargePages> m_pages;
    std::vector<Slab> m_slabs;
    std::uint32_t m_nextUnit = 0; ///< first unit of the last slab that was never given out
    std::array<std::vector<std::uint32_t>, kSizeClasses> m_freeNumbers; ///< lists and tables
    std::array<std::vector<std::uint32_t>, kSizeClasses> m_freePages;
    std::size_t m_bytes = 0;
};

} // namespace sweepscope
