// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/table.h"

#include <cstdint>
#include <stop_token>
#include <string_view>
#include <vector>

namespace sweepscope {

/// Which rows are shown, and in which order: a permutation, so that sorting and filtering never
/// move what the table holds.
using RowOrder = std::vector<std::uint32_t>;

/// All rows, as the table has them.
RowOrder allRows(const Table& table);

/// The rows sorted by a column; weak rows come last in any order. Equal rows keep their order.
/// `stop` is looked at between steps; what comes back after it is of no use.
RowOrder sortRows(const Table& table, RowOrder rows, std::size_t column, bool isDescending,
    const std::stop_token& stop);

/// The rows in which some cell's text holds `text`, whatever its letter case (ASCII).
RowOrder filterRows(
    const Table& table, const RowOrder& rows, std::string_view text, const std::stop_token& stop);

/// A cell as text in the C locale, as files have it: times in ISO 8601, UTC.
std::string plainText(const Cell& cell);

} // namespace sweepscope
