// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reference/known_scanners.h"

#include <string>
#include <vector>

namespace sweepscope {

/// The data file that the shipped list is.
constexpr const char* kShippedScannerList = "known-scanners.csv";

/// The shipped list, where it is found, and those named. Fails at the first that cannot be read.
Result<KnownScanners> openKnownScanners(const std::vector<std::string>& paths);

} // namespace sweepscope
