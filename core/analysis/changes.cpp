// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/changes.h"

#include "reference/services.h"
#include "statistics/inference.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace sweepscope {

namespace {

constexpr Duration kHour = Duration::seconds(3'600);
constexpr Duration kLeastLength = Duration::seconds(600);
constexpr std::int64_t kHoursADay = 24;
constexpr std::size_t kLeastIntervals = 12;
constexpr std::uint64_t kLeastArrivals = 20; ///< of a port that is looked at
constexpr std::size_t kMostPorts = 200;
constexpr std::size_t kLeastDays = 7; ///< for a baseline by hour of the day
constexpr double kFalseAlarms = 0.05;
constexpr double kAnscombe = 3.0 / 8;

double stabilised(std::uint64_t count) {
    return 2 * std::sqrt(static_cast<double>(count) + kAnscombe);
}

double countOf(double stabilised) {
    return std::max(0.0, stabilised * stabilised / 4 - kAnscombe);
}

TimeGrid gridOfStep(const TimeRange& range, Duration step) {
    const std::int64_t rest = range.first.nanoseconds % step.nanoseconds;
    TimeGrid grid;
    grid.begin = range.first + Duration{-(rest < 0 ? rest + step.nanoseconds : rest)};
    grid.step = step;
    grid.count =
        static_cast<std::size_t>((range.last - grid.begin).nanoseconds / step.nanoseconds) + 1;
    return grid;
}

/// Quarters of an hour for six hours to two days, hours for up to two months, else what keeps it
/// drawable.
TimeGrid gridFor(const TimeRange& range) {
    const std::int64_t hours = range.length().nanoseconds / kHour.nanoseconds;
    constexpr std::int64_t kFew = 6;
    constexpr std::int64_t kTwoDays = 48;
    constexpr std::int64_t kTwoMonths = 62 * kHoursADay;
    constexpr std::size_t kFewIntervals = 72;
    constexpr std::size_t kMostIntervals = 400;
    if (hours < kFew)
        return gridOver(range, kFewIntervals);
    if (hours <= kTwoMonths)
        return gridOfStep(range, hours <= kTwoDays ? Duration{kHour.nanoseconds / 4} : kHour);
    return gridOver(range, kMostIntervals);
}

std::vector<bool> usableIntervals(const Snapshot& snapshot, const TimeGrid& grid) {
    std::vector<bool> isUsable = wholeIntervals(grid, snapshot.material.index->counts.range);
    if (snapshot.material.health == nullptr)
        return isUsable;
    for (const TimeRange& silence : snapshot.material.health->silences) {
        for (std::size_t i = 0; i < grid.count; ++i) {
            if (silence.first < grid.beginOf(i + 1) && silence.last > grid.beginOf(i))
                isUsable[i] = false;
        }
    }
    return isUsable;
}

/// Hour of the day in which an interval begins.
std::int64_t hourOf(const TimeGrid& grid, std::size_t interval) {
    const std::int64_t hours = grid.beginOf(interval).nanoseconds / kHour.nanoseconds;
    return (hours % kHoursADay + kHoursADay) % kHoursADay;
}

void findUsual(const Rhythm& rhythm, PortRhythm& port) {
    std::map<std::int64_t, std::vector<double>> values; // by hour of the day, or all as one
    const auto groupOf = [&](std::size_t i) {
        return rhythm.isByHour ? hourOf(rhythm.grid, i) : std::int64_t{0};
    };
    for (std::size_t i = 0; i < port.intervals.size(); ++i) {
        if (rhythm.isWhole[i])
            values[groupOf(i)].push_back(stabilised(port.intervals[i].arrivals));
    }
    std::map<std::int64_t, double> medians;
    for (const auto& [group, list] : values)
        medians[group] = medianOf(list);
    std::vector<double> residuals;
    port.usual.resize(port.intervals.size());
    for (std::size_t i = 0; i < port.intervals.size(); ++i) {
        const double median = medians[groupOf(i)];
        port.usual[i] = countOf(median);
        if (rhythm.isWhole[i])
            residuals.push_back(stabilised(port.intervals[i].arrivals) - median);
    }
    port.deviation = std::max(1.0, robustDeviation(residuals, 0));
}

double scoreOf(const PortRhythm& port, std::size_t i) {
    return (stabilised(port.intervals[i].arrivals) - 2 * std::sqrt(port.usual[i] + kAnscombe)) /
           port.deviation;
}

SentencePart momentOf(Timestamp moment, const TimeGrid& grid) {
    const bool isDays = grid.step >= Duration{kHoursADay * kHour.nanoseconds};
    return {Moment{moment, isDays ? Moment::Detail::day : Moment::Detail::minute}};
}

Sentence wordsFor(const Change& change, const TimeGrid& grid) {
    const std::string service(serviceName(change.port.protocol, change.port.port));
    const SentencePart port{std::vector{change.port}};
    Sentence words =
        sayCounted(change.arrivals, "%2: %1 source began to scan from %3 to %4, where %5 are usual",
            "%2: %1 sources began to scan from %3 to %4, where %5 are usual",
            {service.empty() ? port : SentencePart{say("%1 (%2)", {port, {service}})},
                momentOf(change.time.first, grid), momentOf(change.time.last, grid),
                rounded(change.usual)});
    if (!change.isRise() || change.usual < 1)
        return words;
    return say("%1, %2 times as many",
        {{std::move(words)}, rounded(static_cast<double>(change.arrivals) / change.usual, 1)});
}

/// Neighbouring intervals that stand out in the same direction are one change.
void collectChanges(Rhythm& rhythm, const PortRhythm& port, double allowed) {
    for (std::size_t i = 0; i < port.intervals.size();) {
        const auto standsOut = [&](std::size_t at) {
            return rhythm.isWhole[at] && normalChance(scoreOf(port, at)) <= allowed;
        };
        if (!standsOut(i)) {
            ++i;
            continue;
        }
        Change change;
        change.port = port.port;
        change.time.first = rhythm.grid.beginOf(i);
        const bool isRise = scoreOf(port, i) > 0;
        for (; i < port.intervals.size() && standsOut(i) && (scoreOf(port, i) > 0) == isRise; ++i) {
            change.arrivals += port.intervals[i].arrivals;
            change.packets += port.intervals[i].packets;
            change.usual += port.usual[i];
            if (std::abs(scoreOf(port, i)) > std::abs(change.score))
                change.score = scoreOf(port, i);
        }
        change.time.last = rhythm.grid.beginOf(i);
        change.words = wordsFor(change, rhythm.grid);
        rhythm.changes.push_back(std::move(change));
    }
}

std::vector<std::vector<PortId>> candidatePorts(const Snapshot& snapshot, Rhythm& rhythm) {
    std::vector<std::vector<PortId>> ports;
    for (const PortCount& each : snapshot.ports) {
        if (each.scans < kLeastArrivals)
            break; // by scans, so all further ones have fewer
        if (ports.size() == kMostPorts) {
            rhythm.notes.push_back(say(
                "only the %1 ports with most scans are looked at", {{std::uint64_t{kMostPorts}}}));
            break;
        }
        ports.push_back({{each.protocol, each.port}});
    }
    return ports;
}

void addSeries(const Snapshot& snapshot, Rhythm& rhythm) {
    const auto candidates = candidatePorts(snapshot, rhythm);
    PortSeries series(rhythm.grid, candidates);
    const ScanView view = snapshot.view();
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        series.add(view, segment);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        PortRhythm port;
        port.port = candidates[i].front();
        port.intervals = series.of(i);
        std::uint64_t arrivals = 0;
        for (const PortInterval& each : port.intervals)
            arrivals += each.arrivals;
        if (arrivals < kLeastArrivals)
            continue;
        findUsual(rhythm, port);
        rhythm.ports.push_back(std::move(port));
    }
}

} // namespace

Rhythm findChanges(const Snapshot& snapshot) {
    Rhythm rhythm;
    const TimeRange& range = snapshot.material.index->counts.range;
    if (range.length() < kLeastLength) {
        rhythm.notes.push_back(say("a capture of less than ten minutes has no rhythm"));
        return rhythm;
    }
    rhythm.grid = gridFor(range);
    rhythm.isWhole = usableIntervals(snapshot, rhythm.grid);
    const auto whole =
        static_cast<std::size_t>(std::count(rhythm.isWhole.begin(), rhythm.isWhole.end(), true));
    if (whole < kLeastIntervals) {
        rhythm.notes.push_back(say("the capture holds %1 whole intervals, and a rhythm takes %2",
            {{std::uint64_t{whole}}, {std::uint64_t{kLeastIntervals}}}));
        return rhythm;
    }
    const std::int64_t day = kHoursADay * kHour.nanoseconds;
    rhythm.isByHour = rhythm.grid.step <= kHour &&
                      whole * static_cast<std::uint64_t>(rhythm.grid.step.nanoseconds) >=
                          kLeastDays * static_cast<std::uint64_t>(day);
    addSeries(snapshot, rhythm);
    const double allowed =
        kFalseAlarms / std::max(1.0, static_cast<double>(whole * rhythm.ports.size()));
    for (const PortRhythm& port : rhythm.ports)
        collectChanges(rhythm, port, allowed);
    std::stable_sort(rhythm.changes.begin(), rhythm.changes.end(),
        [](const Change& a, const Change& b) { return std::abs(a.score) > std::abs(b.score); });
    return rhythm;
}

} // namespace sweepscope
