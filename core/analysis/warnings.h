// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/sentence.h"

#include <optional>
#include <vector>

namespace sweepscope {

/// The chance that a live scan at the least rate asked for is cut in two by the expiry:
/// exp(-r T f), where r is the rate over the whole Internet and f the share of it that the
/// telescope is. Targets drawn uniformly reach the telescope as a Poisson stream of rate r f, and
/// that is the chance of a gap longer than T (the rule behind the 480 s of Durumeric et al. 2014,
/// who accept 0.001). Nothing where no rate is asked for.
std::optional<double> cutProbability(const Thresholds& thresholds, const Telescope& telescope);

/// The expiry at which that chance is `accepted`: ln(1 / accepted) / (r f). Nothing likewise.
std::optional<Duration> expiryFor(
    const Thresholds& thresholds, const Telescope& telescope, double accepted);

/// The Internet-wide rate of a scan that the present expiry cuts with that chance: ln(1 / accepted)
/// / (T f). Slower scans are cut more often. Nothing on a telescope without addresses.
std::optional<double> rateFor(
    const Thresholds& thresholds, const Telescope& telescope, double accepted);

/// What a reader of the numbers must know: whole sentences.
std::vector<Sentence> warningsFor(const Snapshot& snapshot);

} // namespace sweepscope
