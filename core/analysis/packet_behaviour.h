// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/read_packets_of.h"

#include <cstdint>
#include <optional>

namespace sweepscope {

/// In what order targets were hit.
enum class TargetOrder : std::uint8_t {
    tooFew,     ///< fewer than ten steps between different targets
    ascending,  ///< at least 90 % of the steps lead upwards
    descending, ///< ... downwards
    unordered,  ///< neither: drawn at random, or from a permutation
};

/// What a run of packets tells about the program that sent them, in figures.
struct PacketBehaviour {
    std::uint64_t packets = 0;
    std::uint64_t targets = 0;  ///< distinct
    std::uint64_t repeated = 0; ///< distinct targets that were hit more than once
    TargetOrder order = TargetOrder::tooFew;
    double shareOfUpSteps = 0; ///< of steps between different targets

    /// Between neighbours in time, in seconds; nothing with fewer than two packets.
    std::optional<double> shortestGap;
    std::optional<double> medianGap;
    std::optional<double> longestGap;

    std::uint64_t ttls = 0; ///< distinct
    std::uint8_t lowestTtl = 0;
    std::uint8_t highestTtl = 0;

    std::uint64_t sourcePorts = 0; ///< distinct; 0 where no packet has one
    std::uint16_t lowestSourcePort = 0;
    std::uint16_t highestSourcePort = 0;

    bool operator==(const PacketBehaviour&) const = default;
};

/// Of packets in the order of time.
PacketBehaviour behaviourOf(const std::vector<PacketRecord>& packets);

} // namespace sweepscope
