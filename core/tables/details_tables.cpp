// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/details_tables.h"

#include "base/sentence.h"
#include "reference/services.h"
#include "tables/row_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace sweepscope {

namespace {

/// A table that keeps the details that its rows are out of.
template <typename Row>
class DetailsTable final : public RowTable<Row> {
public:
    DetailsTable(std::string_view name, const DetailsPointer& details, std::vector<Row> rows,
        std::vector<ReadColumn<Row>> columns)
        : RowTable<Row>(name, details->snapshot, std::move(rows), std::move(columns))
        , m_details(details) {}

private:
    DetailsPointer m_details;
};

std::vector<ReadColumn<NetworkCount>> networkColumns(const Details& details) {
    const Snapshot* const at = details.snapshot.get();
    const Totals totals = at->totals;
    const auto networkOf = [at](const NetworkCount& row) -> const Network& {
        return at->material.origins->networks[row.network.place];
    };
    const auto term = [networkOf](const NetworkCount& row) -> std::optional<Term> {
        return NetworkTerm{networkOf(row).asNumber};
    };
    return {
        {{"network", "Network", Format::text, "Number of the autonomous system"},
            [networkOf](const NetworkCount& row) {
                return row.network.isKnown() ? fmt::format("AS{}", networkOf(row).asNumber)
                                             : std::string(kNotKnown);
            },
            term},
        {{"name", "Name", Format::text, "Who runs it"},
            [networkOf](const NetworkCount& row) { return textOrNothing(networkOf(row).name); },
            term},
        {{"scans", "Scans", Format::count, "Scans from there"},
            [](const NetworkCount& row) { return row.scans; }},
        {{"small", "Small", Format::count, "Small ones among them"},
            [](const NetworkCount& row) { return row.small; }},
        {{"large", "Large", Format::count, "Large ones among them"},
            [](const NetworkCount& row) { return row.large; }},
        {{"share", "% of scans", Format::share, "Share of all scans"},
            [totals](const NetworkCount& row) { return ratio(row.scans, totals.scans); }},
        {{"sources", "Sources", Format::count, "Distinct scanning sources there"},
            [](const NetworkCount& row) { return row.sources; }},
        {{"packets", "Packets", Format::count, "Packets of these scans"},
            [](const NetworkCount& row) { return row.packets; }},
        {{"share_of_packets", "% of packets", Format::share, "Share of all packets of scans"},
            [totals](const NetworkCount& row) { return ratio(row.packets, totals.scanPackets); }},
        {{"main_tool", "Mostly", Format::text, "Tool of most of these scans"},
            [](const NetworkCount& row) {
                const auto* const most = std::max_element(row.tools.begin(), row.tools.end());
                return fmt::format("{:.0f} % {}", 100 * ratio(*most, row.scans),
                    nameOf(static_cast<Tool>(most - row.tools.begin())));
            },
            [](const NetworkCount& row) -> std::optional<Term> {
                return static_cast<Tool>(
                    std::max_element(row.tools.begin(), row.tools.end()) - row.tools.begin());
            }},
    };
}

template <typename Row>
std::vector<ReadColumn<Row>> portColumns() {
    const auto term = [](const Row& row) -> std::optional<Term> {
        return PortTerm{row.protocol, row.port};
    };
    return {
        {{"protocol", "Protocol", Format::text, "TCP, UDP or ICMP"},
            [](const Row& row) { return std::string(nameOf(row.protocol)); }},
        {{"port", "Port", Format::port, "Port that was asked for"},
            [](const Row& row) { return std::uint64_t{row.port}; }, term},
        {{"service", "Service", Format::text, "Usual service on that port"},
            [](const Row& row) { return textOrNothing(serviceName(row.protocol, row.port)); },
            term},
    };
}

struct PortCountry {
    Protocol protocol = Protocol::tcp;
    std::uint16_t port = 0;
    CountryId country;
    std::uint64_t scans = 0;
    double share = 0;
};

/// The countries of a port, most scans first, what is not known last.
std::vector<PortCountry> countriesOf(const PortDetail& port) {
    std::vector<PortCountry> rows;
    for (std::size_t number = 0; number < port.countries.size(); ++number) {
        if (port.countries[number] != 0)
            rows.push_back({port.protocol, port.port,
                CountryId::fromNumber(static_cast<std::uint16_t>(number)), port.countries[number],
                ratio(port.countries[number], port.scans)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const PortCountry& a, const PortCountry& b) {
        return std::pair(!a.country.isKnown(), b.scans) < std::pair(!b.country.isKnown(), a.scans);
    });
    return rows;
}

struct CoverageRow {
    std::size_t place = 0;
    ToolCoverage::Tools tools{};
    std::uint64_t scans = 0;
};

double borderBelow(std::size_t place) {
    return place == 0 ? 0 : kCoverageBorders[place - 1];
}

double borderAbove(std::size_t place) {
    return place < kCoverageBorders.size() ? kCoverageBorders[place]
                                           : std::numeric_limits<double>::infinity();
}

struct TimelineRow {
    std::size_t interval = 0;
};

} // namespace

std::shared_ptr<const Table> networkTable(const DetailsPointer& details) {
    return std::make_shared<DetailsTable<NetworkCount>>(
        "networks", details, details->networks, networkColumns(*details));
}

std::shared_ptr<const Table> portSizeTable(const DetailsPointer& details) {
    static constexpr std::array<std::array<std::string_view, 2>, kSizeClasses> kNames = {
        {{"below_0_1_percent", "below 0.1 %"}, {"to_1_percent", "0.1 to 1 %"},
            {"to_10_percent", "1 to 10 %"}, {"from_10_percent", "from 10 %"}}};
    auto columns = portColumns<PortDetail>();
    columns.push_back({{"scans", "Scans", Format::count, "Scans of this port"},
        [](const PortDetail& row) { return row.scans; }});
    for (std::size_t size = 0; size < kSizeClasses; ++size)
        columns.push_back({{kNames[size][0], kNames[size][1], Format::count,
                               "Scans that hit this share of the telescope"},
            [size](const PortDetail& row) { return row.sizes[size]; }});
    return std::make_shared<DetailsTable<PortDetail>>(
        "ports-by-size", details, details->ports, std::move(columns));
}

std::shared_ptr<const Table> portCountryTable(const DetailsPointer& details) {
    std::vector<PortCountry> rows;
    for (const PortDetail& port : details->ports) {
        const auto countries = countriesOf(port);
        rows.insert(rows.end(), countries.begin(), countries.end());
    }
    auto columns = portColumns<PortCountry>();
    const auto term = [](const PortCountry& row) -> std::optional<Term> { return row.country; };
    columns.push_back({{"code", "Code", Format::text, "ISO 3166 code; ?? where it is not known"},
        [](const PortCountry& row) { return row.country.code(); }, term});
    columns.push_back({{"country", "Country", Format::text, "Country of the sources"},
        [](const PortCountry& row) { return nameOf(row.country); }, term});
    columns.push_back({{"scans", "Scans", Format::count, "Scans of the port from there"},
        [](const PortCountry& row) { return row.scans; }});
    columns.push_back({{"share", "Share", Format::share, "Share of all scans of the port"},
        [](const PortCountry& row) { return row.share; }});
    return std::make_shared<DetailsTable<PortCountry>>(
        "ports-by-country", details, std::move(rows), std::move(columns));
}

std::shared_ptr<const Table> toolCoverageTable(const DetailsPointer& details) {
    std::vector<CoverageRow> rows;
    for (std::size_t i = 0; i < kCoverageClasses; ++i)
        rows.push_back({i, details->toolCoverage.classes[i], details->toolCoverage.scansIn(i)});
    const auto term = [](const CoverageRow& row) -> std::optional<Term> {
        return CoverageTerm{borderBelow(row.place), borderAbove(row.place)};
    };
    std::vector<ReadColumn<CoverageRow>> columns = {
        {{"from", "Coverage from", Format::share, "Least share of the telescope that was hit"},
            [](const CoverageRow& row) { return borderBelow(row.place); }, term},
        {{"below", "below", Format::share, "Share of the telescope that was not reached"},
            [](const CoverageRow& row) { return std::min(borderAbove(row.place), 1.0); }, term},
        {{"scans", "Scans", Format::count, "Scans of this coverage"},
            [](const CoverageRow& row) { return row.scans; }},
    };
    for (std::size_t tool = 0; tool < kToolCount; ++tool) {
        const std::string_view name = nameOf(static_cast<Tool>(tool));
        columns.push_back({{name, name, Format::count, "Scans of this coverage made with it"},
            [tool](const CoverageRow& row) { return row.tools[tool]; }});
    }
    return std::make_shared<DetailsTable<CoverageRow>>(
        "tools-by-coverage", details, std::move(rows), std::move(columns));
}

std::shared_ptr<const Table> timelineTable(const DetailsPointer& details) {
    const Timeline* const timeline = &details->timeline;
    std::vector<TimelineRow> rows;
    for (std::size_t i = 0; i < timeline->grid().count; ++i)
        rows.push_back({i});
    std::vector<ReadColumn<TimelineRow>> columns = {
        {{"begin", "From", Format::instant, "Begin of the interval"},
            [timeline](const TimelineRow& row) { return timeline->grid().beginOf(row.interval); },
            [timeline](const TimelineRow& row) -> std::optional<Term> {
                return TimeRange{timeline->grid().beginOf(row.interval),
                    timeline->grid().beginOf(row.interval + 1) + Duration{-1}};
            }},
        {{"packets", "Packets", Format::count, "Packets of scans"},
            [timeline](const TimelineRow& row) { return timeline->all(row.interval).packets; }},
        {{"scans", "Scans", Format::count, "Scans at work in the interval"},
            [timeline](const TimelineRow& row) { return timeline->all(row.interval).scans; }},
        {{"sources", "Sources", Format::count, "Distinct sources of these scans"},
            [timeline](const TimelineRow& row) { return timeline->all(row.interval).sources; }},
    };
    for (std::size_t tool = 0; tool < kToolCount; ++tool) {
        const std::string_view name = nameOf(static_cast<Tool>(tool));
        columns.push_back({{name, name, Format::count, "Packets of scans made with it"},
            [timeline, tool](const TimelineRow& row) {
                return timeline->of(row.interval, static_cast<Tool>(tool)).packets;
            }});
    }
    return std::make_shared<DetailsTable<TimelineRow>>(
        "timeline", details, std::move(rows), std::move(columns));
}

} // namespace sweepscope
