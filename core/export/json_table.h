// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomic_file.h"
#include "tables/row_order.h"
#include "tables/table.h"

#include <string>
#include <vector>

namespace sweepscope {

/// Writes rows of a table as JSON, "format": "sweepscope-table/1": an object a row, its fields
/// named by Column::name, in the given columns' order. Numbers are numbers, times ISO 8601 in UTC,
/// and what is not known is null.
///
/// `provenance`: lines "key: value" as from provenanceLines; they come as one object, in which a
/// key that stands on several lines has a list.
void writeJsonTable(const Table& table, const RowOrder& rows,
    const std::vector<std::size_t>& columns, const std::vector<std::string>& provenance,
    const TextSink& sink);

/// All rows and columns, in the table's order.
void writeJsonTable(
    const Table& table, const std::vector<std::string>& provenance, const TextSink& sink);

} // namespace sweepscope
