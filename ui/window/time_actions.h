// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/compare_page.h"
#include "window/open_dialog.h"
#include "worker/capture_loader.h"

#include <QObject>

namespace sweepscope {

class MainWindow;

/// What the pages on time ask the window for: another capture or session to compare with, which is
/// read on a thread of its own, and lists of the user's own events, which are remembered.
class TimeActions : public QObject {
    Q_OBJECT

public:
    explicit TimeActions(MainWindow& window);

    /// A page that may ask was made.
    void connectPage(Page* page);

    void askForOther();

    /// Reads captures, or an index or session, as the B of the page Compare.
    void readOther(const OpenChoice& choice);

    void askForEvents();

    /// Those of the last time, for pages that were just made.
    void readRememberedEvents();

    /// Adds a list to the known events; they stay as they are where it cannot be read.
    void readEventsFrom(const QString& path);
    void forgetEvents();

signals:
    void failed(const QString& message);

private:
    void takeOther(unsigned generation, const OpenChoice& choice, const Result<Loaded>& loaded);

    MainWindow& m_window;
    unsigned m_generation = 0; ///< of the reading that counts
    CaptureLoader m_loader;    // last: its thread calls this object
};

} // namespace sweepscope
