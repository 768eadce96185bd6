// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/target_blocks.h"

namespace sweepscope {

std::vector<std::uint32_t>& TargetBlocks::freeList(const TargetShape& shape) {
    return (shape.form == TargetShape::Form::pages ? m_freePages : m_freeNumbers)[shape.wordBits()];
}

void TargetBlocks::free(std::uint32_t block, const TargetShape& shape) {
    freeList(shape).push_back(block);
}

std::uint32_t TargetBlocks::allocate(const TargetShape& shape) {
    std::vector<std::uint32_t>& spare = freeList(shape);
    if (!spare.empty()) {
        const std::uint32_t block = spare.back();
        spare.pop_back();
        return block;
    }
    const std::uint32_t units = shape.units();
    if (units > 1)
        m_nextUnit += m_nextUnit & 1U; // a list of two units lies in one cache line
    const auto end = static_cast<std::uint32_t>(m_slabs.size()) * kSlabUnits;
    if (m_nextUnit + units > end) {
        addSlabs((units + kSlabUnits - 1) / kSlabUnits);
        m_nextUnit = end;
    }
    const std::uint32_t block = m_nextUnit;
    m_nextUnit += units;
    return block;
}

/// Slabs that follow one another in memory. The first of a store is its own, so that a small store
/// needs no more than it fills.
void TargetBlocks::addSlabs(std::uint32_t count) {
    const std::size_t words = std::size_t{count} * kSlabUnits * kUnitWords;
    m_bytes += words * sizeof(std::uint32_t);
    if (m_pages != nullptr && count == 1 && !m_slabs.empty()) {
        LargePages::Piece piece = LargePages::take(m_pages);
        auto* const first = reinterpret_cast<std::uint32_t*>(piece.get());
        m_slabs.push_back({first, nullptr, std::move(piece)});
        return;
    }
    // Not make_unique, which would touch every page of it.
    std::unique_ptr<std::uint32_t[], FreeSlab> memory(
        new (std::align_val_t(kLineBytes)) std::uint32_t[words]);
    std::uint32_t* first = memory.get();
    for (std::uint32_t i = 0; i < count; ++i) {
        // The first holds the memory of all.
        m_slabs.push_back({first, std::move(memory), {}}); // NOLINT(clang-analyzer-cplusplus.Move)
        first += std::size_t{kSlabUnits} * kUnitWords;
    }
}

} // namespace sweepscope
