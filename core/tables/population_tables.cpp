// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "analysis/organisation_counts.h"
#include "tables/row_table.h"
#include "tables/statistics_tables.h"

#include <utility>

namespace sweepscope {

namespace {

/// A port with the population that it is of.
struct DependentRow {
    std::size_t number = 0;
    const PortPopulation* population = nullptr;
    DependentPort port;
};

std::vector<ReadColumn<DependentRow>> dependentColumns() {
    return {
        {{"population", "Population", Format::count, "Number of the population"},
            [](const DependentRow& row) { return std::uint64_t{row.number}; }},
        {{"protocol", "Protocol", Format::text, "TCP or UDP"},
            [](const DependentRow& row) {
                return std::string(nameOf(protocolOf(row.population->kind)));
            }},
        {{"port", "Port", Format::port, "Port that is asked for"},
            [](const DependentRow& row) { return std::uint64_t{row.port.port}; }},
        {{"targets", "Where target & mask is", Format::text,
             "The targets that this port is asked for at"},
            [](const DependentRow& row) { return toText(Ipv4{row.port.value}); }},
        {{"mask", "Mask", Format::text, "Bits of the target that the port depends on"},
            [](const DependentRow& row) { return toText(Ipv4{row.population->mask}); }},
        {{"sources", "Sources", Format::count, "Distinct sources of the population"},
            [](const DependentRow& row) { return row.population->sources; }},
        {{"packets", "Packets", Format::count, "Packets of the population"},
            [](const DependentRow& row) { return row.population->packets; }},
        {{"mutual_information_bits", "Mutual information", Format::number,
             "Of masked bits and port, in bits"},
            [](const DependentRow& row) { return row.population->dependence; }},
        {{"entropy_bits", "of at most", Format::number, "Entropy of the masked bits, in bits"},
            [](const DependentRow& row) { return row.population->entropy; }},
        {{"chance_below", "Chance below", Format::number,
             "That ports independent of the target look so, at most"},
            [](const DependentRow& row) { return row.population->chance; }},
    };
}

std::vector<ReadColumn<OrganisationCount>> organisationColumns() {
    return {
        {{"organisation", "Organisation", Format::text, "Known scanner"},
            [](const OrganisationCount& row) { return row.label.organisation; }},
        {{"sources", "Sources", Format::count, "Its sources of any packets"},
            [](const OrganisationCount& row) { return row.sources; }},
        {{"scan_sources", "Scanning", Format::count, "Those of them that scan"},
            [](const OrganisationCount& row) { return row.scanSources; }},
        {{"scans", "Scans", Format::count, "Their scans"},
            [](const OrganisationCount& row) { return row.scans; }},
        {{"packets", "Packets", Format::count, "Packets of these scans"},
            [](const OrganisationCount& row) { return row.packets; }},
        {{"list", "List", Format::text, "List that has the label"},
            [](const OrganisationCount& row) { return row.label.list; }},
        {{"as_of", "As of", Format::text, "Day on which the list knew it last"},
            [](const OrganisationCount& row) { return textOrNothing(row.label.asOf); }},
    };
}

} // namespace

std::shared_ptr<const Table> dependentPortTable(SnapshotPointer snapshot) {
    std::vector<DependentRow> rows;
    if (const IndexFacts* const facts = snapshot->material.facts.get()) {
        const auto& populations = facts->dependentPorts.populations;
        for (std::size_t i = 0; i < populations.size(); ++i) {
            for (const DependentPort& port : populations[i].ports)
                rows.push_back({i + 1, &populations[i], port});
        }
    }
    return std::make_shared<RowTable<DependentRow>>(
        "dependent-ports", std::move(snapshot), std::move(rows), dependentColumns());
}

std::shared_ptr<const Table> organisationTable(SnapshotPointer snapshot) {
    std::vector<OrganisationCount> rows;
    if (snapshot->material.labels != nullptr)
        rows = countOrganisations(*snapshot->material.labels, snapshot->sources);
    return std::make_shared<RowTable<OrganisationCount>>(
        "known-scanners", std::move(snapshot), std::move(rows), organisationColumns());
}

} // namespace sweepscope
