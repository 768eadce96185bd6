// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "tables/table.h"

#include <memory>
#include <vector>

namespace sweepscope {

using SnapshotPointer = std::shared_ptr<const Snapshot>;

/// Ports by scans: the table beside "Ports by scan size".
std::shared_ptr<const Table> portTable(SnapshotPointer snapshot);

/// Countries ranked by a weight, with their share and the cumulative share.
std::shared_ptr<const Table> countryTable(SnapshotPointer snapshot, Weight weight);

/// Tools, by scan size.
std::shared_ptr<const Table> toolTable(SnapshotPointer snapshot);

/// Sources that scan, one row each: all of them, or a few.
std::shared_ptr<const Table> sourceTable(SnapshotPointer snapshot);
std::shared_ptr<const Table> sourceTable(
    SnapshotPointer snapshot, const std::vector<SourceId>& sources);

/// Scans: all of them, or those of one source.
std::shared_ptr<const Table> scanTable(SnapshotPointer snapshot);
std::shared_ptr<const Table> scanTable(SnapshotPointer snapshot, SourceId source);

/// Packets of scans over time, by tool: the numbers behind the chart.
std::shared_ptr<const Table> packetSeriesTable(SnapshotPointer snapshot);

/// The captures that were read, in order of time.
std::shared_ptr<const Table> captureTable(SnapshotPointer snapshot);

/// What the captures were like, the gravest first; no rows while they are being read.
std::shared_ptr<const Table> findingTable(SnapshotPointer snapshot);

/// The scans that a table of scans shows, in the order of its rows.
std::vector<Scan> scansOf(const Snapshot& snapshot, SourceId source);

} // namespace sweepscope
