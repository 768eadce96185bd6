// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "reference/services.h"
#include "tables/source_cells.h"
#include "tables/statistics_tables.h"

#include <utility>

namespace sweepscope {

namespace {

/// The victim first, since that is what the table sorts as an address.
struct AttackRow {
    SourceId source;
    const Attack* attack = nullptr;
};

std::vector<ReadColumn<AttackRow>> attackColumns(const Snapshot& snapshot) {
    const Snapshot* const at = &snapshot;
    return {
        {{"victim", "Victim", Format::text,
             "Address that answered; of ICMP errors it may be a router before the victim"},
            [at](const AttackRow& row) { return toText(at->view().addressOf(row.source)); }},
        {{"kind", "Answers", Format::text, "What kind of answers most are"},
            [](const AttackRow& row) { return std::string(nameOf(row.attack->mainKind)); }},
        {{"port", "Port", Format::port, "Attacked port with most answers"},
            [](const AttackRow& row) { return std::uint64_t{row.attack->mainPort}; }},
        {{"service", "Service", Format::text, "Usual service on that port"},
            [](const AttackRow& row) {
                return textOrNothing(
                    serviceName(protocolOf(row.attack->mainKind), row.attack->mainPort));
            }},
        {{"services", "Services", Format::count, "Distinct pairs of kind and port"},
            [](const AttackRow& row) { return std::uint64_t{row.attack->services}; }},
        {{"packets", "Packets", Format::count, "Answers that reached the telescope"},
            [](const AttackRow& row) { return row.attack->packets; }},
        {{"targets", "Targets", Format::count, "Distinct addresses of the telescope answered to"},
            [](const AttackRow& row) { return std::uint64_t{row.attack->targets}; }},
        {{"duration_s", "Duration", Format::duration, "From the first answer to the last"},
            [](const AttackRow& row) { return row.attack->time.length().inSeconds(); }},
        {{"rsdos", "RSDoS rule", Format::text,
             "25 packets, 60 s, and 30 packets within 60 s: whether the attack fits; open where "
             "the index cannot tell"},
            [](const AttackRow& row) { return std::string(nameOf(row.attack->rule)); }},
        {{"minute_at_least", "Fullest minute, at least", Format::count,
             "Packets in the fullest 60 s, from below"},
            [](const AttackRow& row) { return row.attack->minuteAtLeast; }},
        {{"minute_at_most", "at most", Format::count, "The same from above"},
            [](const AttackRow& row) { return row.attack->minuteAtMost; }},
        {{"country", "Country", Format::text, "Country of the victim"},
            [at](const AttackRow& row) { return countryCode(*at, row.source); }},
        {{"network", "Network", Format::text, "Autonomous system of the victim"},
            [at](const AttackRow& row) { return networkText(networkOf(*at, row.source)); }},
        {{"first", "First", Format::time, "Time of the first answer"},
            [](const AttackRow& row) { return row.attack->time.first; }},
        {{"last", "Last", Format::time, "Time of the last one"},
            [](const AttackRow& row) { return row.attack->time.last; }},
    };
}

std::vector<ReadColumn<AttackedService>> serviceColumns() {
    return {
        {{"kind", "Answers", Format::text, "What kind of answers they are"},
            [](const AttackedService& row) { return std::string(nameOf(row.kind)); }},
        {{"protocol", "Protocol", Format::text, "TCP, UDP or ICMP"},
            [](const AttackedService& row) { return std::string(nameOf(protocolOf(row.kind))); }},
        {{"port", "Port", Format::port, "Attacked port; 0 for ICMP"},
            [](const AttackedService& row) { return std::uint64_t{row.port}; }},
        {{"service", "Service", Format::text, "Usual service on that port"},
            [](const AttackedService& row) {
                return textOrNothing(serviceName(protocolOf(row.kind), row.port));
            }},
        {{"victims", "Victims", Format::count, "Distinct addresses that answered"},
            [](const AttackedService& row) { return row.victims; }},
        {{"attacks", "Attacks", Format::count, "Attacks that have such answers"},
            [](const AttackedService& row) { return row.attacks; }},
        {{"packets", "Packets", Format::count, "Answers"},
            [](const AttackedService& row) { return row.packets; }},
    };
}

} // namespace

std::shared_ptr<const Table> attackTable(SnapshotPointer snapshot) {
    std::vector<AttackRow> rows;
    if (const IndexFacts* const facts = snapshot->material.facts.get()) {
        rows.reserve(facts->backscatter.attacks.size());
        for (const Attack& attack : facts->backscatter.attacks)
            rows.push_back({attack.victim, &attack});
    }
    auto columns = attackColumns(*snapshot);
    return std::make_shared<AddressedTable<AttackRow>>(
        "backscatter", std::move(snapshot), std::move(rows), std::move(columns));
}

std::shared_ptr<const Table> attackedServiceTable(SnapshotPointer snapshot) {
    const IndexFacts* const facts = snapshot->material.facts.get();
    const auto rows = facts == nullptr
                          ? std::span<const AttackedService>()
                          : std::span<const AttackedService>(facts->backscatter.services);
    return std::make_shared<RowTable<AttackedService>>(
        "backscatter-services", std::move(snapshot), rows, serviceColumns());
}

} // namespace sweepscope
