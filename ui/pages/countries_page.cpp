// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/countries_page.h"

#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sweepscope {

CountriesPage::CountriesPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new CountryCdfChart())
    , m_map(new WorldMap())
    , m_sentence(new QLabel())
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Countries"))) {
    auto* const chartCard = new Card(tr("Countries, cumulative"));
    auto* const content = new QWidget();
    auto* const inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    setRole(*m_sentence, "note");
    m_sentence->setWordWrap(true);
    inside->addWidget(m_sentence);
    inside->addWidget(m_chart, 1);
    chartCard->setContent(content);
    QButtonGroup* const weight =
        chartCard->addChoice({tr("Scans"), tr("Sources"), tr("Packets")}, 0);
    connect(weight, &QButtonGroup::idClicked, this,
        [this](int id) { setWeight(static_cast<Weight>(id)); });
    chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("countries-cumulative")));
    auto* const mapCard = new Card(tr("Share of each country"));
    mapCard->putLegendBelow();
    mapCard->setContent(m_map);
    mapCard->showLegendOf(m_map);
    mapCard->addControl(exporter.buttonFor(m_map, QStringLiteral("world-map")));
    m_tableCard->setContent(m_table);
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("countries")));
    m_table->setAccessibleName(tr("Countries"));

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(chartCard, 4);
    auto* const below = new QHBoxLayout();
    below->setSpacing(metrics::kGap);
    below->addWidget(mapCard, 4);
    below->addWidget(m_tableCard, 7);
    layout->addLayout(below, 5);
    followScans(m_map);
    followScans(m_chart);
    followScans(m_table);
}

void CountriesPage::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    m_chart->setEmptyText(whyNoCountries(*m_snapshot));
    m_chart->setSnapshot(m_snapshot);
    m_map->setSnapshot(m_snapshot);
    setWeight(m_chart->weight());
}

void CountriesPage::setWeight(Weight weight) {
    m_chart->setWeight(weight);
    m_map->setWeight(weight);
    if (m_snapshot == nullptr)
        return;
    const auto ranked = rankCountries(m_snapshot->countries, weight);
    const bool hasUnknown = !ranked.empty() && !ranked.back().count.country.isKnown();
    const std::size_t known = ranked.size() - (hasUnknown ? 1 : 0);
    QStringList parts;
    for (const int percent : {50, 80, 90}) {
        if (known == 0)
            break;
        const std::size_t countries = countriesFor(ranked, percent / 100.0);
        parts << (countries == 0
                      ? tr("all known countries make less than %1 %").arg(percent)
                      : tr("%n countries make %1 %", nullptr, static_cast<int>(countries))
                            .arg(percent));
    }
    if (hasUnknown)
        parts << tr("%1 unknown").arg(displayShare(ranked.back().share));
    m_sentence->setText(parts.join(QStringLiteral(" · ")));
    m_tableCard->setTitle(tr("Countries, %1").arg(known));
    m_table->tableModel().setTable(countryTable(m_snapshot, weight));
}

std::vector<NamedChart> CountriesPage::charts() const {
    return {
        {QStringLiteral("countries-cumulative"), m_chart}, {QStringLiteral("world-map"), m_map}};
}

} // namespace sweepscope
