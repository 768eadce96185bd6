// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/aggressive_table.h"

#include "base/time.h"
#include "tables/row_table.h"
#include "tables/source_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

/// "1, 3"
std::string definitionsText(const SourceDay& row) {
    std::string text;
    for (std::size_t i = 0; i < kAggressionCount; ++i) {
        if (row.is[i])
            text += fmt::format("{}{}", text.empty() ? "" : ", ", aggressionFacts()[i].name);
    }
    return text;
}

std::vector<ReadColumn<SourceDay>> columnsFor(const Snapshot& snapshot) {
    const Snapshot* const at = &snapshot;
    return {
        {{"source", "Source", Format::text, "Address that scans"},
            [at](const SourceDay& row) { return toText(at->view().addressOf(row.source)); },
            [at](const SourceDay& row) {
                const Address& address = at->view().addressOf(row.source);
                return std::optional<Term>(Prefix::around(address, address.isV4() ? 32 : 128));
            }},
        {{"day", "Day", Format::text, "Day of UTC on which its scans began"}, dayText},
        {{"definitions", "By", Format::text, "Definitions that it fits: AH-1, AH-2, AH-3"},
            definitionsText},
        {{"coverage", "Most of the telescope", Format::share,
             "Share of the telescope that its largest scan touched"},
            [at](const SourceDay& row) {
                return at->view().scale.coverage(static_cast<std::uint32_t>(row.mostTargets));
            }},
        {{"most_packets", "Most packets", Format::count, "Of a scan"},
            [](const SourceDay& row) { return row.mostPackets; }},
        {{"ports", "Ports", Format::count, "Distinct on that day"},
            [](const SourceDay& row) { return row.ports; }},
        {{"scans", "Scans", Format::count, "That began on that day"},
            [](const SourceDay& row) { return row.scans; }},
        {{"packets", "Packets", Format::count, "Of these scans"},
            [](const SourceDay& row) { return row.packets; }},
        {{"country", "Country", Format::text, "Of the address"},
            [at](const SourceDay& row) { return countryCode(*at, row.source); }},
        {{"network", "Network", Format::text, "Of the address"},
            [at](const SourceDay& row) {
                return textOrNothing(networkText(networkOf(*at, row.source)));
            }},
        {{"organisation", "Organisation", Format::text, "Known scanner that the address is of"},
            [at](const SourceDay& row) { return organisationCell(*at, row.source); }},
    };
}

} // namespace

std::shared_ptr<const Table> aggressiveTable(
    SnapshotPointer snapshot, const AggressiveScanners& found, std::optional<Aggression> wanted) {
    std::vector<SourceDay> rows;
    std::copy_if(found.days.begin(), found.days.end(), std::back_inserter(rows),
        [&](const SourceDay& day) { return !wanted || day.is[static_cast<std::size_t>(*wanted)]; });
    std::stable_sort(rows.begin(), rows.end(),
        [](const SourceDay& a, const SourceDay& b) { return a.packets > b.packets; });
    auto columns = columnsFor(*snapshot);
    return std::make_shared<AddressedTable<SourceDay>>(
        "aggressive-scanners", std::move(snapshot), std::move(rows), std::move(columns));
}

std::string dayText(const SourceDay& day) {
    constexpr std::int64_t kDay = 86'400'000'000'000;
    constexpr std::size_t kDateLetters = 10;
    return toIso8601(Timestamp{day.day * kDay}).substr(0, kDateLetters);
}

std::string borderText(const AggressiveScanners& found, Aggression aggression) {
    const auto quantile = [](std::uint64_t border, std::uint64_t count, std::string_view what) {
        return count < kLeastForQuantile
                   ? fmt::format("{} {} are too few for a 99.99 % quantile: nobody is above it",
                         count, what)
                   : fmt::format("more than {}, of {} {}", border, count, what);
    };
    switch (aggression) {
    case Aggression::coverage:
        return fmt::format("at least {} targets", found.targetBorder);
    case Aggression::packets:
        return quantile(found.packetBorder, found.scans, "scans");
    case Aggression::ports:
        break;
    }
    return quantile(found.portBorder, found.sourceDays, "days of sources");
}

} // namespace sweepscope
