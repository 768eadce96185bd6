// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace sweepscope {

/// A set of targets, as a handle of 32 bytes. Small sets lie in it; the content of others is kept
/// by a TargetStore. Targets are 32-bit numbers: IPv4 addresses, or places in a segment's list of
/// IPv6 targets.
///
///     handle        words = { shape, up to six targets }
///     near handle   words = { shape and upper half, twelve lower halves }
///     otherwise     words = { shape, block, what the form wants }
///
/// A set begins as a near handle, since targets of a telescope have few upper halves.
struct TargetSet {
    std::uint32_t count = 0;
    std::array<std::uint32_t, 7> words{};

    [[nodiscard]] std::uint32_t shape() const { return words[0]; }

    /// Only of one whose content a store keeps.
    [[nodiscard]] std::uint32_t block() const { return words[1]; }

    [[nodiscard]] std::uint32_t extra() const { return words[2]; }
};

static_assert(sizeof(TargetSet) == 32);

/// How the content of a set lies in its handle or block, as its shape says.
struct TargetShape {
    enum class Form : std::uint8_t {
        handle,     ///< no target, or up to 6 of them
        nearHandle, ///< up to 12 lower halves of targets
        nearList,   ///< lower halves of targets
        list,       ///< targets
        table,      ///< open addressing by spread32; the extra word: whether 0 belongs to the set
        pages,      ///< a table of numbers of pages, and then a bit for each target of each; the
                    ///< extra word: how many pages there are
    };

    static constexpr std::uint32_t kHandleMost = 6;
    static constexpr std::uint32_t kNearHandleMost = 12;
    static constexpr std::uint32_t kUnitWords = 8;     ///< blocks are whole units
    static constexpr std::uint32_t kListMost = 16;     ///< of a list that is searched and grows
    static constexpr std::uint32_t kNearListMost = 32; ///< likewise
    static constexpr unsigned kNearBits = 16;
    static constexpr std::uint32_t kPageBits = 8;  ///< 256 targets a page
    static constexpr std::uint32_t kPageWords = 8; ///< 256 bits

    Form form = Form::handle;
    std::uint32_t capacityBits = 0; ///< 2^this places in a block: numbers, or pages

    [[nodiscard]] constexpr std::uint32_t pack() const {
        return static_cast<std::uint32_t>(form) | capacityBits << kFormBits;
    }

    /// The same for a form whose targets all have the upper half of this one.
    [[nodiscard]] constexpr std::uint32_t packNear(std::uint32_t target) const {
        return pack() | target >> kNearBits << kNearBits;
    }

    static constexpr TargetShape unpack(std::uint32_t word) {
        return {formOf(word), word >> kFormBits & kCapacityMask};
    }

    static constexpr Form formOf(std::uint32_t word) {
        return static_cast<Form>(word & ((1U << kFormBits) - 1));
    }

    /// Whether a store keeps the set's content.
    static bool hasBlock(const TargetSet& set) { return formOf(set.shape()) >= Form::nearList; }

    /// Whether what is kept is one after another, in the handle or in a block of one line.
    static constexpr bool isList(std::uint32_t word) { return formOf(word) <= Form::list; }

    static constexpr bool isNear(std::uint32_t word) {
        return formOf(word) == Form::nearHandle || formOf(word) == Form::nearList;
    }

    /// Whether it is a near form, and of this target's upper half.
    static constexpr bool takesNear(std::uint32_t word, std::uint32_t target) {
        return isNear(word) & ((word ^ target) >> kNearBits == 0);
    }

    [[nodiscard]] constexpr std::uint32_t capacity() const { return 1U << capacityBits; }

    /// The logarithm of the words that the places take.
    [[nodiscard]] constexpr std::uint32_t wordBits() const {
        return form == Form::nearList ? capacityBits - 1 : capacityBits;
    }

    [[nodiscard]] constexpr std::uint32_t units() const {
        const std::uint32_t places = wordBits() <= 3 ? 1 : (1U << wordBits()) / kUnitWords;
        return form == Form::pages ? places + capacity() : places; // a page's bits are one unit
    }

private:
    static constexpr unsigned kFormBits = 3;
    static constexpr std::uint32_t kCapacityMask = 0x3f;
};

} // namespace sweepscope
