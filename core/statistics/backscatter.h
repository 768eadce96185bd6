// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"
#include "scans/scan.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sweepscope {

class Team;

/// Whether an attack passes the rule of the RSDoS plugin of Corsaro (CAIDA) for attacks with random
/// forged sources: at least 25 packets, over at least 60 s, with at least 30 packets in some window
/// of 60 s, where windows move by 10 s. The index keeps the packets of a burst as a sum, so the
/// fullest window is known from below and above, and where these disagree the rule is open.
enum class AttackRule : std::uint8_t {
    fits,
    open, ///< cannot be told from the index
    misses,
    notMeantFor, ///< answers over UDP are asked for by name: reflection, which the rule is not for
};

std::string_view nameOf(AttackRule rule);

/// Backscatter of one address without a silence longer than kAttackGap: what answers a flood.
struct Attack {
    SourceId victim; ///< who answers. Of ICMP errors it may be a router before the victim
    TimeRange time;
    std::uint64_t packets = 0;
    std::uint32_t targets = 0;  ///< distinct addresses of the telescope that were answered
    std::uint32_t services = 0; ///< distinct pairs of kind and port
    std::uint16_t mainPort = 0; ///< attacked port with most answers; 0 for ICMP
    Kind mainKind = Kind::synAck;
    AttackRule rule = AttackRule::misses;
    std::uint64_t minuteAtLeast = 0; ///< packets in the fullest window of 60 s, from below
    std::uint64_t minuteAtMost = 0;  ///< and from above

    bool operator==(const Attack&) const = default;

    /// Moore et al. 2006 end a flow at silences of 300 s.
    static constexpr Duration kAttackGap = Duration::seconds(300);
};

/// One attacked service.
struct AttackedService {
    Kind kind = Kind::synAck;
    std::uint16_t port = 0;
    std::uint64_t packets = 0;
    std::uint64_t victims = 0; ///< distinct
    std::uint64_t attacks = 0;

    bool operator==(const AttackedService&) const = default;
};

/// All backscatter of an index. No threshold of the scans bears on it.
struct Backscatter {
    Duration gap = Attack::kAttackGap; ///< silences that end an attack; larger in a coarser index
    std::vector<Attack> attacks;       ///< by packets, then address of the victim, then time
    std::vector<AttackedService> services; ///< by packets, then kind, then port
    std::uint64_t victims = 0;
    std::uint64_t packets = 0;
    std::array<std::uint64_t, 4> byRule{}; ///< attacks

    bool operator==(const Backscatter&) const = default;
};

/// With a team, its members share the work.
Backscatter findBackscatter(const BurstIndex& index, Team* team = nullptr);

} // namespace sweepscope
