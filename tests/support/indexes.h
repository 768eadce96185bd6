// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"
#include "support/random_traffic.h"

#include <string>
#include <vector>

namespace sweepscope::tests {

/// An index of packets that come in the order given, built in one pass.
BurstIndex indexOf(const std::vector<RandomPacket>& packets, Duration gap = kBaseGap);

/// What an index holds, one line a burst: key, times, packets, targets, matches and secrets. Two
/// indexes of equal content give equal lines, wherever their content lies.
std::vector<std::string> contentOf(const BurstIndex& index);

/// The first line in which two texts differ, both versions; nothing where they are equal.
std::string differenceOf(
    const std::vector<std::string>& got, const std::vector<std::string>& expected);

} // namespace sweepscope::tests
