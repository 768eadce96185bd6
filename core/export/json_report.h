// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "analysis/snapshot.h"
#include "export/csv_writer.h"
#include "export/provenance.h"

namespace sweepscope {

/// Writes a snapshot as JSON, "format": "sweepscope-report/1". Fields may be added to it, never
/// renamed or given another meaning. Numbers in the C locale, times in UTC, ISO 8601; shares and
/// coverages from 0 to 1.
///
/// `sweeps`: thresholds that were swept; the section is there only then. So are notes of the user.
///
/// `withScans` lists every scan: a million of them make about 400 MB, so they go to the sink one
/// by one and are never held together.
void writeJsonReport(const Snapshot& snapshot, const Provenance& provenance, bool withScans,
    const TextSink& sink, const std::vector<Sensitivity>& sweeps = {});

} // namespace sweepscope
