// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sweepscope {

/// What is tested on every single packet. Matches are counted per burst; a tool is named per scan.
///
/// The first are the rules that name a tool (verdict.h). The others tell more of it - a version, a
/// family, the system's stack - and never change a tool's name (trait.h).
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

    zmapNoOptions,      ///< with zmapId: window 65,535, no options
    zmapSegmentSize,    ///< with zmapId: window 65,535, the MSS option alone
    zmap41Windows,      ///< with zmap41Fields: which of the option sets
    zmap41Bsd,          ///
    zmap41Linux,        ///
    zmap41Smallest,     ///
    zmap41Candidate,    ///< the Linux set with a first TTL of 255
    masscanWindow0,     ///< with masscanRelation: window and options, which tell the version
    masscanWindow1024,  ///
    masscanWindow1025,  ///
    xtateFields,        ///
    nmapWindow1024,     ///< with nmapWindow: that of today
    nmapWindowOlder,    ///< with nmapWindow: one that Nmap no longer has
    unicornscanProfile, ///< window 4128 and the MSS option, as Unicornscan's default profile
    naabuFields,        ///< window 1024, the MSS option, a small sequence number
    angryIpFields,      ///< Windows' options with a window of 32
    linuxStack,         ///< the options, first TTL and DF of Linux's own stack
    windowsStack,       ///< likewise Windows
    bsdStack,           ///< likewise macOS, FreeBSD, OpenBSD
    irregularSyn,       ///< TTL of 200 or more, IP ID 54321 or no options
};
constexpr std::size_t kRuleCount = 30;

/// As in index files: a name never changes its meaning.
constexpr std::string_view nameOf(Rule rule) {
    constexpr std::array<std::string_view, kRuleCount> kNames = {"zmap-id", "masscan-relation",
        "mirai-sequence", "zmap-4.1-fields", "hping3-fields", "scapy-fields", "nmap-window",
        "pairwise-tested", "window-captured", "header-captured", "zmap-no-options",
        "zmap-segment-size", "zmap-4.1-windows", "zmap-4.1-bsd", "zmap-4.1-linux",
        "zmap-4.1-smallest", "zmap-4.1-candidate", "masscan-window-0", "masscan-window-1024",
        "masscan-window-1025", "xtate-fields", "nmap-window-1024", "nmap-window-older",
        "unicornscan-profile", "naabu-fields", "angry-ip-fields", "linux-stack", "windows-stack",
        "bsd-stack", "irregular-syn"};
    return kNames[static_cast<std::size_t>(rule)];
}

/// A user's rules stand behind the built-in ones (user_rules.h): whether a packet fits one, and
/// whether it could be tested on it.
constexpr std::size_t kMostUserRules = 16;
constexpr unsigned kFirstUserBit = 32;
constexpr std::size_t kUserBits = 2 * kMostUserRules;

/// A set of rules, one bit each, in the order of Rule, and the user's bits above.
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

static_assert(kRuleCount <= kFirstUserBit && kFirstUserBit + kUserBits == 64);

} // namespace sweepscope
