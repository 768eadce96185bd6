// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/threshold_scale.h"

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

/// 1234 -> 1200
double twoDigits(double value) {
    if (value == 0)
        return 0;
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1);
    return std::round(value / unit) * unit;
}

} // namespace

int ThresholdScale::placeOf(double value) const {
    if (m_hasZero && value <= 0)
        return 0;
    const double share = std::log(std::clamp(value, m_least, m_most) / m_least) /
                         std::max(std::log(m_most / m_least), 1e-12);
    const int first = m_hasZero ? 1 : 0;
    return first + static_cast<int>(std::lround(share * (kSteps - first)));
}

double ThresholdScale::valueAt(int place) const {
    if (m_hasZero && place <= 0)
        return 0;
    const int first = m_hasZero ? 1 : 0;
    const double share = static_cast<double>(place - first) / (kSteps - first);
    const double value = m_least * std::pow(m_most / m_least, share);
    // The ends stay exact: "all of it" must be reachable.
    if (place >= kSteps)
        return m_most;
    const double typed = m_isOfWholes ? std::round(twoDigits(value)) : twoDigits(value);
    return place <= first ? m_least : std::clamp(typed, m_least, m_most);
}

} // namespace sweepscope
