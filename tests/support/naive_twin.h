// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/tool.h"
#include "scans/thresholds.h"
#include "support/random_traffic.h"

#include <string>
#include <vector>

namespace sweepscope::tests {

/// A scan as the twin finds it, in words that can be compared and shown.
struct TwinScan {
    std::string source;
    std::string kind; ///< of the first packet
    std::vector<std::uint16_t> ports;
    std::int64_t first = 0; ///< nanoseconds since 1970
    std::int64_t last = 0;
    std::uint64_t packets = 0;
    std::uint64_t targets = 0;
    bool isLarge = false;
    std::string tool;
    std::uint64_t matched = 0;
    std::uint64_t tested = 0;

    auto operator<=>(const TwinScan&) const = default;
};

std::string toText(const TwinScan& scan);

/// The naive twin of everything between packets and scans: sorts all packets by time, groups them in
/// plain maps, cuts each group at silences longer than the expiry, and tests what is left against the
/// thresholds. One direct pass for one set of thresholds; nothing is shared with the fast way but the
/// definitions of the design. Scans come sorted.
std::vector<TwinScan> naiveScans(const std::vector<RandomPacket>& packets,
    const Thresholds& thresholds, double telescopeAddresses);

/// Distinct targets of probes.
std::uint64_t naiveProbeTargets(const std::vector<RandomPacket>& packets);

} // namespace sweepscope::tests
