// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/page_place.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace sweepscope {

namespace {

bool takesKeyboard(const QWidget& widget) {
    return widget.focusPolicy() != Qt::NoFocus;
}

/// The keyboard goes through a page where it stands, not where it was made: after all the rest.
void putInTabOrder(QWidget& place, const QWidget& page) {
    std::vector<QWidget*> inside;
    for (QWidget* widget = place.nextInFocusChain(); widget != &place;
         widget = widget->nextInFocusChain()) {
        if (page.isAncestorOf(widget) && takesKeyboard(*widget))
            inside.push_back(widget);
    }
    QWidget* before = place.previousInFocusChain();
    while (before != &place && !takesKeyboard(*before))
        before = before->previousInFocusChain();
    for (QWidget* const widget : inside) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

/// As wide as the page asks for, and no higher than there is room.
class PageArea : public QScrollArea {
public:
    PageArea() {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus); // what is in the page takes the keyboard, and comes into sight
    }

    [[nodiscard]] QSize minimumSizeHint() const override {
        constexpr int kLeastHeight = 200;
        const QWidget* const page = widget();
        const int width =
            page == nullptr ? 0 : std::max(page->minimumWidth(), page->minimumSizeHint().width());
        return {width, kLeastHeight};
    }

protected:
    /// The page asks for another size.
    bool event(QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::event(event);
    }
};

} // namespace

PagePlace::PagePlace(Maker make, QWidget* parent)
    : QWidget(parent)
    , m_make(std::move(make)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

Page& PagePlace::page() {
    catchUp();
    return *m_page;
}

void PagePlace::makePage() {
    m_page = m_make();
    auto* const area = new PageArea();
    area->setWidget(m_page);
    layout()->addWidget(area);
    area->show(); // what is put into a widget in sight stays out of it
    putInTabOrder(*this, *m_page);
    emit made(m_page);
}

void PagePlace::catchUp() {
    if (m_page == nullptr)
        makePage();
    if (m_shown.events != m_newest.events)
        m_page->setEvents(m_newest.events);
    if (m_shown.snapshot != m_newest.snapshot) {
        m_page->setBefore(m_newest.before);
        m_page->sayWhyEmpty(*m_newest.snapshot);
        m_page->setSnapshot(m_newest.snapshot);
    }
    if (m_shown.details != m_newest.details)
        m_page->setDetails(m_newest.details);
    m_shown = m_newest;
    m_page->show();
}

void PagePlace::catchUpIfWatched() {
    if (isVisible() || (m_page != nullptr && m_page->worksOutOfSight()))
        catchUp();
}

void PagePlace::setSnapshot(const SnapshotPointer& snapshot) {
    m_newest.snapshot = snapshot;
    catchUpIfWatched();
}

void PagePlace::setSnapshot(const SnapshotPointer& snapshot, const SnapshotPointer& before) {
    m_newest.before = before;
    setSnapshot(snapshot);
}

void PagePlace::setDetails(const DetailsPointer& details) {
    m_newest.details = details;
    catchUpIfWatched();
}

void PagePlace::setEvents(const EventsPointer& events) {
    m_newest.events = events;
    catchUpIfWatched();
}

/// Before the page comes in sight, so that it never shows what is old.
void PagePlace::setVisible(bool isVisible) {
    if (isVisible && parentWidget() != nullptr && parentWidget()->isVisible())
        catchUp();
    QWidget::setVisible(isVisible);
}

/// It comes in sight with all that it stands in.
void PagePlace::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    catchUp();
}

} // namespace sweepscope
