// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/distinct_sketch.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sweepscope {

/// Adds one hash to each of two sketches, both in one register and without a branch: a sketch that
/// has seen little takes in every second hash, as a coin falls, and foreseeing wrongly takes a
/// processor as long as all of this.
///
/// Where the hash is new, each place holds from then on the least of what it held and the hash, but
/// no less than the place before it held.
[[gnu::always_inline]] inline void addToBoth(
    DistinctSketch<4>& one, SketchHash toOne, DistinctSketch<4>& other, SketchHash toOther) {
    using Lanes [[gnu::vector_size(16)]] = std::uint16_t; // the first four are the first sketch's
    using Halves [[gnu::vector_size(16)]] = std::uint64_t;
    std::uint64_t ofOne = 0;
    std::uint64_t ofOther = 0;
    std::memcpy(&ofOne, one.m_smallest.data(), sizeof ofOne);
    std::memcpy(&ofOther, other.m_smallest.data(), sizeof ofOther);
    const Halves halves = {ofOne, ofOther};
    const auto kept = reinterpret_cast<Lanes>(halves);
    const Lanes pair = {toOne.value, toOther.value};
    Lanes hash = __builtin_shufflevector(pair, pair, 0, 0, 0, 0, 1, 1, 1, 1);

    auto isThere = reinterpret_cast<Lanes>(kept == hash); // all bits of each lane, or none
    isThere |= __builtin_shufflevector(isThere, isThere, 2, 3, 0, 1, 6, 7, 4, 5);
    isThere |= __builtin_shufflevector(isThere, isThere, 1, 0, 3, 2, 5, 4, 7, 6);
    hash |= isThere; // which makes it none

    constexpr bool kIsLittle = std::endian::native == std::endian::little;
    const auto before = reinterpret_cast<Lanes>(kIsLittle ? halves << 16U : halves >> 16U);
    const Lanes least = kept < hash ? kept : hash;
    const auto now = reinterpret_cast<Halves>(before > least ? before : least);
    ofOne = now[0];
    ofOther = now[1];
    std::memcpy(one.m_smallest.data(), &ofOne, sizeof ofOne);
    std::memcpy(other.m_smallest.data(), &ofOther, sizeof ofOther);
}

/// What a sketch kept, to each of two sketches likewise.
[[gnu::always_inline]] inline void addToBoth(DistinctSketch<4>& one, const DistinctSketch<4>& toOne,
    DistinctSketch<4>& other, const DistinctSketch<4>& toOther) {
    for (std::size_t i = 0; i < toOne.smallest().size(); ++i)
        addToBoth(one, {toOne.smallest()[i]}, other, {toOther.smallest()[i]});
}

} // namespace sweepscope
