// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

namespace sweepscope {

/// A value of a pairwise test, hashed. 0xffff is no value's hash: it stands for none, and marks
/// empty places.
struct SketchHash {
    static constexpr std::uint16_t kNone = 0xffff;

    std::uint16_t value = kNone;

    bool operator==(const SketchHash&) const = default;
};

/// The high half of a product that every bit of the value reaches.
inline SketchHash sketchHash(std::uint32_t value) {
    const std::uint32_t high = ((value ^ value >> 15) * 0x2c1b3c6dU) >> 16;
    return {static_cast<std::uint16_t>(std::min(high, SketchHash::kNone - 1U))};
}

/// None where the value does not count.
inline SketchHash sketchHashIf(bool counts, std::uint32_t value) {
    const unsigned none = static_cast<unsigned>(counts) - 1; // all bits, or no bit
    return {static_cast<std::uint16_t>(sketchHash(value).value | none)};
}

/// How many distinct values were seen: exact below `size`, an estimate from there on.
///
/// Keeps the `size` smallest hashes of the values ("k minimum values", Bar-Yossef et al. 2002). The
/// smallest of a union are the smallest of the smallest, so sketches merge exactly and the order in
/// which values come changes nothing. Values come as hashes of 16 bits (sketchHash), which the
/// pairwise tests need and no more: two different values are taken for one with probability
/// 1/65,536.
template <std::size_t size>
class DistinctSketch {
public:
    DistinctSketch() { m_smallest.fill(kNone); }

    /// Of what `kept` gave: at most `size` ascending hashes.
    explicit DistinctSketch(std::span<const std::uint16_t> kept)
        : DistinctSketch() {
        std::copy(kept.begin(), kept.end(), m_smallest.begin());
    }

    /// Nearly every hash of many is above the kept ones, so that is asked first. None changes
    /// nothing.
    void add(SketchHash hash) {
        if (hash.value < m_smallest.back())
            insert(hash.value);
    }

    void add(const DistinctSketch& other) {
        if (other.m_smallest.front() == kNone)
            return;
        for (const std::uint16_t smallest : other.m_smallest) {
            if constexpr (size == 8)
                takeIn(smallest);
            else
                add(SketchHash{smallest});
        }
    }

    /// Exact where below `size`; otherwise (k - 1) / (k-th smallest as a share of the hash range).
    [[nodiscard]] double distinct() const {
        const std::uint16_t largest = m_smallest.back();
        if (largest == kNone)
            return static_cast<double>(
                std::find(m_smallest.begin(), m_smallest.end(), kNone) - m_smallest.begin());
        const double estimate =
            static_cast<double>(size - 1) * kRange / (static_cast<double>(largest) + 1);
        return std::max(estimate, static_cast<double>(size));
    }

    bool operator==(const DistinctSketch&) const = default;

    static constexpr double kRange = 65535; ///< hashes are 0 to kRange - 1

    [[nodiscard]] const std::array<std::uint16_t, size>& smallest() const { return m_smallest; }

    /// The hashes that are there, ascending: all that has to be stored.
    [[nodiscard]] std::span<const std::uint16_t> kept() const {
        const auto end = std::find(m_smallest.begin(), m_smallest.end(), kNone);
        return {m_smallest.data(), static_cast<std::size_t>(end - m_smallest.begin())};
    }

private:
    static constexpr std::uint16_t kNone = SketchHash::kNone;

    /// The places are few and lie in one register, so all are looked at; then the largest makes
    /// way, and the new one moves down to its place.
    void insert(std::uint16_t hashed) {
        unsigned isThere = 0;
        for (const std::uint16_t smallest : m_smallest)
            isThere |= static_cast<unsigned>(smallest == hashed);
        if (isThere != 0)
            return;
        m_smallest.back() = hashed;
        for (std::size_t i = size - 1; i > 0 && m_smallest[i - 1] > m_smallest[i]; --i)
            std::swap(m_smallest[i - 1], m_smallest[i]);
    }

    /// The same without a branch, for eight that fill a register: of what another kept, each hash
    /// belongs here as a coin falls. What each place holds then, see sketch_pair.h.
    [[gnu::always_inline]] void takeIn(std::uint16_t hashed) {
        using Lanes [[gnu::vector_size(16)]] = std::uint16_t;
        using Halves [[gnu::vector_size(16)]] = std::uint64_t;
        Lanes kept; // NOLINT: filled at once
        static_assert(sizeof kept == sizeof m_smallest);
        std::memcpy(&kept, m_smallest.data(), sizeof kept);
        Lanes hash = Lanes{} + hashed;
        const auto same = reinterpret_cast<Halves>(kept == hash);
        const std::uint64_t isThere = same[0] | same[1];
        hash |= reinterpret_cast<Lanes>(Halves{} - std::uint64_t{isThere != 0}); // makes it none
        const Lanes before = __builtin_shufflevector(kept, Lanes{}, 8, 0, 1, 2, 3, 4, 5, 6);
        const Lanes least = kept < hash ? kept : hash;
        const Lanes now = before > least ? before : least;
        std::memcpy(m_smallest.data(), &now, sizeof now);
    }

    std::array<std::uint16_t, size> m_smallest; ///< ascending; kNone where there is none yet

    friend void addToBoth(DistinctSketch<4>&, SketchHash, DistinctSketch<4>&, SketchHash);
};

} // namespace sweepscope
