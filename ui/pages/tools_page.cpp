// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/tools_page.h"

#include "pages/port_bars.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sweepscope {

ToolsPage::ToolsPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new ToolSharesChart())
    , m_coverage(new BarRowsChart())
    , m_table(new TableView())
    , m_ownRules(new OwnRulesCard(exporter)) {
    auto* const chartCard = new Card(tr("Tools by scan size"));
    chartCard->putLegendBelow();
    chartCard->setContent(m_chart);
    chartCard->showLegendOf(m_chart);
    chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("tools-by-scan-size")));
    auto* const coverageCard = new Card(tr("Tools by coverage"));
    coverageCard->putLegendBelow();
    coverageCard->setContent(m_coverage);
    coverageCard->showLegendOf(m_coverage);
    coverageCard->addControl(exporter.buttonFor(m_coverage, QStringLiteral("tools-by-coverage")));
    m_coverage->setArrangement(BarRowsChart::Arrangement::filled);
    auto* const tableCard = new Card(tr("Tools"));
    tableCard->setContent(m_table);
    tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("tools")));
    m_table->setAccessibleName(tr("Tools"));

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    auto* const pictures = new QHBoxLayout();
    pictures->setSpacing(metrics::kGap);
    pictures->addWidget(chartCard, 1);
    pictures->addWidget(coverageCard, 1);
    constexpr int kLeastChart = 150; // of four bars and their axis, beside rules of the user's own
    m_chart->setMinimumHeight(kLeastChart);
    m_coverage->setMinimumHeight(kLeastChart);
    m_table->giveWay();
    layout->addLayout(pictures, 3);
    layout->addWidget(tableCard, 2);
    layout->addWidget(m_ownRules);
    followScans(m_chart);
    followScans(m_coverage);
    followScans(m_table);
}

void ToolsPage::setSnapshot(SnapshotPointer snapshot) {
    m_chart->setSnapshot(snapshot);
    m_ownRules->setSnapshot(snapshot);
    m_table->tableModel().setTable(toolTable(std::move(snapshot)));
}

void ToolsPage::setDetails(const DetailsPointer& details) {
    m_coverage->show([details] { return toolCoverageBars(*details); }, toolCoverageTable(details));
}

std::vector<NamedChart> ToolsPage::charts() const {
    return {{QStringLiteral("tools-by-scan-size"), m_chart},
        {QStringLiteral("tools-by-coverage"), m_coverage}};
}

} // namespace sweepscope
