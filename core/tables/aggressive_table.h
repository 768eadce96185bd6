// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/aggressive.h"
#include "tables/snapshot_tables.h"

#include <optional>

namespace sweepscope {

/// Aggressive scanners, a row for each day of a source: by one definition, or by any. `found` must
/// be the snapshot's.
std::shared_ptr<const Table> aggressiveTable(SnapshotPointer snapshot,
    const AggressiveScanners& found, std::optional<Aggression> wanted = std::nullopt);

std::string dayText(const SourceDay& day); ///< "2026-03-10"

/// What the definition came to, in a sentence.
std::string borderText(const AggressiveScanners& found, Aggression aggression);

} // namespace sweepscope
