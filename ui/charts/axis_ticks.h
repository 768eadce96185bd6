// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QString>

#include <vector>

namespace sweepscope {

struct Tick {
    double value = 0;
    QString label;
};

/// Ticks at 1, 2 or 5 times a power of ten from 0 on, about `count` of them; the last is at `most`
/// or just above it, so that it can end the axis.
std::vector<double> niceTicks(double most, int count);

/// The same for what is counted: nothing between whole numbers.
std::vector<double> countTicks(double most, int count);

/// Ticks in UTC at moments that people count in, within a range. Values are seconds after its first
/// moment: charts lose digits with seconds since 1970.
std::vector<Tick> timeTicks(const TimeRange& range, int most);

} // namespace sweepscope
