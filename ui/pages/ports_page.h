// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/port_sizes_chart.h"
#include "pages/page.h"

namespace sweepscope {

/// The most scanned ports by scan size, as bars and as a table.
class PortsPage : public Page {
    Q_OBJECT

public:
    explicit PortsPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;

    void setBefore(const SnapshotPointer& before) override { m_chart->setBefore(before); }

    [[nodiscard]] std::vector<NamedChart> charts() const override;

    [[nodiscard]] TableView& table() { return *m_table; }

private:
    PortSizesChart* m_chart;
    TableView* m_table;
    Card* m_tableCard;
};

} // namespace sweepscope
