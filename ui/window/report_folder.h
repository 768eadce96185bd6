// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/provenance.h"
#include "tables/snapshot_tables.h"

#include <QString>

namespace sweepscope {

/// Writes all pictures and all tables of a snapshot into a folder: what the window shows, without a
/// window.
Status writeReportFolder(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& folder);

} // namespace sweepscope
