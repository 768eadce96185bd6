// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/timeline_page.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QVBoxLayout>

namespace sweepscope {

TimelinePage::TimelinePage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new TimelineChart())
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Intervals"))) {
    auto* const chartCard = new Card(tr("Over time"));
    chartCard->putLegendBelow();
    chartCard->setContent(m_chart);
    chartCard->showLegendOf(m_chart);
    QButtonGroup* const measure =
        chartCard->addChoice({tr("Packets"), tr("Scans"), tr("Sources")}, 0);
    connect(measure, &QButtonGroup::idClicked, m_chart,
        [this](int id) { m_chart->setMeasure(static_cast<TimelineChart::Measure>(id)); });
    QButtonGroup* const split = chartCard->addChoice({tr("Tool"), tr("Port")}, 0);
    connect(split, &QButtonGroup::idClicked, m_chart,
        [this](int id) { m_chart->setSplit(static_cast<TimelineChart::Split>(id)); });
    chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("timeline")));
    m_tableCard->setContent(m_table);
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("timeline-table")));
    m_table->setAccessibleName(tr("Intervals"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(chartCard, 3);
    layout->addWidget(m_tableCard, 2);
    followScans(m_chart);
    followScans(m_table);
}

void TimelinePage::setDetails(const DetailsPointer& details) {
    const TimeGrid& grid = details->timeline.grid();
    m_tableCard->setTitle(tr("%1 intervals of %2", nullptr, pluralOf(grid.count))
                              .arg(displayCount(grid.count), displayDuration(grid.step)));
    m_chart->setDetails(details);
    m_table->tableModel().setTable(timelineTable(details));
}

std::vector<NamedChart> TimelinePage::charts() const {
    return {{QStringLiteral("timeline"), m_chart}};
}

} // namespace sweepscope
