// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QUndoStack>

namespace sweepscope {

/// The first part of the Edit menu: undo of thresholds, and what is done to the field or table that
/// has the keyboard.
class EditMenu {
    Q_DECLARE_TR_FUNCTIONS(sweepscope::EditMenu)

public:
    EditMenu(QMainWindow& window, QMenu& menu, QUndoStack& history);

private:
    void addUndo(QUndoStack& history);
    void addCopy();
    void addFind();

    QMainWindow& m_window;
    QMenu& m_menu;
};

} // namespace sweepscope
