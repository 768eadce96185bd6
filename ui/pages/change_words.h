// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/campaigns.h"
#include "analysis/changes.h"

#include <QStringList>

namespace sweepscope {

/// What stands out, as a sentence in the window's language; reports have Change::words.
QString wordsOf(const Change& change);

/// Why sources are taken for one; reports have Campaign::reasons.
QStringList reasonsOf(const Campaign& campaign, const Snapshot& snapshot);

} // namespace sweepscope
