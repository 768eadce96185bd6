// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/scan_view.h"
#include "support/naive_twin.h"
#include "support/random_traffic.h"

#include <vector>

namespace sweepscope::tests {

/// Scans of random traffic twice: found the fast way, as statistics see them, and by the naive
/// twin.
class ScanSet {
public:
    ScanSet(std::uint64_t seed, std::size_t packets, const Thresholds& thresholds,
        double telescopeAddresses);

    [[nodiscard]] ScanView view() const;

    [[nodiscard]] const BurstIndex& index() const { return m_index; }

    [[nodiscard]] const std::vector<TwinScan>& twins() const { return m_twins; }

    /// The packets that a twin is made of.
    [[nodiscard]] std::vector<const RandomPacket*> packetsOf(const TwinScan& twin) const;

    /// One of four countries or none, decided by the address alone.
    static CountryId countryOf(const Address& source);
    /// One of three networks (AS1 to AS3) or none (0), likewise.
    static std::uint32_t networkOf(const Address& source);

private:
    Thresholds m_thresholds;
    Telescope m_telescope;
    std::vector<RandomPacket> m_traffic;
    BurstIndex m_index;
    BurstChains m_chains;
    Scans m_scans;
    SourceOrigins m_origins;
    std::vector<TwinScan> m_twins;
};

/// Of a twin's first packet.
Protocol protocolOf(const TwinScan& twin);

/// By its name in reports.
Tool toolOf(const TwinScan& twin);

/// A set of thresholds for each grouping: all chains; and those of many targets, some of them
/// large.
std::vector<Thresholds> statisticsThresholds();

} // namespace sweepscope::tests
