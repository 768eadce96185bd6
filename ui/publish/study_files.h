// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/result.h"
#include "export/provenance.h"

#include <QString>

namespace sweepscope {

/// Writes the tables and figures of the 2014 and 2018 studies, made of a snapshot: HTML to the
/// path, and beside it, under the same name, PDF and the numbers as JSON. May be called on any
/// thread.
Status writeStudyFiles(
    const Snapshot& snapshot, const Provenance& provenance, const QString& htmlPath);

} // namespace sweepscope
