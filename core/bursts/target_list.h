// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/target_set.h"

#include <array>
#include <cstddef>
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

template <typename Number>
typename NumbersAtOnce<Number>::Type loadNumbers(const void* bytes) {
    typename NumbersAtOnce<Number>::Type numbers; // NOLINT: filled at once
    std::memcpy(&numbers, bytes, sizeof numbers);
    return numbers;
}

/// Whether any bit of a register is set.
template <typename Register>
bool hasAny(const Register& bits) {
    std::array<std::uint64_t, 2> halves; // NOLINT: filled at once
    std::memcpy(halves.data(), &bits, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/// Whether a number is in sixteen bytes.
template <typename Number>
bool sixteenHold(const void* bytes, Number number) {
    return hasAny(loadNumbers<Number>(bytes) == number);
}

/// A list of numbers in a block: targets, or their lower halves. Places behind the count hold the
/// first number again, so all of them may be looked at: a length that is always the same, and no
/// branch that depends on where a number is found. What was made whole may have more than the two
/// units that are searched, and turns into a table where something is to be added. A view; whoever
/// has the handle keeps the count.
template <typename Number>
class TargetList {
public:
    static constexpr std::uint32_t kBytes = sizeof(std::uint32_t) * TargetShape::kUnitWords * 2;
    static constexpr std::uint32_t kCapacity = kBytes / sizeof(Number);

    explicit TargetList(std::uint32_t* block)
        : m_bytes(reinterpret_cast<char*>(block)) {}

    /// Looks at two units.
    [[nodiscard]] bool holds(Number number) const {
        bool isThere = false;
        for (std::uint32_t at = 0; at < kBytes; at += 16)
            isThere |= sixteenHold(m_bytes + at, number);
        return isThere;
    }

    void put(std::uint32_t place, Number number) {
        std::memcpy(m_bytes + place * sizeof number, &number, sizeof number);
    }

    [[nodiscard]] static Number get(const std::uint32_t* block, std::uint32_t place) {
        Number number;
        // A set in this form has a block. NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker)
        std::memcpy(
            &number, reinterpret_cast<const char*>(block) + place * sizeof number, sizeof number);
        return number;
    }

    /// The first number into the places from `count` on, as far as they are searched.
    void pad(std::uint32_t count) {
        Number first;
        std::memcpy(&first, m_bytes, sizeof first);
        for (; count < kCapacity; ++count)
            put(count, first);
    }

private:
    char* m_bytes;
};

using NearTargetList = TargetList<std::uint16_t>;
using FarTargetList = TargetList<std::uint32_t>;

/// The lower halves of targets in a near handle, padded likewise.
class NearHandle {
public:
    static constexpr std::uint32_t kCapacity = TargetShape::kNearHandleMost;

    explicit NearHandle(TargetSet& set)
        : m_bytes(reinterpret_cast<char*>(&set.words[1])) {}

    [[nodiscard]] bool holds(std::uint16_t number) const {
        return sixteenHold(m_bytes, number) || sixteenHold(m_bytes + kSecondSixteen, number);
    }

    void put(std::uint32_t place, std::uint16_t number) {
        std::memcpy(m_bytes + place * sizeof number, &number, sizeof number);
    }

    [[nodiscard]] static std::uint16_t get(const TargetSet& set, std::uint32_t place) {
        return NearTargetList::get(&set.words[1], place);
    }

private:
    static constexpr std::size_t kBytes = kCapacity * sizeof(std::uint16_t);
    static constexpr std::size_t kSecondSixteen = kBytes - 16; ///< the two overlap

    char* m_bytes;
};

/// Adds a number to a list of `count`; a repeat changes nothing. False, and nothing is added, where
/// the list is full; one that is larger still may have the number.
template <typename List, typename Number>
bool putInto(List list, Number number, std::uint32_t& count) {
    if (list.holds(number))
        return true;
    if (count >= List::kCapacity)
        return false;
    list.put(count++, number);
    return true;
}

} // namespace sweepscope
