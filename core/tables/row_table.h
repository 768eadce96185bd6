// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/snapshot_tables.h"

#include <functional>
#include <span>
#include <utility>

namespace sweepscope {

inline double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

inline Cell textOrNothing(std::string_view text) {
    return text.empty() ? Cell() : Cell(std::string(text));
}

/// A column, how to read it out of a row, and what scans can be narrowed by there, if by anything.
template <typename Row>
struct ReadColumn {
    using Read = std::function<Cell(const Row&)>;
    using TermOf = std::function<std::optional<Term>(const Row&)>;
    using Say = std::function<std::vector<Sentence>(const Row&)>;

    ReadColumn(Column description, Read reader)
        : column(description)
        , read(std::move(reader)) {}

    ReadColumn(Column description, Read reader, TermOf termOf)
        : column(description)
        , read(std::move(reader))
        , term(std::move(termOf)) {}

    ReadColumn(Column description, Say sentences)
        : column(description)
        , read([sentences](const Row& row) {
            return textOrNothing(joinedText(sentences(row), kBetweenSentences));
        })
        , say(std::move(sentences)) {}

    Column column;
    Read read;
    TermOf term;
    Say say; ///< only where cells hold sentences
};

/// A table over rows of one type, its own or its snapshot's; each column knows how to read a row.
template <typename Row>
class RowTable : public Table {
public:
    RowTable(std::string_view name, SnapshotPointer snapshot, std::vector<Row> rows,
        std::vector<ReadColumn<Row>> columns)
        : m_name(name)
        , m_snapshot(std::move(snapshot))
        , m_own(std::move(rows))
        , m_rows(m_own) {
        setColumns(std::move(columns));
    }

    /// Over rows that the snapshot keeps.
    RowTable(std::string_view name, SnapshotPointer snapshot, std::span<const Row> rows,
        std::vector<ReadColumn<Row>> columns)
        : m_name(name)
        , m_snapshot(std::move(snapshot))
        , m_rows(rows) {
        setColumns(std::move(columns));
    }

    [[nodiscard]] std::string_view name() const override { return m_name; }

    [[nodiscard]] const std::vector<Column>& columns() const override { return m_columns; }

    [[nodiscard]] std::size_t rows() const override { return m_rows.size(); }

    [[nodiscard]] Cell cell(std::size_t row, std::size_t column) const override {
        return m_readers[column](m_rows[row]);
    }

    [[nodiscard]] std::vector<Sentence> sentences(
        std::size_t row, std::size_t column) const override {
        return m_sayers[column] ? m_sayers[column](m_rows[row]) : std::vector<Sentence>();
    }

    [[nodiscard]] std::optional<Term> term(std::size_t row, std::size_t column) const override {
        return m_terms[column] ? m_terms[column](m_rows[row]) : std::nullopt;
    }

    [[nodiscard]] const Row& row(std::size_t place) const { return m_rows[place]; }

    [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }

private:
    void setColumns(std::vector<ReadColumn<Row>> columns) {
        for (ReadColumn<Row>& each : columns) {
            m_columns.push_back(each.column);
            m_readers.push_back(std::move(each.read));
            m_terms.push_back(std::move(each.term));
            m_sayers.push_back(std::move(each.say));
        }
    }

    std::string_view m_name;
    SnapshotPointer m_snapshot; ///< what the readers look into
    std::vector<Row> m_own;
    std::span<const Row> m_rows;
    std::vector<Column> m_columns;
    std::vector<std::function<Cell(const Row&)>> m_readers;
    std::vector<std::function<std::optional<Term>(const Row&)>> m_terms;
    std::vector<std::function<std::vector<Sentence>(const Row&)>> m_sayers;
};

/// Addresses sort as numbers, and all of IPv4 before IPv6.
inline std::uint64_t addressKey(const Address& address) {
    constexpr std::uint64_t kIsV6 = std::uint64_t{1} << 63;
    return address.isV4() ? address.v4().value : kIsV6 | address.v6().high >> 1;
}

/// Sources and scans: their first column is an address, which sorts by number.
template <typename Row>
class AddressedTable final : public RowTable<Row> {
public:
    using RowTable<Row>::RowTable;

    [[nodiscard]] std::uint64_t sortKey(std::size_t row, std::size_t column) const override {
        if (column != 0)
            return Table::sortKey(row, column);
        return addressKey(addressOf(row));
    }

    [[nodiscard]] bool isLess(std::size_t a, std::size_t b, std::size_t column) const override {
        return column == 0 ? addressOf(a) < addressOf(b) : Table::isLess(a, b, column);
    }

private:
    [[nodiscard]] Address addressOf(std::size_t row) const {
        return this->snapshot().view().addressOf(this->row(row).source);
    }
};

} // namespace sweepscope
