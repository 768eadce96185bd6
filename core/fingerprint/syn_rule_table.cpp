// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/syn_rule_table.h"

namespace sweepscope {

namespace {

/// Every window that a rule asks for.
constexpr std::array<std::uint16_t, 12> kTellingWindows = {
    0, 32, 512, 1024, 1025, 2048, 3072, 4096, 4128, 8192, 64240, 65535};
constexpr std::uint16_t kAnyOtherWindow = 7;

constexpr std::array<std::uint8_t, 5> kTtlOfClass = {1, 33, 65, 129, kHighTtl};

/// Fields on which no condition holds.
SynFields plainFields(std::uint16_t window, std::uint8_t ttl, bool doNotFragment) {
    SynFields syn;
    syn.target = 1;
    syn.sequence = 0x40000000;
    syn.sourcePort = 1000;
    syn.targetPort = 2;
    syn.ipId = 7;
    syn.window = window;
    syn.ttl = ttl;
    syn.doNotFragment = doNotFragment;
    return syn;
}

} // namespace

RuleSet testEachRule(const SynFields& syn, OptionLayout layout) {
    RuleSet rules;
    rules.add(Rule::pairwiseTested);
    rules.add(Rule::windowCaptured);
    rules.add(Rule::headerCaptured);
    rules.bits |= fieldRules(syn).bits | windowFieldRules(syn).bits;
    rules.bits |= stackRules(syn, layout).bits | zmap41Rules(syn, layout).bits |
                  windowRules(syn, layout, rules).bits;
    return rules;
}

SynRuleTable::SynRuleTable() {
    while (!placeWindows())
        m_multiplier = m_multiplier * 2654435761U + 2; // odd again
    for (std::size_t window = 0; window < kWindows; ++window) {
        for (std::size_t layout = 0; layout < kOptionLayoutCount; ++layout) {
            for (std::size_t ttl = 0; ttl < kTtls; ++ttl) {
                for (std::size_t whole = 0; whole < 2; ++whole)
                    m_entries[((window * kOptionLayoutCount + layout) * kTtls + ttl) * 2 + whole] =
                        makeEntry(window == 0 ? kAnyOtherWindow : kTellingWindows[window - 1],
                            static_cast<OptionLayout>(layout), kTtlOfClass[ttl], whole != 0);
            }
        }
    }
}

const SynRuleTable& SynRuleTable::instance() {
    static const SynRuleTable kTable;
    return kTable;
}

/// False where two share a slot.
bool SynRuleTable::placeWindows() {
    m_slots = {};
    std::uint16_t number = 0;
    for (const std::uint16_t window : kTellingWindows) {
        TellingWindow& slot = m_slots[slotOf(window)];
        if (slot.number != 0)
            return false;
        slot = {window, ++number};
    }
    return true;
}

/// Asks the predicates: once with no condition, and once with each.
SynRuleTable::Entry SynRuleTable::makeEntry(
    std::uint16_t window, OptionLayout layout, std::uint8_t ttl, bool isWhole) {
    SynFields plain = plainFields(window, ttl, isWhole);
    plain.optionBytes = layout == OptionLayout::none ? 0 : 4;
    const auto rulesWith = [&](void (*change)(SynFields&)) {
        SynFields changed = plain;
        change(changed);
        return static_cast<std::uint32_t>(testEachRule(changed, layout).bits);
    };
    Entry entry;
    entry.always = rulesWith([](SynFields&) {});
    entry.withZmapId = rulesWith([](SynFields& syn) { syn.ipId = 54321; });
    entry.withMasscanRelation = rulesWith([](SynFields& syn) {
        syn.ipId = static_cast<std::uint16_t>(syn.target ^ syn.targetPort ^ syn.sequence);
    });
    entry.fromZmapPort = rulesWith([](SynFields& syn) { syn.sourcePort = 40000; });
    entry.withSmallSequence = rulesWith([](SynFields& syn) { syn.sequence = 5; });
    entry.withAcknowledgement = rulesWith([](SynFields& syn) { syn.acknowledgement = 1; });
    entry.withScapyNumbers = rulesWith([](SynFields& syn) {
        syn.ipId = 1;
        syn.sequence = 0;
    });
    return entry;
}

} // namespace sweepscope
