// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_table.h"

#include <stdexcept>

namespace sweepscope::tests {

namespace {

std::size_t placeOf(const Table& table, const std::string& name) {
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        if (table.columns()[i].name == name)
            return i;
    }
    throw std::runtime_error("no column " + name);
}

} // namespace

std::vector<std::string> linesOf(
    const Table& table, const RowOrder& rows, const std::vector<std::string>& columns) {
    std::vector<std::size_t> places;
    places.reserve(columns.size());
    for (const std::string& name : columns)
        places.push_back(placeOf(table, name));
    std::vector<std::string> lines;
    for (const std::uint32_t row : rows) {
        std::string& line = lines.emplace_back();
        for (std::size_t i = 0; i < places.size(); ++i)
            line += (i == 0 ? "" : " | ") + plainText(table.cell(row, places[i]));
    }
    return lines;
}

} // namespace sweepscope::tests
