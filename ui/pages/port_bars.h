// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/bar_rows_chart.h"
#include "tables/details_tables.h"

namespace sweepscope {

/// The most scanned ports by four classes of size: counts, shares of all scans, which may be
/// stacked, or shares of all scans of each class, which stand side by side.
enum class SizeMeasure { count, shareOfAll, shareOfClass };
BarRows portSizeBars(const Details& details, SizeMeasure measure);

/// The most scanned ports by country: the countries with most scans one by one, then all others,
/// then those that are not known.
BarRows portCountryBars(const Details& details, bool isShare);

/// Tools in each class of coverage that has scans, each row as long as another.
BarRows toolCoverageBars(const Details& details);

} // namespace sweepscope
