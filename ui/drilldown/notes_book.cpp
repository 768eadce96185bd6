// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/notes_book.h"

namespace sweepscope {

QString NotesBook::noteOf(const Address& source) const {
    const auto found = m_notes.ofSources.find(source);
    return found == m_notes.ofSources.end() ? QString() : QString::fromStdString(found->second);
}

void NotesBook::setText(const QString& text) {
    UserNotes notes = m_notes;
    notes.text = text.toStdString();
    set(notes);
}

void NotesBook::setNoteOf(const Address& source, const QString& note) {
    UserNotes notes = m_notes;
    notes.setOf(source, note.toStdString());
    set(notes);
}

void NotesBook::replace(const UserNotes& notes) {
    m_saved = notes;
    set(notes);
}

void NotesBook::set(const UserNotes& notes) {
    if (notes == m_notes)
        return;
    m_notes = notes;
    emit changed();
}

} // namespace sweepscope
