// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace sweepscope {

/// Sorts numbers by their upper 32 bits; those of equal ones keep their order. In four passes of
/// counting, without the comparisons of random numbers that a processor foresees wrongly every
/// other time (Knuth, "Sorting and Searching", 5.2.5).
inline void sortByUpperHalf(std::vector<std::uint64_t>& numbers) {
    constexpr unsigned kBits = 8;
    constexpr std::size_t kDigits = std::size_t{1} << kBits;
    std::vector<std::uint64_t> sorted(numbers.size());
    for (unsigned shift = 32; shift < 64; shift += kBits) {
        std::array<std::size_t, kDigits> next{};
        for (const std::uint64_t number : numbers)
            ++next[number >> shift & (kDigits - 1)];
        std::size_t begin = 0;
        for (std::size_t& place : next)
            begin += std::exchange(place, begin);
        for (const std::uint64_t number : numbers)
            sorted[next[number >> shift & (kDigits - 1)]++] = number;
        numbers.swap(sorted);
    }
}

} // namespace sweepscope
