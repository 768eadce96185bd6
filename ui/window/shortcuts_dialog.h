// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMenuBar>
#include <QTableWidget>

namespace sweepscope {

/// Every key that does something: those of the menus, read from them, and those of tables and
/// sliders.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    ShortcutsDialog(const QMenuBar& menus, QWidget* parent = nullptr);

    [[nodiscard]] const QTableWidget& table() const { return *m_table; }

private:
    void addMenu(const QMenu& menu, const QString& above);
    void addRow(const QString& keys, const QString& what);

    QTableWidget* m_table;
};

} // namespace sweepscope
