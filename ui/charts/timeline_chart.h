// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/time_chart.h"
#include "tables/details_tables.h"

namespace sweepscope {

/// Packets, scans or sources per interval, by tool or by port. Packets are stacked; scans and
/// sources are lines, since one of them may be in several series.
class TimelineChart final : public TimeChart {
    Q_OBJECT

public:
    enum class Measure { packets, scans, sources };
    enum class Split { tool, port };

    explicit TimelineChart(QWidget* parent = nullptr);

    void setDetails(DetailsPointer details);
    void setMeasure(Measure measure);
    void setSplit(Split split);

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

protected:
    [[nodiscard]] std::vector<Series> series() const override;

    [[nodiscard]] bool isStacked() const override { return m_measure == Measure::packets; }

private:
    [[nodiscard]] std::uint64_t measured(const IntervalCounts& counts) const;

    DetailsPointer m_details;
    Measure m_measure = Measure::packets;
    Split m_split = Split::tool;
};

} // namespace sweepscope
