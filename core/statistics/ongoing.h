// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

namespace sweepscope {

/// Whether a scan may have begun before the capture did: no more time than the expiry lies between
/// the capture's first frame and its own first packet, so an earlier packet would have belonged to
/// it. Its packets, targets and coverage are then lower bounds.
inline bool isCutByBegin(const TimeRange& scan, const TimeRange& capture, Duration expiry) {
    return scan.first - capture.first <= expiry;
}

/// Likewise at the end: it may have gone on.
inline bool isCutByEnd(const TimeRange& scan, const TimeRange& capture, Duration expiry) {
    return capture.last - scan.last <= expiry;
}

} // namespace sweepscope
