// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/live_reading.h"

#include <chrono>

namespace sweepscope {

std::int64_t steadyNow() {
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace sweepscope
