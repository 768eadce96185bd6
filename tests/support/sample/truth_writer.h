// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/arrangement.h"
#include "sample/plan.h"

#include <cstdint>
#include <string>

namespace sweepscope::sample {

/// What was planted, as JSON: totals first, then one line per population, then one per member.
std::string truthText(const Plan& plan, const Arrangement& arrangement, std::uint64_t seed);

} // namespace sweepscope::sample
