// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/page_tabs.h"

#include "style/role.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTabBar>
#include <QToolButton>

namespace sweepscope {

PageTabs::PageTabs(Exporter& exporter, QWidget* parent)
    : QTabWidget(parent) {
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    tabBar()->setUsesScrollButtons(true);
    m_overview = add(new OverviewPage(exporter), tr("Overview"));
    m_ports = add(new PortsPage(exporter), tr("Ports"));
    m_countries = add(new CountriesPage(exporter), tr("Countries"));
    m_networks = add(new NetworksPage(exporter), tr("Networks"));
    m_tools = add(new ToolsPage(exporter), tr("Tools"));
    m_scanners = add(new ScannersPage(exporter), tr("Scanners"));
    m_timeline = add(new TimelinePage(exporter), tr("Timeline"));
    m_backscatter = add(new BackscatterPage(exporter), tr("Backscatter"));
    m_allPackets = add(new AllPacketsPage(exporter), tr("All packets"));
    m_changes = add(new ChangesPage(exporter), tr("Changes"));
    m_events = add(new EventsPage(exporter), tr("Events"));
    m_compare = add(new ComparePage(exporter), tr("Compare"));
    for (QToolButton* const scroller : tabBar()->findChildren<QToolButton*>())
        scroller->setFocusPolicy(Qt::NoFocus); // arrow keys go to titles out of sight
    connect(m_changes, &ChangesPage::counted, this, &PageTabs::showCounted);
}

/// Nothing behind the titles: a style would draw a line above the buttons in the corners.
void PageTabs::paintEvent(QPaintEvent* /*event*/) {}

void PageTabs::resizeEvent(QResizeEvent* event) {
    QTabWidget::resizeEvent(event);
    fitTitles();
}

void PageTabs::changeEvent(QEvent* event) {
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitTitles();
}

void PageTabs::fitTitles() {
    constexpr int kPadding = 12; // of the style sheet, on either side
    int room = width();
    for (const Qt::Corner corner : {Qt::TopLeftCorner, Qt::TopRightCorner}) {
        if (const QWidget* const widget = cornerWidget(corner))
            room -= widget->isVisible() ? widget->sizeHint().width() : 0;
    }
    int wanted = 0;
    for (int tab = 0; tab < count(); ++tab)
        wanted += tabBar()->fontMetrics().horizontalAdvance(tabText(tab)) + 2 * kPadding;
    const bool isDense = wanted > room;
    if (tabBar()->property("dense").toBool() == isDense)
        return;
    setStyled(*tabBar(), "dense", isDense);
    QEvent change(QEvent::StyleChange); // it measures its titles anew
    QCoreApplication::sendEvent(tabBar(), &change);
}

/// The same answer with each campaign counted once; what changed stays what it is.
void PageTabs::showCounted(const SnapshotPointer& snapshot) {
    for (Page* const page : m_pages) {
        if (page != m_changes)
            page->setSnapshot(snapshot);
    }
}

template <typename PageType>
PageType* PageTabs::add(PageType* page, const QString& title) {
    addTab(page, title);
    m_pages.push_back(page);
    connect(page, &Page::sourceChosen, this, &PageTabs::sourceChosen);
    connect(page, &Page::narrowRequested, this, &PageTabs::narrowRequested);
    return page;
}

void PageTabs::setSnapshot(const SnapshotPointer& snapshot, const SnapshotPointer& before) {
    for (Page* const page : m_pages) {
        page->setBefore(before);
        page->setSnapshot(snapshot);
    }
}

void PageTabs::setDetails(const DetailsPointer& details) {
    for (Page* const page : m_pages)
        page->setDetails(details);
}

void PageTabs::setEvents(const EventsPointer& events) {
    for (Page* const page : m_pages)
        page->setEvents(events);
}

} // namespace sweepscope
