// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace sweepscope {

constexpr std::size_t kAddressBits = 32;

/// How often each bit of a target is set, over sources.
///
/// Counted in bytes first, eight bits of the target at a time, which go over into the full counters
/// before one of them is full.
class BitCounts {
public:
    void add(std::uint32_t target) {
        for (std::size_t i = 0; i < m_recent.size(); ++i)
            m_recent[i] += kSpread[target >> (8 * i) & 0xff];
        ++m_sources;
        if (m_sources % kMostRecent == 0)
            empty();
    }

    void add(const BitCounts& other) {
        empty();
        m_sources += other.m_sources;
        for (std::size_t bit = 0; bit < kAddressBits; ++bit)
            m_ones[bit] += other.ones(bit);
    }

    [[nodiscard]] std::uint64_t sources() const { return m_sources; }

    [[nodiscard]] std::uint64_t ones(std::size_t bit) const {
        return m_ones[bit] + (m_recent[bit / 8] >> (8 * (bit % 8)) & 0xff);
    }

    [[nodiscard]] double share(std::size_t bit) const {
        return static_cast<double>(ones(bit)) / static_cast<double>(m_sources);
    }

private:
    /// A byte has no room for more.
    static constexpr std::uint64_t kMostRecent = 255;

    /// Each bit of a byte in a byte of its own.
    static constexpr std::array<std::uint64_t, 256> kSpread = [] {
        std::array<std::uint64_t, 256> spread{};
        for (std::size_t value = 0; value < spread.size(); ++value) {
            for (std::size_t bit = 0; bit < 8; ++bit)
                spread[value] |= std::uint64_t{value >> bit & 1} << (8 * bit);
        }
        return spread;
    }();

    void empty() {
        for (std::size_t bit = 0; bit < kAddressBits; ++bit)
            m_ones[bit] = ones(bit);
        m_recent.fill(0);
    }

    std::uint64_t m_sources = 0;
    std::array<std::uint64_t, kAddressBits / 8> m_recent{}; ///< a byte for each bit
    std::array<std::uint64_t, kAddressBits> m_ones{};
};

/// What a port's targets have in common.
struct FixedBits {
    std::uint32_t mask = 0;
    std::uint32_t value = 0;
    double logChance = 0;
};

/// Nothing where no bit is fixed, or where other bits are not free: a port that is asked for at a
/// few targets only depends on nothing. `all`: over the targets of every port.
std::optional<FixedBits> fixedBits(const BitCounts& port, const BitCounts& all);

} // namespace sweepscope
