// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/evidence.h"
#include "fingerprint/tool.h"
#include "packets/kind.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sweepscope {

/// A tool's rule, or a trait, tells of a scan where it fits this share of the packets that it was
/// tested on, and these are so many.
inline constexpr double kNearlyAll = 0.9;
inline constexpr std::uint64_t kLeastTested = 3;

inline bool fitsNearlyAll(std::uint64_t matched, std::uint64_t tested) {
    return tested >= kLeastTested &&
           static_cast<double>(matched) >= kNearlyAll * static_cast<double>(tested);
}

/// The evidence of all packets of a scan.
struct ScanEvidence {
    Protocol protocol = Protocol::tcp;
    bool isV6 = false;
    std::uint64_t packets = 0;
    std::uint64_t synPackets =
        0; ///< those of them that are SYN; the rules for TCP look at no other
    std::uint64_t targets = 0;
    std::array<std::uint64_t, kRuleCount> matches{};
    PairwiseEvidence pairwise;
    std::optional<Agreement> agreement; ///< of the IPv4 SYN, UDP or ICMP request packets

    [[nodiscard]] std::uint64_t of(Rule rule) const {
        return matches[static_cast<std::size_t>(rule)];
    }
};

/// `matched` of `tested` packets fit the tool's rule; of pairs of packets where the rule is
/// pairwise. For `unknown` and `mixed` both tell of the rule that fits most packets, and where none
/// fits any, of one that was tested on most; `nearest` says whose rule that is.
struct Verdict {
    Tool tool = Tool::unknown;
    std::uint64_t matched = 0;
    std::uint64_t tested = 0;
    Tool nearest = Tool::unknown; ///< whose rule `matched` is about
    /// That would fit if fields were random; nothing for a pattern of fields.
    std::optional<double> expectedByChance;

    bool operator==(const Verdict&) const = default;
};

/// One line of evidence, for showing: a tool, what its rule says, and how the packets did.
struct ToolEvidence {
    Tool tool = Tool::unknown;
    std::uint64_t matched = 0;
    std::uint64_t tested = 0;
    /// Packets of `tested` that would fit if their fields were random; nothing where the rule is a
    /// pattern of fields, for which there is no such number.
    std::optional<double> expectedByChance;
};

/// Of a rule, for people: what it looks for, which versions it fits, and the source of that.
struct ToolFacts {
    Tool tool;
    std::string_view title;    ///< "ZMap before 4.1, XMap"
    std::string_view rule;     ///< "IP ID 54321"
    std::string_view versions; ///< "ZMap 1.0 to 4.0, XMap"
    std::string_view source;
    std::optional<double> chance; ///< that one random packet fits
    bool isPairwise = false; ///< a packet fits that equals its neighbour: n - 1 of n at the most
};

/// In the order of precedence: the first tool whose rule nearly all packets fit is named.
constexpr std::size_t kToolRuleCount = 8;
const std::array<ToolFacts, kToolRuleCount>& toolFacts();

/// The evidence for each tool, in the order of precedence.
std::array<ToolEvidence, kToolRuleCount> weigh(const ScanEvidence& evidence);

/// Names the tool. At least 90 % of the tested packets must fit, and at least three be tested (two
/// must fit where the test has 32 bits); a tool is never named from one packet, since chance alone
/// fits one in 65,536. `mixed`: at least 5 %, and ten packets.
Verdict decide(const ScanEvidence& evidence);

/// Only the name: for millions of scans.
Tool decideTool(const ScanEvidence& evidence);

} // namespace sweepscope
