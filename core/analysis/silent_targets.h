// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "bursts/burst_index.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sweepscope {

/// Addresses of the telescope that no packet was sent to. A telescope that lost part of its route,
/// or whose prefixes are given too wide, has them in whole blocks.
struct SilentTargets {
    std::uint64_t addresses = 0;  ///< how many are silent
    double expected = 0;          ///< that would be by chance, were packets spread evenly
    std::vector<Prefix> prefixes; ///< that hold all of them and nothing else, ascending

    bool operator==(const SilentTargets&) const = default;

    /// More than chance explains.
    [[nodiscard]] bool areMany() const;
};

/// Only for IPv4 prefixes of together at most 2^26 addresses: nothing for others, of which nobody
/// expects that each is hit. With a team, its members share the work.
std::optional<SilentTargets> findSilentTargets(
    const BurstIndex& index, const PrefixSet& telescope, Team* team = nullptr);

} // namespace sweepscope
