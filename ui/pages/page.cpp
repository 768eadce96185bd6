// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include "style/role.h"

namespace sweepscope {

Page::Page(QWidget* parent)
    : QWidget(parent) {
    setRole(*this, "page");
}

void Page::follow(ChartWidget* chart) {
    connect(chart, &ChartWidget::narrowRequested, this, &Page::narrowRequested);
}

void Page::follow(TableView* table) {
    connect(table, &TableView::narrowRequested, this, &Page::narrowRequested);
}

} // namespace sweepscope
