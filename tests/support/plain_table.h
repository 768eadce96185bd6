// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/row_order.h"
#include "tables/table.h"

#include <string>
#include <utility>
#include <vector>

namespace sweepscope::tests {

/// A table of given cells.
class PlainTable final : public Table {
public:
    PlainTable(std::vector<Column> columns, std::vector<std::vector<Cell>> cells)
        : m_columns(std::move(columns))
        , m_cells(std::move(cells)) {}

    [[nodiscard]] std::string_view name() const override { return "plain"; }

    [[nodiscard]] const std::vector<Column>& columns() const override { return m_columns; }

    [[nodiscard]] std::size_t rows() const override { return m_cells.size(); }

    [[nodiscard]] Cell cell(std::size_t row, std::size_t column) const override {
        return m_cells.at(row).at(column);
    }

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<Cell>> m_cells;
};

/// Rows of a table as lines: the cells of the columns named, in that order, joined by " | ". Throws
/// std::runtime_error where the table has no such column.
std::vector<std::string> linesOf(
    const Table& table, const RowOrder& rows, const std::vector<std::string>& columns);

} // namespace sweepscope::tests
