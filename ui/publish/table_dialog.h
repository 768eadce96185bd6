// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/table_view.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPointer>

#include <functional>

namespace sweepscope {

/// Saves a table as CSV or JSON: all rows or those selected, the columns that are shown or all of
/// them, in the order in which they stand. What cannot be saved is said in the dialog.
class TableDialog : public QDialog {
    Q_OBJECT

public:
    using Save = std::function<Status(const TablePart& part, const QString& path)>;

    TableDialog(TableView& table, QString name, Save save, QWidget* parent = nullptr);

    void setRows(bool onlySelected) { m_rows->setCurrentIndex(onlySelected ? 1 : 0); }

    void setColumns(bool all) { m_columns->setCurrentIndex(all ? 1 : 0); }

    bool saveTo(const QString& path);

signals:
    void saved(const QString& path);

private:
    [[nodiscard]] QString suffix() const;
    void askAndSave();

    QPointer<TableView> m_table;
    QString m_name;
    Save m_save;
    QComboBox* m_format;
    QComboBox* m_rows;
    QComboBox* m_columns;
    QLabel* m_problem;
};

} // namespace sweepscope
