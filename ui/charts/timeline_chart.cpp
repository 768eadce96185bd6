// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timeline_chart.h"

#include "format/display_text.h"
#include "format/display_zone.h"
#include "format/term_text.h"
#include "style/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace sweepscope {

TimelineChart::TimelineChart(QWidget* parent)
    : ChartWidget(parent)
    , m_time(makeAxis())
    , m_values(makeAxis()) {
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_time->setGridLineVisible(false);
    m_values->setLineVisible(false);
    setMinimumHeight(200);
    restyle();
}

void TimelineChart::setDetails(DetailsPointer details) {
    m_details = std::move(details);
    const TimeGrid& grid = m_details->timeline.grid();
    m_marks.setView({grid.begin, grid.beginOf(grid.count)}, portsInView(*m_details->snapshot));
    rebuild();
    emit legendChanged();
}

void TimelineChart::setEvents(EventsPointer events) {
    m_marks.setEvents(std::move(events));
    viewport()->update();
}

void TimelineChart::drawForeground(QPainter* painter, const QRectF& rect) {
    if (m_details != nullptr)
        m_marks.paint(*painter, plotArea());
    ChartWidget::drawForeground(painter, rect);
}

void TimelineChart::setMeasure(Measure measure) {
    m_measure = measure;
    rebuild();
}

void TimelineChart::setSplit(Split split) {
    m_split = split;
    rebuild();
    emit legendChanged();
}

std::uint64_t TimelineChart::measured(const IntervalCounts& counts) const {
    constexpr std::array kOf = {
        &IntervalCounts::packets, &IntervalCounts::scans, &IntervalCounts::sources};
    return counts.*kOf[static_cast<std::size_t>(m_measure)];
}

std::vector<TimelineChart::Series> TimelineChart::series() const {
    std::vector<Series> all;
    if (m_details == nullptr)
        return all;
    const Timeline* const timeline = &m_details->timeline;
    const auto add = [&](const QString& name, const QColor& colour, auto of) {
        for (std::size_t i = 0; i < timeline->grid().count; ++i) {
            if (of(i).packets != 0) {
                all.push_back({name, colour, of});
                return;
            }
        }
    };
    if (m_split == Split::tool) {
        // What has no name goes below, where it disturbs the others least.
        for (std::size_t place = kToolCount; place > 0; --place) {
            const auto tool = static_cast<Tool>(place - 1);
            add(fromCore(nameOf(tool)), theme().of(tool),
                [timeline, tool](
                    std::size_t i) -> const IntervalCounts& { return timeline->of(i, tool); });
        }
        return all;
    }
    for (std::size_t place = timeline->ports().size() + 1; place > 0; --place) {
        const std::size_t port = place - 1;
        const bool isOthers = port == timeline->ports().size();
        add(isOthers ? tr("other ports")
                     : displayPort(timeline->ports()[port].protocol, timeline->ports()[port].port),
            isOthers ? theme().of(Tool::unknown) : theme().category(port),
            [timeline, port](
                std::size_t i) -> const IntervalCounts& { return timeline->ofPort(i, port); });
    }
    return all;
}

std::uint64_t TimelineChart::highest(const std::vector<Series>& all) const {
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < m_details->timeline.grid().count; ++i) {
        std::uint64_t sum = 0;
        for (const Series& each : all) {
            const std::uint64_t value = measured(each.of(i));
            sum = m_measure == Measure::packets ? sum + value : std::max(sum, value);
        }
        most = std::max(most, sum);
    }
    return most;
}

void TimelineChart::rebuild() {
    chart()->removeAllSeries();
    if (m_details == nullptr)
        return;
    setAxes();
    const std::vector<Series> all = series();
    if (m_measure == Measure::packets)
        addAreas(all);
    else
        addLines(all);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(description());
}

void TimelineChart::setAxes() {
    const TimeGrid& grid = m_details->timeline.grid();
    std::vector<Tick> ticks;
    for (const double value : niceTicks(static_cast<double>(highest(series())), 5))
        ticks.push_back({value,
            value < 1 && value > 0 ? QString() : displayShort(static_cast<std::uint64_t>(value))});
    setTicks(m_values, ticks, 0, ticks.back().value);
    const TimeRange range{grid.begin, grid.beginOf(grid.count)};
    const int room = std::max(2, width() / 110);
    setTicks(m_time, timeTicks(range, room), 0, std::max(range.length().inSeconds(), 1e-6));
}

void TimelineChart::attach(QAbstractSeries* series) {
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_values);
}

/// Each upon the one below, with a step at each interval.
void TimelineChart::addAreas(const std::vector<Series>& all) {
    const TimeGrid& grid = m_details->timeline.grid();
    const double step = grid.step.inSeconds();
    std::vector<double> below(grid.count, 0);
    for (const Series& each : all) {
        QList<QPointF> lower;
        QList<QPointF> upper;
        for (std::size_t i = 0; i < grid.count; ++i) {
            const double left = static_cast<double>(i) * step;
            const double top = below[i] + static_cast<double>(measured(each.of(i)));
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
        area->setBrush(each.colour);
        area->setPen(Qt::NoPen);
        attach(area);
    }
}

void TimelineChart::addLines(const std::vector<Series>& all) {
    const TimeGrid& grid = m_details->timeline.grid();
    const double step = grid.step.inSeconds();
    for (const Series& each : all) {
        QList<QPointF> points;
        for (std::size_t i = 0; i < grid.count; ++i) {
            const double left = static_cast<double>(i) * step;
            const auto value = static_cast<double>(measured(each.of(i)));
            points << QPointF(left, value) << QPointF(left + step, value);
        }
        auto* const line = new QLineSeries();
        line->replace(points);
        line->setPen(QPen(each.colour, 2));
        attach(line);
    }
}

std::size_t TimelineChart::intervalAt(double x) const {
    const auto count = static_cast<double>(m_details->timeline.grid().count);
    const double share = (x - plotArea().left()) / plotArea().width();
    return static_cast<std::size_t>(std::clamp(share * count, 0.0, count - 1));
}

std::vector<Term> TimelineChart::termsIn(const QRectF& area) const {
    if (m_details == nullptr || m_details->timeline.grid().count == 0 || area.width() <= 0)
        return {};
    const TimeGrid& grid = m_details->timeline.grid();
    return {TimeRange{grid.beginOf(intervalAt(area.left())),
        grid.beginOf(intervalAt(area.right()) + 1) + Duration{-1}}};
}

void TimelineChart::mouseMoveEvent(QMouseEvent* event) {
    ChartWidget::mouseMoveEvent(event);
    const bool isInside = m_details != nullptr && m_details->timeline.grid().count != 0 &&
                          plotArea().contains(event->position());
    if (!isInside)
        return QToolTip::hideText();
    const std::size_t interval = intervalAt(event->position().x());
    const TimeGrid& grid = m_details->timeline.grid();
    QString text =
        tr("%1 (%2), %3")
            .arg(displayTime(grid.beginOf(interval)), zoneName(), displayDuration(grid.step));
    if (const QString names = m_marks.textAt(event->position(), plotArea()); !names.isEmpty())
        text = names + QLatin1Char('\n') + text;
    std::vector<Series> topDown = series();
    std::reverse(topDown.begin(), topDown.end());
    for (const Series& each : topDown) {
        if (measured(each.of(interval)) != 0)
            text += QStringLiteral("\n%1: %2")
                        .arg(each.name, displayCount(measured(each.of(interval))));
    }
    QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

void TimelineChart::resizeEvent(QResizeEvent* event) {
    ChartWidget::resizeEvent(event);
    if (m_details != nullptr)
        setAxes(); // more room holds more times
}

std::shared_ptr<const Table> TimelineChart::numbers() const {
    return m_details == nullptr ? nullptr : timelineTable(m_details);
}

std::vector<LegendEntry> TimelineChart::legendEntries() const {
    std::vector<LegendEntry> entries;
    for (const Series& each : series())
        entries.insert(entries.begin(), {each.name, each.colour});
    return entries;
}

QString TimelineChart::description() const {
    if (m_details == nullptr || m_details->timeline.grid().count == 0)
        return tr("No packets");
    const Timeline& timeline = m_details->timeline;
    std::size_t most = 0;
    for (std::size_t i = 1; i < timeline.grid().count; ++i)
        most = measured(timeline.all(i)) > measured(timeline.all(most)) ? i : most;
    return tr(
        "%1 intervals of %2; most in the one from %3: %4", nullptr, pluralOf(timeline.grid().count))
        .arg(displayCount(timeline.grid().count), displayDuration(timeline.grid().step),
            displayTime(timeline.grid().beginOf(most)), displayCount(measured(timeline.all(most))));
}

std::unique_ptr<ChartWidget> TimelineChart::copy() const {
    auto chart = std::make_unique<TimelineChart>();
    chart->resize(size());
    chart->m_measure = m_measure;
    chart->m_split = m_split;
    chart->m_marks = m_marks;
    if (m_details != nullptr)
        chart->setDetails(m_details);
    return chart;
}

} // namespace sweepscope
