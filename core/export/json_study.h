// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/study_report.h"
#include "export/csv_writer.h"
#include "export/provenance.h"

namespace sweepscope {

/// Writes the study's report as JSON, "format": "sweepscope-study/1"; what is left out is null and
/// has its reason under `left_out`.
void writeJsonStudy(const StudyReport& report, const Snapshot& snapshot,
    const Provenance& provenance, const TextSink& sink);

} // namespace sweepscope
