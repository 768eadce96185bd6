// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"
#include "base/time.h"
#include "narrowing/term.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sweepscope {

/// How a column's values are meant, and so how they are shown and aligned.
enum class Format : std::uint8_t {
    text,
    count,    ///< a whole number
    number,   ///< a number with a unit of its own, such as packets a second
    share,    ///< 0 to 1, shown as a percentage
    time,     ///< a moment
    instant,  ///< a moment, with the part of a second that it has
    duration, ///< seconds
    port,     ///< a whole number without separators
};

constexpr bool isTime(Format format) {
    return format == Format::time || format == Format::instant;
}

/// Titles are English here; the window translates them.
struct Column {
    std::string_view name;  ///< of the column in files: lower case, underscores
    std::string_view title; ///< above the column
    Format format = Format::text;
    std::string_view help; ///< what the values are, in a sentence
};

/// A cell. Empty: there is nothing to say, which is not the same as zero.
using Cell = std::variant<std::monostate, std::string, std::uint64_t, double, Timestamp>;

/// A table of results, without a window: columns, rows, and what stands in each cell. One adapter
/// makes a Qt model of any table, one writer a CSV file. Tables own or share what they show and
/// never change.
class Table {
public:
    Table() = default;
    virtual ~Table() = default;
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    [[nodiscard]] virtual std::string_view name() const = 0; ///< of a file: "ports"
    [[nodiscard]] virtual const std::vector<Column>& columns() const = 0;
    [[nodiscard]] virtual std::size_t rows() const = 0;
    [[nodiscard]] virtual Cell cell(std::size_t row, std::size_t column) const = 0;

    /// The cell in parts, where it holds sentences: a window may say them in another language.
    [[nodiscard]] virtual std::vector<Sentence> sentences(
        std::size_t /*row*/, std::size_t /*column*/) const {
        return {};
    }

    /// What scans can be narrowed by at this cell: its port, its country, its tool, ... Nothing for
    /// cells that only count.
    [[nodiscard]] virtual std::optional<Term> term(
        std::size_t /*row*/, std::size_t /*column*/) const {
        return std::nullopt;
    }

    /// What the row as a whole stands for: the first term of its cells.
    [[nodiscard]] std::optional<Term> rowTerm(std::size_t row) const;

    /// Rows that say too little to stand before others: shown quieter, and last in any order.
    [[nodiscard]] virtual bool hasWeakRows() const { return false; }

    [[nodiscard]] virtual bool isWeak(std::size_t /*row*/) const { return false; }

    /// A number that orders rows as the column does, ties aside: for sorting many rows fast. The
    /// default looks at the cell; tables with costly cells say it themselves.
    [[nodiscard]] virtual std::uint64_t sortKey(std::size_t row, std::size_t column) const;

    /// Whether row `a` comes before row `b` by the column, where their sort keys are equal: for
    /// texts with the same beginning. Numbers and times with equal keys are equal.
    [[nodiscard]] virtual bool isLess(std::size_t a, std::size_t b, std::size_t column) const;
};

/// The order-keeping number of a cell: empty before all, texts by their first eight bytes.
std::uint64_t sortKeyOf(const Cell& cell);

/// Whether a column's values want to stand flush right.
bool isNumeric(Format format);

} // namespace sweepscope
