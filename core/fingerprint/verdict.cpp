// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/verdict.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace sweepscope {

namespace {

constexpr double kOneIn16Bits = 1.0 / 65536;
constexpr double kOneIn32Bits = kOneIn16Bits * kOneIn16Bits;

constexpr double kNearlyAll = 0.9;
constexpr double kSome = 0.05;
constexpr std::uint64_t kLeastTested = 3;
constexpr std::uint64_t kLeastMatched32 = 2;
constexpr std::uint64_t kLeastMixed = 10;

/// Packets that repeat a value which another packet of the scan has.
///
/// Only where the values are few for so many targets: a plain stack that sends its SYN to each
/// target two or three times repeats values too, but has as many values as targets. Where hashes of
/// 16 bits run out, few means few of those that random values would fill.
std::uint64_t repeats(std::uint64_t tested, double distinct, std::uint64_t targets) {
    if (targets < 2 || tested < 2)
        return 0;
    constexpr double kHashes = 65536;
    const auto most = static_cast<double>(std::min(targets, tested));
    const double random = kHashes * -std::expm1(-most / kHashes);
    if (distinct > std::max(1.0, (1 - kNearlyAll) * random))
        return 0;
    return tested - std::min(tested, static_cast<std::uint64_t>(std::llround(distinct)));
}

std::uint64_t matchedBy(Tool tool, const ScanEvidence& evidence) {
    switch (tool) {
    case Tool::mirai:
        return evidence.of(Rule::miraiSequence);
    case Tool::zmap:
        return evidence.of(Rule::zmapId);
    case Tool::masscan:
        return evidence.of(Rule::masscanRelation);
    case Tool::nmap:
        return repeats(
            evidence.of(Rule::nmapWindow), evidence.pairwise.nmap.distinct(), evidence.targets);
    case Tool::unicornscan:
        return repeats(evidence.of(Rule::pairwiseTested),
            std::min(evidence.pairwise.unicornscan.distinct(),
                evidence.pairwise.unicornscanPlain.distinct()),
            evidence.targets);
    case Tool::hping3:
        return evidence.of(Rule::hping3Fields);
    case Tool::scapy:
        return evidence.of(Rule::scapyFields);
    case Tool::zmap41Like:
        return evidence.of(Rule::zmap41Fields);
    default:
        return 0;
    }
}

/// Packets whose captured bytes were enough for the tool's rule.
std::uint64_t testedBy(Tool tool, const ScanEvidence& evidence) {
    if (evidence.isV6)
        return 0;
    switch (tool) {
    case Tool::zmap:
        return evidence.protocol == Protocol::tcp ? evidence.synPackets : evidence.packets;
    case Tool::mirai:
    case Tool::masscan:
    case Tool::unicornscan:
        return evidence.synPackets;
    case Tool::nmap:
    case Tool::hping3:
    case Tool::scapy:
        return evidence.of(Rule::windowCaptured);
    case Tool::zmap41Like:
        return evidence.of(Rule::headerCaptured);
    default:
        return 0;
    }
}

bool reaches(std::uint64_t matched, std::uint64_t tested, double share) {
    return static_cast<double>(matched) >= share * static_cast<double>(tested);
}

bool isNamed(const ToolEvidence& evidence) {
    if (!reaches(evidence.matched, evidence.tested, kNearlyAll))
        return false;
    return evidence.tool == Tool::mirai ? evidence.matched >= kLeastMatched32
                                        : evidence.tested >= kLeastTested;
}

bool isMixed(const ToolEvidence& evidence) {
    return evidence.matched >= kLeastMixed && reaches(evidence.matched, evidence.tested, kSome);
}

} // namespace

const std::array<ToolFacts, kToolRuleCount>& toolFacts() {
    static constexpr std::array<ToolFacts, kToolRuleCount> kFacts = {{
        {Tool::mirai, "Mirai", "sequence number = target", "Mirai (2016) and kin with its scanner",
            "Mirai source, bot/scanner.c", kOneIn32Bits},
        {Tool::zmap, "ZMap to 4.0, XMap", "IP ID 54321", "ZMap 1.0 to 4.0, XMap",
            "zmap, src/probe_modules/packet.c", kOneIn16Bits},
        {Tool::masscan, "Masscan", "IP ID = target xor port xor sequence number",
            "Masscan since 2013-09, Xtate", "masscan, src/templ-pkt.c", kOneIn16Bits},
        {Tool::nmap, "Nmap", "halves of the sequence number xored: equal for all packets",
            "Nmap -sS", "nmap, scan_engine_raw.cc; Ghiette et al. 2016", kOneIn16Bits},
        {Tool::unicornscan, "Unicornscan", "one key in all sequence numbers", "Unicornscan 0.4",
            "unicornscan, send_packet.c; Ghiette et al. 2016", kOneIn16Bits},
        {Tool::hping3, "hping3", "window 512, no options, an acknowledgement number on a SYN",
            "hping3 -S", "hping, sendtcp.c", std::nullopt},
        {Tool::scapy, "Scapy", "IP ID 1, window 8192, sequence number 0", "Scapy's defaults",
            "scapy, layers/inet.py", std::nullopt},
        {Tool::zmap41Like, "like ZMap since 4.1",
            "window 65,535, ZMap's option order, DF clear, first TTL 64", "ZMap since 4.1.0 (2024)",
            "zmap, src/probe_modules/packet.c", std::nullopt},
    }};
    return kFacts;
}

std::array<ToolEvidence, kToolRuleCount> weigh(const ScanEvidence& evidence) {
    std::array<ToolEvidence, kToolRuleCount> all{};
    const auto weighOne = [&](const ToolFacts& facts) {
        ToolEvidence each{facts.tool, matchedBy(facts.tool, evidence),
            testedBy(facts.tool, evidence), std::nullopt};
        if (facts.chance)
            each.expectedByChance = static_cast<double>(each.tested) * *facts.chance;
        return each;
    };
    std::transform(toolFacts().begin(), toolFacts().end(), all.begin(), weighOne);
    return all;
}

Verdict decide(const ScanEvidence& evidence) {
    const auto all = weigh(evidence);
    const auto* const named = std::find_if(all.begin(), all.end(), isNamed);
    if (named != all.end())
        return {named->tool, named->matched, named->tested};
    // What is mixed counts before what is not; the earlier wins among equals.
    const auto* const nearest =
        std::max_element(all.begin(), all.end(), [](const ToolEvidence& a, const ToolEvidence& b) {
            return std::tuple(isMixed(a), a.matched, a.tested) <
                   std::tuple(isMixed(b), b.matched, b.tested);
        });
    return {isMixed(*nearest) ? Tool::mixed : Tool::unknown, nearest->matched, nearest->tested};
}

} // namespace sweepscope
