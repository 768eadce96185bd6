// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/time_chart.h"
#include "tables/snapshot_tables.h"

namespace sweepscope {

/// Packets of scans over time, stacked by tool.
class PacketsChart final : public TimeChart {
    Q_OBJECT

public:
    explicit PacketsChart(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot);

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

protected:
    [[nodiscard]] std::vector<Series> series() const override;

private:
    SnapshotPointer m_snapshot;
};

} // namespace sweepscope
