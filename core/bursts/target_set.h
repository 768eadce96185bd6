// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sweepscope {

/// A set of targets, as a handle of 16 bytes whose content a TargetStore keeps. Targets are 32-bit
/// numbers: IPv4 addresses, or places in a segment's list of IPv6 targets.
///
///     count <= 3    words = the targets themselves
///     otherwise     words = { block, form and capacity, what the form wants }
struct TargetSet {
    std::uint32_t count = 0;
    std::array<std::uint32_t, 3> words{};
};

/// How the content of a set lies in its block, as words[1] of the handle says.
struct TargetShape {
    enum class Form : std::uint8_t {
        nearList, ///< 16 or 32 lower halves of targets; the upper half of all is words[2]
        list,     ///< 8 or 16 targets
        table,    ///< open addressing by spread32; words[2] says whether 0 belongs to the set
        pages,    ///< a table of numbers of pages, and then a bit for each target of each
    };

    static constexpr std::uint32_t kInHandle = 3;  ///< most targets without a block
    static constexpr std::uint32_t kUnitWords = 8; ///< blocks are whole units
    static constexpr std::uint32_t kListMost = 16;
    static constexpr std::uint32_t kNearListMost = 32;
    static constexpr unsigned kNearBits = 16;
    static constexpr std::uint32_t kShortNearList = 4U << 2; ///< words[1] of one with 16 places
    static constexpr std::uint32_t kPageBits = 8;            ///< 256 targets a page
    static constexpr std::uint32_t kPageWords = 8;           ///< 256 bits

    Form form = Form::list;
    std::uint32_t capacityBits = 3; ///< 2^this places: numbers, or pages
    std::uint32_t usedPages = 0;

    [[nodiscard]] constexpr std::uint32_t pack() const {
        return static_cast<std::uint32_t>(form) | capacityBits << 2 | usedPages << 8;
    }

    static constexpr TargetShape unpack(std::uint32_t word) {
        return {formOf(word), word >> 2 & 0x3f, word >> 8};
    }

    static constexpr Form formOf(std::uint32_t word) { return static_cast<Form>(word & 3); }

    [[nodiscard]] constexpr std::uint32_t capacity() const { return 1U << capacityBits; }

    /// The logarithm of the words that the places take.
    [[nodiscard]] constexpr std::uint32_t wordBits() const {
        return form == Form::nearList ? capacityBits - 1 : capacityBits;
    }

    [[nodiscard]] constexpr std::uint32_t units() const {
        const std::uint32_t places = wordBits() <= 3 ? 1 : (1U << wordBits()) / kUnitWords;
        return form == Form::pages ? places + capacity() : places; // a page's bits are one unit
    }
};

} // namespace sweepscope
