// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/bar_rows_chart.h"
#include "pages/page.h"

namespace sweepscope {

/// Which networks (autonomous systems) scans come from, as bars and as a table.
class NetworksPage : public Page {
    Q_OBJECT

public:
    explicit NetworksPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer /*snapshot*/) override {}

    void setDetails(const DetailsPointer& details) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] BarRowsChart& chart() { return *m_chart; }

private:
    void showChart();

    DetailsPointer m_details;
    Weight m_weight = Weight::scans;
    BarRowsChart* m_chart;
    TableView* m_table;
    Card* m_tableCard;
};

} // namespace sweepscope
