// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/note_field.h"

#include <QDialog>
#include <QTreeWidget>

namespace sweepscope {

/// The notes of a session: a field for what concerns all of it, and the notes of sources, which are
/// written in the drill-down. Stays open beside the window and follows it.
class NotesDialog : public QDialog {
    Q_OBJECT

public:
    explicit NotesDialog(NotesBook& book, QWidget* parent = nullptr);

signals:
    void sourceChosen(const sweepscope::Address& source);

private:
    void listSources();

    NotesBook& m_book;
    NoteField* m_text;
    QTreeWidget* m_sources;
};

} // namespace sweepscope
