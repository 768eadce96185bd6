// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/day.h"
#include "sample/plan.h"
#include "sample/random.h"

#include <cstdint>
#include <vector>

namespace sweepscope::sample {

/// The order in which the frames stand in the file.
struct Arrangement {
    std::vector<std::uint32_t> order; // indices into Plan::frames
    std::size_t lateFrames = 0;
    Moment mostLate = Moment(0);
};

/// In order of time, but for `lateFrames` frames that follow ones up to 5 ms younger, as frames do
/// that waited in a recorder's queue. Each of them is one place where time runs backwards.
Arrangement arrange(const Plan& plan, Random& random, std::size_t lateFrames);

} // namespace sweepscope::sample
