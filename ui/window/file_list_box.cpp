// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/file_list_box.h"

#include "format/display_sentence.h"
#include "style/role.h"
#include "window/settings.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace sweepscope {

namespace {

constexpr int kRow = 26;

} // namespace

FileListBox::FileListBox(Kind kind, const QStringList& paths, QWidget* parent)
    : QWidget(parent)
    , m_kind(std::move(kind))
    , m_list(new QListWidget()) {
    m_list->addItems(paths);
    m_list->setAccessibleName(m_kind.name);
    m_list->setFixedHeight(kRow * (m_kind.most == 1 ? 1 : 3) + 6);
    auto* const note = roleLabel(m_kind.note, "note");
    note->setWordWrap(true);
    auto* const add = new QPushButton(tr("Add…"));
    auto* const remove = new QPushButton(tr("Remove"));
    connect(add, &QPushButton::clicked, this, &FileListBox::addFiles);
    connect(remove, &QPushButton::clicked, this,
        [this] { delete m_list->takeItem(m_list->count() == 1 ? 0 : m_list->currentRow()); });
    auto* const acts = new QHBoxLayout();
    acts->addWidget(add);
    acts->addWidget(remove);
    acts->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addLayout(acts);
    layout->addWidget(note);
}

void FileListBox::addFiles() {
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, m_kind.name, Settings::lastFolder(), m_kind.filter);
    for (const QString& path : paths)
        tryFile(path);
}

void FileListBox::tryFile(const QString& path) {
    const Status read = m_kind.read(path.toStdString());
    emit problemFound(read.ok() ? QString() : displaySentence(read.error().sentence));
    if (!read.ok())
        return;
    if (m_list->count() == m_kind.most)
        delete m_list->takeItem(m_kind.most - 1);
    m_list->addItem(path);
}

QStringList FileListBox::paths() const {
    QStringList paths;
    for (int i = 0; i < m_list->count(); ++i)
        paths << m_list->item(i)->text();
    return paths;
}

} // namespace sweepscope
