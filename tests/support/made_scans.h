// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "support/random_traffic.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace sweepscope::tests {

/// A scan to be planted: `targets` packets from `at` on, one every `step`, each to another target.
struct MadeScan {
    std::uint32_t source = 0;
    std::uint16_t port = 0;
    double at = 0; ///< seconds after kMadeBegin
    std::uint32_t targets = 4;
    std::uint32_t firstTarget = 0;
    double step = 1;
    bool isZmap = false;
};

/// 2026-01-01T00:00:00Z.
constexpr Timestamp kMadeBegin{1'767'225'600'000'000'000};

/// The moment so many seconds after it.
inline Timestamp madeTime(double seconds) {
    return kMadeBegin + Duration::fromSeconds(seconds);
}

/// Scans in a capture of so many seconds, on a telescope of 5,000 addresses unless said otherwise,
/// under thresholds that let every one of them pass; large from 10 %. A source's country is one of
/// four or none, its network one of eight, by its address.
std::shared_ptr<const Snapshot> snapshotOfScans(
    const std::vector<MadeScan>& scans, double seconds, double addresses = 5'000);

/// Nothing but chance: sources that come at random times, each with one to six scans of ports that
/// it likes, over `seconds`. Two captures of different seeds are alike but for chance.
std::vector<MadeScan> noiseScans(std::uint64_t seed, std::size_t sources, double seconds);

} // namespace sweepscope::tests
