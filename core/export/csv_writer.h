// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomic_file.h"
#include "tables/row_order.h"
#include "tables/table.h"

#include <string>
#include <vector>

namespace sweepscope {

/// Writes rows of a table as CSV (RFC 4180, line ends LF): the given columns, named by
/// Column::name, in the C locale, times in UTC.
///
/// Texts that a spreadsheet would run as a formula, since they begin with = + - @ or a control
/// character, get a ' in front; numbers stay numbers.
void writeCsv(const Table& table, const RowOrder& rows, const std::vector<std::size_t>& columns,
    const TextSink& sink);

/// All rows and columns, in the table's order.
void writeCsv(const Table& table, const TextSink& sink);

/// One CSV field, quoted and defused where it must be.
std::string csvField(const Cell& cell);

} // namespace sweepscope
