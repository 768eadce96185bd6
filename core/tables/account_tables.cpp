// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/services.h"
#include "tables/source_cells.h"
#include "tables/statistics_tables.h"

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

struct AccountRow {
    Account account;
    AccountCount count;
    double share;
};

std::vector<ReadColumn<AccountRow>> accountColumns() {
    return {
        {{"bin", "Where", Format::text, "Bin that the frames are in; each frame is in one"},
            [](const AccountRow& row) { return std::string(titleOf(row.account)); }},
        {{"frames", "Frames", Format::count, "Frames in this bin"},
            [](const AccountRow& row) { return row.count.frames; }},
        {{"share", "Share", Format::share, "Share of all frames"},
            [](const AccountRow& row) { return row.share; }},
        {{"groups", "Groups", Format::count,
             "Scans, or groups of probes that stay below the thresholds"},
            [](const AccountRow& row) {
                return row.account <= Account::fewTargetsAndSlow ? Cell(row.count.chains) : Cell();
            }},
        {{"what", "What", Format::text, "What the bin holds"},
            [](const AccountRow& row) { return std::string(explanationOf(row.account)); }},
    };
}

std::vector<ReadColumn<AccountSource>> sourceColumns(const Snapshot& snapshot) {
    const Snapshot* const at = &snapshot;
    return {
        {{"source", "Source", Format::text, "Address that the packets came from"},
            [at](const AccountSource& row) { return toText(at->view().addressOf(row.source)); }},
        {{"packets", "Packets", Format::count, "Its packets in this bin"},
            [](const AccountSource& row) { return row.packets; }},
        {{"groups", "Groups", Format::count, "Groups that they make without a longer silence"},
            [](const AccountSource& row) { return std::uint64_t{row.groups}; }},
        {{"most_targets", "Most targets", Format::count, "Distinct targets of the largest group"},
            [](const AccountSource& row) { return std::uint64_t{row.mostTargets}; }},
        {{"kind", "Kind", Format::text, "What kind of packets that group has"},
            [](const AccountSource& row) { return std::string(nameOf(row.mainKind)); }},
        {{"port", "Port", Format::port, "Port of that group"},
            [](const AccountSource& row) { return std::uint64_t{row.mainPort}; }},
        {{"service", "Service", Format::text, "Usual service on that port"},
            [](const AccountSource& row) {
                return textOrNothing(serviceName(protocolOf(row.mainKind), row.mainPort));
            }},
        {{"country", "Country", Format::text, "Country of the source"},
            [at](const AccountSource& row) { return countryCode(*at, row.source); }},
        {{"organisation", "Organisation", Format::text, "Known scanner that the address is of"},
            [at](const AccountSource& row) { return organisationCell(*at, row.source); }},
        {{"network", "Network", Format::text, "Autonomous system of the source"},
            [at](const AccountSource& row) { return networkText(networkOf(*at, row.source)); }},
        {{"first", "First", Format::time, "Time of its first packet in this bin"},
            [](const AccountSource& row) { return row.time.first; }},
        {{"last", "Last", Format::time, "Time of its last one"},
            [](const AccountSource& row) { return row.time.last; }},
    };
}

} // namespace

std::shared_ptr<const Table> accountTable(SnapshotPointer snapshot) {
    std::vector<AccountRow> rows;
    const std::uint64_t frames = snapshot->material.index->counts.frames;
    for (std::size_t i = 0; i < kAccountCount; ++i) {
        const AccountCount& count = snapshot->accounts[i];
        rows.push_back({static_cast<Account>(i), count, ratio(count.frames, frames)});
    }
    return std::make_shared<RowTable<AccountRow>>(
        "all-packets", std::move(snapshot), std::move(rows), accountColumns());
}

std::shared_ptr<const Table> accountSourceTable(SnapshotPointer snapshot, Account account) {
    std::vector<AccountSource> rows = sourcesIn(snapshot->view(), snapshot->gate(), account);
    std::stable_sort(rows.begin(), rows.end(),
        [](const AccountSource& a, const AccountSource& b) { return a.packets > b.packets; });
    auto columns = sourceColumns(*snapshot);
    return std::make_shared<AddressedTable<AccountSource>>(
        "all-packets-sources", std::move(snapshot), std::move(rows), std::move(columns));
}

} // namespace sweepscope
