// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <string>
#include <vector>

namespace sweepscope {

/// How the numbers of a snapshot were made, in sentences for the methods section of a paper: data,
/// telescope, what a scan is, rates and coverage, tools, countries.
std::vector<std::string> studyMethods(const Snapshot& snapshot);

} // namespace sweepscope
