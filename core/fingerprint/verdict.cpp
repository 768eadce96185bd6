// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/verdict.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace sweepscope {

namespace {

constexpr double kOneIn16Bits = 1.0 / 65536;
constexpr double kOneIn32Bits = kOneIn16Bits * kOneIn16Bits;

constexpr double kSome = 0.05;
constexpr std::uint64_t kLeastMatched32 = 2;
constexpr std::uint64_t kLeastMixed = 10;

/// Packets that repeat a value which another packet of the scan has: equal neighbours.
///
/// Only where the values are few for so many targets: a plain stack that sends its SYN to each
/// target two or three times repeats values too, but has as many values as targets. Where hashes of
/// 16 bits run out, few means few of those that random values would fill.
std::uint64_t repeats(std::uint64_t tested, double distinct, std::uint64_t targets) {
    if (targets < 2 || tested < 2)
        return 0;
    constexpr double kHashes = 65536;
    constexpr double kFew = 0.1; // as many as leave 90 % that repeat one
    const auto most = static_cast<double>(std::min(targets, tested));
    const bool collide = most > kHashes / 64;
    const double random = collide ? kHashes * -std::expm1(-most / kHashes) : most;
    if (distinct > std::max(1.0, kFew * random))
        return 0;
    return tested - std::min(tested, static_cast<std::uint64_t>(std::llround(distinct)));
}

/// Packets that a rule was tested on, and those of them that fit it. By a pairwise rule a packet
/// fits that equals its neighbour before, so the first one never does.
struct Tally {
    std::uint64_t matched = 0;
    std::uint64_t tested = 0;
};

/// Only packets whose captured bytes were enough for the rule are tested on it.
Tally nmapTally(const ScanEvidence& evidence) {
    return {
        repeats(evidence.of(Rule::nmapWindow), evidence.pairwise.nmap.distinct(), evidence.targets),
        evidence.of(Rule::windowCaptured)};
}

Tally unicornscanTally(const ScanEvidence& evidence) {
    const double distinct = std::min(
        evidence.pairwise.unicornscan.distinct(), evidence.pairwise.unicornscanPlain.distinct());
    return {repeats(evidence.of(Rule::pairwiseTested), distinct, evidence.targets),
        evidence.of(Rule::pairwiseTested)};
}

using Tallies = std::array<Tally, kToolRuleCount>;

/// In the order of precedence.
Tallies talliesOf(const ScanEvidence& evidence) {
    if (evidence.isV6)
        return {};
    if (evidence.protocol != Protocol::tcp)
        return {{{}, {evidence.of(Rule::zmapId), evidence.packets}}};
    const std::uint64_t syn = evidence.synPackets;
    const std::uint64_t window = evidence.of(Rule::windowCaptured);
    return {{
        {evidence.of(Rule::miraiSequence), syn},
        {evidence.of(Rule::zmapId), syn},
        {evidence.of(Rule::masscanRelation), syn},
        nmapTally(evidence),
        unicornscanTally(evidence),
        {evidence.of(Rule::hping3Fields), window},
        {evidence.of(Rule::scapyFields), window},
        {evidence.of(Rule::zmap41Fields), evidence.of(Rule::headerCaptured)},
    }};
}

bool reaches(std::uint64_t matched, std::uint64_t tested, double share) {
    return static_cast<double>(matched) >= share * static_cast<double>(tested);
}

constexpr std::size_t kMirai = 0;

bool isNamed(const Tallies& all, std::size_t place) {
    const Tally& tally = all[place];
    if (tally.matched == 0 || !reaches(tally.matched, tally.tested, kNearlyAll))
        return false;
    return place == kMirai ? tally.matched >= kLeastMatched32 : tally.tested >= kLeastTested;
}

bool isMixed(const Tally& tally) {
    return tally.matched >= kLeastMixed && reaches(tally.matched, tally.tested, kSome);
}

/// A tool and the place of the rule that says so.
struct Decision {
    Tool tool = Tool::unknown;
    std::size_t place = 0;
};

std::optional<Decision> findNamed(const Tallies& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isNamed(all, i))
            return Decision{toolFacts()[i].tool, i};
    }
    return std::nullopt;
}

Decision decideFrom(const Tallies& all) {
    if (const auto named = findNamed(all))
        return *named;
    // What is mixed counts before what is not; the earlier wins among equals.
    const auto* const nearest =
        std::max_element(all.begin(), all.end(), [](const Tally& a, const Tally& b) {
            return std::tuple(isMixed(a), a.matched, a.tested) <
                   std::tuple(isMixed(b), b.matched, b.tested);
        });
    return {isMixed(*nearest) ? Tool::mixed : Tool::unknown,
        static_cast<std::size_t>(nearest - all.begin())};
}

std::optional<double> expectedOf(const ToolFacts& facts, const Tally& tally) {
    if (!facts.chance || tally.tested == 0)
        return std::nullopt;
    return static_cast<double>(tally.tested) * *facts.chance;
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
            "Nmap -sS", "nmap, scan_engine_raw.cc; Ghiette et al. 2016", kOneIn16Bits, true},
        {Tool::unicornscan, "Unicornscan", "one key in all sequence numbers", "Unicornscan 0.4",
            "unicornscan, send_packet.c; Ghiette et al. 2016", kOneIn16Bits, true},
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
    const Tallies tallies = talliesOf(evidence);
    std::array<ToolEvidence, kToolRuleCount> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ToolFacts& facts = toolFacts()[i];
        all[i] = {facts.tool, tallies[i].matched, tallies[i].tested, expectedOf(facts, tallies[i])};
    }
    return all;
}

Verdict decide(const ScanEvidence& evidence) {
    const Tallies tallies = talliesOf(evidence);
    const auto [tool, place] = decideFrom(tallies);
    const ToolFacts& facts = toolFacts()[place];
    const Tally& tally = tallies[place];
    return {tool, tally.matched, tally.tested, tally.tested == 0 ? Tool::unknown : facts.tool,
        expectedOf(facts, tally)};
}

Tool decideTool(const ScanEvidence& evidence) {
    const Tallies tallies = talliesOf(evidence);
    if (const auto named = findNamed(tallies))
        return named->tool;
    return std::any_of(tallies.begin(), tallies.end(), isMixed) ? Tool::mixed : Tool::unknown;
}

} // namespace sweepscope
