// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/rules.h"

namespace sweepscope {

namespace {

/// Where a received TTL began: 0 for 32, 1 for 64, 2 for 128, 3 for 255.
unsigned firstTtl(std::uint8_t ttl) {
    return (ttl > 32 ? 1U : 0U) + (ttl > 64 ? 1U : 0U) + (ttl > 128 ? 1U : 0U);
}

constexpr unsigned kFrom64 = 1;
constexpr unsigned kFrom128 = 2;
constexpr unsigned kFrom255 = 3;

/// Own stacks set DF, raw tools do not.
constexpr RuleSet stackOf(OptionLayout layout, unsigned ttl) {
    using enum OptionLayout;
    RuleSet rules;
    rules.addIf(
        ttl == kFrom64 && (layout == stampedLinux || layout == plainLinux), Rule::linuxStack);
    rules.addIf(ttl == kFrom128 && (layout == windows || layout == oldWindows), Rule::windowsStack);
    rules.addIf(ttl == kFrom64 && (layout == freeBsd || layout == macOs || layout == openBsd),
        Rule::bsdStack);
    return rules;
}

using StackTable = std::array<std::array<RuleSet, 4>, kOptionLayoutCount>;

constexpr StackTable makeStackTable() {
    StackTable table{};
    for (std::size_t layout = 0; layout < table.size(); ++layout) {
        for (unsigned ttl = 0; ttl < 4; ++ttl)
            table[layout][ttl] = stackOf(static_cast<OptionLayout>(layout), ttl);
    }
    return table;
}

constexpr StackTable kStacks = makeStackTable();

constexpr std::uint16_t kAngryIpWindow = 32;

/// ZMap 1.0 to 2.1.1 and XMap send no options, 3.0 to 4.0 the segment size (zmap: packet.c).
RuleSet zmapVersion(const SynFields& syn, OptionLayout layout) {
    RuleSet rules;
    const bool isOwn = syn.window == 65535;
    rules.addIf(isOwn && layout == OptionLayout::none, Rule::zmapNoOptions);
    rules.addIf(isOwn && layout == OptionLayout::segmentSize, Rule::zmapSegmentSize);
    return rules;
}

/// Masscan's template had window 0 in 1.0 and 1.0.1, 1024 from 1.0.3 to 1.3.2, and since 2023-11-07
/// the bytes 04 01 and a segment size (masscan: src/templ-pkt.c and its history). Xtate shares the
/// relation with another template (sharkocha/xtate).
RuleSet masscanVersion(const SynFields& syn, OptionLayout layout) {
    RuleSet rules;
    const bool isBare = layout == OptionLayout::none;
    const bool hasSize = layout == OptionLayout::segmentSize;
    rules.addIf(isBare && syn.window == 0, Rule::masscanWindow0);
    rules.addIf(isBare && syn.window == 1024, Rule::masscanWindow1024);
    rules.addIf(hasSize && syn.window == 1025, Rule::masscanWindow1025);
    rules.addIf(hasSize && syn.window == 64240 && firstTtl(syn.ttl) == kFrom128, Rule::xtateFields);
    return rules;
}

} // namespace

RuleSet zmap41Rules(const SynFields& syn, OptionLayout layout) {
    using enum OptionLayout;
    const bool looksRight = syn.window == 65535 && !syn.doNotFragment && syn.sourcePort >= 32768 &&
                            syn.sourcePort <= 61000;
    if (!looksRight)
        return {};
    const unsigned ttl = firstTtl(syn.ttl);
    RuleSet rules;
    rules.addIf(ttl == kFrom64 && layout == windows, Rule::zmap41Windows);
    rules.addIf(ttl == kFrom64 && layout == macOs, Rule::zmap41Bsd);
    rules.addIf(ttl == kFrom64 && layout == stampedLinux, Rule::zmap41Linux);
    rules.addIf(ttl == kFrom64 && layout == segmentSize, Rule::zmap41Smallest);
    rules.addIf(ttl == kFrom255 && layout == stampedLinux, Rule::zmap41Candidate);
    rules.addIf(rules.bits != 0, Rule::zmap41Fields);
    return rules;
}

RuleSet stackRules(const SynFields& syn, OptionLayout layout) {
    RuleSet rules;
    if (syn.doNotFragment) {
        rules = kStacks[static_cast<std::size_t>(layout)][firstTtl(syn.ttl)];
        // Angry IP Scanner on Windows asks for a buffer that makes its window 32: seen in a
        // labelled capture (seriouszyx/ScannerRecognition, 114 of 114), not read in its source.
        rules.addIf(
            syn.window == kAngryIpWindow && rules.has(Rule::windowsStack), Rule::angryIpFields);
    }
    rules.addIf(syn.ttl >= kHighTtl || isZmapId(syn.ipId) || layout == OptionLayout::none,
        Rule::irregularSyn);
    return rules;
}

RuleSet windowRules(const SynFields& syn, OptionLayout layout, RuleSet found) {
    RuleSet rules;
    if (found.has(Rule::zmapId))
        rules.bits |= zmapVersion(syn, layout).bits;
    if (found.has(Rule::masscanRelation))
        rules.bits |= masscanVersion(syn, layout).bits;
    if (layout != OptionLayout::segmentSize)
        return rules;
    rules.addIf(syn.window == 1024 && syn.sequence < kNaabuMostSequence, Rule::naabuFields);
    // Unicornscan's default profile, "cisco" (dneufeld/unicornscan).
    rules.addIf(syn.window == 4128, Rule::unicornscanProfile);
    return rules;
}

} // namespace sweepscope
