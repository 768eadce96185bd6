// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/notes_actions.h"
#include "worker/session_saver.h"

#include <QAction>
#include <QMenu>
#include <QObject>

#include <functional>

namespace sweepscope {

class MainWindow;

/// Save Session and Save Session As: the index, the thresholds and the notes that the window shows,
/// as a file that opens in a blink and that others can open too; and a copy with other addresses.
class SessionActions : public QObject {
    Q_OBJECT

public:
    explicit SessionActions(MainWindow& window);

    void addTo(QMenu& menu);

    [[nodiscard]] NotesActions& notes() { return m_notes; }

    /// Under the session's own name; asks for one where there is none yet.
    void save();
    void saveAs();
    void saveTo(const QString& path);

    /// Asks for a key and a name.
    void saveAnonymised();
    void saveAnonymisedTo(const QString& path, const QString& keyFile);

    /// What is shown may make way: nothing that was written would be lost, or the user says so.
    /// Where it is to be saved first, the answer is no, and `next` is done when it is.
    [[nodiscard]] bool mayLeave(std::function<void()> next);

    /// These are open now; `opened` is null for captures that are not out of an index.
    void take(const QStringList& captures, const std::shared_ptr<const SavedIndex>& opened);

    /// What the menus offer follows what there is to save.
    void setEnabled(bool hasSomething);

signals:
    void saved(const QString& path);
    void savedAnonymised(const QString& path);
    void failed(const QString& message);

private:
    void connectSaver();
    [[nodiscard]] QString askForPath(const QString& title, const QString& proposed);
    [[nodiscard]] SessionToSave content();

    MainWindow& m_window;
    NotesActions m_notes;
    QString m_path; ///< of the session that is open; empty: none
    QAction* m_save;
    QAction* m_saveAs;
    QAction* m_saveAnonymised;
    SessionSaver m_saver;
    UserNotes m_saving;           ///< notes on their way into the file
    std::function<void()> m_next; ///< waits for the saving; empty: nothing does
};

} // namespace sweepscope
