// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/notes_actions.h"

#include "window/main_window.h"

namespace sweepscope {

NotesActions::NotesActions(MainWindow& window)
    : m_window(window)
    , m_show(new QAction(tr("&Notes"), this)) {
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(m_show, &QAction::triggered, this, [this] {
        show();
        m_dialog->activateWindow();
    });
}

void NotesActions::show() {
    if (m_dialog == nullptr) {
        m_dialog = new NotesDialog(m_book, &m_window);
        connect(m_dialog, &NotesDialog::sourceChosen, this, &NotesActions::showSource);
    }
    m_dialog->show();
    m_dialog->raise();
}

void NotesActions::setEnabled(bool hasSomething) {
    m_show->setEnabled(hasSomething);
    if (!hasSomething && m_dialog != nullptr)
        m_dialog->hide();
}

void NotesActions::take(
    const QStringList& captures, const std::shared_ptr<const SavedIndex>& opened) {
    const bool isTheSame = captures == m_captures && opened == m_opened;
    m_captures = captures;
    m_opened = opened;
    if (isTheSame)
        return;
    m_book.replace(opened != nullptr && opened->session ? opened->session->notes : UserNotes());
    if (!m_book.notes().isEmpty())
        show();
}

void NotesActions::showSource(const Address& source) {
    const SnapshotPointer& snapshot = m_window.snapshot();
    if (snapshot == nullptr)
        return;
    const std::optional<SourceId> found = findSource(*snapshot->material.index, source);
    if (found)
        m_window.showSource(*found);
}

} // namespace sweepscope
