// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/rules.h"

namespace sweepscope {

namespace {

constexpr std::uint8_t kEnd = 0;
constexpr std::uint8_t kNop = 1;
constexpr std::uint8_t kMss = 2;
constexpr std::uint8_t kWindowScale = 3;
constexpr std::uint8_t kSackPermitted = 4;
constexpr std::uint8_t kTimestamps = 8;

/// The kinds of a SYN's options in their order, as hexadecimal digits behind a leading 1: MSS, NOP,
/// window scale is 0x1213. All but the last fourteen are forgotten; kUnknown for a broken list.
constexpr std::uint64_t kUnknown = 0;

template <typename... Kinds>
constexpr std::uint64_t layoutOf(Kinds... kinds) {
    std::uint64_t layout = 1;
    ((layout = layout << 4 | kinds), ...);
    return layout;
}

std::uint64_t optionLayout(const SynFields& syn) {
    std::uint64_t layout = 1;
    std::uint32_t at = 0;
    while (at < syn.optionBytes) {
        const std::uint8_t kind = syn.options[at];
        layout = layout << 4 | (kind & 0x0fU);
        if (kind > 0x0f)
            return kUnknown;
        if (kind == kEnd)
            break;
        if (kind == kNop) {
            ++at;
            continue;
        }
        const std::uint32_t length = at + 1 < syn.optionBytes ? syn.options[at + 1] : 0U;
        if (length < 2 || length > syn.optionBytes - at)
            return kUnknown;
        at += length;
    }
    return layout;
}

bool startsAt64(std::uint8_t ttl) {
    return ttl > 32 && ttl <= 64;
}

bool startsAt255(std::uint8_t ttl) {
    return ttl > 128;
}

} // namespace

bool isZmap41Fields(const SynFields& syn) {
    const bool looksRight = syn.window == kZmap41Window && !syn.doNotFragment &&
                            syn.optionBytes != 0 && syn.sourcePort >= 32768 &&
                            syn.sourcePort <= 61000;
    if (!looksRight)
        return false;
    constexpr std::uint64_t kWindows =
        layoutOf(kMss, kNop, kWindowScale, kNop, kNop, kSackPermitted);
    constexpr std::uint64_t kBsd =
        layoutOf(kMss, kNop, kWindowScale, kNop, kNop, kTimestamps, kSackPermitted, kEnd);
    constexpr std::uint64_t kLinux =
        layoutOf(kMss, kSackPermitted, kTimestamps, kNop, kWindowScale);
    constexpr std::uint64_t kSmallest = layoutOf(kMss);
    const std::uint64_t layout = optionLayout(syn);
    if (layout == kLinux && startsAt255(syn.ttl))
        return true;
    return startsAt64(syn.ttl) &&
           (layout == kWindows || layout == kBsd || layout == kLinux || layout == kSmallest);
}

} // namespace sweepscope
