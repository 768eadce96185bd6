// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/fixed_bits.h"

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

constexpr std::uint64_t kContradictions = 50; ///< one source in so many may contradict

/// ln of Chernoff's bound for at least a share `seen` of n trials of chance `expected`.
double logChance(double n, double seen, double expected) {
    if (seen <= expected)
        return 0;
    double divergence = seen * std::log(seen / expected);
    if (seen < 1)
        divergence += (1 - seen) * std::log((1 - seen) / (1 - expected));
    return -n * divergence;
}

} // namespace

std::optional<FixedBits> fixedBits(const BitCounts& port, const BitCounts& all) {
    FixedBits fixed;
    bool hasFree = false;
    for (std::size_t bit = 0; bit < kAddressBits; ++bit) {
        const double usual = all.share(bit);
        if (usual < 0.25 || usual > 0.75)
            continue; // hardly differs within the telescope
        const std::uint64_t contradicting =
            std::min(port.ones(bit), port.sources() - port.ones(bit));
        const bool isOne = port.ones(bit) * 2 > port.sources();
        if (contradicting * kContradictions <= port.sources()) {
            fixed.mask |= std::uint32_t{1} << bit;
            fixed.value |= static_cast<std::uint32_t>(isOne) << bit;
            const double agreeing = static_cast<double>(port.sources() - contradicting) /
                                    static_cast<double>(port.sources());
            fixed.logChance +=
                logChance(static_cast<double>(port.sources()), agreeing, isOne ? usual : 1 - usual);
        } else if (contradicting * 6 < port.sources()) {
            return std::nullopt; // neither fixed nor free
        } else {
            hasFree = true;
        }
    }
    return fixed.mask != 0 && hasFree ? std::optional(fixed) : std::nullopt;
}

} // namespace sweepscope
