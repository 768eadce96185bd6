// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latest_only.h"
#include "tables/row_order.h"
#include "tables/table.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace sweepscope {

/// The one adapter that makes a Qt model of any table of the core.
///
/// Sorting and filtering permute row numbers; tables of more than a few thousand rows are sorted on
/// another thread, and the view keeps its order until the new one is there. Selections follow rows.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role : int {
        rowRole = Qt::UserRole + 1, ///< the row's number in the core's table
        formatRole,                 ///< Format of the column, as int
        exportNameRole,             ///< Column::name
        shareRole,                  ///< a share from 0 to 1, for a bar; invalid elsewhere
    };

    explicit TableModel(QObject* parent = nullptr);
    ~TableModel() override;

    /// Shows another table. Order and filter stay where the columns are the same.
    void setTable(std::shared_ptr<const Table> table);

    [[nodiscard]] const std::shared_ptr<const Table>& table() const { return m_table; }

    /// Shows only rows with this text in some cell; empty shows all.
    void setFilter(const QString& text);

    [[nodiscard]] const RowOrder& rows() const { return m_rows; }

    [[nodiscard]] bool isSorting() const { return m_isSorting; }

    [[nodiscard]] int sortColumn() const { return m_wish.column; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void rowsOrdered(); ///< a new order or filter is in place

private:
    /// What order is wanted; column -1: the table's own.
    struct Wish {
        std::shared_ptr<const Table> table;
        int column = -1;
        bool isDescending = false;
        QString filter;
        bool operator==(const Wish&) const = default;
    };

    static RowOrder orderFor(const Wish& wish, const std::stop_token& stop);
    void order();
    void takeOrder(const Wish& wish, RowOrder rows);
    [[nodiscard]] QVariant display(const QModelIndex& index) const;

    std::shared_ptr<const Table> m_table;
    RowOrder m_rows;
    Wish m_wish;
    bool m_isSorting = false;
    LatestOnly<Wish> m_sorter; // last: its thread uses the above
};

} // namespace sweepscope
