// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/svg_figures.h"

#include "export/svg_canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace sweepscope {

namespace {

/// Okabe and Ito's colours, which also the colour-blind tell apart, and grey for the rest.
constexpr auto kColors = std::to_array<std::string_view>(
    {"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999"});
constexpr std::string_view kInk = "#222222";
constexpr std::string_view kFaint = "#6b6b6b";
constexpr std::string_view kGrid = "#dddddd";
constexpr std::string_view kWeak = "#bbbbbb";
constexpr double kWidth = 720;
constexpr double kLetter = 6.1; ///< mean width of a letter at the size of the text
constexpr double kRow = 22;
constexpr double kLegend = 24;

std::string_view colorOf(std::size_t place) {
    return kColors[place % kColors.size()];
}

/// What is left over is grey.
std::string_view colorOf(const StackedBars& figure, std::size_t part) {
    return figure.hasRest && part + 1 == figure.parts.size() ? kColors.back() : colorOf(part);
}

double widthOf(std::string_view text) {
    return kLetter * static_cast<double>(text.size());
}

/// A step of 1, 2 or 5 times a power of ten with about `wanted` of them up to `most`.
double niceStep(double most, double wanted) {
    if (!(most > 0))
        return 1;
    const double raw = most / wanted;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw)
            return factor * power;
    }
    return 10 * power;
}

std::string numberText(double value, bool isShare) {
    if (isShare)
        return fmt::format("{:.3g} %", value * 100);
    constexpr double kMillion = 1e6;
    if (std::abs(value) >= kMillion)
        return fmt::format("{:.3g} M", value / kMillion);
    constexpr double kWhole = 1e4;
    return std::abs(value) >= kWhole ? fmt::format("{:.0f}", value) : fmt::format("{:g}", value);
}

struct Key {
    std::string_view name;
    std::string_view color;
};

void drawLegend(SvgCanvas& canvas, double x, double y, const std::vector<Key>& keys) {
    constexpr double kBox = 10;
    for (const Key& key : keys) {
        canvas.box(x, y - kBox + 1, kBox, kBox, key.color);
        canvas.text({x + kBox + 5, y}, key.name, Anchor::start, kFaint);
        x += widthOf(key.name) + 2 * kBox + 8;
    }
}

/// Where the plot lies and how values become places in it.
struct Plot {
    double left = 0;
    double right = kWidth - 16;
    double top = 0;
    double bottom = 0;
    double xFrom = 0;
    double xTo = 1;
    double yTo = 1;
    bool isLogarithmic = false;

    [[nodiscard]] double x(double value) const {
        const auto scaled = [&](double v) { return isLogarithmic ? std::log10(v) : v; };
        const double length = scaled(xTo) - scaled(xFrom);
        return length == 0 ? left
                           : left + (right - left) * (scaled(value) - scaled(xFrom)) / length;
    }

    [[nodiscard]] double y(double value) const {
        return bottom - (bottom - top) * (yTo == 0 ? 0 : value / yTo);
    }
};

Plot plotOf(const Curves& figure) {
    Plot plot;
    plot.left = 64;
    plot.top = kLegend + 26;
    plot.bottom = 310;
    plot.isLogarithmic = figure.isLogarithmic;
    bool isFirst = true;
    double most = 0;
    for (const Curves::Curve& curve : figure.curves) {
        for (const auto& [x, y] : curve.points) {
            plot.xFrom = isFirst ? x : std::min(plot.xFrom, x);
            plot.xTo = isFirst ? x : std::max(plot.xTo, x);
            most = std::max(most, y);
            isFirst = false;
        }
    }
    const double step = niceStep(most, 5);
    plot.yTo = figure.isShare && most > 0.5 ? 1 : std::ceil(most / step) * step;
    if (plot.yTo <= 0)
        plot.yTo = 1;
    return plot;
}

void drawAxes(SvgCanvas& canvas, const Plot& plot, const Curves& figure) {
    const double step = niceStep(plot.yTo, 5);
    const int lines = static_cast<int>(plot.yTo * 1.0001 / step);
    for (int line = 0; line <= lines; ++line) {
        const double value = line * step;
        canvas.line({plot.left, plot.y(value)}, {plot.right, plot.y(value)}, kGrid, 1);
        canvas.text({plot.left - 6, plot.y(value) + 4}, numberText(value, figure.isShare),
            Anchor::end, kFaint);
    }
    for (const auto& [value, name] : figure.xTicks) {
        if (plot.x(value) < plot.left - 1 || plot.x(value) > plot.right + 1)
            continue;
        canvas.line({plot.x(value), plot.bottom}, {plot.x(value), plot.bottom + 4}, kFaint, 1);
        canvas.text({plot.x(value), plot.bottom + 17}, name, Anchor::middle, kFaint);
    }
    canvas.text(
        {(plot.left + plot.right) / 2, plot.bottom + 36}, figure.xTitle, Anchor::middle, kInk);
    canvas.text({plot.left, plot.top - 10}, figure.yTitle, Anchor::start, kInk);
}

void drawBar(SvgCanvas& canvas, const StackedBars& figure, const StackedBars::Row& row, double left,
    double perUnit, double y) {
    double x = left;
    double sum = 0;
    for (std::size_t part = 0; part < row.values.size(); ++part) {
        const double width = row.values[part] * perUnit;
        if (width > 0)
            canvas.box(x, y, width, kRow - 6, colorOf(figure, part),
                fmt::format("{}, {}: {}", row.name, figure.parts[part],
                    numberText(row.values[part], figure.isShare)));
        x += width;
        sum += row.values[part];
    }
    canvas.text({left - 8, y + 12}, row.name, Anchor::end);
    canvas.text({x + 6, y + 12}, numberText(sum, figure.isShare), Anchor::start, kFaint);
}

} // namespace

std::string drawFigure(const StackedBars& figure) {
    double most = 0;
    double left = 60;
    for (const StackedBars::Row& row : figure.rows) {
        double sum = 0;
        for (const double value : row.values)
            sum += value;
        most = std::max(most, sum);
        left = std::max(left, widthOf(row.name) + 16);
    }
    const double bottom = kLegend + 6 + kRow * static_cast<double>(figure.rows.size());
    SvgCanvas canvas(kWidth, bottom + 40);
    std::vector<Key> keys;
    for (std::size_t part = 0; part < figure.parts.size(); ++part)
        keys.push_back({figure.parts[part], colorOf(figure, part)});
    drawLegend(canvas, left, 14, keys);
    const double right = kWidth - 70;
    const double perUnit = most > 0 ? (right - left) / most : 0;
    const double step = niceStep(most, 5);
    for (double value = 0; value <= most * 1.0001 && most > 0; value += step) {
        const double x = left + value * perUnit;
        canvas.line({x, kLegend}, {x, bottom}, kGrid, 1);
        canvas.text({x, bottom + 15}, numberText(value, figure.isShare), Anchor::middle, kFaint);
    }
    for (std::size_t i = 0; i < figure.rows.size(); ++i)
        drawBar(canvas, figure, figure.rows[i], left, perUnit,
            kLegend + 4 + kRow * static_cast<double>(i));
    canvas.text({(left + right) / 2, bottom + 33}, figure.unit, Anchor::middle);
    return canvas.finish(figure.title);
}

std::string drawFigure(const Curves& figure) {
    const Plot plot = plotOf(figure);
    SvgCanvas canvas(kWidth, plot.bottom + 46);
    std::vector<Key> keys;
    for (std::size_t i = 0; i < figure.curves.size(); ++i)
        keys.push_back({figure.curves[i].name, colorOf(i)});
    if (keys.size() > 1)
        drawLegend(canvas, plot.left, 14, keys);
    drawAxes(canvas, plot, figure);
    for (const Curves::Mark& mark : figure.marks) {
        const double x = plot.x(mark.x);
        canvas.line({x, plot.top}, {x, plot.bottom}, kInk, 1, true);
        const bool isRight = x > (plot.left + plot.right) / 2;
        canvas.text({x + (isRight ? -5 : 5), plot.top + 11}, mark.name,
            isRight ? Anchor::end : Anchor::start);
    }
    for (std::size_t i = 0; i < figure.curves.size(); ++i) {
        const Curves::Curve& curve = figure.curves[i];
        std::vector<Point> points;
        for (const auto& [x, y] : curve.points)
            points.push_back({plot.x(x), plot.y(y)});
        const std::string_view color = colorOf(i);
        if (!curve.isDots)
            canvas.path(points, color, 1.8);
        constexpr std::size_t kMostDots = 60;
        const bool hasDots = curve.isDots || (points.size() <= kMostDots && !curve.isSteps);
        for (std::size_t j = 0; j < points.size() && hasDots; ++j)
            canvas.dot(points[j], 2.6, color,
                fmt::format(
                    "{}: {}", curve.name, numberText(curve.points[j].second, figure.isShare)));
    }
    return canvas.finish(figure.title);
}

std::string drawFigure(const Slopes& figure) {
    std::size_t lowest = 1;
    for (const Slopes::Slope& slope : figure.slopes)
        lowest = std::max({lowest, slope.before.value_or(0), slope.after.value_or(0)});
    const double bottom = 40 + kRow * static_cast<double>(lowest + 1);
    constexpr double kLeft = 260;
    constexpr double kRight = 460;
    SvgCanvas canvas(kWidth, bottom + 10);
    canvas.text({kLeft, 16}, figure.before, Anchor::end, kInk, true);
    canvas.text({kRight, 16}, figure.after, Anchor::start, kInk, true);
    const auto yOf = [&](const std::optional<std::size_t>& rank) {
        return 40 + kRow * static_cast<double>(rank.value_or(lowest + 1) - 1);
    };
    std::size_t color = 0;
    for (const Slopes::Slope& slope : figure.slopes) {
        const std::string_view stroke = slope.isWeak ? kWeak : kColors[color++ % 6];
        const Point from{kLeft + 8, yOf(slope.before)};
        const Point to{kRight - 8, yOf(slope.after)};
        canvas.line(from, to, stroke, slope.isWeak ? 1 : 2, !slope.before || !slope.after);
        if (slope.before) {
            canvas.dot(from, 3, stroke);
            canvas.text({kLeft, from.y + 4}, fmt::format("{}  {}", slope.name, *slope.before),
                Anchor::end, slope.isWeak ? kFaint : kInk);
        }
        if (slope.after) {
            canvas.dot(to, 3, stroke);
            canvas.text({kRight, to.y + 4}, fmt::format("{}  {}", *slope.after, slope.name),
                Anchor::start, slope.isWeak ? kFaint : kInk);
        }
    }
    return canvas.finish(figure.title);
}

std::string drawFigure(const DifferenceBars& figure) {
    double most = 0;
    double left = 60;
    for (const DifferenceBars::Bar& bar : figure.bars) {
        most = std::max({most, std::abs(bar.low), std::abs(bar.high), std::abs(bar.value)});
        left = std::max(left, widthOf(bar.name) + 16);
    }
    const double bottom = 10 + kRow * static_cast<double>(figure.bars.size());
    const double right = kWidth - 30;
    const double middle = (left + right) / 2;
    const double perUnit = most > 0 ? (right - left) / 2 / most : 0;
    SvgCanvas canvas(kWidth, bottom + 40);
    const double step = niceStep(most, 3);
    for (double value = -std::floor(most / step) * step; value <= most * 1.0001 && most > 0;
         value += step) {
        const double x = middle + value * perUnit;
        canvas.line({x, 4}, {x, bottom}, kGrid, 1);
        canvas.text({x, bottom + 15}, fmt::format("{:+.3g}", value * 100), Anchor::middle, kFaint);
    }
    canvas.line({middle, 4}, {middle, bottom}, kInk, 1);
    for (std::size_t i = 0; i < figure.bars.size(); ++i) {
        const DifferenceBars::Bar& bar = figure.bars[i];
        const double y = 8 + kRow * static_cast<double>(i);
        const double x = middle + std::min(bar.value, 0.0) * perUnit;
        const std::string_view fill =
            bar.isWeak ? kWeak : (bar.value > 0 ? kColors[0] : kColors[5]);
        canvas.box(x, y, std::abs(bar.value) * perUnit, kRow - 8, fill);
        canvas.line(
            {middle + bar.low * perUnit, y + 7}, {middle + bar.high * perUnit, y + 7}, kInk, 1.2);
        canvas.text({left - 8, y + 11}, bar.name, Anchor::end, bar.isWeak ? kFaint : kInk);
    }
    canvas.text({middle, bottom + 33}, figure.unit, Anchor::middle);
    return canvas.finish(figure.title);
}

} // namespace sweepscope
