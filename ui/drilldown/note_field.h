// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/notes_book.h"

#include <QPlainTextEdit>

#include <optional>

namespace sweepscope {

/// A field for one note of the book: of everything, or of the source that it is set to. What is
/// typed is in the book at once.
class NoteField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit NoteField(QWidget* parent = nullptr);

    void setBook(NotesBook& book);
    void setSource(const Address& source);

    /// As a few lines that grow no further.
    void setLines(int lines);

private:
    void write();
    void showNote();

    NotesBook* m_book = nullptr;     ///< null: nothing can be written
    std::optional<Address> m_source; ///< nothing: the note of everything
};

} // namespace sweepscope
