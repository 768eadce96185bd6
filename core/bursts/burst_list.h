// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/place_iterator.h"
#include "bursts/burst.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace sweepscope {

/// Bursts in blocks of a fixed number: a list that grows without moving what it has, so that a
/// segment can be built, put in order and kept in one and the same memory. With a million bursts a
/// second copy would be what most memory is needed for.
///
/// A burst stays where it is until the list is resized or `shrinkToFit` is called.
class BurstList {
public:
    using Iterator = PlaceIterator<BurstList>;
    using ConstIterator = PlaceIterator<const BurstList>;

    BurstList() = default;

    BurstList(BurstList&& other) noexcept { swap(other); }

    BurstList& operator=(BurstList&& other) noexcept {
        BurstList(std::move(other)).swap(*this);
        return *this;
    }

    BurstList(const BurstList&) = delete;
    BurstList& operator=(const BurstList&) = delete;
    ~BurstList() = default;

    void swap(BurstList& other) noexcept {
        m_blocks.swap(other.m_blocks);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
    }

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] bool empty() const { return m_size == 0; }

    /// Bytes taken from the system for bursts.
    [[nodiscard]] std::size_t bytes() const { return m_capacity * sizeof(Burst); }

    [[nodiscard]] Burst& operator[](std::size_t number) {
        return m_blocks[number / kBlockBursts][number % kBlockBursts];
    }

    [[nodiscard]] const Burst& operator[](std::size_t number) const {
        return m_blocks[number / kBlockBursts][number % kBlockBursts];
    }

    /// An empty burst behind the last.
    Burst& emplaceBack() {
        if (m_size == m_capacity)
            addRoom();
        return *std::construct_at(&(*this)[m_size++]);
    }

    Burst& pushBack(const Burst& burst) { return emplaceBack() = burst; }

    /// Forgets all from the one with this number on.
    void shrinkTo(std::size_t size);

    /// The bursts in another order: at `i` then stands the one that stood at `numbers[i]`, which
    /// must name each once and are used up. Each burst is moved once.
    void arrange(std::vector<std::uint32_t>& numbers);

    /// No more memory than the bursts need.
    void shrinkToFit();

    [[nodiscard]] Iterator begin() { return {*this, 0}; }

    [[nodiscard]] Iterator end() { return {*this, m_size}; }

    [[nodiscard]] ConstIterator begin() const { return {*this, 0}; }

    [[nodiscard]] ConstIterator end() const { return {*this, m_size}; }

private:
    static constexpr std::size_t kBlockBursts = 256;

    struct Free {
        void operator()(Burst* block) const;
    };

    /// Room for bursts, which nothing is written to before one is there.
    using Block = std::unique_ptr<Burst[], Free>;

    static Block makeBlock(std::size_t bursts);
    void addRoom();
    void resizeLastBlock(std::size_t bursts);

    std::vector<Block> m_blocks;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0; ///< all blocks but the last are whole
};

} // namespace sweepscope
