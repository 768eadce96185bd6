// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QWidget>

#include <functional>

namespace sweepscope {

/// Where a page of the window stands. The page is made when it is first needed, and takes what
/// there is to show while it is in sight; out of sight it is told the newest alone, when it is
/// needed again. So neither the start of the program nor an answer waits for what nobody sees.
/// A page keeps the height that it needs: where there is less, as with large texts, it scrolls.
class PagePlace : public QWidget {
    Q_OBJECT

public:
    using Maker = std::function<Page*()>;

    explicit PagePlace(Maker make, QWidget* parent = nullptr);

    /// The page, made and showing the newest.
    [[nodiscard]] Page& page();

    /// The page as it is; null where it has not been needed so far.
    [[nodiscard]] Page* pageIfMade() const { return m_page; }

    // What a page can show.
    void setSnapshot(const SnapshotPointer& snapshot);
    void setSnapshot(const SnapshotPointer& snapshot, const SnapshotPointer& before);
    void setDetails(const DetailsPointer& details);
    void setEvents(const EventsPointer& events);

    void setVisible(bool isVisible) override;

signals:
    void made(sweepscope::Page* page); ///< before it shows anything

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Content {
        SnapshotPointer snapshot;
        SnapshotPointer before;
        DetailsPointer details;
        EventsPointer events;
    };

    void makePage();
    void catchUp();
    void catchUpIfWatched();

    Maker m_make;
    Page* m_page = nullptr;
    Content m_newest;
    Content m_shown;
};

} // namespace sweepscope
