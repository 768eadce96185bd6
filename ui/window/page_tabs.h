// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/all_packets_page.h"
#include "pages/backscatter_page.h"
#include "pages/changes_page.h"
#include "pages/compare_page.h"
#include "pages/countries_page.h"
#include "pages/events_page.h"
#include "pages/networks_page.h"
#include "pages/overview_page.h"
#include "pages/ports_page.h"
#include "pages/scanners_page.h"
#include "pages/timeline_page.h"
#include "pages/tools_page.h"

#include <QTabWidget>

#include <vector>

namespace sweepscope {

/// The pages of the window, one tab each, in the order in which they are read. A new page is made,
/// and named, here alone.
class PageTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit PageTabs(Exporter& exporter, QWidget* parent = nullptr);

    /// Shows a snapshot on every page; `before`, where there is one, as a ghost behind it.
    void setSnapshot(const SnapshotPointer& snapshot, const SnapshotPointer& before = nullptr);

    void setDetails(const DetailsPointer& details);

    /// Events to be marked and looked into on every page.
    void setEvents(const EventsPointer& events);

    [[nodiscard]] const std::vector<Page*>& pages() const { return m_pages; }

    [[nodiscard]] OverviewPage& overview() { return *m_overview; }

    [[nodiscard]] NetworksPage& networks() { return *m_networks; }

    [[nodiscard]] TimelinePage& timeline() { return *m_timeline; }

    [[nodiscard]] PortsPage& ports() { return *m_ports; }

    [[nodiscard]] CountriesPage& countries() { return *m_countries; }

    [[nodiscard]] ToolsPage& tools() { return *m_tools; }

    [[nodiscard]] ChangesPage& changes() { return *m_changes; }

    [[nodiscard]] EventsPage& events() { return *m_events; }

    [[nodiscard]] ComparePage& compare() { return *m_compare; }

    [[nodiscard]] ScannersPage& scanners() { return *m_scanners; }

    [[nodiscard]] BackscatterPage& backscatter() { return *m_backscatter; }

    [[nodiscard]] AllPacketsPage& allPackets() { return *m_allPackets; }

signals:
    void sourceChosen(sweepscope::SourceId source);
    void narrowRequested(const sweepscope::Narrowing& step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Titles move together before some of them are scrolled out of sight.
    void fitTitles();
    void showCounted(const SnapshotPointer& snapshot);

    /// Takes its place behind the pages before it.
    template <typename PageType>
    PageType* add(PageType* page, const QString& title);

    std::vector<Page*> m_pages;
    OverviewPage* m_overview;
    PortsPage* m_ports;
    CountriesPage* m_countries;
    NetworksPage* m_networks;
    ToolsPage* m_tools;
    ScannersPage* m_scanners;
    TimelinePage* m_timeline;
    BackscatterPage* m_backscatter;
    AllPacketsPage* m_allPackets;
    ChangesPage* m_changes;
    EventsPage* m_events;
    ComparePage* m_compare;
};

} // namespace sweepscope
