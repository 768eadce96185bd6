// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/shortcuts_dialog.h"

#include "style/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

namespace sweepscope {

namespace {

/// A menu's text without the mark of its letter and the dots.
QString plain(QString text) {
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 2)) {
    setWindowTitle(tr("Keyboard Shortcuts"));
    m_table->setHorizontalHeaderLabels({tr("Keys"), tr("What they do")});
    m_table->setAccessibleName(windowTitle());
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::kRow);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto actions = menus.actions();
    for (const QAction* const action : actions) {
        if (action->menu() != nullptr)
            addMenu(*action->menu(), plain(action->text()));
    }
    addRow(tr("Tab, Shift+Tab"), tr("To the next field, table or button, and back"));
    addRow(
        tr("Arrow keys, Page Up, Page Down"), tr("In tables: move; on sliders: change the value"));
    addRow(tr("Arrow keys, Home, End"),
        tr("In charts: from one bar, country or interval to the next"));
    addRow(tr("Shift with arrow keys"), tr("In charts: take in those between"));
    addRow(tr("Enter, Ctrl+Enter"), tr("In charts: look at what is chosen alone, or leave it out"));
    addRow(tr("+, -, 0"), tr("In charts: come closer, go back, show the whole axis"));
    addRow(tr("Enter"), tr("In a field: take what was typed"));
    addRow(tr("Shift+F10"), tr("The menu of what is chosen"));
    addRow(tr("Esc"), tr("Close what lies above"));
    m_table->resizeColumnToContents(0);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_table);
    layout->addWidget(buttons);
    resize(560, 560);
}

void ShortcutsDialog::addMenu(const QMenu& menu, const QString& above) {
    const auto actions = menu.actions();
    for (const QAction* const action : actions) {
        const QString what = above + QStringLiteral(" › ") + plain(action->text());
        if (action->menu() != nullptr)
            addMenu(*action->menu(), what);
        else if (!action->shortcut().isEmpty())
            addRow(action->shortcut().toString(QKeySequence::NativeText), what);
    }
}

void ShortcutsDialog::addRow(const QString& keys, const QString& what) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(keys));
    m_table->setItem(row, 1, new QTableWidgetItem(what));
}

} // namespace sweepscope
