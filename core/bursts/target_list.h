// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/target_set.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace sweepscope {

/// As many numbers as a register of every 64-bit processor holds.
template <typename Number>
struct NumbersAtOnce;

template <>
struct NumbersAtOnce<std::uint16_t> {
    using Type [[gnu::vector_size(16)]] = std::uint16_t;
};

template <>
struct NumbersAtOnce<std::uint32_t> {
    using Type [[gnu::vector_size(16)]] = std::uint32_t;
};

/// A list of numbers in one unit or two: targets, or their lower halves. Places behind the count
/// hold the first number again, so all of them may be looked at: a length that is always the same,
/// and no branch that depends on where a number is found. A view; whoever has the handle keeps the
/// count.
template <typename Number>
class TargetList {
public:
    static constexpr std::uint32_t kPerUnit =
        TargetShape::kUnitWords * sizeof(std::uint32_t) / sizeof(Number);

    explicit TargetList(std::uint32_t* units)
        : m_units(units) {}

    [[nodiscard]] bool holds(Number number, bool isLong) const {
        return unitHolds(m_units, number) ||
               (isLong && unitHolds(m_units + TargetShape::kUnitWords, number));
    }

    void put(std::uint32_t place, Number number) {
        std::memcpy(bytes() + place * sizeof number, &number, sizeof number);
    }

    [[nodiscard]] static Number get(const std::uint32_t* units, std::uint32_t place) {
        Number number;
        std::memcpy(
            &number, reinterpret_cast<const char*>(units) + place * sizeof number, sizeof number);
        return number;
    }

    /// The first number into the places from `count` on.
    void pad(std::uint32_t count, std::uint32_t capacity) {
        const Number first = get(m_units, 0);
        for (; count < capacity; ++count)
            put(count, first);
    }

private:
    [[nodiscard]] char* bytes() const { return reinterpret_cast<char*>(m_units); }

    /// Whether a number is there, sixteen bytes at a time: the compiler does not find this.
    static bool unitHolds(const std::uint32_t* unit, Number number) {
        std::array<typename NumbersAtOnce<Number>::Type, 2> there; // NOLINT: filled at once
        std::memcpy(there.data(), unit, sizeof there);
        const auto same = (there[0] == number) | (there[1] == number);
        std::array<std::uint64_t, 2> halves; // NOLINT: filled at once
        std::memcpy(halves.data(), &same, sizeof halves);
        return (halves[0] | halves[1]) != 0;
    }

    std::uint32_t* m_units;
};

using NearTargetList = TargetList<std::uint16_t>;
using FarTargetList = TargetList<std::uint32_t>;

} // namespace sweepscope
