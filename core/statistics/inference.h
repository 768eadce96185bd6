// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace sweepscope {

/// Two ends that hold a true value with 95 %.
struct Interval95 {
    double low = 0;
    double high = 0;

    bool operator==(const Interval95&) const = default;
};

constexpr double kNormal95 = 1.959963984540054; ///< two-sided 95 % point of the normal distribution

/// Wilson's interval for a share of `part` in `whole`, which also holds near 0 and 1 (Wilson,
/// "Probable inference", JASA 22, 1927). Both may be effective numbers and so not whole. Of
/// nothing: 0 to 1.
Interval95 wilsonInterval(double part, double whole);

/// Chance that a normal value is at least so far from 0, on either side.
double normalChance(double z);

/// The same for Student's distribution with `freedom` degrees of freedom.
double studentChance(double t, double freedom);

/// Benjamini and Hochberg's adjusted chances, in the order given (JRSS B 57, 1995): of the
/// differences whose adjusted chance is at most q, a share q is expected to be false; where there
/// is no difference at all, the chance to report any is q.
std::vector<double> adjustForMany(const std::vector<double>& chances);

/// Middle value; of an even number the mean of the two. 0 of none.
double medianOf(std::vector<double> values);

/// Median distance from `center`, times 1.4826, so that it is the standard deviation where values
/// are normal.
double robustDeviation(const std::vector<double>& values, double center);

} // namespace sweepscope
