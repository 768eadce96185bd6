// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/random.h"

#include <cstdint>
#include <vector>

namespace sweepscope::sample {

/// The order in which ZMap reaches the telescope's addresses.
///
/// ZMap walks the multiplicative group modulo the prime 2^32 + 15: x, xg, xg^2, ... for a random
/// generator g, and probes address x - 1 (Durumeric, Wustrow, Halderman 2013). The walk itself is
/// too long to follow for every scan, so the discrete logarithm of each telescope address to base 3
/// is found once (Pohlig-Hellman: the group's order is 2 * 3^2 * 5 * 131 * 364289); a scan's
/// positions follow from it by one multiplication each.
class GroupWalk {
public:
    static constexpr std::uint64_t kPrime = (1ULL << 32) + 15;
    static constexpr std::uint64_t kOrder = kPrime - 1;

    GroupWalk();

    /// For every telescope address in order, its position in one random walk: [0, kOrder).
    [[nodiscard]] std::vector<std::uint64_t> positions(Random& random) const;

private:
    std::vector<std::uint64_t> m_logarithms; // to base 3, by telescope address
};

} // namespace sweepscope::sample
