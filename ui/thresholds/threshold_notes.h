// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scans/thresholds.h"

#include <QString>

namespace sweepscope {

/// What a threshold means on a telescope, in words.
struct ThresholdNote {
    QString text;
    bool isWarning = false; ///< it cannot work there

    bool operator==(const ThresholdNote&) const = default;
};

ThresholdNote expiryNote(const Thresholds& thresholds, const Telescope& telescope);
ThresholdNote targetsNote(const Thresholds& thresholds, const Telescope& telescope);
ThresholdNote rateNote(const Thresholds& thresholds, const Telescope& telescope);
ThresholdNote largeNote(const Thresholds& thresholds, const Telescope& telescope);

/// How large the telescope is, and how that is known; without captures nothing can be inferred yet.
QString telescopeNote(const Telescope& telescope, bool hasCaptures);

/// Addresses of a telescope, or a part of them: of IPv6 prefixes more than can be counted out.
QString displayAddresses(double number);

} // namespace sweepscope
