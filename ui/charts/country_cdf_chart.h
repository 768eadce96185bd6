// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "reference/baselines.h"
#include "tables/snapshot_tables.h"

class QLineSeries;

namespace sweepscope {

/// Countries, cumulative: the share that the first n countries make, as a step curve over their
/// rank. It ends at 100 % less the unknown share.
class CountryCdfChart final : public ChartWidget {
    Q_OBJECT

public:
    explicit CountryCdfChart(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot);
    void setWeight(Weight weight);

    /// Another answer's curve, dashed behind this one; drawn with the next snapshot.
    void setBefore(SnapshotPointer before) { m_before = std::move(before); }

    [[nodiscard]] Weight weight() const { return m_weight; }

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

protected:
    [[nodiscard]] bool isEmpty() const override { return m_ranked.empty(); }

    [[nodiscard]] Band band() const override { return Band::time; }

    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void setRankAxis();
    void addGhost();
    void drawBaselines(QPainter& painter) const;
    [[nodiscard]] bool isOverCurve(const QRectF& box) const;
    [[nodiscard]] QRectF inPlot(QRectF box) const;
    [[nodiscard]] QRectF boxBeside(const QPointF& mark, double width) const;
    [[nodiscard]] double belowBaselines(const QPointF& point) const;
    [[nodiscard]] QPointF placeOf(const Baseline& baseline) const;
    [[nodiscard]] QPointF pointOf(std::size_t rank) const;
    [[nodiscard]] std::size_t rankAt(double x) const;
    [[nodiscard]] QString shareText(std::size_t countries) const;

    SnapshotPointer m_snapshot;
    SnapshotPointer m_before;
    Weight m_weight = Weight::scans;
    std::vector<CountryShare> m_ranked; ///< the known countries
    std::vector<Baseline> m_baselines;  ///< of the share of five countries, where scans are counted
    QLineSeries* m_curve = nullptr;
    QCategoryAxis* m_rank;
    QCategoryAxis* m_share;
};

} // namespace sweepscope
