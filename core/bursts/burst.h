// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "bursts/target_store.h"
#include "fingerprint/evidence.h"
#include "packets/kind.h"

#include <cstdint>

namespace sweepscope {

/// The gap that bursts of a fresh index are kept at, and so the shortest expiry that can be asked.
constexpr Duration kBaseGap = Duration::seconds(60);

/// The packets of one source, one kind and one port without a silence longer than the base gap: the
/// finest grouping that is kept. Joining neighbouring bursts whose gap is at most the expiry gives
/// exactly the scans that a direct pass with that expiry would give, for every expiry from the base
/// gap up, because no silence inside a burst is longer.
///
/// Every field is a sum, a minimum, a maximum or a union over packets, so the order in which
/// packets come changes nothing, and two bursts join exactly.
struct alignas(64) Burst {    // so that it lies in two cache lines and not in three
    std::uint32_t source = 0; ///< in an index: place in the segment's sources. While one is built:
                              ///< the IPv4 address, or the place in the list of IPv6 sources
    std::uint16_t port = 0;
    Kind kind = Kind::syn;
    bool isV6 = false;
    TimeRange time;
    std::uint64_t packets = 0;
    RuleSet rules;                ///< what every packet matched, where `ruleCounts` is 0
    std::uint32_t ruleCounts = 0; ///< else 1 + the place in the segment's counts per rule
    std::uint32_t earlier = 0; ///< while one is built: 1 + the place of an older burst of the key
    TargetSet targets;
    PairwiseEvidence pairwise;
    Agreement agreement; ///< IPv4 SYN, UDP and ICMP requests

    [[nodiscard]] bool hasSameKey(const Burst& other) const {
        return source == other.source && port == other.port && kind == other.kind &&
               isV6 == other.isV6;
    }
};

static_assert(sizeof(Burst) == 128);

} // namespace sweepscope
