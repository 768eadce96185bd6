// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/networks_page.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sweepscope {

namespace {

constexpr std::size_t kMostBars = 12;

std::uint64_t weighed(const NetworkCount& count, Weight weight) {
    return weight == Weight::scans     ? count.scans
           : weight == Weight::sources ? count.sources
                                       : count.packets;
}

BarRow barOf(const NetworkCount& count, const Network& network, Weight weight) {
    BarRow row;
    row.name = count.network.isKnown() ? QStringLiteral("AS%1").arg(network.asNumber)
                                       : NetworksPage::tr("not known");
    row.note = fromCore(network.name);
    row.terms = {NetworkTerm{network.asNumber}};
    if (weight == Weight::scans) {
        for (const ScanSize size : {ScanSize::small, ScanSize::large}) {
            const bool isLarge = size == ScanSize::large;
            row.pieces.push_back(
                {isLarge ? NetworksPage::tr("large scans") : NetworksPage::tr("small scans"),
                    theme().of(size), static_cast<double>(isLarge ? count.large : count.small),
                    {row.terms.front(), size}});
        }
    } else {
        row.pieces.push_back(
            {weight == Weight::sources ? NetworksPage::tr("sources") : NetworksPage::tr("packets"),
                theme().smallScan, static_cast<double>(weighed(count, weight)), {}});
    }
    return row;
}

BarRows barsOf(const Details& details, Weight weight) {
    std::vector<NetworkCount> networks = details.networks;
    std::stable_sort(
        networks.begin(), networks.end(), [&](const NetworkCount& a, const NetworkCount& b) {
            return std::pair(!a.network.isKnown(), weighed(b, weight)) <
                   std::pair(!b.network.isKnown(), weighed(a, weight));
        });
    BarRows bars;
    bars.title = NetworksPage::tr("Networks");
    if (weight == Weight::scans)
        bars.legend = {{NetworksPage::tr("small scans"), theme().smallScan},
            {NetworksPage::tr("large scans"), theme().largeScan}};
    for (std::size_t i = 0; i < std::min(networks.size(), kMostBars); ++i)
        bars.rows.push_back(barOf(networks[i],
            details.snapshot->material.origins->networks[networks[i].network.place], weight));
    return bars;
}

} // namespace

NetworksPage::NetworksPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new BarRowsChart())
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Networks"))) {
    auto* const chartCard = new Card(tr("Networks with most"));
    chartCard->setContent(m_chart);
    chartCard->showLegendOf(m_chart);
    QButtonGroup* const weight =
        chartCard->addChoice({tr("Scans"), tr("Sources"), tr("Packets")}, 0);
    connect(weight, &QButtonGroup::idClicked, this, [this](int id) {
        m_weight = static_cast<Weight>(id);
        showChart();
    });
    chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("networks-chart")));
    m_tableCard->setContent(m_table);
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("networks")));
    m_table->setAccessibleName(tr("Networks"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(chartCard, 1);
    layout->addWidget(m_tableCard, 1);
    followScans(m_chart);
    followScans(m_table);
}

void NetworksPage::setDetails(const DetailsPointer& details) {
    m_details = details;
    const auto known = std::count_if(m_details->networks.begin(), m_details->networks.end(),
        [](const NetworkCount& count) { return count.network.isKnown(); });
    m_tableCard->setTitle(
        known == 0 ? tr("Networks")
                   : tr("Networks, %1").arg(displayCount(static_cast<std::uint64_t>(known))));
    m_table->tableModel().setTable(networkTable(m_details));
    showChart();
}

void NetworksPage::showChart() {
    if (m_details == nullptr)
        return;
    m_chart->show([details = m_details, weight = m_weight] { return barsOf(*details, weight); },
        networkTable(m_details));
}

std::vector<NamedChart> NetworksPage::charts() const {
    return {{QStringLiteral("networks-chart"), m_chart}};
}

} // namespace sweepscope
