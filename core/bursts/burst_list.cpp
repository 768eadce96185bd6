// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_list.h"

#include "base/prefetch.h"

#include <algorithm>
#include <new>
#include <type_traits>

namespace sweepscope {

static_assert(std::is_trivially_destructible_v<Burst>); // or else Free would have to know how many

void BurstList::Free::operator()(Burst* block) const {
    ::operator delete[](block, std::align_val_t(alignof(Burst)));
}

BurstList::Block BurstList::makeBlock(std::size_t bursts) {
    void* const memory = ::operator new[](bursts * sizeof(Burst), std::align_val_t(alignof(Burst)));
    return Block(static_cast<Burst*>(memory));
}

void BurstList::addRoom() {
    if (m_capacity % kBlockBursts != 0)
        return resizeLastBlock(kBlockBursts);
    m_blocks.push_back(makeBlock(kBlockBursts));
    m_capacity += kBlockBursts;
}

void BurstList::resizeLastBlock(std::size_t bursts) {
    const std::size_t begin = (m_blocks.size() - 1) * kBlockBursts;
    Block block = makeBlock(bursts);
    std::uninitialized_copy_n(m_blocks.back().get(), m_size - begin, block.get());
    m_blocks.back() = std::move(block);
    m_capacity = begin + bursts;
}

void BurstList::shrinkTo(std::size_t size) {
    m_size = std::min(size, m_size);
    const std::size_t blocks = (m_size + kBlockBursts - 1) / kBlockBursts;
    if (blocks == m_blocks.size())
        return;
    m_blocks.resize(blocks);
    m_capacity = blocks * kBlockBursts;
}

void BurstList::shrinkToFit() {
    if (m_size % kBlockBursts != 0 && m_size != m_capacity)
        resizeLastBlock(m_size % kBlockBursts);
}

/// Along the circles that the moves make: the first of each waits aside until its place is free.
void BurstList::arrange(std::vector<std::uint32_t>& numbers) {
    for (std::uint32_t begin = 0; begin < numbers.size(); ++begin) {
        if (numbers[begin] == begin)
            continue;
        const Burst first = (*this)[begin];
        std::uint32_t to = begin;
        for (std::uint32_t from = numbers[to]; from != begin; from = numbers[to]) {
            prefetchObject(&(*this)[numbers[from]]);
            (*this)[to] = (*this)[from];
            numbers[to] = to;
            to = from;
        }
        (*this)[to] = first;
        numbers[to] = to;
    }
}

} // namespace sweepscope
