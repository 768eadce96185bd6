// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "export/csv_writer.h"

namespace sweepscope {

/// Writes what stands out, and the series it was found in, as JSON, "format":
/// "sweepscope-changes/1".
void writeJsonChanges(const Rhythm& rhythm, const TextSink& sink);

} // namespace sweepscope
