// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/tools_page.h"

#include "style/theme.h"

#include <QVBoxLayout>

namespace sweepscope {

ToolsPage::ToolsPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new ToolSharesChart())
    , m_table(new TableView()) {
    auto* const chartCard = new Card(tr("Tools by scan size"));
    chartCard->setContent(m_chart);
    chartCard->showLegendOf(m_chart);
    chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("tools-by-scan-size")));
    auto* const tableCard = new Card(tr("Tools"));
    tableCard->setContent(m_table);
    tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("tools")));
    m_table->setAccessibleName(tr("Tools"));

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(chartCard, 1);
    layout->addWidget(tableCard, 1);
}

void ToolsPage::setSnapshot(SnapshotPointer snapshot) {
    m_chart->setSnapshot(snapshot);
    m_table->tableModel().setTable(toolTable(std::move(snapshot)));
}

std::vector<NamedChart> ToolsPage::charts() const {
    return {{QStringLiteral("tools-by-scan-size"), m_chart}};
}

} // namespace sweepscope
