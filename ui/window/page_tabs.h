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
#include "window/page_place.h"

#include <QTabWidget>

#include <optional>
#include <vector>

namespace sweepscope {

/// The pages of the window, one tab each, in the order in which they are read. Pages are made when
/// they are first needed: by a look at them, or by asking for them here.
class PageTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit PageTabs(Exporter& exporter, QWidget* parent = nullptr);

    [[nodiscard]] static QStringList titles();

    /// Shows a snapshot on every page; `before`, where there is one, as a ghost behind it.
    void setSnapshot(const SnapshotPointer& snapshot, const SnapshotPointer& before = nullptr);

    void setDetails(const DetailsPointer& details);

    /// Events to be marked and looked into on every page.
    void setEvents(const EventsPointer& events);

    [[nodiscard]] const EventsPointer& eventList() const { return m_eventList; }

    void showPage(const Page& page);

    /// By a key, round and round: the keyboard goes along, and Tab leads into the page.
    void turnTo(int page);

    /// All of them, showing the newest.
    [[nodiscard]] std::vector<Page*> pages();
    [[nodiscard]] Page& currentPage();

    /// Before it is shown; costs nothing where it is there.
    void makeCurrentPage() { (void)currentPage(); }

    [[nodiscard]] OverviewPage& overview() { return page<OverviewPage>(); }

    [[nodiscard]] NetworksPage& networks() { return page<NetworksPage>(); }

    [[nodiscard]] TimelinePage& timeline() { return page<TimelinePage>(); }

    [[nodiscard]] PortsPage& ports() { return page<PortsPage>(); }

    [[nodiscard]] CountriesPage& countries() { return page<CountriesPage>(); }

    [[nodiscard]] ToolsPage& tools() { return page<ToolsPage>(); }

    [[nodiscard]] ChangesPage& changes() { return page<ChangesPage>(); }

    [[nodiscard]] EventsPage& events() { return page<EventsPage>(); }

    [[nodiscard]] ComparePage& compare() { return page<ComparePage>(); }

    [[nodiscard]] ScannersPage& scanners() { return page<ScannersPage>(); }

    [[nodiscard]] BackscatterPage& backscatter() { return page<BackscatterPage>(); }

    [[nodiscard]] AllPacketsPage& allPackets() { return page<AllPacketsPage>(); }

    /// What the page of ports says to it, without making that.
    [[nodiscard]] bool keepsDependentPorts() const;

    /// What the page of comparisons compares, likewise; nothing where it was never looked at.
    [[nodiscard]] std::optional<ComparePage::Wish> compared() const;

signals:
    void sourceChosen(sweepscope::SourceId source);
    void narrowRequested(const sweepscope::Narrowing& step);
    void pageMade(sweepscope::Page* page); ///< before it shows anything

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Titles move together before some of them are scrolled out of sight.
    void fitTitles();
    void showCounted(const SnapshotPointer& snapshot);
    void connectPage(Page* page);
    [[nodiscard]] PagePlace& placeOf(const QMetaObject& type) const;

    template <typename PageType>
    [[nodiscard]] PageType& page() {
        return static_cast<PageType&>(placeOf(PageType::staticMetaObject).page());
    }

    std::vector<PagePlace*> m_places;
    EventsPointer m_eventList = knownEvents();
};

} // namespace sweepscope
