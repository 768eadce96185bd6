// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "tables/row_order.h"
#include "tables/table.h"

#include <memory>
#include <string>
#include <vector>

namespace sweepscope {

/// What of a table goes into a file: these rows, in this order, and of them these columns.
struct TablePart {
    std::shared_ptr<const Table> table;
    RowOrder rows;
    std::vector<std::size_t> columns;

    static TablePart whole(std::shared_ptr<const Table> table);
};

/// Writes a part of a table with its provenance: as JSON where the path ends in ".json", else as
/// CSV, which any program loads, with a second file "<path>.provenance.txt" beside it. Both files
/// or neither. May run on any thread.
Status writeTableFile(
    const TablePart& part, const std::vector<std::string>& provenance, const std::string& path);

} // namespace sweepscope
