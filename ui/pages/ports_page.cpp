// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ports_page.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QVBoxLayout>

namespace sweepscope {

PortsPage::PortsPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new PortSizesChart())
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Ports"))) {
    auto* const chartCard = new Card(tr("Ports by scan size"));
    chartCard->setContent(m_chart);
    chartCard->showLegendOf(m_chart);
    QButtonGroup* const measure = chartCard->addChoice({tr("Share"), tr("Count")}, 0);
    connect(measure, &QButtonGroup::idClicked, m_chart, [this](int id) {
        m_chart->setMeasure(
            id == 0 ? PortSizesChart::Measure::share : PortSizesChart::Measure::count);
    });
    chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("ports-by-scan-size")));
    m_tableCard->setContent(m_table);
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("ports")));
    m_table->setAccessibleName(tr("Ports"));

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(chartCard, 5);
    layout->addWidget(m_tableCard, 4);

    // Bar and row are one thing: choosing either marks both.
    connect(m_table, &TableView::rowActivated, m_chart,
        [this](std::uint32_t row) { m_chart->setCurrent(row); });
    connect(m_chart, &PortSizesChart::portClicked, m_table, [this](std::size_t port) {
        const RowOrder& rows = m_table->tableModel().rows();
        const auto found = std::find(rows.begin(), rows.end(), static_cast<std::uint32_t>(port));
        if (found != rows.end())
            m_table->setCurrentIndex(
                m_table->tableModel().index(static_cast<int>(found - rows.begin()), 1));
    });
}

void PortsPage::setSnapshot(SnapshotPointer snapshot) {
    m_tableCard->setTitle(tr("Ports, %1").arg(displayCount(snapshot->ports.size())));
    m_chart->setSnapshot(snapshot);
    m_table->tableModel().setTable(portTable(std::move(snapshot)));
}

std::vector<NamedChart> PortsPage::charts() const {
    return {{QStringLiteral("ports-by-scan-size"), m_chart}};
}

} // namespace sweepscope
