// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/packet_accounts.h"
#include "tables/snapshot_tables.h"

#include <memory>

namespace sweepscope {

/// Where every frame ended up: all bins, in their order.
std::shared_ptr<const Table> accountTable(SnapshotPointer snapshot);

/// The sources whose packets are in a bin, those with most packets first. Goes through the whole
/// index: not for the window's thread.
std::shared_ptr<const Table> accountSourceTable(SnapshotPointer snapshot, Account account);

/// Attacks that the backscatter tells of; no rows while the reading goes on.
std::shared_ptr<const Table> attackTable(SnapshotPointer snapshot);

/// The services that were attacked.
std::shared_ptr<const Table> attackedServiceTable(SnapshotPointer snapshot);

/// Ports that depend on the target, a row each.
std::shared_ptr<const Table> dependentPortTable(SnapshotPointer snapshot);

/// Known scanners by organisation.
std::shared_ptr<const Table> organisationTable(SnapshotPointer snapshot);

} // namespace sweepscope
