// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sweepscope {

/// A bijection on 64 bits after which every bit depends on every other: the finaliser of
/// splitmix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
/// The same on every machine and for ever: index files rely on it.
constexpr std::uint64_t mix64(std::uint64_t value) {
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9U;
    value = (value ^ value >> 27) * 0x94d049bb133111ebU;
    return value ^ value >> 31;
}

/// Spreads keys over a table of 2^bits places by their highest product bits (Knuth, TAOCP 3, 6.4).
/// One multiplication: for the innermost loops, where keys are not chosen against us place by
/// place.
constexpr std::uint32_t spread32(std::uint32_t key, unsigned bits) {
    return (key * 0x9e3779b1U) >> (32 - bits);
}

} // namespace sweepscope
