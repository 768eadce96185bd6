// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scans/burst_chains.h"
#include "scans/scan.h"
#include "scans/thresholds.h"

#include <cstdint>

namespace sweepscope {

/// Why a chain of probe bursts is no scan. The bits of the two thresholds that it stays below.
enum class Shortfall : std::uint8_t {
    none = 0,       ///< it is a scan
    fewTargets = 1, ///< fewer distinct targets than asked for
    slow = 2,       ///< fewer packets a second than asked for
    both = 3,
};

/// The thresholds with everything worked out that does not change from scan to scan.
class ScanGate {
public:
    ScanGate(const Thresholds& thresholds, const Telescope& telescope)
        : m_scale(thresholds, telescope)
        , m_minTargets(thresholds.minTargets.on(telescope.addresses))
        , m_minRate(thresholds.minRate)
        , m_scope(thresholds.rateScope)
        , m_largeFrom(leastTargets(thresholds.largeCoverage)) {}

    [[nodiscard]] bool lets(const BurstChain& chain) const {
        return chain.targets >= m_minTargets && !isSlow(chain);
    }

    [[nodiscard]] Shortfall shortfallOf(const BurstChain& chain) const {
        const int few = chain.targets < m_minTargets ? 1 : 0;
        return static_cast<Shortfall>(few + (isSlow(chain) ? 2 : 0));
    }

    [[nodiscard]] ScanSize sizeOf(std::uint32_t targets) const {
        return targets >= m_largeFrom ? ScanSize::large : ScanSize::small;
    }

private:
    /// The least number of targets with that coverage, so that scans are compared without a
    /// division each. A greater number never covers less, so halving finds it.
    [[nodiscard]] std::uint64_t leastTargets(double coverage) const {
        std::uint64_t least = 0;
        std::uint64_t beyond = std::uint64_t{1} << 32;
        while (least < beyond) {
            const std::uint64_t middle = (least + beyond) / 2;
            if (m_scale.coverage(static_cast<std::uint32_t>(middle)) >= coverage)
                beyond = middle;
            else
                least = middle + 1;
        }
        return least;
    }

    [[nodiscard]] bool isSlow(const BurstChain& chain) const {
        if (m_minRate <= 0)
            return false; // no rate is below
        const double rate = m_scope == RateScope::internet
                                ? m_scale.internetRate(chain.packets, chain.time)
                                : ScanScale::rate(chain.packets, chain.time);
        return rate < m_minRate;
    }

    ScanScale m_scale;
    std::uint64_t m_minTargets;
    double m_minRate;
    RateScope m_scope;
    std::uint64_t m_largeFrom;
};

} // namespace sweepscope
