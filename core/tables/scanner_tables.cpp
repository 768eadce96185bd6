// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "reference/services.h"
#include "statistics/inference.h"
#include "statistics/ongoing.h"
#include "tables/detail_lines.h"
#include "tables/source_cells.h"

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

/// Which ends of the capture may have cut the scan.
Cell cutText(const Snapshot& snapshot, const Scan& scan) {
    const TimeRange& capture = snapshot.material.index->counts.range;
    const bool byBegin = isCutByBegin(scan.time, capture, snapshot.chains->expiry);
    const bool byEnd = isCutByEnd(scan.time, capture, snapshot.chains->expiry);
    if (byBegin && byEnd)
        return "begin and end";
    return byBegin ? Cell("begin") : (byEnd ? Cell("end") : Cell());
}

Cell localizedCell(const Snapshot& snapshot, const Scan& scan) {
    const IndexFacts* const facts = snapshot.material.facts.get();
    if (facts == nullptr)
        return {};
    const auto p = localizedPValue(facts->blocks, snapshot.view(), scan);
    return p ? Cell(*p) : Cell();
}

Interval95 intervalOf(const Snapshot& snapshot, const Scan& scan) {
    return wilsonInterval(scan.targets, snapshot.question.telescope.addresses);
}

/// What is uncertain about a scan, and who sent it.
std::vector<ReadColumn<Scan>> scanStatisticsColumns(const Snapshot& snapshot) {
    const Snapshot* const at = &snapshot;
    return {
        {{"coverage_low", "Coverage, low", Format::share,
             "95 % interval of the share of the Internet that it covers, were targets uniform"},
            [at](const Scan& scan) { return intervalOf(*at, scan).low; }},
        {{"coverage_high", "high", Format::share, "Upper end of that interval"},
            [at](const Scan& scan) { return intervalOf(*at, scan).high; }},
        {{"cut_by", "Cut by", Format::text,
             "End of the capture within the expiry: the scan may be longer than was seen"},
            [at](const Scan& scan) { return cutText(*at, scan); }},
        {{"localized_p", "Localized, p", Format::number,
             "Chance that a uniform scan spreads as unevenly over the telescope; below 1e-6 it "
             "counts as localized"},
            [at](const Scan& scan) { return localizedCell(*at, scan); }},
        {{"organisation", "Organisation", Format::text, "Known scanner that the address is of"},
            [at](const Scan& scan) { return organisationCell(*at, scan.source); }},
        {{"organisation_list", "List", Format::text, "List that says so, and its day"},
            [at](const Scan& scan) { return listCell(*at, scan.source); }},
    };
}

std::optional<Term> sourceTerm(const Snapshot& snapshot, SourceId source) {
    const Address& address = snapshot.view().addressOf(source);
    return Prefix::around(address, address.isV4() ? 32 : 128);
}

std::optional<Term> scanPort(const Scan& scan) {
    return PortTerm{protocolOf(scan.kind), scan.port};
}

std::optional<Term> mainPort(const SourceCount& row) {
    return PortTerm{row.mainProtocol, row.mainPort};
}

Verdict verdictOf(const Snapshot& snapshot, const Scan& scan) {
    return decide(evidenceOf(*snapshot.material.index, *snapshot.chains, scan));
}

std::string detailText(const Snapshot& snapshot, const Scan& scan) {
    return detailSummary(
        detailOf(evidenceOf(*snapshot.material.index, *snapshot.chains, scan), scan.tool));
}

using ScanColumns = std::vector<ReadColumn<Scan>>;

/// Who asked for what, and when.
ScanColumns probeColumns(const Snapshot* at) {
    return {
        {{"source", "Source", Format::text, "Address that the packets came from"},
            [at](const Scan& scan) { return toText(at->view().addressOf(scan.source)); },
            [at](const Scan& scan) { return sourceTerm(*at, scan.source); }},
        {{"kind", "Kind", Format::text, "What kind of packets it sent"},
            [](const Scan& scan) { return std::string(nameOf(scan.kind)); }},
        {{"port", "Port", Format::port, "Port that it asked for; the first of several"},
            [](const Scan& scan) { return std::uint64_t{scan.port}; }, scanPort},
        {{"service", "Service", Format::text, "Usual service on that port"},
            [](const Scan& scan) {
                return textOrNothing(serviceName(protocolOf(scan.kind), scan.port));
            },
            scanPort},
        {{"first", "First", Format::time, "Time of its first packet"},
            [](const Scan& scan) { return scan.time.first; }},
        {{"last", "Last", Format::time, "Time of its last packet"},
            [](const Scan& scan) { return scan.time.last; }},
    };
}

/// How much of it reached the telescope, and what that means for the Internet.
ScanColumns extentColumns(const Snapshot* at) {
    return {
        {{"packets", "Packets", Format::count, "Packets that reached the telescope"},
            [](const Scan& scan) { return scan.packets; }},
        {{"targets", "Targets", Format::count, "Distinct addresses of the telescope that it hit"},
            [](const Scan& scan) { return std::uint64_t{scan.targets}; }},
        {{"coverage", "Coverage", Format::share, "Share of the telescope that it hit"},
            [at](const Scan& scan) { return at->view().scale.coverage(scan.targets); }},
        {{"rate_pps", "Rate", Format::number, "Packets a second at the telescope"},
            [](const Scan& scan) { return ScanScale::rate(scan.packets, scan.time); }},
        {{"internet_rate_pps", "Internet-wide rate", Format::number,
             "Packets a second over the whole Internet, were targets drawn at random"},
            [at](const Scan& scan) {
                return at->view().scale.internetRate(scan.packets, scan.time);
            }},
        {{"size", "Size", Format::text, "Small or large, by coverage"},
            [](const Scan& scan) {
                return std::string(scan.size == ScanSize::large ? "large" : "small");
            },
            [](const Scan& scan) { return std::optional<Term>(scan.size); }},
    };
}

/// What sent it, and the evidence for that.
ScanColumns toolColumns(const Snapshot* at) {
    return {
        {{"tool", "Tool", Format::text, "Tool that the evidence names"},
            [](const Scan& scan) { return std::string(nameOf(scan.tool)); },
            [](const Scan& scan) { return std::optional<Term>(scan.tool); }},
        {{"matched", "Fits", Format::count, "Packets that fit the nearest tool's rule"},
            [at](const Scan& scan) { return verdictOf(*at, scan).matched; }},
        {{"tested", "Tested", Format::count, "Packets that could be tested on it"},
            [at](const Scan& scan) { return verdictOf(*at, scan).tested; }},
        {{"expected_by_chance", "By chance", Format::number,
             "How many would fit if fields were random; empty for a pattern of fields"},
            [at](const Scan& scan) {
                const auto expected = verdictOf(*at, scan).expectedByChance;
                return expected ? Cell(*expected) : Cell();
            }},
        {{"tool_detail", "Known besides", Format::text,
             "Version or family, the system whose stack it is, and what its packets carry"},
            [at](const Scan& scan) { return textOrNothing(detailText(*at, scan)); }},
    };
}

/// Where its source is.
ScanColumns originColumns(const Snapshot* at) {
    return {
        {{"country", "Country", Format::text, "Country of the source"},
            [at](const Scan& scan) { return countryCode(*at, scan.source); },
            [at](const Scan& scan) {
                return std::optional<Term>(at->view().countryOf(scan.source));
            }},
        {{"network", "Network", Format::text, "Autonomous system of the source"},
            [at](const Scan& scan) { return networkText(networkOf(*at, scan.source)); },
            [at](const Scan& scan) {
                return std::optional<Term>(NetworkTerm{networkOf(*at, scan.source).asNumber});
            }},
    };
}

ScanColumns scanColumns(const Snapshot& snapshot) {
    ScanColumns columns = probeColumns(&snapshot);
    for (const ScanColumns& group : {extentColumns(&snapshot), toolColumns(&snapshot),
             originColumns(&snapshot), scanStatisticsColumns(snapshot)})
        columns.insert(columns.end(), group.begin(), group.end());
    return columns;
}

std::vector<ReadColumn<SourceCount>> sourceColumns(const Snapshot& snapshot) {
    const Snapshot* const at = &snapshot;
    return {
        {{"source", "Source", Format::text, "Address that the packets came from"},
            [at](const SourceCount& row) { return toText(at->view().addressOf(row.source)); },
            [at](const SourceCount& row) { return sourceTerm(*at, row.source); }},
        {{"country", "Country", Format::text, "Country of the source"},
            [at](const SourceCount& row) { return countryCode(*at, row.source); },
            [at](const SourceCount& row) {
                return std::optional<Term>(at->view().countryOf(row.source));
            }},
        {{"tool", "Tool", Format::text, "Tool that sent most of its packets"},
            [](const SourceCount& row) { return std::string(nameOf(row.tool)); },
            [](const SourceCount& row) { return std::optional<Term>(row.tool); }},
        {{"organisation", "Organisation", Format::text, "Known scanner that the address is of"},
            [at](const SourceCount& row) { return organisationCell(*at, row.source); }},
        {{"packets", "Packets", Format::count, "Packets of its scans"},
            [](const SourceCount& row) { return row.packets; }},
        {{"scans", "Scans", Format::count, "Scans that it made"},
            [](const SourceCount& row) { return std::uint64_t{row.scans}; }},
        {{"large", "Large", Format::count, "Large ones among them"},
            [](const SourceCount& row) { return std::uint64_t{row.large}; }},
        {{"most_targets", "Most targets", Format::count, "Distinct targets of its largest scan"},
            [](const SourceCount& row) { return std::uint64_t{row.mostTargets}; }},
        {{"coverage", "Coverage", Format::share, "Share of the telescope that this one hit"},
            [at](const SourceCount& row) { return at->view().scale.coverage(row.mostTargets); }},
        {{"port", "Main port", Format::port, "Port of its largest scan"},
            [](const SourceCount& row) { return std::uint64_t{row.mainPort}; }, mainPort},
        {{"service", "Service", Format::text, "Usual service on that port"},
            [](const SourceCount& row) {
                return textOrNothing(serviceName(row.mainProtocol, row.mainPort));
            },
            mainPort},
        {{"ports", "Ports", Format::count, "Distinct ports of its scans"},
            [](const SourceCount& row) { return std::uint64_t{row.ports}; }},
        {{"network", "Network", Format::text, "Autonomous system of the source"},
            [at](const SourceCount& row) { return networkText(networkOf(*at, row.source)); },
            [at](const SourceCount& row) {
                return std::optional<Term>(NetworkTerm{networkOf(*at, row.source).asNumber});
            }},
        {{"first", "First", Format::time, "Time of the first packet of its scans"},
            [](const SourceCount& row) { return row.time.first; }},
        {{"last", "Last", Format::time, "Time of the last one"},
            [](const SourceCount& row) { return row.time.last; }},
        {{"organisation_list", "List", Format::text, "List that names the organisation, its day"},
            [at](const SourceCount& row) { return listCell(*at, row.source); }},
    };
}

} // namespace

std::vector<Scan> scansOf(const Snapshot& snapshot, SourceId source) {
    const std::vector<Scan>& segment = snapshot.scans[source.segment];
    const auto isBefore = [](const Scan& scan, const SourceId& wanted) {
        return scan.source < wanted;
    };
    auto at = std::lower_bound(segment.begin(), segment.end(), source, isBefore);
    std::vector<Scan> scans;
    for (; at != segment.end() && at->source == source; ++at)
        scans.push_back(*at);
    return scans;
}

std::shared_ptr<const Table> sourceTable(SnapshotPointer snapshot) {
    auto columns = sourceColumns(*snapshot);
    const std::span<const SourceCount> rows(snapshot->sources);
    return std::make_shared<AddressedTable<SourceCount>>(
        "scanners", std::move(snapshot), rows, std::move(columns));
}

std::shared_ptr<const Table> sourceTable(
    SnapshotPointer snapshot, const std::vector<SourceId>& sources) {
    std::vector<SourceCount> rows;
    for (const SourceCount& each : snapshot->sources) {
        if (std::find(sources.begin(), sources.end(), each.source) != sources.end())
            rows.push_back(each);
    }
    auto columns = sourceColumns(*snapshot);
    return std::make_shared<AddressedTable<SourceCount>>(
        "scanners", std::move(snapshot), std::move(rows), std::move(columns));
}

std::shared_ptr<const Table> scanTable(SnapshotPointer snapshot) {
    std::vector<Scan> rows;
    rows.reserve(snapshot->totals.scans);
    for (const std::vector<Scan>& segment : snapshot->scans)
        rows.insert(rows.end(), segment.begin(), segment.end());
    auto columns = scanColumns(*snapshot);
    return std::make_shared<AddressedTable<Scan>>(
        "scans", std::move(snapshot), std::move(rows), std::move(columns));
}

std::shared_ptr<const Table> scanTable(SnapshotPointer snapshot, SourceId source) {
    auto rows = scansOf(*snapshot, source);
    auto columns = scanColumns(*snapshot);
    return std::make_shared<AddressedTable<Scan>>(
        "scans", std::move(snapshot), std::move(rows), std::move(columns));
}

} // namespace sweepscope
