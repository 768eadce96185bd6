// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/tail_probability.h"

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

constexpr double kPrecision = 1e-15;
constexpr int kMostSteps = 100'000;

/// ln of the gamma function for a > 0, by Stirling's series from 10 up.
double logGamma(double a) {
    constexpr double kHalfLogTwoPi = 0.918938533204672742;
    double product = 1;
    while (a < 10) {
        product *= a;
        a += 1;
    }
    const double square = 1 / (a * a);
    const double series =
        (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / a;
    return (a - 0.5) * std::log(a) - a + kHalfLogTwoPi + series - std::log(product);
}

/// The lower incomplete gamma function over the whole one, by its power series: for x < a + 1.
double lowerGammaShare(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int i = 1; i < kMostSteps && term > sum * kPrecision; ++i) {
        term *= x / (a + i);
        sum += term;
    }
    return sum * std::exp(a * std::log(x) - x - logGamma(a));
}

/// The upper one, by its continued fraction: for x >= a + 1.
double upperGammaShare(double a, double x) {
    constexpr double kTiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / kTiny;
    double d = 1 / b;
    double fraction = d;
    for (int i = 1; i < kMostSteps; ++i) {
        const double numerator = -i * (i - a);
        b += 2;
        d = numerator * d + b;
        d = 1 / (std::abs(d) < kTiny ? kTiny : d);
        c = b + numerator / c;
        c = std::abs(c) < kTiny ? kTiny : c;
        const double step = d * c;
        fraction *= step;
        if (std::abs(step - 1) < kPrecision)
            break;
    }
    return fraction * std::exp(a * std::log(x) - x - logGamma(a));
}

double logChoose(double n, double k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/// The chance of exactly `hits` marked ones.
double exactly(double hits, double all, double marked, double draws) {
    return std::exp(
        logChoose(marked, hits) + logChoose(all - marked, draws - hits) - logChoose(all, draws));
}

} // namespace

double logFactorial(double n) {
    return logGamma(n + 1);
}

double chiSquareTail(double value, double degreesOfFreedom) {
    const double a = degreesOfFreedom / 2;
    const double x = value / 2;
    if (!(x > 0))
        return 1;
    return x < a + 1 ? std::max(0.0, 1 - lowerGammaShare(a, x)) : upperGammaShare(a, x);
}

double hypergeometricAtLeast(double hits, double all, double marked, double draws) {
    const double least = std::max(0.0, draws - (all - marked));
    const double most = std::min(marked, draws);
    if (hits <= least)
        return 1;
    if (hits > most)
        return 0;
    double term = exactly(hits, all, marked, draws);
    double sum = term;
    for (double k = hits; k < most && term > sum * kPrecision; ++k) {
        term *= (marked - k) * (draws - k) / ((k + 1) * (all - marked - draws + k + 1));
        sum += term;
    }
    return std::min(1.0, sum);
}

double hypergeometricAtMost(double hits, double all, double marked, double draws) {
    // So many marked ones at most are so many unmarked ones at least.
    return hypergeometricAtLeast(draws - hits, all, all - marked, draws);
}

} // namespace sweepscope
