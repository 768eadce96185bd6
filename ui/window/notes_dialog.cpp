// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/notes_dialog.h"

#include "style/role.h"
#include "style/theme.h"

#include <QVBoxLayout>

namespace sweepscope {

NotesDialog::NotesDialog(NotesBook& book, QWidget* parent)
    : QDialog(parent)
    , m_book(book)
    , m_text(new NoteField())
    , m_sources(new QTreeWidget()) {
    setWindowTitle(tr("Notes"));
    setAttribute(Qt::WA_ShowWithoutActivating); // a session that is opened shows its notes
    resize(520, 460);
    m_text->setAccessibleName(tr("Notes on this session"));
    m_text->setPlaceholderText(tr("What you want to remember; kept in the session"));
    m_text->setBook(book);
    m_sources->setAccessibleName(tr("Notes on sources"));
    m_sources->setHeaderLabels({tr("Source"), tr("Note")});
    m_sources->setRootIsDecorated(false);
    m_sources->setUniformRowHeights(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(roleLabel(tr("Notes on this session"), "section"));
    layout->addWidget(m_text, 3);
    layout->addWidget(roleLabel(tr("Notes on sources"), "section"));
    layout->addWidget(m_sources, 2);
    QLabel* const hint =
        roleLabel(tr("A source's note is written where the scanner is shown; Enter or a double "
                     "click goes there."),
            "note");
    hint->setWordWrap(true);
    layout->addWidget(hint);
    connect(m_sources, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        if (const auto source = parseAddress(item->text(0).toStdString()))
            emit sourceChosen(*source);
    });
    connect(&m_book, &NotesBook::changed, this, &NotesDialog::listSources);
    listSources();
}

/// A line for each, with the first line of its note.
void NotesDialog::listSources() {
    m_sources->clear();
    for (const auto& [source, note] : m_book.notes().ofSources) {
        const QString text = QString::fromStdString(note);
        auto* const item = new QTreeWidgetItem(m_sources,
            {QString::fromStdString(toText(source)), text.section(QLatin1Char('\n'), 0, 0)});
        item->setToolTip(1, Qt::convertFromPlainText(text));
    }
    m_sources->resizeColumnToContents(0);
}

} // namespace sweepscope
