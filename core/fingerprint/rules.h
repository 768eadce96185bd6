// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/option_layout.h"
#include "fingerprint/rule.h"
#include "packets/packet.h"

#include <cstdint>

namespace sweepscope {

/// The fields of an IPv4 SYN that the rules look at, in host order.
struct SynFields {
    std::uint32_t target = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    std::uint16_t sourcePort = 0;
    std::uint16_t targetPort = 0;
    std::uint16_t ipId = 0;
    std::uint16_t window = 0;
    std::uint8_t ttl = 0;
    bool doNotFragment = false;
    const std::uint8_t* options = nullptr;
    std::uint32_t optionBytes = 0;
};

/// One short predicate per tool. Each names the versions that it fits and where that is known from.

/// ZMap 1.0 to 4.0 and XMap set a fixed identification (zmap: src/probe_modules/packet.c; 4.1.0
/// made it random, commit b0190cc of 2024-03).
inline bool isZmapId(std::uint16_t ipId) {
    return ipId == 54321;
}

/// Masscan since 2013-09, all versions, and Xtate (masscan: src/templ-pkt.c). Of the target only
/// the last two octets count, since the identification has 16 bits.
inline bool isMasscanRelation(const SynFields& syn) {
    return syn.ipId == static_cast<std::uint16_t>(syn.target ^ syn.targetPort ^ syn.sequence);
}

/// Mirai and descendants with its scanner (Mirai source of 2016, bot/scanner.c).
inline bool isMiraiSequence(const SynFields& syn) {
    return syn.sequence == syn.target;
}

/// hping3 -S: window 512, no options, and a random acknowledgement number that no SYN should have
/// (hping: sendtcp.c).
inline bool isHping3Fields(const SynFields& syn) {
    return syn.window == 512 && syn.optionBytes == 0 && syn.acknowledgement != 0;
}

/// Scapy's defaults (scapy: layers/inet.py): identification 1, window 8192, sequence 0, no options.
inline bool isScapyFields(const SynFields& syn) {
    return syn.ipId == 1 && syn.window == 8192 && syn.sequence == 0 && syn.optionBytes == 0;
}

/// Nmap -sS: 1024 since 2011-06, before that one of 1024, 2048, 3072, 4096 (nmap: tcpip.cc,
/// scan_engine_raw.cc).
inline bool isNmapWindow(std::uint16_t window) {
    return window == 1024 || window == 2048 || window == 3072 || window == 4096;
}

/// What the fields of a SYN fit before any option is looked at, and before its window is.
inline RuleSet fieldRules(const SynFields& syn) {
    RuleSet rules;
    rules.addIf(isZmapId(syn.ipId), Rule::zmapId);
    rules.addIf(isMasscanRelation(syn), Rule::masscanRelation);
    rules.addIf(isMiraiSequence(syn), Rule::miraiSequence);
    return rules;
}

/// Likewise with its window.
inline RuleSet windowFieldRules(const SynFields& syn) {
    RuleSet rules;
    rules.addIf(isHping3Fields(syn), Rule::hping3Fields);
    rules.addIf(isScapyFields(syn), Rule::scapyFields);
    rules.addIf(isNmapWindow(syn.window), Rule::nmapWindow);
    rules.addIf(syn.window == 1024, Rule::nmapWindow1024);
    rules.addIf(isNmapWindow(syn.window) && syn.window != 1024, Rule::nmapWindowOlder);
    return rules;
}

/// ZMap since 4.1.0 (2024): window 65,535, one of four option sets, DF clear, first TTL 64, source
/// port 32,768 to 61,000 (zmap: src/probe_modules/packet.c, commit 5d90505); its first candidate
/// sent the Linux set with a first TTL of 255 (commit b0190cc). A pattern of fields, not a proof.
/// Gives Rule::zmap41Fields and the set's own rule, or nothing. Needs the whole TCP header.
RuleSet zmap41Rules(const SynFields& syn, OptionLayout layout);

constexpr std::uint8_t kHighTtl = 200; ///< Spoki's
/// Naabu counts its probes in the sequence number (projectdiscovery/naabu); the limit leaves one
/// random number in 256.
constexpr std::uint32_t kNaabuMostSequence = 1U << 24;

/// Rules that need the whole TCP header and no window in particular: whose stack the options, the
/// first TTL and DF are (p0f 3, p0f.fp), and Spoki's irregular SYN (Hiesgen et al. 2022).
RuleSet stackRules(const SynFields& syn, OptionLayout layout);

/// Rules for packets of few windows: versions of ZMap to 4.0, Masscan, Nmap and Unicornscan, and
/// Naabu. `found` is what the packet fits already.
RuleSet windowRules(const SynFields& syn, OptionLayout layout, RuleSet found);

/// The values of the pairwise tests (evidence.h): equal for all packets of one run.
inline std::uint16_t nmapValue(const SynFields& syn) {
    return static_cast<std::uint16_t>(syn.sequence >> 16 ^ syn.sequence);
}

inline std::uint32_t unicornscanKey(const SynFields& syn) {
    const std::uint32_t ports = static_cast<std::uint32_t>(syn.targetPort) << 16 | syn.sourcePort;
    return syn.sequence ^ __builtin_bswap32(syn.target) ^ ports;
}

inline std::uint32_t unicornscanKeyPlain(const SynFields& syn) {
    const std::uint32_t ports = static_cast<std::uint32_t>(syn.targetPort) << 16 | syn.sourcePort;
    return syn.sequence ^ syn.target ^ ports;
}

} // namespace sweepscope
