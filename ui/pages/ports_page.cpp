// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ports_page.h"

#include "analysis/index_facts.h"
#include "format/display_text.h"
#include "pages/port_bars.h"
#include "style/role.h"
#include "style/theme.h"

#include <QVBoxLayout>

namespace sweepscope {

PortsPage::PortsPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new PortSizesChart())
    , m_sizes(new BarRowsChart())
    , m_countries(new BarRowsChart())
    , m_stack(new QStackedWidget())
    , m_chartCard(new Card(tr("Ports by scan size")))
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Ports")))
    , m_keepsDependent(new QCheckBox(tr("Rank them")))
    , m_dependentNote(roleLabel(QString(), "quiet")) {
    for (ChartWidget* const chart :
        std::initializer_list<ChartWidget*>{m_chart, m_sizes, m_countries}) {
        m_stack->addWidget(chart);
        followScans(chart);
    }
    m_chartCard->putLegendBelow();
    m_chartCard->setContent(m_stack);
    m_chartCard->showLegendOf(m_chart);
    addControls(*m_chartCard, exporter);
    m_tableCard->setContent(m_table);
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("ports")));
    m_table->setAccessibleName(tr("Ports"));
    m_table->giveWay();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(m_chartCard, 5);
    layout->addWidget(m_tableCard, 4);
    auto* const dependent = new QHBoxLayout();
    m_dependentNote->setWordWrap(true);
    dependent->addWidget(m_dependentNote, 1);
    dependent->addWidget(m_keepsDependent);
    layout->addLayout(dependent);
    m_keepsDependent->setAccessibleName(tr("Rank ports that depend on the target"));
    m_keepsDependent->hide();
    m_dependentNote->hide();
    connect(m_keepsDependent, &QCheckBox::toggled, this, &PortsPage::keepsDependentPortsChanged);

    // A row that is chosen marks its bar; a bar that is clicked narrows to its port.
    connect(m_table, &TableView::rowActivated, m_chart,
        [this](std::uint32_t row) { m_chart->setCurrent(row); });
    followScans(m_table);
}

void PortsPage::addControls(Card& card, Exporter& exporter) {
    m_views = card.addChoice({tr("2 sizes"), tr("4 sizes"), tr("Countries")}, 0);
    connect(m_views, &QButtonGroup::idClicked, this,
        [this](int id) { setView(static_cast<View>(id)); });
    QButtonGroup* const arrangement =
        card.addChoice({tr("Stacked"), tr("Side by side"), tr("Log")}, 0);
    m_arrangement = arrangement->button(0)->parentWidget();
    connect(arrangement, &QButtonGroup::idClicked, this, [this](int id) {
        m_isStacked = id == 0;
        using Arrangement = BarRowsChart::Arrangement;
        m_sizes->setArrangement(id == 0   ? Arrangement::stacked
                                : id == 1 ? Arrangement::grouped
                                          : Arrangement::logarithmic);
        showBars();
    });
    QButtonGroup* const measure = card.addChoice({tr("Share"), tr("Count")}, 0);
    connect(measure, &QButtonGroup::idClicked, this, [this](int id) {
        m_isShare = id == 0;
        m_chart->setMeasure(
            m_isShare ? PortSizesChart::Measure::share : PortSizesChart::Measure::count);
        showBars();
    });
    m_exports[0] = exporter.buttonFor(m_chart, QStringLiteral("ports-by-scan-size"));
    m_exports[1] = exporter.buttonFor(m_sizes, QStringLiteral("ports-by-size"));
    m_exports[2] = exporter.buttonFor(m_countries, QStringLiteral("ports-by-country"));
    for (QWidget* const button : m_exports)
        card.addControl(button);
    setView(View::twoSizes);
}

void PortsPage::setView(View view) {
    m_view = view;
    m_views->button(static_cast<int>(view))->setChecked(true);
    const int place = static_cast<int>(view);
    m_stack->setCurrentIndex(place);
    m_arrangement->setVisible(view == View::fourSizes);
    for (int i = 0; i < 3; ++i)
        m_exports[i]->setVisible(i == place);
    m_chartCard->setTitle(
        view == View::countries ? tr("Ports by country") : tr("Ports by scan size"));
    m_chartCard->showLegendOf(qobject_cast<ChartWidget*>(m_stack->currentWidget()));
}

void PortsPage::setSnapshot(SnapshotPointer snapshot) {
    m_tableCard->setTitle(tr("Ports, %1").arg(displayCount(snapshot->ports.size())));
    showDependent(*snapshot);
    m_chart->setSnapshot(snapshot);
    m_table->tableModel().setTable(portTable(std::move(snapshot)));
}

void PortsPage::setDetails(const DetailsPointer& details) {
    m_details = details;
    showBars();
}

void PortsPage::showBars() {
    if (m_details == nullptr)
        return;
    const bool isShare = m_isShare;
    const SizeMeasure measure = !isShare      ? SizeMeasure::count
                                : m_isStacked ? SizeMeasure::shareOfAll
                                              : SizeMeasure::shareOfClass;
    m_countries->setArrangement(
        isShare ? BarRowsChart::Arrangement::filled : BarRowsChart::Arrangement::stacked);
    m_sizes->show([details = m_details, measure] { return portSizeBars(*details, measure); },
        portSizeTable(m_details));
    m_countries->show([details = m_details, isShare] { return portCountryBars(*details, isShare); },
        portCountryTable(m_details));
}

/// Populations whose port is a function of the target: a class of their own.
void PortsPage::showDependent(const Snapshot& snapshot) {
    QStringList sentences;
    if (const IndexFacts* const facts = snapshot.material.facts.get()) {
        for (const PortPopulation& each : facts->dependentPorts.populations) {
            QStringList ports;
            for (const DependentPort& port : each.ports)
                ports << QString::number(port.port);
            sentences << tr("%1 sources ask for a port that is a function of the target: %2 %3, by "
                            "the bits %4 (%5 of %6 bits of mutual information, %7 packets).")
                             .arg(displayCount(each.sources),
                                 fromCore(nameOf(protocolOf(each.kind))),
                                 ports.join(QStringLiteral(", ")),
                                 fromCore(toText(Ipv4{each.mask})), displayNumber(each.dependence),
                                 displayNumber(each.entropy), displayCount(each.packets));
        }
    }
    if (!sentences.isEmpty() && !snapshot.question.keepsDependentPorts)
        sentences
            << tr("Left out of the ranking: %1 scans.").arg(displayCount(snapshot.leftOut.scans));
    m_dependentNote->setText(sentences.join(QLatin1Char(' ')));
    m_dependentNote->setVisible(!sentences.isEmpty());
    m_keepsDependent->setVisible(!sentences.isEmpty());
}

std::vector<NamedChart> PortsPage::charts() const {
    return {{QStringLiteral("ports-by-scan-size"), m_chart},
        {QStringLiteral("ports-by-size"), m_sizes},
        {QStringLiteral("ports-by-country"), m_countries}};
}

} // namespace sweepscope
