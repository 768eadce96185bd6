// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/page_tabs.h"

#include "style/role.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace sweepscope {

namespace {

struct PageSpec {
    const char* title;
    const QMetaObject* type;
    Page* (*make)(Exporter& exporter);
};

template <typename PageType>
PageSpec spec(const char* title) {
    return {title, &PageType::staticMetaObject,
        [](Exporter& exporter) -> Page* { return new PageType(exporter); }};
}

/// A new page is named, and made, here alone.
const std::vector<PageSpec>& pageSpecs() {
    static const std::vector<PageSpec> kSpecs = {
        spec<OverviewPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Overview")),
        spec<PortsPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Ports")),
        spec<CountriesPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Countries")),
        spec<NetworksPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Networks")),
        spec<ToolsPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Tools")),
        spec<ScannersPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Scanners")),
        spec<TimelinePage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Timeline")),
        spec<BackscatterPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Backscatter")),
        spec<AllPacketsPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "All packets")),
        spec<ChangesPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Changes")),
        spec<EventsPage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Events")),
        spec<ComparePage>(QT_TRANSLATE_NOOP("sweepscope::PageTabs", "Compare")),
    };
    return kSpecs;
}

} // namespace

PageTabs::PageTabs(Exporter& exporter, QWidget* parent)
    : QTabWidget(parent) {
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    tabBar()->setUsesScrollButtons(true);
    for (const PageSpec& spec : pageSpecs()) {
        auto* const place = new PagePlace([&exporter, make = spec.make] { return make(exporter); });
        connect(place, &PagePlace::made, this, &PageTabs::connectPage);
        m_places.push_back(place);
        addTab(place, tr(spec.title));
    }
    for (QToolButton* const scroller : tabBar()->findChildren<QToolButton*>())
        scroller->setFocusPolicy(Qt::NoFocus); // arrow keys go to titles out of sight
}

QStringList PageTabs::titles() {
    QStringList titles;
    for (const PageSpec& spec : pageSpecs())
        titles << tr(spec.title);
    return titles;
}

void PageTabs::connectPage(Page* page) {
    connect(page, &Page::sourceChosen, this, &PageTabs::sourceChosen);
    connect(page, &Page::narrowRequested, this, &PageTabs::narrowRequested);
    if (const auto* const changes = qobject_cast<ChangesPage*>(page))
        connect(changes, &ChangesPage::counted, this, &PageTabs::showCounted);
    emit pageMade(page);
}

PagePlace& PageTabs::placeOf(const QMetaObject& type) const {
    const auto& specs = pageSpecs();
    const auto spec = std::find_if(
        specs.begin(), specs.end(), [&](const PageSpec& each) { return each.type == &type; });
    return *m_places[static_cast<std::size_t>(spec - specs.begin())];
}

bool PageTabs::keepsDependentPorts() const {
    const Page* const page = placeOf(PortsPage::staticMetaObject).pageIfMade();
    return page != nullptr && static_cast<const PortsPage*>(page)->keepsDependentPorts();
}

void PageTabs::showPage(const Page& page) {
    const auto place = std::find_if(m_places.begin(), m_places.end(),
        [&](const PagePlace* each) { return each->pageIfMade() == &page; });
    if (place != m_places.end())
        setCurrentWidget(*place);
}

void PageTabs::turnTo(int page) {
    setCurrentIndex((page + count()) % count());
    tabBar()->setFocus(Qt::ShortcutFocusReason);
}

std::vector<Page*> PageTabs::pages() {
    std::vector<Page*> pages;
    for (PagePlace* const place : m_places)
        pages.push_back(&place->page());
    return pages;
}

Page& PageTabs::currentPage() {
    return m_places[static_cast<std::size_t>(currentIndex())]->page();
}

/// Nothing behind the titles: a style would draw a line above the buttons in the corners.
void PageTabs::paintEvent(QPaintEvent* /*event*/) {}

void PageTabs::resizeEvent(QResizeEvent* event) {
    QTabWidget::resizeEvent(event);
    fitTitles();
}

/// Only now the buttons in the corners take their room.
void PageTabs::showEvent(QShowEvent* event) {
    QTabWidget::showEvent(event);
    fitTitles();
}

void PageTabs::changeEvent(QEvent* event) {
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitTitles();
}

void PageTabs::fitTitles() {
    constexpr int kPadding = 12;   // of the style sheet, on either side
    QFont font = tabBar()->font(); // in the weight of the style sheet
    font.setWeight(QFont::Medium);
    const QFontMetrics metrics(font);
    int room = width();
    for (const Qt::Corner corner : {Qt::TopLeftCorner, Qt::TopRightCorner}) {
        if (const QWidget* const widget = cornerWidget(corner))
            room -= widget->isVisible() ? widget->sizeHint().width() : 0;
    }
    int wanted = 0;
    for (int tab = 0; tab < count(); ++tab)
        wanted += metrics.horizontalAdvance(tabText(tab)) + 2 * kPadding;
    const bool isDense = wanted > room;
    if (tabBar()->property("dense").toBool() == isDense)
        return;
    setStyled(*tabBar(), "dense", isDense);
    QEvent change(QEvent::StyleChange); // it measures its titles anew
    QCoreApplication::sendEvent(tabBar(), &change);
}

/// The same answer with each campaign counted once; what changed stays what it is.
void PageTabs::showCounted(const SnapshotPointer& snapshot) {
    const PagePlace& changes = placeOf(ChangesPage::staticMetaObject);
    for (PagePlace* const place : m_places) {
        if (place != &changes)
            place->setSnapshot(snapshot);
    }
}

std::optional<ComparePage::Wish> PageTabs::compared() const {
    const PagePlace& place = placeOf(ComparePage::staticMetaObject);
    const auto* const page = static_cast<const ComparePage*>(place.pageIfMade());
    return page == nullptr ? std::nullopt : page->wish();
}

void PageTabs::setSnapshot(const SnapshotPointer& snapshot, const SnapshotPointer& before) {
    for (PagePlace* const place : m_places)
        place->setSnapshot(snapshot, before);
}

void PageTabs::setDetails(const DetailsPointer& details) {
    for (PagePlace* const place : m_places)
        place->setDetails(details);
}

void PageTabs::setEvents(const EventsPointer& events) {
    m_eventList = events;
    for (PagePlace* const place : m_places)
        place->setEvents(events);
}

} // namespace sweepscope
