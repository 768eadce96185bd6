// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sweepscope {

/// What is tested on every single packet. Matches are counted per burst; a tool is named per scan.
enum class Rule : std::uint8_t {
    zmapId,          ///< IP ID 54321
    masscanRelation, ///< IP ID = low half of target xor port xor sequence number
    miraiSequence,   ///< sequence number = target
    zmap41Fields,    ///< the field pattern of ZMap's SYN since 4.1
    hping3Fields,    ///< window 512, no options, an acknowledgement number on a SYN
    scapyFields,     ///< Scapy's defaults: ID 1, window 8192, sequence 0
    nmapWindow,      ///< a window that Nmap uses; only such packets enter its pairwise test
    pairwiseTested,  ///< the packet entered Unicornscan's pairwise test
    windowCaptured,  ///< enough bytes for the rules that need the window
    headerCaptured,  ///< the whole TCP header, with its options
};
constexpr std::size_t kRuleCount = 10;

/// A set of rules, one bit each, in the order of Rule.
struct RuleSet {
    std::uint64_t bits = 0;

    bool operator==(const RuleSet&) const = default;

    [[nodiscard]] constexpr bool has(Rule rule) const { return (bits & bitOf(rule)) != 0; }

    constexpr void add(Rule rule) { bits |= bitOf(rule); }

    constexpr void addIf(bool holds, Rule rule) { bits |= bitIf(holds, rule); }

    static constexpr std::uint64_t bitOf(Rule rule) {
        return std::uint64_t{1} << static_cast<unsigned>(rule);
    }

    static constexpr std::uint64_t bitIf(bool holds, Rule rule) {
        return static_cast<std::uint64_t>(holds) << static_cast<unsigned>(rule);
    }
};

} // namespace sweepscope
