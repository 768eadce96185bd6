// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "charts/event_marks.h"
#include "tables/details_tables.h"

namespace sweepscope {

/// Packets, scans or sources per interval, by tool or by port. Packets are stacked; scans and
/// sources are lines, since one of them may be in several series. A drag narrows to a stretch of
/// time.
class TimelineChart final : public ChartWidget {
    Q_OBJECT

public:
    enum class Measure { packets, scans, sources };
    enum class Split { tool, port };

    explicit TimelineChart(QWidget* parent = nullptr);

    void setDetails(DetailsPointer details);
    void setMeasure(Measure measure);
    void setSplit(Split split);
    void setEvents(EventsPointer events);

    [[nodiscard]] const std::vector<Event>& events() const { return m_marks.shown(); }

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;
    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;

protected:
    [[nodiscard]] Band band() const override { return Band::time; }

    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// One area or line: its words, its colour, and its counts in an interval.
    struct Series {
        QString name;
        QColor colour;
        std::function<const IntervalCounts&(std::size_t interval)> of;
    };

    [[nodiscard]] std::vector<Series> series() const; ///< with anything in them; lowest first
    [[nodiscard]] std::uint64_t measured(const IntervalCounts& counts) const;
    [[nodiscard]] std::uint64_t highest(const std::vector<Series>& all) const;
    [[nodiscard]] std::size_t intervalAt(double x) const;
    void addAreas(const std::vector<Series>& all);
    void addLines(const std::vector<Series>& all);
    void setAxes();
    void attach(QAbstractSeries* series);

    DetailsPointer m_details;
    EventMarks m_marks;
    Measure m_measure = Measure::packets;
    Split m_split = Split::tool;
    QCategoryAxis* m_time;
    QCategoryAxis* m_values;
};

} // namespace sweepscope
