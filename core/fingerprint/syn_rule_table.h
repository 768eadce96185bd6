// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/rules.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sweepscope {

/// What a SYN with its whole header fits, every rule tested by its own predicate (rules.h). The
/// meaning of the table below, which is made of it.
RuleSet testEachRule(const SynFields& syn, OptionLayout layout);

/// The same in a few steps with hardly a branch, for the innermost loop.
///
/// What senders mix varies from packet to packet, so a branch for each rule is guessed wrong again
/// and again: that took more time than all the tests. Fields of which only some values tell
/// anything - window, options, TTL and DF - choose an entry, and the entry says which rules hold
/// in any case and which under each of the conditions on the other fields.
class SynRuleTable {
public:
    SynRuleTable();

    /// The one table; made when first asked for.
    static const SynRuleTable& instance();

    [[nodiscard]] RuleSet rulesOf(const SynFields& syn) const {
        const Entry& entry = m_entries[placeOf(syn)];
        // By a mask: of a choice the compiler makes a branch.
        const auto when = [](bool holds, std::uint32_t rules) {
            return (0U - static_cast<std::uint32_t>(holds)) & rules;
        };
        const bool isFromZmapPort = syn.sourcePort >= 32768 && syn.sourcePort <= 61000;
        std::uint32_t bits = entry.always | when(isZmapId(syn.ipId), entry.withZmapId) |
                             when(isMasscanRelation(syn), entry.withMasscanRelation) |
                             when(isMiraiSequence(syn),
                                 static_cast<std::uint32_t>(RuleSet::bitOf(Rule::miraiSequence))) |
                             when(isFromZmapPort, entry.fromZmapPort);
        // Rare enough to be foreseen: one random sequence number in 256.
        if (syn.sequence < kNaabuMostSequence || syn.acknowledgement != 0)
            bits |= when(syn.sequence < kNaabuMostSequence, entry.withSmallSequence) |
                    when(syn.acknowledgement != 0, entry.withAcknowledgement) |
                    when(syn.ipId == 1 && syn.sequence == 0, entry.withScapyNumbers);
        return {bits};
    }

private:
    /// Rules as bits; the built-in ones are the lower half of a RuleSet.
    struct Entry {
        std::uint32_t always = 0;
        std::uint32_t withZmapId = 0;
        std::uint32_t withMasscanRelation = 0;
        std::uint32_t fromZmapPort = 0;
        std::uint32_t withSmallSequence = 0;
        std::uint32_t withAcknowledgement = 0;
        std::uint32_t withScapyNumbers = 0;
    };

    /// A window that some rule asks for, and its number from 1 up.
    struct TellingWindow {
        std::uint16_t window = 0;
        std::uint16_t number = 0;
    };

    static constexpr std::size_t kWindows = 13; ///< the telling ones, and all others as number 0
    static constexpr std::size_t kTtls = 5;
    static constexpr std::uint32_t kSlotBits = 6;

    [[nodiscard]] std::size_t placeOf(const SynFields& syn) const {
        const auto layout = static_cast<std::size_t>(optionLayoutOf(syn.options, syn.optionBytes));
        const TellingWindow& slot = m_slots[slotOf(syn.window)];
        const std::size_t window = slot.window == syn.window ? slot.number : 0;
        return ((window * kOptionLayoutCount + layout) * kTtls + kTtlClasses[syn.ttl]) * 2 +
               (syn.doNotFragment ? 1 : 0);
    }

    /// Telling windows have a slot each.
    [[nodiscard]] std::size_t slotOf(std::uint16_t window) const {
        return (window * m_multiplier) >> (32 - kSlotBits);
    }

    /// Where TTLs begin, and from which on Spoki calls them high.
    static constexpr auto kTtlClasses = [] {
        std::array<std::uint8_t, 256> classes{};
        for (unsigned ttl = 0; ttl < classes.size(); ++ttl)
            classes[ttl] =
                static_cast<std::uint8_t>((ttl > 32 ? 1U : 0U) + (ttl > 64 ? 1U : 0U) +
                                          (ttl > 128 ? 1U : 0U) + (ttl >= kHighTtl ? 1U : 0U));
        return classes;
    }();

    bool placeWindows();
    static Entry makeEntry(
        std::uint16_t window, OptionLayout layout, std::uint8_t ttl, bool isWhole);

    std::uint32_t m_multiplier = 1;
    std::array<TellingWindow, std::size_t{1} << kSlotBits> m_slots{};
    std::array<Entry, kWindows * kOptionLayoutCount * kTtls * 2> m_entries{};
};

} // namespace sweepscope
