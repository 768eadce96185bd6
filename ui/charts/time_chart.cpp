// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/time_chart.h"

#include "analysis/snapshot.h"
#include "format/display_text.h"
#include "format/display_zone.h"
#include "style/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

constexpr double kLeastIntervals = 4; ///< that a zoom shows

std::optional<TimeRange> chosenTime(const Narrowing& narrowing) {
    for (const Term& term : narrowing.only) {
        if (const auto* const range = std::get_if<TimeRange>(&term))
            return *range;
    }
    return std::nullopt;
}

} // namespace

TimeChart::TimeChart(int leastHeight, QWidget* parent)
    : ChartWidget(parent)
    , m_time(makeAxis())
    , m_values(makeAxis()) {
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_time->setGridLineVisible(false);
    m_values->setLineVisible(false);
    setMinimumHeight(leastHeight);
    restyle();
}

/// Charts count in seconds from the begin of the grid: they lose digits with those since 1970.
void TimeChart::showGrid(const TimeGrid& grid, const Snapshot& snapshot) {
    if (grid.begin != m_grid.begin)
        showWhole();
    m_grid = grid;
    m_marks.setView({grid.begin, grid.beginOf(grid.count)}, portsInView(snapshot));
    const double step = grid.step.inSeconds();
    setAxis({0, std::max(step * static_cast<double>(grid.count), 1e-6)}, kLeastIntervals * step);
    if (const auto chosen = chosenTime(snapshot.question.narrowing);
        std::exchange(m_chosen, chosen) != chosen) {
        if (chosen)
            zoomTo({(chosen->first - grid.begin).inSeconds(),
                (chosen->last - grid.begin).inSeconds()});
        else
            showWhole();
    }
    rebuild();
    emit legendChanged();
}

void TimeChart::makeLike(const TimeChart& other) {
    resize(other.size());
    m_marks = other.m_marks;
    m_grid = other.m_grid;
    m_chosen = other.m_chosen;
    zoomLike(other);
}

void TimeChart::setEvents(EventsPointer events) {
    m_marks.setEvents(std::move(events));
    viewport()->update();
}

TimeRange TimeChart::shownRange() const {
    const Extent& shown = zoom().shown();
    return {m_grid.begin + Duration::fromSeconds(shown.from),
        m_grid.begin + Duration::fromSeconds(shown.to)};
}

void TimeChart::drawForeground(QPainter* painter, const QRectF& rect) {
    if (m_grid.count != 0)
        m_marks.paint(*painter, plotArea(), shownRange());
    ChartWidget::drawForeground(painter, rect);
}

void TimeChart::rebuild() {
    chart()->removeAllSeries();
    if (m_grid.count == 0)
        return;
    const std::vector<Series> all = series();
    std::vector<Tick> ticks;
    for (const double value : countTicks(static_cast<double>(highest(all)), 4))
        ticks.push_back({value, displayNumber(value)});
    setTicks(m_values, ticks, 0, ticks.back().value);
    setTimeAxis();
    std::vector<double> below(m_grid.count, 0);
    for (const Series& each : all) {
        if (isStacked())
            addArea(each, below);
        else
            addLine(each);
    }
    setAccessibleDescription(description());
}

/// Of what is shown: a zoom makes small things large. A chart that was never laid out has no places
/// yet: values say which intervals these are.
std::uint64_t TimeChart::highest(const std::vector<Series>& all) const {
    std::uint64_t most = 0;
    for (std::size_t i = intervalOf(zoom().shown().from); i <= intervalOf(zoom().shown().to); ++i) {
        std::uint64_t sum = 0;
        for (const Series& each : all)
            sum = isStacked() ? sum + each.of(i) : std::max(sum, each.of(i));
        most = std::max(most, sum);
    }
    return most;
}

void TimeChart::setTimeAxis() {
    const Extent& shown = zoom().shown();
    const int room = std::max(2, width() / 110);
    std::vector<Tick> ticks = timeTicks(shownRange(), room);
    for (Tick& tick : ticks)
        tick.value += shown.from;
    setTicks(m_time, ticks, shown.from, shown.to);
}

void TimeChart::attach(QAbstractSeries* series) {
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_values);
}

/// Upon the one below, with a step at each interval.
void TimeChart::addArea(const Series& series, std::vector<double>& below) {
    const double step = m_grid.step.inSeconds();
    QList<QPointF> lower;
    QList<QPointF> upper;
    for (std::size_t i = 0; i < m_grid.count; ++i) {
        const double left = static_cast<double>(i) * step;
        const double top = below[i] + static_cast<double>(series.of(i));
        lower << QPointF(left, below[i]) << QPointF(left + step, below[i]);
        upper << QPointF(left, top) << QPointF(left + step, top);
        below[i] = top;
    }
    auto* const upperLine = new QLineSeries();
    auto* const lowerLine = new QLineSeries();
    upperLine->replace(upper);
    lowerLine->replace(lower);
    auto* const area = new QAreaSeries(upperLine, lowerLine);
    upperLine->setParent(area);
    lowerLine->setParent(area);
    area->setBrush(series.colour);
    area->setPen(Qt::NoPen);
    attach(area);
}

void TimeChart::addLine(const Series& series) {
    const double step = m_grid.step.inSeconds();
    QList<QPointF> points;
    for (std::size_t i = 0; i < m_grid.count; ++i) {
        const double left = static_cast<double>(i) * step;
        const auto value = static_cast<double>(series.of(i));
        points << QPointF(left, value) << QPointF(left + step, value);
    }
    auto* const line = new QLineSeries();
    line->replace(points);
    line->setPen(QPen(series.colour, 2));
    attach(line);
}

std::size_t TimeChart::intervalOf(double seconds) const {
    const double interval = std::floor(seconds / std::max(m_grid.step.inSeconds(), 1e-9));
    return static_cast<std::size_t>(
        std::clamp(interval, 0.0, static_cast<double>(m_grid.count) - 1));
}

std::size_t TimeChart::intervalAt(double x) const {
    return intervalOf(valueAt(std::clamp(x, plotArea().left(), plotArea().right())));
}

std::vector<Term> TimeChart::termsIn(const QRectF& area) const {
    if (m_grid.count == 0 || area.width() <= 0)
        return {};
    return {TimeRange{m_grid.beginOf(intervalAt(area.left())),
        m_grid.beginOf(intervalAt(area.right()) + 1) + Duration{-1}}};
}

/// The intervals in sight.
std::vector<QRectF> TimeChart::spots() const {
    std::vector<QRectF> spots;
    if (m_grid.count == 0)
        return spots;
    const QRectF area = plotArea();
    const double step = m_grid.step.inSeconds();
    for (std::size_t i = intervalAt(area.left()); i <= intervalAt(area.right()); ++i) {
        const double left = xOf(static_cast<double>(i) * step);
        const QRectF spot(
            left, area.top(), xOf(static_cast<double>(i + 1) * step) - left, area.height());
        if (const QRectF shown = spot.intersected(area); shown.width() > 1 || area.width() < 1)
            spots.push_back(shown);
    }
    return spots;
}

QString TimeChart::textAt(const QPointF& place) const {
    if (m_grid.count == 0 || !plotArea().contains(place))
        return {};
    const std::size_t interval = intervalAt(place.x());
    QString text =
        tr("%1 (%2), %3")
            .arg(displayTime(m_grid.beginOf(interval)), zoneName(), displayDuration(m_grid.step));
    if (const QString names = m_marks.textAt(place, plotArea(), shownRange()); !names.isEmpty())
        text = names + QLatin1Char('\n') + text;
    std::vector<Series> topDown = series();
    std::reverse(topDown.begin(), topDown.end());
    for (const Series& each : topDown) {
        if (const std::uint64_t value = each.of(interval); value != 0)
            text += QStringLiteral("\n%1: %2").arg(each.name, displayCount(value));
    }
    return text;
}

void TimeChart::resizeEvent(QResizeEvent* event) {
    ChartWidget::resizeEvent(event);
    if (m_grid.count != 0)
        setTimeAxis(); // more room holds more times
}

std::vector<LegendEntry> TimeChart::legendEntries() const {
    std::vector<LegendEntry> entries;
    for (const Series& each : series())
        entries.insert(entries.begin(), {each.name, each.colour});
    return entries;
}

} // namespace sweepscope
