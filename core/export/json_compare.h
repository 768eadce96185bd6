// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/comparison.h"
#include "export/csv_writer.h"

namespace sweepscope {

/// Writes a comparison as JSON, "format": "sweepscope-comparison/1"; shares from 0 to 1.
void writeJsonComparison(const Comparison& comparison, const TextSink& sink);

} // namespace sweepscope
