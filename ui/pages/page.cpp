// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include "format/display_text.h"
#include "style/role.h"

namespace sweepscope {

Page::Page(QWidget* parent)
    : QWidget(parent) {
    setRole(*this, "page");
}

QString Page::readingText() {
    return tr("The captures are being read. What is found appears here meanwhile.");
}

QString Page::whyNoScans(const Snapshot& snapshot) {
    if (isReading(snapshot))
        return readingText();
    if (snapshot.scansInAll > 0)
        return tr("None of the scans matches all that is looked at. Alt+Left goes back one step, "
                  "Esc shows all scans.");
    const DecodeCounts& counts = snapshot.material.index->counts;
    if (counts.of(Bin::probe) == 0 && counts.of(Bin::outside) > 0)
        return tr(
            "No probe goes to the telescope: %1 of %2 frames are for other addresses. Are its "
            "prefixes right?")
            .arg(displayCount(counts.of(Bin::outside)), displayCount(counts.frames));
    if (counts.of(Bin::probe) == 0)
        return tr("None of these packets is a probe. The page “All packets” says what they are.");
    return tr("No scan passes the thresholds. Fewer targets or a lower rate let more pass.");
}

QString Page::whyNoCountries(const Snapshot& snapshot) {
    if (snapshot.totals.scans == 0)
        return whyNoScans(snapshot);
    return tr("The country of none of these sources is known. Edit > Preferences says which "
              "databases are asked.");
}

void Page::sayWhyEmpty(const Snapshot& snapshot) {
    const QString text = whyNoScans(snapshot);
    for (ChartWidget* const chart : m_chartsOfScans)
        chart->setEmptyText(text);
    for (TableView* const table : m_tablesOfScans)
        table->setEmptyText(text);
}

void Page::followScans(ChartWidget* chart) {
    m_chartsOfScans.push_back(chart);
    follow(chart);
}

void Page::followScans(TableView* table) {
    m_tablesOfScans.push_back(table);
    follow(table);
}

void Page::follow(ChartWidget* chart) {
    connect(chart, &ChartWidget::narrowRequested, this, &Page::narrowRequested);
}

void Page::follow(TableView* table) {
    connect(table, &TableView::narrowRequested, this, &Page::narrowRequested);
}

} // namespace sweepscope
