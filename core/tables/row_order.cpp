// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/row_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace sweepscope {

namespace {

struct Keyed {
    std::uint64_t key;
    std::uint32_t row;
};

constexpr std::size_t kRowsBetweenLooks = std::size_t{16} * 1024;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), lower);
    return text;
}

bool rowHolds(const Table& table, std::uint32_t row, const std::string& wanted) {
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        if (lowered(plainText(table.cell(row, column))).find(wanted) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

RowOrder allRows(const Table& table) {
    RowOrder rows(table.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

RowOrder sortRows(const Table& table, RowOrder rows, std::size_t column, bool isDescending,
    const std::stop_token& stop) {
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        if (keyed.size() % kRowsBetweenLooks == 0 && stop.stop_requested())
            return rows;
        keyed.push_back({table.sortKey(row, column), row});
    }
    const bool isText = table.columns()[column].format == Format::text;
    std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
        const Keyed& less = isDescending ? b : a;
        const Keyed& more = isDescending ? a : b;
        if (less.key != more.key || !isText)
            return less.key < more.key;
        return table.isLess(less.row, more.row, column);
    });
    std::transform(
        keyed.begin(), keyed.end(), rows.begin(), [](const Keyed& each) { return each.row; });
    if (table.hasWeakRows())
        std::stable_partition(
            rows.begin(), rows.end(), [&](std::uint32_t row) { return !table.isWeak(row); });
    return rows;
}

RowOrder filterRows(
    const Table& table, const RowOrder& rows, std::string_view text, const std::stop_token& stop) {
    const std::string wanted = lowered(std::string(text));
    RowOrder kept;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % kRowsBetweenLooks == 0 && stop.stop_requested())
            break;
        if (rowHolds(table, rows[i], wanted))
            kept.push_back(rows[i]);
    }
    return kept;
}

std::string plainText(const Cell& cell) {
    struct Writer {
        std::string operator()(std::monostate) const { return {}; }

        std::string operator()(const std::string& text) const { return text; }

        std::string operator()(std::uint64_t number) const { return fmt::format("{}", number); }

        std::string operator()(double number) const { return fmt::format("{}", number); }

        std::string operator()(Timestamp time) const { return toIso8601(time); }
    };

    return std::visit(Writer(), cell);
}

} // namespace sweepscope
