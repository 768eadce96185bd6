// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/team.h"
#include "narrowing/narrowing.h"
#include "statistics/scan_view.h"

#include <stop_token>

namespace sweepscope {

/// The scans of the view that pass, in their order. `stop` is looked at once per segment.
Scans narrowScans(
    const ScanView& view, const Narrowing& narrowing, Team& team, const std::stop_token& stop = {});

} // namespace sweepscope
