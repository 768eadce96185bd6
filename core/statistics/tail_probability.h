// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sweepscope {

/// ln(n!), to about twelve digits. std::lgamma writes a global and is not for threads.
double logFactorial(double n);

/// The chance of at least `value` under a chi-square distribution.
double chiSquareTail(double value, double degreesOfFreedom);

/// Drawing `draws` of `all` things without putting back, `marked` of which are marked: the chance
/// of at least, or at most, so many marked ones. Whole numbers.
double hypergeometricAtLeast(double hits, double all, double marked, double draws);
double hypergeometricAtMost(double hits, double all, double marked, double draws);

} // namespace sweepscope
