// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saved_index.h"
#include "window/notes_dialog.h"

#include <QAction>
#include <QMenu>
#include <QObject>
#include <QStringList>

#include <memory>

namespace sweepscope {

class MainWindow;

/// The notes on what the window shows: the book, the dialog, and which captures they belong to.
class NotesActions : public QObject {
    Q_OBJECT

public:
    explicit NotesActions(MainWindow& window);

    [[nodiscard]] NotesBook& book() { return m_book; }

    /// View > Notes.
    void addTo(QMenu& menu) { menu.addAction(m_show); }

    void show();

    /// There are results to take notes on.
    void setEnabled(bool hasSomething);

    /// These are open now: notes of a session come with it, and are shown; notes on captures stay
    /// while the same captures are read again.
    void take(const QStringList& captures, const std::shared_ptr<const SavedIndex>& opened);

private:
    void showSource(const Address& source);

    MainWindow& m_window;
    NotesBook m_book;
    QAction* m_show;
    NotesDialog* m_dialog = nullptr; ///< made when it is first asked for
    QStringList m_captures;
    std::shared_ptr<const SavedIndex> m_opened;
};

} // namespace sweepscope
