// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/study_report.h"
#include "export/document.h"
#include "export/provenance.h"

namespace sweepscope {

/// The study's report in words, tables and figures. Says of everything that is left out why, and of
/// every published figure how far it can be compared.
Document studyDocument(
    const StudyReport& report, const Snapshot& snapshot, const Provenance& provenance);

} // namespace sweepscope
