// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/column_choice.h"

#include "models/table_model.h"

#include <QHeaderView>
#include <QSettings>

namespace sweepscope {

namespace {

QString nameOf(const QTableView& table, int column) {
    return table.model()->headerData(column, Qt::Horizontal, TableModel::exportNameRole).toString();
}

QString keyOf(const QString& table, const char* what) {
    return QStringLiteral("tables/%1/%2").arg(table, QLatin1String(what));
}

} // namespace

ColumnChoice ColumnChoice::of(const QTableView& table) {
    ColumnChoice choice;
    const QHeaderView& header = *table.horizontalHeader();
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        choice.order << nameOf(table, column);
        if (table.isColumnHidden(column))
            choice.hidden << nameOf(table, column);
    }
    return choice;
}

void ColumnChoice::applyTo(QTableView& table) const {
    QHeaderView& header = *table.horizontalHeader();
    int place = 0;
    for (const QString& name : order) {
        for (int column = 0; column < header.count(); ++column) {
            if (nameOf(table, column) == name)
                header.moveSection(header.visualIndex(column), place++);
        }
    }
    int shown = 0;
    for (int column = 0; column < header.count(); ++column)
        shown += hidden.contains(nameOf(table, column)) ? 0 : 1;
    if (shown == 0)
        return; // a table without any column could not be brought back
    for (int column = 0; column < header.count(); ++column)
        table.setColumnHidden(column, hidden.contains(nameOf(table, column)));
}

ColumnChoice ColumnChoice::remembered(const QString& table) {
    const QSettings settings;
    return {settings.value(keyOf(table, "order")).toStringList(),
        settings.value(keyOf(table, "hidden")).toStringList()};
}

void ColumnChoice::remember(const QString& table) const {
    QSettings settings;
    settings.setValue(keyOf(table, "order"), order);
    settings.setValue(keyOf(table, "hidden"), hidden);
}

void ColumnChoice::forget(const QString& table) {
    QSettings().remove(QStringLiteral("tables/%1").arg(table));
}

} // namespace sweepscope
