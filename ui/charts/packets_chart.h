// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "charts/event_marks.h"
#include "tables/snapshot_tables.h"

namespace sweepscope {

/// Packets of scans over time, stacked by tool.
class PacketsChart final : public ChartWidget {
    Q_OBJECT

public:
    explicit PacketsChart(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot);
    void setEvents(EventsPointer events);

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
    [[nodiscard]] std::vector<Tool> tools() const; ///< with packets, the bottom of the stack first
    void addAreas();
    void setAxes();
    [[nodiscard]] QString intervalText(std::size_t interval) const;

    SnapshotPointer m_snapshot;
    EventMarks m_marks;
    QCategoryAxis* m_time;
    QCategoryAxis* m_packets;
};

} // namespace sweepscope
