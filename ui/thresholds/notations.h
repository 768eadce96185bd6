// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thresholds/threshold_row.h"

#include <QString>

#include <functional>

namespace sweepscope {

/// Numbers from `least` to `most` with a unit behind them, or none.
ThresholdRow::Notation inUnit(const QString& unit, double least, double most);

/// A number of targets as such, a share as a negative percentage: a row knows numbers only.
ThresholdRow::Notation targetsNotation(std::function<double()> telescopeAddresses);

} // namespace sweepscope
