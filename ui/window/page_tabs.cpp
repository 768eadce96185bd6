// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/page_tabs.h"

#include <QTabBar>

namespace sweepscope {

PageTabs::PageTabs(Exporter& exporter, QWidget* parent)
    : QTabWidget(parent) {
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
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
    connect(m_changes, &ChangesPage::counted, this, &PageTabs::showCounted);
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

} // namespace sweepscope
