// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/inference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sweepscope {

namespace {

/// Lentz's way to a continued fraction for the incomplete beta function (Abramowitz and Stegun,
/// 26.5.8); converges for x < (a + 1) / (a + b + 2).
double betaFraction(double a, double b, double x) {
    constexpr double kTiny = 1e-300;
    constexpr int kMostSteps = 500;
    const auto guard = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
    double c = 1;
    double d = 1 / guard(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= kMostSteps; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / guard(1 + even * d);
        c = guard(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / guard(1 + odd * d);
        c = guard(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < std::numeric_limits<double>::epsilon())
            break;
    }
    return fraction;
}

/// The regularised incomplete beta function.
double incompleteBeta(double a, double b, double x) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                  a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2))
        return front * betaFraction(a, b, x) / a;
    return 1 - front * betaFraction(b, a, 1 - x) / b;
}

} // namespace

Interval95 wilsonInterval(double part, double whole) {
    if (whole <= 0)
        return {0, 1};
    const double share = std::clamp(part / whole, 0.0, 1.0);
    const double z2 = kNormal95 * kNormal95;
    const double center = (share + z2 / (2 * whole)) / (1 + z2 / whole);
    const double half = kNormal95 / (1 + z2 / whole) *
                        std::sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole));
    return {share == 0 ? 0 : std::max(0.0, center - half),
        share == 1 ? 1 : std::min(1.0, center + half)};
}

double normalChance(double z) {
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

double studentChance(double t, double freedom) {
    if (std::isinf(t))
        return 0;
    return incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
}

std::vector<double> adjustForMany(const std::vector<double>& chances) {
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return chances[a] > chances[b]; });
    std::vector<double> adjusted(chances.size());
    double least = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto rank = static_cast<double>(order.size() - i);
        least = std::min(least, chances[order[i]] * static_cast<double>(order.size()) / rank);
        adjusted[order[i]] = least;
    }
    return adjusted;
}

double medianOf(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double robustDeviation(const std::vector<double>& values, double center) {
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double value : values)
        distances.push_back(std::abs(value - center));
    constexpr double kNormalScale = 1.4826022185056018; // 1 / the upper quartile of the normal
    return kNormalScale * medianOf(std::move(distances));
}

} // namespace sweepscope
