// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/threshold_notes.h"

#include "analysis/warnings.h"
#include "base/count_text.h"
#include "format/display_text.h"
#include "format/tr.h"

#include <cmath>

namespace sweepscope {

namespace {

constexpr double kAcceptedCut = 0.001;
constexpr double kMostCut = 0.01;

} // namespace

QString displayAddresses(double number) {
    return number < kFirstInexact ? displayCount(wholeCount(number)) : displayNumber(number);
}

QString telescopeNote(const Telescope& telescope, bool hasCaptures) {
    const int plural = pluralOf(wholeCount(telescope.addresses));
    const QString addresses = displayAddresses(telescope.addresses);
    if (!telescope.isInferred)
        return tr("%1 addresses", nullptr, plural).arg(addresses);
    if (!hasCaptures)
        return tr("%1 addresses, until captures say how many", nullptr, plural).arg(addresses);
    return tr("%1 addresses, inferred from the targets of probes", nullptr, plural).arg(addresses);
}

ThresholdNote expiryNote(const Thresholds& thresholds, const Telescope& telescope) {
    const auto cut = cutProbability(thresholds, telescope);
    const auto better = expiryFor(thresholds, telescope, kAcceptedCut);
    if (!cut || !better)
        return {tr("no least rate: any silence may be a slow scan")};
    const QString cuts = tr("cuts %1 of the gaps of the slowest scans").arg(displayShare(*cut));
    if (*cut <= kMostCut)
        return {cuts};
    return {tr("%1 · %2 keeps them").arg(cuts, displayDuration(*better)), true};
}

ThresholdNote targetsNote(const Thresholds& thresholds, const Telescope& telescope) {
    const double addresses = telescope.addresses;
    const std::uint64_t targets = thresholds.minTargets.on(addresses);
    const bool isImpossible = static_cast<double>(targets) > addresses;
    if (thresholds.minTargets.isPercent)
        return {
            tr("%1 targets", nullptr, pluralOf(targets)).arg(displayCount(targets)), isImpossible};
    if (isImpossible)
        return {tr("more than the telescope has"), true};
    const QString share =
        addresses > 0 ? displayShare(static_cast<double>(targets) / addresses) : QString();
    return {tr("%1 of the telescope").arg(share)};
}

ThresholdNote rateNote(const Thresholds& thresholds, const Telescope& telescope) {
    if (thresholds.minRate <= 0)
        return {tr("any rate")};
    const double share = telescope.addresses / thresholds.internetSize;
    if (thresholds.rateScope == RateScope::telescope)
        return {tr("here · %1 pps Internet-wide").arg(displayNumber(thresholds.minRate / share))};
    if (telescope.addresses < kLeastTelescope)
        return {tr("too few addresses for Internet-wide rates"), true};
    return {tr("Internet-wide · %1 pps here").arg(displayNumber(thresholds.minRate * share))};
}

ThresholdNote largeNote(const Thresholds& thresholds, const Telescope& telescope) {
    // A hair less, so that 10 % of 4,096 stays 410 whatever the last digit of the product.
    const double targets = std::ceil(thresholds.largeCoverage * telescope.addresses - 1e-9);
    const auto plural = pluralOf(wholeCount(telescope.addresses));
    return {tr("%1 of %2 addresses", nullptr, plural)
                .arg(displayAddresses(targets), displayAddresses(telescope.addresses))};
}

} // namespace sweepscope
