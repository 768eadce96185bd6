// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/note_field.h"

#include <QFontMetrics>
#include <QSignalBlocker>

namespace sweepscope {

NoteField::NoteField(QWidget* parent)
    : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setEnabled(false);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteField::write);
}

void NoteField::setBook(NotesBook& book) {
    m_book = &book;
    setEnabled(true);
    connect(m_book, &NotesBook::changed, this, &NoteField::showNote);
    showNote();
}

void NoteField::setSource(const Address& source) {
    m_source = source;
    showNote();
}

void NoteField::setLines(int lines) {
    const int frame = 2 * frameWidth() + 2 * static_cast<int>(document()->documentMargin());
    setFixedHeight(lines * fontMetrics().lineSpacing() + frame);
}

void NoteField::write() {
    if (m_book == nullptr)
        return;
    if (m_source)
        m_book->setNoteOf(*m_source, toPlainText());
    else
        m_book->setText(toPlainText());
}

/// Only where it is another text: the cursor stays where somebody writes.
void NoteField::showNote() {
    if (m_book == nullptr)
        return;
    const QString text = m_source ? m_book->noteOf(*m_source) : m_book->text();
    if (text == toPlainText())
        return;
    const QSignalBlocker quiet(this);
    setPlainText(text);
}

} // namespace sweepscope
