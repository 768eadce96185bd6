// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/change_tables.h"

#include "tables/row_table.h"

#include <string>
#include <utility>

namespace sweepscope {

std::shared_ptr<const Table> changeTable(SnapshotPointer snapshot, std::vector<Change> changes) {
    using Row = Change;
    std::vector<ReadColumn<Row>> columns = {
        {{"protocol", "Protocol", Format::text, "TCP, UDP or ICMP"},
            [](const Row& row) { return std::string(nameOf(row.port.protocol)); }},
        {{"port", "Port", Format::port, "Port that stands out"},
            [](const Row& row) { return std::uint64_t{row.port.port}; }},
        {{"first", "From", Format::time, "Begin of the stretch"},
            [](const Row& row) { return row.time.first; }},
        {{"last", "To", Format::time, "End of the stretch"},
            [](const Row& row) { return row.time.last; }},
        {{"sources", "Sources", Format::count, "Sources that began to scan"},
            [](const Row& row) { return row.arrivals; }},
        {{"usual", "Usual", Format::number, "So many usually do in such a stretch"},
            [](const Row& row) { return row.usual; }},
        {{"packets", "Packets", Format::count, "Packets of scans in the stretch"},
            [](const Row& row) { return row.packets; }},
        {{"score", "Score", Format::number,
             "Distance from the usual in standard deviations; negative for a lull"},
            [](const Row& row) { return row.score; }},
        {{"words", "In words", Format::text, "The same as a sentence"},
            [](const Row& row) { return std::vector{row.words}; }},
    };
    return std::make_shared<RowTable<Row>>(
        "changes", std::move(snapshot), std::move(changes), std::move(columns));
}

} // namespace sweepscope
