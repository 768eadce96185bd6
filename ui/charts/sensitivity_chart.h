// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "tables/sensitivity_table.h"

#include <optional>

namespace sweepscope {

/// What comes out along the range of one threshold: scans on the left axis; on the right the share
/// of probes that are in scans, and of the present ten first ports that stay. A line marks the
/// present value.
class SensitivityChart final : public ChartWidget {
    Q_OBJECT

public:
    explicit SensitivityChart(QWidget* parent = nullptr);

    void setSweep(SnapshotPointer snapshot, const Sensitivity& sweep);

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

    /// A value of a threshold as a person reads it.
    static QString valueText(SweptThreshold threshold, double value);

protected:
    [[nodiscard]] bool isEmpty() const override { return !m_sweep || m_sweep->points.empty(); }

    [[nodiscard]] Band band() const override { return Band::time; }

    void rebuild() override;

private:
    void addLine(const QColor& colour, double (*of)(const SensitivityPoint&), QCategoryAxis* axis);
    void addMark();
    void setAxes();

    SnapshotPointer m_snapshot;
    std::optional<Sensitivity> m_sweep;
    QCategoryAxis* m_value;
    QCategoryAxis* m_scans;
    QCategoryAxis* m_share;
};

} // namespace sweepscope
