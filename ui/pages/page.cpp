// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include "style/role.h"

namespace sweepscope {

Page::Page(QWidget* parent)
    : QWidget(parent) {
    setRole(*this, "page");
}

QString Page::noScansText() {
    return tr("No scan passes the thresholds. Fewer targets or a lower rate let more pass.");
}

void Page::follow(ChartWidget* chart) {
    chart->setEmptyText(noScansText());
    connect(chart, &ChartWidget::narrowRequested, this, &Page::narrowRequested);
}

void Page::follow(TableView* table) {
    table->setEmptyText(noScansText());
    connect(table, &TableView::narrowRequested, this, &Page::narrowRequested);
}

} // namespace sweepscope
