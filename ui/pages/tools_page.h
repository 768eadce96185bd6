// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/bar_rows_chart.h"
#include "charts/tool_shares_chart.h"
#include "pages/own_rules_card.h"
#include "pages/page.h"

namespace sweepscope {

/// What scans are made with, by scan size and by coverage.
class ToolsPage : public Page {
    Q_OBJECT

public:
    explicit ToolsPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;
    void setDetails(const DetailsPointer& details) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;

    [[nodiscard]] BarRowsChart& coverage() { return *m_coverage; }

    [[nodiscard]] ToolSharesChart& chart() { return *m_chart; }

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] OwnRulesCard& ownRules() { return *m_ownRules; }

private:
    ToolSharesChart* m_chart;
    BarRowsChart* m_coverage;
    TableView* m_table;
    OwnRulesCard* m_ownRules;
};

} // namespace sweepscope
