// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "charts/event_marks.h"
#include "statistics/time_series.h"

#include <functional>

namespace sweepscope {

struct Snapshot;

/// Counts in the intervals of a time grid: areas upon one another, or lines. A drag narrows to a
/// stretch of time, and the chart then looks at that stretch. Subclasses say what is counted.
class TimeChart : public ChartWidget {
    Q_OBJECT

public:
    void setEvents(EventsPointer events);

    [[nodiscard]] const std::vector<Event>& events() const { return m_marks.shown(); }

    [[nodiscard]] const TimeGrid& grid() const { return m_grid; }

    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

protected:
    /// One area or line: its words, its colour, and its count in an interval.
    struct Series {
        QString name;
        QColor colour;
        std::function<std::uint64_t(std::size_t interval)> of;
    };

    TimeChart(int leastHeight, QWidget* parent);

    /// With anything in them; lowest first.
    [[nodiscard]] virtual std::vector<Series> series() const = 0;

    [[nodiscard]] virtual bool isStacked() const { return true; }

    /// Draws anew over a grid; `snapshot` is what its counts come from.
    void showGrid(const TimeGrid& grid, const Snapshot& snapshot);

    /// What a fresh chart needs to look like this one, its counts aside.
    void makeLike(const TimeChart& other);

    [[nodiscard]] Band band() const override { return Band::time; }

    [[nodiscard]] bool isEmpty() const override { return m_grid.count == 0 || series().empty(); }

    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] std::uint64_t highest(const std::vector<Series>& all) const;
    [[nodiscard]] TimeRange shownRange() const;
    [[nodiscard]] std::size_t intervalOf(double seconds) const; ///< after the grid's begin
    [[nodiscard]] std::size_t intervalAt(double x) const;
    void setTimeAxis();
    void addArea(const Series& series, std::vector<double>& below);
    void addLine(const Series& series);
    void attach(QAbstractSeries* series);

    TimeGrid m_grid;
    std::optional<TimeRange> m_chosen; ///< that scans are narrowed to
    EventMarks m_marks;
    QCategoryAxis* m_time;
    QCategoryAxis* m_values;
};

} // namespace sweepscope
