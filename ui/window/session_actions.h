// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/session_saver.h"

#include <QAction>
#include <QMenu>
#include <QObject>

namespace sweepscope {

class MainWindow;

/// Save Session and Save Session As: the index and the thresholds that the window shows, as a file
/// that opens in a blink and that others can open too.
class SessionActions : public QObject {
    Q_OBJECT

public:
    explicit SessionActions(MainWindow& window);

    void addTo(QMenu& menu);

    /// Under the session's own name; asks for one where there is none yet.
    void save();
    void saveAs();
    void saveTo(const QString& path);

    /// Other captures or another session are open now; `path` is empty for captures.
    void setSession(const QString& path);

    /// What the menus offer follows what there is to save.
    void setEnabled(bool hasSomething);

signals:
    void saved(const QString& path);
    void failed(const QString& message);

private:
    MainWindow& m_window;
    QString m_path; ///< of the session that is open; empty: none
    QAction* m_save;
    QAction* m_saveAs;
    SessionSaver m_saver;
};

} // namespace sweepscope
