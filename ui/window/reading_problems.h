// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <QStringList>

namespace sweepscope {

/// What the reader of a snapshot has to know about the reading before trusting its numbers: files
/// that were cut or skipped, silences that were not kept, a reading that was stopped.
QStringList readingProblems(const Snapshot& snapshot);

} // namespace sweepscope
