// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTableView>

namespace sweepscope {

/// Which columns of a table are shown, and in which order, by Column::name; kept between runs under
/// the name of the table. Columns that are new since then are shown at their own place, those that
/// are no more are passed over.
struct ColumnChoice {
    QStringList order;
    QStringList hidden;

    bool operator==(const ColumnChoice&) const = default;

    static ColumnChoice of(const QTableView& table);
    void applyTo(QTableView& table) const;

    /// Empty where nothing is kept.
    static ColumnChoice remembered(const QString& table);
    void remember(const QString& table) const;
    static void forget(const QString& table);
};

} // namespace sweepscope
