// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/table.h"

#include <memory>

namespace sweepscope {

/// A table as the window shows it: fixed texts of the core in the window's language, so that rows
/// are sorted and found by what is seen. Files are written of the table itself.
class DisplayedTable final : public Table {
public:
    explicit DisplayedTable(std::shared_ptr<const Table> table)
        : m_table(std::move(table)) {}

    [[nodiscard]] std::string_view name() const override { return m_table->name(); }

    [[nodiscard]] const std::vector<Column>& columns() const override { return m_table->columns(); }

    [[nodiscard]] std::size_t rows() const override { return m_table->rows(); }

    [[nodiscard]] bool hasWeakRows() const override { return m_table->hasWeakRows(); }

    [[nodiscard]] bool isWeak(std::size_t row) const override { return m_table->isWeak(row); }

    [[nodiscard]] Cell cell(std::size_t row, std::size_t column) const override;
    [[nodiscard]] std::uint64_t sortKey(std::size_t row, std::size_t column) const override;
    [[nodiscard]] bool isLess(std::size_t a, std::size_t b, std::size_t column) const override;

private:
    [[nodiscard]] bool isText(std::size_t column) const;

    std::shared_ptr<const Table> m_table;
};

/// The table itself where the window speaks the core's language: that is faster.
std::shared_ptr<const Table> asDisplayed(std::shared_ptr<const Table> table);

} // namespace sweepscope
