// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/event_reaction.h"
#include "tables/snapshot_tables.h"

#include <memory>
#include <vector>

namespace sweepscope {

/// Events with what followed them, one row each.
std::shared_ptr<const Table> eventTable(
    SnapshotPointer snapshot, std::vector<EventReaction> reactions);

/// One event's ports over time, with the ratio to what was usual before.
std::shared_ptr<const Table> eventIntervalTable(
    SnapshotPointer snapshot, const EventReaction& reaction);

/// Who scanned an event's ports after it: countries, networks, tools and known scanners, one row
/// each.
std::shared_ptr<const Table> reactorTable(SnapshotPointer snapshot, const EventReaction& reaction);

} // namespace sweepscope
