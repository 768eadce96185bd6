// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/aggressive_scanners.h"

#include "base/team.h"

namespace sweepscope {

AggressiveScanners aggressiveScanners(const Snapshot& snapshot) {
    const ScanView view = snapshot.view();
    if (snapshot.question.narrowing.isEmpty())
        return findAggressive(view);
    Team team(1);
    const Scans all = extractScans(
        view.chains, snapshot.question.thresholds, snapshot.question.telescope, team, {});
    return findAggressive({view.index, view.chains, all, view.origins, view.scale});
}

} // namespace sweepscope
