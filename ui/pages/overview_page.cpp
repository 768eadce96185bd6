// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview_page.h"

#include "format/display_text.h"
#include "style/elided_label.h"
#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sweepscope {

namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

OverviewPage::OverviewPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_packetsChart(new PacketsChart())
    , m_countriesChart(new CountryCdfChart())
    , m_highlights(new HighlightList()) {
    auto* const packets = new Card(tr("Packets over time"));
    packets->setContent(m_packetsChart);
    packets->showLegendOf(m_packetsChart);
    packets->addControl(exporter.buttonFor(m_packetsChart, QStringLiteral("packets-over-time")));
    auto* const countries = new Card(tr("Countries, cumulative"));
    constexpr int kLeastChart = 150; // so that all is seen at 1280x800 below a notice of some lines
    m_countriesChart->setMinimumHeight(kLeastChart);
    countries->setContent(m_countriesChart);
    countries->addControl(exporter.buttonFor(m_countriesChart, QStringLiteral("countries")));
    auto* const standsOut = new Card(tr("What stands out"));
    auto* const scroll = new QScrollArea();
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // its links take the keyboard
    scroll->setWidget(m_highlights);
    standsOut->setContent(scroll);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addLayout(makeFigures());
    layout->addWidget(packets, 3);
    auto* const below = new QHBoxLayout();
    below->setSpacing(metrics::kGap);
    below->addWidget(countries, 1);
    below->addWidget(standsOut, 1);
    layout->addLayout(below, 4);
    followScans(m_packetsChart);
    followScans(m_countriesChart);
    connect(m_highlights, &HighlightList::narrowRequested, this, &Page::narrowRequested);
}

QLayout* OverviewPage::makeFigures() {
    auto* const row = new QHBoxLayout();
    row->setSpacing(metrics::kGap);
    m_scans = addFigure(tr("Scans"), *row);
    m_sources = addFigure(tr("Sources"), *row);
    m_packets = addFigure(tr("Packets in scans"), *row);
    m_tools = addFigure(tr("By known tools"), *row);
    m_backscatter = addFigure(tr("Backscatter"), *row);
    return row;
}

OverviewPage::Figure OverviewPage::addFigure(const QString& name, QLayout& row) {
    auto* const card = new QFrame();
    setRole(*card, "card");
    auto* const layout = new QVBoxLayout(card);
    layout->setContentsMargins(metrics::kGap, 12, metrics::kGap, 12);
    layout->setSpacing(2);
    auto* const title = new ElidedLabel(name);
    setRole(*title, "quiet");
    const Figure figure{new QLabel(QStringLiteral("–")), new ElidedLabel()};
    setRole(*figure.value, "headline");
    figure.value->setAccessibleName(name);
    setRole(*figure.note, "note");
    for (QLabel* const label : {static_cast<QLabel*>(title), figure.note})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(title);
    layout->addWidget(figure.value);
    layout->addWidget(figure.note);
    row.addWidget(card);
    return figure;
}

void OverviewPage::show(const Figure& figure, const QString& value, const QString& note) {
    figure.value->setText(value);
    figure.note->setText(note);
}

void OverviewPage::setSnapshot(SnapshotPointer snapshot) {
    const Totals& totals = snapshot->totals;
    const DecodeCounts& counts = snapshot->material.index->counts;
    const auto known = std::count_if(snapshot->countries.begin(), snapshot->countries.end(),
        [](const CountryCount& count) { return count.country.isKnown(); });
    show(m_scans, displayCount(totals.scans), tr("%1 large").arg(displayCount(totals.large)));
    show(m_sources, displayCount(totals.scanSources),
        tr("in %n countries", nullptr, static_cast<int>(known)));
    show(m_packets, displayShort(totals.scanPackets),
        tr("%1 of probes").arg(displayShare(ratio(totals.scanPackets, counts.of(Bin::probe)))));
    show(m_tools, displayShare(ratio(totals.toolPackets, totals.scanPackets)),
        tr("of scan packets"));
    show(m_backscatter, displayShort(counts.of(Bin::backscatter)),
        tr("%1 of all frames")
            .arg(displayShare(ratio(counts.of(Bin::backscatter), counts.frames))));
    if (isReading(*snapshot))
        m_highlights->showReading();
    m_packetsChart->setSnapshot(snapshot);
    m_countriesChart->setEmptyText(whyNoCountries(*snapshot));
    m_countriesChart->setSnapshot(snapshot);
}

void OverviewPage::setDetails(const DetailsPointer& details) {
    m_highlights->setDetails(details);
}

std::vector<NamedChart> OverviewPage::charts() const {
    return {{QStringLiteral("packets-over-time"), m_packetsChart}};
}

} // namespace sweepscope
