// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/services.h"
#include "tables/row_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

std::optional<Term> portTerm(const PortCount& row) {
    return PortTerm{row.protocol, row.port};
}

std::optional<Term> countryTerm(const CountryShare& row) {
    return row.count.country;
}

std::vector<ReadColumn<PortCount>> portColumns(const Snapshot& snapshot) {
    const Totals totals = snapshot.totals;
    return {
        {{"protocol", "Protocol", Format::text, "TCP, UDP or ICMP"},
            [](const PortCount& row) { return std::string(nameOf(row.protocol)); }},
        {{"port", "Port", Format::port, "Port that was asked for"},
            [](const PortCount& row) { return std::uint64_t{row.port}; }, portTerm},
        {{"service", "Service", Format::text, "Usual service on that port"},
            [](const PortCount& row) { return textOrNothing(serviceName(row.protocol, row.port)); },
            portTerm},
        {{"scans", "Scans", Format::count, "Scans of this port"},
            [](const PortCount& row) { return row.scans; }},
        {{"small", "Small", Format::count, "Small scans of this port"},
            [](const PortCount& row) { return row.small; }},
        {{"large", "Large", Format::count, "Large scans of this port"},
            [](const PortCount& row) { return row.large; }},
        {{"share_of_small", "% of small", Format::share, "Share of all small scans"},
            [totals](const PortCount& row) { return ratio(row.small, totals.small); }},
        {{"share_of_large", "% of large", Format::share, "Share of all large scans"},
            [totals](const PortCount& row) { return ratio(row.large, totals.large); }},
        {{"packets", "Packets", Format::count, "Packets of these scans"},
            [](const PortCount& row) { return row.packets; }},
        {{"sources", "Sources", Format::count, "Distinct sources of these scans"},
            [](const PortCount& row) { return row.sources; }},
        {{"main_tool", "Mostly", Format::text, "Tool of most of these scans"},
            [](const PortCount& row) {
                const auto* const most = std::max_element(row.tools.begin(), row.tools.end());
                return fmt::format("{:.0f} % {}", 100 * ratio(*most, row.scans),
                    nameOf(static_cast<Tool>(most - row.tools.begin())));
            },
            [](const PortCount& row) -> std::optional<Term> {
                return static_cast<Tool>(
                    std::max_element(row.tools.begin(), row.tools.end()) - row.tools.begin());
            }},
    };
}

std::vector<ReadColumn<CountryShare>> countryColumns() {
    return {
        {{"code", "Code", Format::text, "ISO 3166 code; ?? where the country is not known"},
            [](const CountryShare& row) { return row.count.country.code(); }, countryTerm},
        {{"country", "Country", Format::text, "Country of the sources"},
            [](const CountryShare& row) { return nameOf(row.count.country); }, countryTerm},
        {{"scans", "Scans", Format::count, "Scans from there"},
            [](const CountryShare& row) { return row.count.scans; }},
        {{"sources", "Sources", Format::count, "Distinct scanning sources there"},
            [](const CountryShare& row) { return row.count.sources; }},
        {{"packets", "Packets", Format::count, "Packets of these scans"},
            [](const CountryShare& row) { return row.count.packets; }},
        {{"share", "Share", Format::share, "Share of all, the unknown included"},
            [](const CountryShare& row) { return row.share; }},
        {{"cumulative", "Cumulative", Format::share, "Share of this country and all before it"},
            [](const CountryShare& row) { return row.cumulative; }},
    };
}

std::vector<ReadColumn<ToolCount>> toolColumns(const Snapshot& snapshot) {
    const Totals totals = snapshot.totals;
    return {
        {{"tool", "Tool", Format::text, "What the scans were made with"},
            [](const ToolCount& row) { return std::string(nameOf(row.tool)); },
            [](const ToolCount& row) { return std::optional<Term>(row.tool); }},
        {{"scans", "Scans", Format::count, "Scans made with it"},
            [](const ToolCount& row) { return row.scans; }},
        {{"small", "Small", Format::count, "Small ones among them"},
            [](const ToolCount& row) { return row.small; }},
        {{"large", "Large", Format::count, "Large ones among them"},
            [](const ToolCount& row) { return row.large; }},
        {{"share_of_small", "% of small", Format::share, "Share of all small scans"},
            [totals](const ToolCount& row) { return ratio(row.small, totals.small); }},
        {{"share_of_large", "% of large", Format::share, "Share of all large scans"},
            [totals](const ToolCount& row) { return ratio(row.large, totals.large); }},
        {{"packets", "Packets", Format::count, "Packets of these scans"},
            [](const ToolCount& row) { return row.packets; }},
        {{"share_of_packets", "% of packets", Format::share, "Share of all packets of scans"},
            [totals](const ToolCount& row) { return ratio(row.packets, totals.scanPackets); }},
    };
}

struct IntervalRow {
    Timestamp begin;
    PacketSeries::Interval packets{};
};

std::vector<ReadColumn<IntervalRow>> intervalColumns() {
    std::vector<ReadColumn<IntervalRow>> columns = {
        {{"begin", "From", Format::instant, "Begin of the interval"},
            [](const IntervalRow& row) { return row.begin; }},
    };
    for (std::size_t tool = 0; tool < kToolCount; ++tool) {
        const std::string_view name = nameOf(static_cast<Tool>(tool));
        columns.push_back({{name, name, Format::count, "Packets of its scans in the interval"},
            [tool](const IntervalRow& row) { return row.packets[tool]; }});
    }
    return columns;
}

} // namespace

std::shared_ptr<const Table> portTable(SnapshotPointer snapshot) {
    auto columns = portColumns(*snapshot);
    const std::span<const PortCount> rows(snapshot->ports);
    return std::make_shared<RowTable<PortCount>>(
        "ports", std::move(snapshot), rows, std::move(columns));
}

std::shared_ptr<const Table> countryTable(SnapshotPointer snapshot, Weight weight) {
    auto rows = rankCountries(snapshot->countries, weight);
    return std::make_shared<RowTable<CountryShare>>(
        "countries", std::move(snapshot), std::move(rows), countryColumns());
}

std::shared_ptr<const Table> toolTable(SnapshotPointer snapshot) {
    auto columns = toolColumns(*snapshot);
    const std::span<const ToolCount> rows(snapshot->tools);
    return std::make_shared<RowTable<ToolCount>>(
        "tools", std::move(snapshot), rows, std::move(columns));
}

std::shared_ptr<const Table> packetSeriesTable(SnapshotPointer snapshot) {
    std::vector<IntervalRow> rows;
    for (std::size_t i = 0; i < snapshot->packetsOverTime.size(); ++i)
        rows.push_back({snapshot->grid.beginOf(i), snapshot->packetsOverTime[i]});
    return std::make_shared<RowTable<IntervalRow>>(
        "packets-over-time", std::move(snapshot), std::move(rows), intervalColumns());
}

} // namespace sweepscope
