// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/csv_writer.h"

#include <numeric>

namespace sweepscope {

namespace {

/// Spreadsheets run what begins with one of these signs, and skip control characters before it.
bool isFormula(std::string_view text) {
    constexpr std::string_view kSigns = "=+-@";
    if (text.empty())
        return false;
    const auto first = static_cast<unsigned char>(text.front());
    return first < 0x20 || first == 0x7f || kSigns.find(text.front()) != std::string_view::npos;
}

std::string inQuotes(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"')
            result += '"';
        result += c;
    }
    return result + '"';
}

} // namespace

std::string csvField(const Cell& cell) {
    std::string text = plainText(cell);
    if (std::holds_alternative<std::string>(cell) && isFormula(text))
        text.insert(text.begin(), '\'');
    return inQuotes(text);
}

void writeCsv(const Table& table, const RowOrder& rows, const std::vector<std::size_t>& columns,
    const TextSink& sink) {
    std::string line;
    const auto writeLine = [&](const auto& fieldOf) {
        line.clear();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            line += i == 0 ? "" : ",";
            line += fieldOf(columns[i]);
        }
        sink(line += '\n');
    };
    writeLine([&](std::size_t column) { return std::string(table.columns()[column].name); });
    for (const std::uint32_t row : rows)
        writeLine([&](std::size_t column) { return csvField(table.cell(row, column)); });
}

void writeCsv(const Table& table, const TextSink& sink) {
    std::vector<std::size_t> columns(table.columns().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    writeCsv(table, allRows(table), columns, sink);
}

} // namespace sweepscope
