// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/time.h"
#include "bursts/burst_index.h"
#include "packets/packet.h"
#include "scans/burst_chains.h"
#include "scans/scan.h"

#include <cstdint>
#include <map>
#include <vector>

namespace sweepscope {

/// What a scan takes of its source's packets. Grouped by source it has all ports of a protocol.
struct ScanClaim {
    TimeRange time;
    Kind kind = Kind::syn;
    std::uint16_t port = 0;
    Grouping by = Grouping::sourcePort;

    [[nodiscard]] bool takes(Timestamp moment, Kind packetKind, std::uint16_t packetPort) const;
};

/// Which packets: those for which everything holds that is asked. What is empty is not asked, so an
/// empty choice takes every frame, also those without a source.
///
/// Ports and kinds are those of the burst key: backscatter goes by its source port.
struct PacketChoice {
    PrefixSet sources;
    std::vector<std::uint16_t> ports;
    std::vector<Kind> kinds;
    TimeRange time;                                  ///< empty: any
    std::map<Address, std::vector<ScanClaim>> scans; ///< packets of any of these
    bool isOnlyScans = false;                        ///< `scans` is asked, also where it holds none

    [[nodiscard]] bool takesAll() const;
    [[nodiscard]] bool takes(const Address& source, const Packet& packet) const;
    [[nodiscard]] bool takes(const Address& source, const Burst& burst) const;

private:
    [[nodiscard]] bool takesKey(const Address& source, Kind kind, std::uint16_t port) const;
};

/// The scans of a snapshot, as claims.
std::map<Address, std::vector<ScanClaim>> claimsOf(
    const BurstIndex& index, const Scans& scans, Grouping by);

/// When the packets of a choice were seen, by the bursts of an index: moments outside of these
/// ranges have none. Ascending and apart.
std::vector<TimeRange> timesOf(const BurstIndex& index, const PacketChoice& choice);

} // namespace sweepscope
