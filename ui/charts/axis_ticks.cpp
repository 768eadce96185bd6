// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/axis_ticks.h"

#include "format/display_zone.h"
#include "statistics/time_series.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace sweepscope {

namespace {

QString labelFor(Timestamp moment, Duration step) {
    const QDateTime time = inDisplayZone(moment);
    constexpr std::int64_t kDay = 86'400'000'000'000;
    constexpr std::int64_t kMinute = 60'000'000'000;
    constexpr std::int64_t kSecond = 1'000'000'000;
    if (step.nanoseconds >= kDay)
        return time.toString(QStringLiteral("yyyy-MM-dd"));
    if (step.nanoseconds >= kMinute) {
        const bool isMidnight = time.time() == QTime(0, 0);
        return time.toString(isMidnight ? QStringLiteral("MM-dd") : QStringLiteral("HH:mm"));
    }
    return time.toString(
        step.nanoseconds >= kSecond ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz"));
}

std::vector<double> ticksUpTo(double most, int count, double leastStep) {
    if (!(most > 0))
        return {0, 1};
    const double rough = std::max(most / std::max(count, 1), leastStep);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    constexpr std::array kSteps = {1.0, 2.0, 5.0, 10.0};
    const auto* const step = std::find_if(
        kSteps.begin(), kSteps.end() - 1, [&](double each) { return each * power >= rough; });
    std::vector<double> ticks;
    for (int i = 0; ticks.empty() || ticks.back() < most * (1 - 1e-9); ++i)
        ticks.push_back(i * *step * power);
    return ticks;
}

} // namespace

std::vector<double> niceTicks(double most, int count) {
    return ticksUpTo(most, count, 0);
}

std::vector<double> countTicks(double most, int count) {
    return ticksUpTo(most, count, 1);
}

std::vector<Tick> timeTicks(const TimeRange& range, int most) {
    std::vector<Tick> ticks;
    const TimeGrid grid = gridOver(range, static_cast<std::size_t>(std::max(most, 1)));
    for (std::size_t i = 0; i < grid.count; ++i) {
        const Timestamp moment = grid.beginOf(i);
        if (range.contains(moment))
            ticks.push_back({(moment - range.first).inSeconds(), labelFor(moment, grid.step)});
    }
    return ticks;
}

} // namespace sweepscope
