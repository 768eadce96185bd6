// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "reference/baselines.h"
#include "tables/snapshot_tables.h"

class QBarCategoryAxis;
class QValueAxis;

namespace sweepscope {

/// The most scanned ports: small scans to the left, large scans to the right, each side with a
/// scale of its own, since there are far fewer large ones.
class PortSizesChart final : public ChartWidget {
    Q_OBJECT

public:
    enum class Measure { share, count };

    explicit PortSizesChart(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot);
    void setMeasure(Measure measure);

    /// Another answer's bars, as dashed marks at their ends; drawn with the next snapshot.
    void setBefore(SnapshotPointer before) { m_before = std::move(before); }

    [[nodiscard]] Measure measure() const { return m_measure; }

    /// Marks a port by its place among the snapshot's ports.
    void setCurrent(std::optional<std::size_t> port);

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

protected:
    [[nodiscard]] bool isEmpty() const override { return rowCount() == 0; }

    [[nodiscard]] Band band() const override { return Band::rows; }

    void rebuild() override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Side {
        std::vector<double> values; ///< one for each row
        std::vector<double> ticks;
        std::uint64_t total = 0;
    };

    [[nodiscard]] std::size_t rowCount() const;
    [[nodiscard]] std::optional<std::size_t> rowAt(const QPointF& position) const;
    [[nodiscard]] QRectF rowRect(std::size_t row) const;
    [[nodiscard]] Side sideOf(ScanSize size) const;
    [[nodiscard]] double barEnd(const Side& side, ScanSize size, double value) const;
    void addBars(const Side& small, const Side& large);
    void drawRow(QPainter& painter, std::size_t row) const;
    void drawGhost(QPainter& painter, std::size_t row) const;
    void drawBaselines(QPainter& painter, std::size_t row) const;
    [[nodiscard]] QPointF placeOf(const Baseline& baseline, std::size_t row) const;
    [[nodiscard]] double besideBaselines(std::size_t row, double end, double width) const;
    [[nodiscard]] std::vector<Baseline> baselinesOf(std::size_t row) const;
    void drawScale(QPainter& painter, const Side& side, ScanSize size) const;
    [[nodiscard]] QString valueText(double value) const;

    SnapshotPointer m_snapshot;
    SnapshotPointer m_before;
    Measure m_measure = Measure::share;
    std::optional<std::size_t> m_current;
    Side m_small;
    Side m_large;
    QBarCategoryAxis* m_rows;
    QValueAxis* m_values;
};

} // namespace sweepscope
