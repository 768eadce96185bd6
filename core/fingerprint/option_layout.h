// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sweepscope {

/// The kinds of a SYN's options in their order, as far as a known stack or tool sends them so.
/// M: segment size, N: no operation, W: window scale, S: selective acknowledgement permitted, T:
/// time stamps, E: end of the list.
enum class OptionLayout : std::uint8_t {
    other,
    none,
    segmentSize,  ///< M
    oldWindows,   ///< M N N S
    windows,      ///< M N W N N S
    plainLinux,   ///< M N N S N W: Linux with time stamps turned off
    stampedLinux, ///< M S T N W
    freeBsd,      ///< M N W S T
    macOs,        ///< M N W N N T S E
    openBsd,      ///< M N N S N W N N T
};
constexpr std::size_t kOptionLayoutCount = 10;

namespace option_layout_detail {

/// Options compared eight bytes at a time; the last eight may overlap those before them.
template <std::size_t words>
struct Pattern {
    std::array<std::uint64_t, words> mask{};
    std::array<std::uint64_t, words> value{};
    std::array<std::uint32_t, words> at{};

    [[nodiscard]] bool fits(const std::uint8_t* options) const {
        std::uint64_t differs = 0;
        for (std::size_t i = 0; i < words; ++i)
            differs |= (readBig64(options + at[i]) & mask[i]) ^ value[i];
        return differs == 0;
    }
};

constexpr std::uint64_t digitOf(char letter) {
    return static_cast<std::uint64_t>(letter <= '9' ? letter - '0' : letter - 'a' + 10);
}

/// From hexadecimal digits, where a dot stands for any.
template <std::size_t length>
constexpr auto patternOf(const char (&text)[length]) {
    constexpr std::size_t kBytes = (length - 1) / 2;
    Pattern<(kBytes + 7) / 8> pattern;
    for (std::size_t word = 0; word < pattern.at.size(); ++word) {
        const std::size_t at = word * 8 + 8 <= kBytes ? word * 8 : kBytes - 8;
        pattern.at[word] = static_cast<std::uint32_t>(at);
        for (std::size_t digit = 0; digit < 16; ++digit) {
            const char letter = text[at * 2 + digit];
            pattern.mask[word] = pattern.mask[word] << 4 | (letter == '.' ? 0x0U : 0xfU);
            pattern.value[word] =
                pattern.value[word] << 4 | (letter == '.' ? std::uint64_t{0} : digitOf(letter));
        }
    }
    return pattern;
}

constexpr auto kOldWindows = patternOf("0204....01010402");
constexpr auto kWindows = patternOf("0204....010303..01010402");
constexpr auto kPlainLinux = patternOf("0204....01010402010303..");
constexpr auto kLinux = patternOf("0204....0402080a................010303..");
constexpr auto kFreeBsd = patternOf("0204....010303..0402080a................");
constexpr auto kMacOs = patternOf("0204....010303..0101080a................04020000");
constexpr auto kOpenBsd = patternOf("0204....01010402010303..0101080a................");

} // namespace option_layout_detail

/// Which layout so many bytes of options have. The orders are those of p0f 3's signatures (p0f.fp);
/// a list of options that no stack there sends, and a broken one, is `other`.
inline OptionLayout optionLayoutOf(const std::uint8_t* options, std::uint32_t bytes) {
    using namespace option_layout_detail;
    using enum OptionLayout;
    switch (bytes) {
    case 0:
        return none;
    case 4:
        return readBig16(options) == 0x0204 ? segmentSize : other;
    case 8:
        return kOldWindows.fits(options) ? oldWindows : other;
    case 12:
        return kWindows.fits(options) ? windows : kPlainLinux.fits(options) ? plainLinux : other;
    case 20:
        return kLinux.fits(options) ? stampedLinux : kFreeBsd.fits(options) ? freeBsd : other;
    case 24:
        return kMacOs.fits(options) ? macOs : kOpenBsd.fits(options) ? openBsd : other;
    default:
        return other;
    }
}

/// Where the time stamp's own value stands in the two layouts that ZMap may have it in.
constexpr std::uint32_t kLinuxTimeStampAt = 8;
constexpr std::uint32_t kMacOsTimeStampAt = 12;

} // namespace sweepscope
