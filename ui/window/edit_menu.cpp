// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/edit_menu.h"

#include "models/table_view.h"

#include <QApplication>

namespace sweepscope {

namespace {

/// The table that has the keyboard, else the first that is in sight.
TableView* currentTable(const QMainWindow& window) {
    for (QWidget* widget = QApplication::focusWidget(); widget != nullptr;
         widget = widget->parentWidget()) {
        if (auto* const table = qobject_cast<TableView*>(widget))
            return table;
    }
    const auto tables = window.findChildren<TableView*>();
    for (TableView* const table : tables) {
        if (table->isVisible())
            return table;
    }
    return nullptr;
}

/// Fields and tables know by themselves how to copy: by a slot of that name.
void callFocused(const QMainWindow& window, const char* slot) {
    QWidget* const focused = QApplication::focusWidget();
    if (focused != nullptr && QMetaObject::invokeMethod(focused, slot))
        return;
    if (TableView* const table = currentTable(window))
        QMetaObject::invokeMethod(table, slot);
}

} // namespace

EditMenu::EditMenu(QMainWindow& window, QMenu& menu, QUndoStack& history)
    : m_window(window)
    , m_menu(menu) {
    addUndo(history);
    addCopy();
    addFind();
}

void EditMenu::addUndo(QUndoStack& history) {
    QAction* const undo = history.createUndoAction(&m_window, tr("&Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    QAction* const redo = history.createRedoAction(&m_window, tr("&Redo"));
    redo->setShortcuts(QKeySequence::Redo);
    m_menu.addActions({undo, redo});
    m_menu.addSeparator();
}

void EditMenu::addCopy() {
    QMainWindow* const window = &m_window;
    QAction* const copy =
        m_menu.addAction(tr("&Copy"), window, [window] { callFocused(*window, "copy"); });
    copy->setShortcut(QKeySequence::Copy);
    QAction* const withHeaders = m_menu.addAction(tr("Copy With &Headers"), window, [window] {
        if (TableView* const table = currentTable(*window))
            table->copyWithHeaders();
    });
    withHeaders->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QAction* const all = m_menu.addAction(
        tr("Select &All"), window, [window] { callFocused(*window, "selectAll"); });
    all->setShortcut(QKeySequence::SelectAll);
    m_menu.addSeparator();
}

void EditMenu::addFind() {
    QMainWindow* const window = &m_window;
    QAction* const find = m_menu.addAction(tr("&Find in Table…"), window, [window] {
        if (TableView* const table = currentTable(*window))
            table->findBar().open();
    });
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    const auto addStep = [&](const QString& text, QKeySequence::StandardKey key, auto step) {
        QAction* const action = m_menu.addAction(text, window, [window, step] {
            if (TableView* const table = currentTable(*window))
                (table->findBar().*step)();
        });
        action->setShortcut(key);
    };
    addStep(tr("Find &Next"), QKeySequence::FindNext, &FindBar::findNext);
    addStep(tr("Find &Previous"), QKeySequence::FindPrevious, &FindBar::findPrevious);
    m_menu.addSeparator();
}

} // namespace sweepscope
