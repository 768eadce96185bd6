// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/address_list.h"
#include "bursts/burst.h"
#include "bursts/burst_list.h"
#include "bursts/burst_packet.h"
#include "fingerprint/user_rules.h"
#include "packets/activity.h"
#include "packets/decode_counts.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace sweepscope {

class Team;

/// Matches per rule, for a burst whose packets did not all match the same rules.
using RuleCounts = std::array<std::uint64_t, kRuleCount>;

/// The same for a user's rules, whose bits stand behind those (rule.h).
using UserCounts = std::array<std::uint64_t, kUserBits>;

/// The bursts of some sources, in order of (source, kind, port, first).
struct IndexSegment {
    AddressList sources; ///< each has at least one burst
    BurstList bursts;
    std::vector<RuleCounts> ruleCounts;
    std::vector<UserCounts> userCounts; ///< for the first of those; behind its end all are 0
    TargetStore targets;
    std::vector<Ipv6> targets6; ///< what the numbers in target sets of IPv6 bursts stand for

    /// How many packets of the burst match the rule.
    [[nodiscard]] std::uint64_t matches(const Burst& burst, Rule rule) const {
        if (burst.ruleCounts != 0)
            return ruleCounts[burst.ruleCounts - 1][static_cast<std::size_t>(rule)];
        return burst.rules.has(rule) ? burst.packets : 0;
    }

    /// The same for one of the user's bits.
    [[nodiscard]] std::uint64_t userMatches(const Burst& burst, std::size_t bit) const {
        if (burst.ruleCounts == 0)
            return (burst.rules.bits >> (kFirstUserBit + bit) & 1) != 0 ? burst.packets : 0;
        return burst.ruleCounts > userCounts.size() ? 0 : userCounts[burst.ruleCounts - 1][bit];
    }

    /// Gives a burst that has none a place in the counts, with what it counts until now.
    void beginCounts(Burst& burst);

    /// Brings a burst's counts over from the segment where it has them.
    void takeCounts(Burst& burst, const IndexSegment& from);

    /// The burst's counts of the user's bits, to add to; it must have a place in the counts.
    UserCounts& userCountsOf(const Burst& burst);

    /// The numbers of a source's bursts: from the first to behind the last.
    [[nodiscard]] std::pair<std::size_t, std::size_t> burstsOf(std::uint32_t source) const;

    /// For a walk over all bursts and their targets, which lie in another order: asks for those of
    /// a burst that comes soon.
    [[gnu::always_inline]] void prefetchTargetsBehind(std::size_t burst) const {
        constexpr std::size_t kAhead = 8;
        if (burst + kAhead < bursts.size())
            targets.prefetch(bursts[burst + kAhead].targets);
    }

    /// Calls `use(address)` for each target of the burst.
    template <typename Use>
    void forEachTarget(const Burst& burst, Use use) const {
        targets.forEach(burst.targets, [&](std::uint32_t target) {
            if (burst.isV6)
                use(Address(targets6[target]));
            else
                use(Address(Ipv4{target}));
        });
    }
};

/// All bursts of a capture, with what was counted besides. Never changes once made, so any number
/// of threads read it without a lock.
struct BurstIndex {
    Duration baseGap = kBaseGap;
    std::array<IndexSegment, kSegments> segments;
    DecodeCounts counts;
    Activity activity;
    std::shared_ptr<const UserRules> userRules; ///< that packets were tested on; null: none
    std::uint64_t probeTargets =
        0; ///< distinct targets of probes, which a telescope is inferred from
    std::uint64_t probeSources = 0; ///< distinct sources of probes

    [[nodiscard]] std::size_t burstCount() const;
    [[nodiscard]] std::size_t sourceCount() const;
};

/// Adds `other` to `into`: times, counts, targets and evidence. Both belong to `segment`, and
/// `other` is used up.
void joinInto(IndexSegment& segment, Burst& into, Burst other);

/// The same segment in no more memory than it needs: without what joined bursts have left behind.
IndexSegment compacted(IndexSegment segment);

/// Two segments of the same number become one.
IndexSegment mergeSegments(IndexSegment a, const IndexSegment& b, Duration gap);

/// Indexes of parts become the index of the whole: the same, whatever the parts were and whatever
/// their order, that one pass over all packets would have made. The base gap is the larger of the
/// two. A user's rules are kept where both parts were read with the same ones, else forgotten. With
/// a team, its members merge segments side by side.
BurstIndex mergeIndexes(BurstIndex a, const BurstIndex& b, Team* team = nullptr);

} // namespace sweepscope
