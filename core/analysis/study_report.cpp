// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/study_report.h"

#include "analysis/study_methods.h"
#include "base/count_text.h"
#include "reference/baselines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::size_t kPortRows = 10;    ///< of figures
constexpr std::size_t kCountries = 5;    ///< that figure 1 tells apart, and figure 3 names
constexpr std::size_t kServiceRows = 23; ///< of tables 1 and 2, as in the reproduction
constexpr std::size_t kTargetRows = 5;   ///< of table 3
constexpr auto kCurveCoverages = std::to_array<double>({0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05,
    0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9});

PortId idOf(const PortCount& count) {
    return {count.protocol, count.port};
}

/// Calls `use(scan, port)` for each scan under each of its ports.
template <typename Use>
void forEachScanPort(const Snapshot& snapshot, Use use) {
    const ScanView view = snapshot.view();
    const bool isOnePort = view.chains.by == Grouping::sourcePort;
    for (const std::vector<Scan>& segment : snapshot.scans) {
        for (const Scan& scan : segment) {
            const Protocol protocol = protocolOf(scan.kind);
            if (isOnePort) {
                use(scan, PortId{protocol, scan.port});
                continue;
            }
            for (const std::uint16_t port : portsOf(view.index, view.chains, scan))
                use(scan, PortId{protocol, port});
        }
    }
}

/// Places of the first ports by scans.
std::map<PortId, std::size_t> firstPorts(const Snapshot& snapshot, std::size_t most) {
    std::map<PortId, std::size_t> places;
    for (std::size_t i = 0; i < std::min(most, snapshot.ports.size()); ++i)
        places[idOf(snapshot.ports[i])] = i;
    return places;
}

PortsByCountry countPortsByCountry(const Snapshot& snapshot) {
    PortsByCountry figure;
    std::map<CountryId, std::size_t> columns;
    for (const CountryCount& each : snapshot.countries) {
        if (each.country.isKnown() && figure.countries.size() < kCountries) {
            columns[each.country] = figure.countries.size();
            figure.countries.push_back(each.country);
        }
    }
    const auto places = firstPorts(snapshot, kPortRows);
    for (std::size_t i = 0; i < places.size(); ++i)
        figure.rows.push_back(
            {idOf(snapshot.ports[i]), std::vector<std::uint64_t>(figure.countries.size()), 0});
    const ScanView view = snapshot.view();
    forEachScanPort(snapshot, [&](const Scan& scan, PortId port) {
        const auto row = places.find(port);
        if (row == places.end())
            return;
        const auto column = columns.find(view.countryOf(scan.source));
        PortsByCountry::Row& into = figure.rows[row->second];
        ++(column == columns.end() ? into.others : into.scans[column->second]);
    });
    return figure;
}

/// The classes of the 2014 paper that a scan can be in: a scan has at least the least number of
/// targets, so a class that ends below them is empty by definition and says nothing.
std::vector<CoverageClass> possibleClasses(const Snapshot& snapshot, StudyReport& report) {
    constexpr auto kBorders = std::to_array<double>({0, 0.001, 0.01, 0.1});
    const double addresses = snapshot.question.telescope.addresses;
    const auto least = static_cast<double>(snapshot.question.thresholds.minTargets.on(addresses));
    std::vector<CoverageClass> classes;
    for (std::size_t i = 0; i < kBorders.size(); ++i) {
        const bool isLast = i + 1 == kBorders.size();
        const CoverageClass each{kBorders[i], isLast ? 1.0 : kBorders[i + 1]};
        if (isLast || least < each.to * addresses)
            classes.push_back(each);
        else
            report.leftOut.push_back({fmt::format("scans of {:g} % to {:g} % of the telescope",
                                          each.from * 100, each.to * 100),
                fmt::format("a scan has at least {:.0f} targets here, which are {:.2g} % of {:.0f} "
                            "addresses",
                    least, 100 * least / addresses, addresses)});
    }
    return classes;
}

PortsBySize countPortsBySize(const Snapshot& snapshot, std::vector<CoverageClass> classes) {
    PortsBySize figure;
    figure.classes = std::move(classes);
    figure.totals.resize(figure.classes.size());
    const auto places = firstPorts(snapshot, kPortRows);
    for (std::size_t i = 0; i < places.size(); ++i)
        figure.rows.push_back(
            {idOf(snapshot.ports[i]), std::vector<std::uint64_t>(figure.classes.size())});
    const ScanView view = snapshot.view();
    forEachScanPort(snapshot, [&](const Scan& scan, PortId port) {
        const double coverage = view.scale.coverage(scan.targets);
        std::size_t place = figure.classes.size() - 1;
        while (place > 0 && coverage < figure.classes[place].from)
            --place;
        ++figure.totals[place];
        if (const auto row = places.find(port); row != places.end())
            ++figure.rows[row->second].scans[place];
    });
    return figure;
}

/// Of scans of a size, the ports with most of them.
TargetedServices targetedBy(const Snapshot& snapshot, std::uint64_t PortCount::*scansOfSize) {
    std::vector<const PortCount*> ports;
    for (const PortCount& port : snapshot.ports) {
        if (port.*scansOfSize != 0)
            ports.push_back(&port);
    }
    std::stable_sort(ports.begin(), ports.end(),
        [&](const PortCount* a, const PortCount* b) { return a->*scansOfSize > b->*scansOfSize; });
    TargetedServices table;
    for (const PortCount* port : ports) {
        const std::uint64_t scans = port->*scansOfSize;
        table.all += scans;
        if (table.rows.size() < kServiceRows)
            table.rows.push_back({idOf(*port), scans});
        else
            table.others += scans;
    }
    return table;
}

std::vector<TargetColumn> publishedTargets() {
    std::vector<TargetColumn> columns;
    for (const Baseline& each : Baselines::shipped().of(Metric::targetRank)) {
        const bool isNew = columns.empty() || columns.back().study != each.study.title;
        if (isNew)
            columns.push_back({each.study.year, each.study.title, each.study.contaminated, {}});
        if (const auto port = parsePortId(each.key))
            columns.back().ports.push_back(*port);
    }
    return columns;
}

std::optional<TargetColumn> ownTargets(const Snapshot& snapshot) {
    if (snapshot.ports.empty())
        return std::nullopt;
    constexpr std::size_t kYearDigits = 4;
    TargetColumn column;
    const TimeRange& range = snapshot.material.index->counts.range;
    column.year = std::stoi(toIso8601Seconds(range.first).substr(0, kYearDigits));
    column.study = "This capture";
    for (std::size_t i = 0; i < std::min(kTargetRows, snapshot.ports.size()); ++i)
        column.ports.push_back(idOf(snapshot.ports[i]));
    return column;
}

ToolsAbove toolsAbove(const Snapshot& snapshot, double coverage) {
    ToolsAbove tools;
    tools.coverage = coverage;
    const ScanView view = snapshot.view();
    for (const std::vector<Scan>& segment : snapshot.scans) {
        for (const Scan& scan : segment) {
            if (view.scale.coverage(scan.targets) <= coverage)
                continue;
            ++tools.scans;
            tools.zmap += scan.tool == Tool::zmap ? 1 : 0;
            tools.zmap41 += scan.tool == Tool::zmap41Like ? 1 : 0;
            tools.masscan += scan.tool == Tool::masscan ? 1 : 0;
        }
    }
    return tools;
}

std::optional<ToolsAbove> namedToolsAbove(
    const Snapshot& snapshot, double coverage, StudyReport& report) {
    const ToolsAbove tools = toolsAbove(snapshot, coverage);
    if (tools.scans >= kLeastScansForShares)
        return tools;
    report.leftOut.push_back(
        {fmt::format("share of ZMap and Masscan in scans of more than {:g} %", coverage * 100),
            fmt::format("{} {} that large, and shares of fewer than {} mean nothing",
                counted(tools.scans, "scan"), agreeing(tools.scans, "is", "are"),
                kLeastScansForShares)});
    return std::nullopt;
}

void addSizes(const Snapshot& snapshot, StudyReport& report) {
    const double addresses = snapshot.question.telescope.addresses;
    if (addresses < kLeastTelescope) {
        report.leftOut.push_back({"everything about scan size: figure 2, tables 1 and 2, and the "
                                  "shares of tools by coverage",
            fmt::format("a telescope of {:.0f} addresses cannot tell how much of the Internet a "
                        "scan covers; that takes {:.0f}",
                addresses, kLeastTelescope)});
        return;
    }
    report.portsBySize = countPortsBySize(snapshot, possibleClasses(snapshot, report));
    report.small = targetedBy(snapshot, &PortCount::small);
    report.large = targetedBy(snapshot, &PortCount::large);
    for (auto* table : {&report.small, &report.large}) {
        const bool isSmall = table == &report.small;
        if ((*table)->all >= kLeastScansForShares)
            continue;
        report.leftOut.push_back({isSmall ? "table 1" : "table 2",
            fmt::format("{} {} too few for shares",
                counted((*table)->all, isSmall ? "small scan" : "large scan"),
                agreeing((*table)->all, "is", "are"))});
        table->reset();
    }
    report.aboveTenth = namedToolsAbove(snapshot, 0.1, report);
    report.aboveHalf = namedToolsAbove(snapshot, 0.5, report);
    for (const double coverage : kCurveCoverages) {
        const ToolsAbove tools = toolsAbove(snapshot, coverage);
        const bool isCut =
            coverage * addresses <
            static_cast<double>(snapshot.question.thresholds.minTargets.on(addresses)) - 1;
        if (!isCut && tools.scans >= kLeastScansForShares)
            report.toolCurve.push_back(tools);
    }
}

void addCountries(const Snapshot& snapshot, StudyReport& report) {
    const auto ranked = rankCountries(snapshot.countries, Weight::scans);
    if (ranked.empty() || !ranked.front().count.country.isKnown()) {
        report.leftOut.push_back({"figures 1 and 3", "the countries of the sources are not known"});
        return;
    }
    report.portsByCountry = countPortsByCountry(snapshot);
    report.countries = ranked;
    ScanShare five{0, snapshot.totals.scans};
    for (std::size_t i = 0; i < std::min(kCountries, ranked.size()); ++i)
        five.part += ranked[i].count.country.isKnown() ? ranked[i].count.scans : 0;
    report.topFive = five;
}

} // namespace

StudyReport makeStudyReport(const Snapshot& snapshot) {
    StudyReport report;
    report.targets = publishedTargets();
    report.methods = studyMethods(snapshot);
    if (snapshot.totals.scans < kLeastScansForShares) {
        report.leftOut.push_back({"all figures and tables of this capture",
            fmt::format("it has {} under these thresholds, and shares of fewer than {} mean "
                        "nothing",
                counted(snapshot.totals.scans, "scan"), kLeastScansForShares)});
        return report;
    }
    if (auto own = ownTargets(snapshot))
        report.targets.push_back(std::move(*own));
    addCountries(snapshot, report);
    addSizes(snapshot, report);
    return report;
}

} // namespace sweepscope
