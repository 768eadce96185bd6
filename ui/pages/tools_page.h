// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/tool_shares_chart.h"
#include "pages/page.h"

namespace sweepscope {

/// What scans are made with, by scan size.
class ToolsPage : public Page {
    Q_OBJECT

public:
    explicit ToolsPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;

    [[nodiscard]] TableView& table() { return *m_table; }

private:
    ToolSharesChart* m_chart;
    TableView* m_table;
};

} // namespace sweepscope
