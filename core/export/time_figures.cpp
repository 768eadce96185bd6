// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/time_figures.h"

#include "reference/services.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::size_t kTicks = 6;

std::string portTitle(PortId port) {
    const std::string_view service = serviceName(port.protocol, port.port);
    return service.empty() ? toText(port) : fmt::format("{} ({})", toText(port), service);
}

/// Places on a time line are numbers of intervals; ticks name some of them.
void addTimeTicks(Curves& figure, const TimeGrid& grid) {
    constexpr std::size_t kDayEnd = 10;
    constexpr std::size_t kTimeBegin = 5; // month and day tell enough beside the hour
    constexpr std::size_t kTimeLength = 11;
    constexpr std::int64_t kDay = 86'400'000'000'000;
    const std::size_t step = std::max<std::size_t>(1, grid.count / kTicks);
    for (std::size_t i = 0; i < grid.count; i += step) {
        std::string text = toIso8601Seconds(grid.beginOf(i));
        text = grid.step.nanoseconds >= kDay ? text.substr(0, kDayEnd)
                                             : text.substr(kTimeBegin, kTimeLength);
        std::replace(text.begin(), text.end(), 'T', ' ');
        figure.xTicks.emplace_back(static_cast<double>(i), text);
    }
}

double placeOf(const TimeGrid& grid, Timestamp moment) {
    return static_cast<double>((moment - grid.begin).nanoseconds) /
           static_cast<double>(grid.step.nanoseconds);
}

/// An interval holds its value from begin to end.
void addStep(Curves::Curve& curve, std::size_t interval, double value) {
    curve.points.emplace_back(static_cast<double>(interval), value);
    curve.points.emplace_back(static_cast<double>(interval + 1), value);
}

const Difference::Side& sideOf(const Difference& difference, bool isA) {
    return isA ? difference.a : difference.b;
}

} // namespace

Curves rhythmCurves(
    const Rhythm& rhythm, const PortRhythm& port, const std::vector<Event>& events) {
    Curves figure;
    figure.title = "Sources that begin to scan " + portTitle(port.port);
    figure.xTitle = "time, UTC";
    figure.yTitle = figure.title;
    Curves::Curve seen{"seen", {}, false, true};
    Curves::Curve usual{"usual", {}, false, true, true};
    for (std::size_t i = 0; i < port.intervals.size(); ++i) {
        if (!rhythm.isWhole[i])
            continue;
        addStep(seen, i, static_cast<double>(port.intervals[i].arrivals));
        addStep(usual, i, port.usual[i]);
    }
    figure.curves = {std::move(seen), std::move(usual)};
    const TimeRange range{rhythm.grid.begin, rhythm.grid.beginOf(rhythm.grid.count)};
    for (const Event& event : eventsIn(events, range, {port.port}))
        figure.marks.push_back({placeOf(rhythm.grid, event.begin), event.name});
    addTimeTicks(figure, rhythm.grid);
    return figure;
}

Curves reactionCurves(const EventReaction& reaction, ReactionMeasure measure) {
    constexpr std::array<std::string_view, 3> kNames = {"packets", "scans", "sources"};
    const std::string name(kNames[static_cast<std::size_t>(measure)]);
    const auto countOf = [&](const PortInterval& each) {
        return static_cast<double>(measure == ReactionMeasure::packets ? each.packets
                                   : measure == ReactionMeasure::scans ? each.scans
                                                                       : each.sources);
    };
    Curves figure;
    figure.title = "Around " + reaction.event.name;
    figure.xTitle = "time, UTC";
    figure.yTitle = fmt::format("{} in {:g} h", name, reaction.grid.step.inSeconds() / 3600);
    Curves::Curve counts{name, {}, false, true};
    for (std::size_t i = 0; i < reaction.intervals.size(); ++i)
        addStep(counts, i, countOf(reaction.intervals[i]));
    figure.curves.push_back(std::move(counts));
    if (reaction.usual && !reaction.intervals.empty()) {
        const double usual = measure == ReactionMeasure::packets ? reaction.usual->packets
                             : measure == ReactionMeasure::scans ? reaction.usual->scans
                                                                 : reaction.usual->sources;
        const auto end = static_cast<double>(reaction.intervals.size());
        figure.curves.push_back({"usual before", {{0, usual}, {end, usual}}, false, true, true});
    }
    figure.marks.push_back({static_cast<double>(reaction.before), reaction.event.name});
    addTimeTicks(figure, reaction.grid);
    return figure;
}

Slopes rankSlopes(const Comparison& comparison, Dimension dimension, std::size_t most) {
    Slopes figure;
    figure.title = fmt::format("Ranks by scans ({})", nameOf(dimension));
    figure.before = comparison.nameA;
    figure.after = comparison.nameB;
    const auto within = [&](const Difference& each, bool isA) {
        const auto& rank = sideOf(each, isA).rank;
        return rank && *rank <= most ? rank : std::nullopt;
    };
    for (const Difference& each : comparison.differences) {
        if (each.dimension != dimension || (!within(each, true) && !within(each, false)))
            continue;
        figure.slopes.push_back(
            {each.name, within(each, true), within(each, false), !each.stands()});
    }
    return figure;
}

DifferenceBars differenceBars(
    const Comparison& comparison, std::optional<Dimension> dimension, std::size_t most) {
    DifferenceBars figure;
    figure.title = "Differences of shares";
    figure.unit = "percentage points of scans, with 95 % interval";
    for (const Difference& each : comparison.differences) {
        if (each.isTooSmall || figure.bars.size() == most)
            break; // these come last
        if (dimension && each.dimension != *dimension)
            continue;
        figure.bars.push_back({each.name, each.shares.shareB - each.shares.shareA,
            each.shares.interval.low, each.shares.interval.high, !each.stands()});
    }
    return figure;
}

Curves coverageCurves(const Comparison& comparison) {
    constexpr auto kCoverages = std::to_array<double>({0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005,
        0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 0.9, 1});
    Curves figure;
    figure.title = "Scan sizes";
    figure.xTitle = "coverage of the telescope";
    figure.yTitle = "share of scans up to that coverage";
    figure.isLogarithmic = true;
    figure.isShare = true;
    if (comparison.coveragesA.empty() || comparison.coveragesB.empty())
        return figure;
    for (const bool isA : {true, false}) {
        const std::vector<double>& coverages = isA ? comparison.coveragesA : comparison.coveragesB;
        Curves::Curve curve{isA ? comparison.nameA : comparison.nameB, {}, false};
        for (const double coverage : kCoverages) {
            const auto upTo = std::upper_bound(coverages.begin(), coverages.end(), coverage);
            curve.points.emplace_back(coverage, static_cast<double>(upTo - coverages.begin()) /
                                                    static_cast<double>(coverages.size()));
        }
        figure.curves.push_back(std::move(curve));
    }
    for (const double tick : {0.0001, 0.001, 0.01, 0.1, 1.0})
        figure.xTicks.emplace_back(tick, fmt::format("{:g} %", tick * 100));
    return figure;
}

std::string rhythmFigure(
    const Rhythm& rhythm, const PortRhythm& port, const std::vector<Event>& events) {
    return drawFigure(rhythmCurves(rhythm, port, events));
}

std::string reactionFigure(const EventReaction& reaction) {
    return drawFigure(reactionCurves(reaction));
}

std::string rankFigure(const Comparison& comparison, Dimension dimension, std::size_t most) {
    return drawFigure(rankSlopes(comparison, dimension, most));
}

std::string differenceFigure(const Comparison& comparison, std::size_t most) {
    return drawFigure(differenceBars(comparison, std::nullopt, most));
}

std::string coverageFigure(const Comparison& comparison) {
    const Curves curves = coverageCurves(comparison);
    return curves.curves.empty() ? std::string() : drawFigure(curves);
}

} // namespace sweepscope
