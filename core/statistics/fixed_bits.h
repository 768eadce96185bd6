// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace sweepscope {

constexpr std::size_t kAddressBits = 32;

/// How often each bit of a target is set, over sources.
struct BitCounts {
    std::uint64_t sources = 0;
    std::array<std::uint64_t, kAddressBits> ones{};

    void add(std::uint32_t target) {
        ++sources;
        for (std::size_t bit = 0; bit < kAddressBits; ++bit)
            ones[bit] += target >> bit & 1;
    }

    void add(const BitCounts& other) {
        sources += other.sources;
        for (std::size_t bit = 0; bit < kAddressBits; ++bit)
            ones[bit] += other.ones[bit];
    }

    [[nodiscard]] double share(std::size_t bit) const {
        return static_cast<double>(ones[bit]) / static_cast<double>(sources);
    }
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
