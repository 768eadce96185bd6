// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace sweepscope {

/// Whether setting so many bits to 0, for a map of numbers, takes no longer than sorting as many as
/// there are.
constexpr bool isMapQuicker(std::uint64_t bits, std::uint64_t numbers) {
    constexpr std::uint64_t kBitsForOne = 256;
    return bits / kBitsForOne < numbers;
}

/// How many different numbers there are among these, which are used up. Numbers that lie close
/// together, as targets of a telescope do, are marked in a map of bits, others sorted.
std::uint32_t countDistinct(std::vector<std::uint32_t>& numbers);

} // namespace sweepscope
