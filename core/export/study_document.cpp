// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/study_document.h"

#include "analysis/beside_studies.h"
#include "base/count_text.h"
#include "export/svg_figures.h"
#include "reference/baselines.h"
#include "reference/services.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

std::string portName(PortId port) {
    const std::string_view service = serviceName(port.protocol, port.port);
    if (port.protocol == Protocol::icmp)
        return service.empty() ? "ICMP" : "ICMP ping";
    const std::string number = port.protocol == Protocol::tcp
                                   ? fmt::format("{}", port.port)
                                   : fmt::format("{}/{}", port.port, nameOf(port.protocol));
    return service.empty() ? number : fmt::format("{} ({})", service, number);
}

std::string percent(double share) {
    return fmt::format("{:.1f} %", 100 * share);
}

std::string withInterval(const ScanShare& share) {
    const Interval95 interval = share.interval();
    return fmt::format(
        "{} ({:.1f} to {:.1f})", percent(share.value()), 100 * interval.low, 100 * interval.high);
}

std::string classText(const CoverageClass& each) {
    if (each.from == 0)
        return fmt::format("below {:g} %", each.to * 100);
    return fmt::format("{:g} to {:g} %", each.from * 100, each.to * 100);
}

void addFigure1(const StudyReport& report, Document& document) {
    if (!report.portsByCountry)
        return;
    const PortsByCountry& data = *report.portsByCountry;
    StackedBars figure;
    figure.title = "Most scanned ports by country";
    figure.unit = "scans";
    for (const CountryId country : data.countries)
        figure.parts.push_back(nameOf(country));
    figure.parts.emplace_back("others");
    figure.hasRest = true;
    for (const PortsByCountry::Row& row : data.rows) {
        StackedBars::Row bar{portName(row.port), {row.scans.begin(), row.scans.end()}};
        bar.values.push_back(static_cast<double>(row.others));
        figure.rows.push_back(std::move(bar));
    }
    document.heading("Ports and countries");
    document.figure(drawFigure(figure),
        "Figure 1. Scans of the most scanned ports, split by the countries of their sources.");
}

void addFigure2(const StudyReport& report, Document& document) {
    if (!report.portsBySize)
        return;
    const PortsBySize& data = *report.portsBySize;
    StackedBars figure;
    figure.title = "Most scanned ports by scan size";
    figure.unit = "scans";
    std::string totals;
    for (std::size_t i = 0; i < data.classes.size(); ++i) {
        figure.parts.push_back(classText(data.classes[i]));
        totals += fmt::format(
            "{}{} of {}", i == 0 ? "" : ", ", data.totals[i], classText(data.classes[i]));
    }
    for (const PortsBySize::Row& row : data.rows)
        figure.rows.push_back({portName(row.port), {row.scans.begin(), row.scans.end()}});
    document.heading("Ports and scan size");
    document.figure(drawFigure(figure),
        "Figure 2. Scans of the most scanned ports, by share of the telescope that they cover. "
        "Scans in all: " +
            totals + ".");
}

void addFigure3(const StudyReport& report, Document& document) {
    if (report.countries.empty() || !report.topFive)
        return;
    Curves figure;
    figure.title = "Cumulative share of scans by country";
    figure.xTitle = "countries, those with most scans first";
    figure.yTitle = "share of scans";
    figure.isShare = true;
    Curves::Curve curve{"this capture", {{0, 0}}, false};
    std::string first;
    for (std::size_t i = 0; i < report.countries.size(); ++i) {
        const CountryShare& each = report.countries[i];
        if (!each.count.country.isKnown())
            continue;
        curve.points.emplace_back(static_cast<double>(i + 1), each.cumulative);
        if (i < 5)
            first += (first.empty() ? "" : ", ") +
                     fmt::format("{} {}", nameOf(each.count.country), percent(each.share));
    }
    for (std::size_t i = 5; i <= curve.points.size(); i += i < 20 ? 5 : 10)
        figure.xTicks.emplace_back(static_cast<double>(i), fmt::format("{}", i));
    figure.curves.push_back(std::move(curve));
    std::string others;
    for (const Baseline& each : Baselines::shipped().of(Metric::topFiveCountryShare)) {
        figure.curves.push_back({each.study.title + (each.study.contaminated.empty() ? "" : " *"),
            {{5, each.value}}, true});
        others += fmt::format(" {}: {:.0f} %{}.", each.study.title, 100 * each.value,
            each.study.contaminated.empty() ? "" : " (contaminated, see below *)");
    }
    figure.marks.push_back({5, "five countries: " + percent(report.topFive->value())});
    document.heading("Countries");
    document.figure(drawFigure(figure),
        fmt::format("Figure 3. Cumulative share of scans by country. The first five make {}: {}.{}",
            withInterval(*report.topFive), first, others));
}

/// What earlier studies say of small scans of a port. Of large ones the reproduction gives shares
/// of its first 23 ports alone, which is another metric and so stands beside nothing here.
std::string publishedSmallShare(PortId port) {
    std::string text;
    for (const Baseline& each : Baselines::shipped().of(Metric::smallScanPortShare)) {
        if (each.key == toText(port))
            text += (text.empty() ? "" : ", ") + fmt::format("{:.2g} %", 100 * each.value);
    }
    return text;
}

void addServices(const std::optional<TargetedServices>& services, int number, const char* size,
    Document& document) {
    if (!services)
        return;
    const bool isCompared = number == 1;
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](std::string name, std::uint64_t scans, std::string published) {
        rows.push_back(
            {std::move(name), fmt::format("{}", scans), withInterval(services->share(scans))});
        if (isCompared)
            rows.back().push_back(std::move(published));
    };
    for (const TargetedServices::Row& row : services->rows)
        add(portName(row.port), row.scans, publishedSmallShare(row.port));
    if (services->others > 0)
        add("others", services->others, "");
    std::vector<std::string> header = {"service", "scans", "share, 95 % interval"};
    if (isCompared)
        header.emplace_back("2018 *");
    document.table(fmt::format("Table {}. Most targeted services of {}; others over all of them.",
                       number, counted(services->all, fmt::format("{} scan", size))),
        std::move(header), std::move(rows));
}

void addTargets(const StudyReport& report, Document& document) {
    if (report.targets.empty())
        return;
    std::size_t most = 0;
    std::vector<std::string> header = {"rank"};
    for (const TargetColumn& column : report.targets) {
        header.push_back(
            fmt::format("{}{}{}", column.year, column.study == "This capture" ? ", here" : "",
                column.contaminated.empty() ? "" : " *"));
        most = std::max(most, column.ports.size());
    }
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < most; ++i) {
        std::vector<std::string> row = {fmt::format("{}", i + 1)};
        for (const TargetColumn& column : report.targets)
            row.push_back(i < column.ports.size() ? portName(column.ports[i]) : "");
        rows.push_back(std::move(row));
    }
    document.heading("Targets over the years");
    document.table("Table 3. The five most targeted services, beside those of earlier studies. "
                   "Ranks only: the studies did not all count the same.",
        std::move(header), std::move(rows));
    for (const TargetColumn& column : report.targets) {
        if (!column.contaminated.empty())
            document.note(
                fmt::format("* {}: contaminated. {}.", column.study, column.contaminated));
    }
}

std::string toolsText(const ToolsAbove& tools) {
    const auto share = [&](std::uint64_t part) { return withInterval({part, tools.scans}); };
    return fmt::format("Of {} of more than {:g} % of the telescope, {} were made with ZMap "
                       "before 4.1, {} look like ZMap since 4.1, and {} were made with Masscan.",
        counted(tools.scans, "scan"), tools.coverage * 100, share(tools.zmap), share(tools.zmap41),
        share(tools.masscan));
}

void addTools(const StudyReport& report, Document& document) {
    if (!report.aboveTenth && !report.aboveHalf && report.toolCurve.size() < 2)
        return;
    document.heading("ZMap and Masscan");
    for (const auto& tools : {report.aboveTenth, report.aboveHalf}) {
        if (tools)
            document.paragraph(toolsText(*tools));
    }
    for (const Baseline& each : Baselines::shipped().of(Metric::toolShareAboveHalf))
        document.note(fmt::format("{}: {} of scans of more than 50 % by {} ({}).", each.study.title,
            percent(each.value), each.key, each.note));
    if (report.toolCurve.size() < 2)
        return;
    Curves figure;
    figure.title = "Share of ZMap and Masscan by coverage";
    figure.xTitle = "scans of more than this share of the telescope";
    figure.yTitle = "share of these scans";
    figure.isShare = true;
    figure.isLogarithmic = true;
    figure.curves = {
        {"ZMap before 4.1", {}, false}, {"like ZMap since 4.1", {}, false}, {"Masscan", {}, false}};
    for (const ToolsAbove& each : report.toolCurve) {
        const auto add = [&](std::size_t curve, std::uint64_t part) {
            figure.curves[curve].points.emplace_back(
                each.coverage, ScanShare{part, each.scans}.value());
        };
        add(0, each.zmap);
        add(1, each.zmap41);
        add(2, each.masscan);
    }
    for (const double tick :
        {0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.9})
        figure.xTicks.emplace_back(tick, fmt::format("{:g} %", tick * 100));
    document.figure(drawFigure(figure),
        fmt::format("Figure 4. Tools of scans of more than a given coverage; points with fewer "
                    "than {} scans are not drawn.",
            kLeastScansForShares));
}

/// Figures that no table above has: shares that the studies give of all scans, packets or sources.
void addBaselines(const Snapshot& snapshot, Document& document) {
    std::vector<std::vector<std::string>> rows;
    const auto text = [](const Baseline& of, double value) {
        return of.metric == Metric::packetsPerAddressDay ? fmt::format("{:.0f}", value)
                                                         : fmt::format("{:.2f} %", 100 * value);
    };
    for (const BesideStudy& each : besideStudies(snapshot)) {
        const Baseline& there = each.baseline;
        const bool isAbove = unitOf(there.metric) == Unit::rank ||
                             there.metric == Metric::smallScanPortShare ||
                             there.metric == Metric::largeScanTopPortShare;
        if (isAbove || !each.here)
            continue;
        std::string here = text(there, *each.here);
        if (each.interval)
            here += fmt::format(
                " ({:.1f} to {:.1f})", 100 * each.interval->low, 100 * each.interval->high);
        rows.push_back({fmt::format("{}{}{}", nameOf(there.metric), there.key.empty() ? "" : ", ",
                            there.key),
            std::string(nameOf(unitOf(there.metric))), std::move(here), text(there, there.value),
            there.study.title + (there.study.contaminated.empty() ? "" : " *")});
    }
    if (rows.empty())
        return;
    document.heading("Further figures of studies");
    document.table("Equal metrics only: what is counted in scans, packets or sources there is "
                   "counted so here.",
        {"metric", "counted", "here", "there", "study"}, std::move(rows));
}

} // namespace

Document studyDocument(
    const StudyReport& report, const Snapshot& snapshot, const Provenance& provenance) {
    Document document;
    document.title = "An Internet-wide view of Internet-wide scanning, made again";
    const TimeRange& range = snapshot.material.index->counts.range;
    document.subtitle = fmt::format("{} from {}{}", counted(snapshot.totals.scans, "scan"),
        counted(snapshot.totals.scanSources, "source"),
        range.isEmpty() ? ""
                        : fmt::format(", {} to {}", toIso8601Seconds(range.first),
                              toIso8601Seconds(range.last)));
    document.paragraph("The tables and figures of Durumeric, Bailey and Halderman (2014) and of "
                       "the reproduction with data of 2018, made of this capture.");
    addFigure1(report, document);
    addFigure2(report, document);
    addFigure3(report, document);
    if (report.small || report.large)
        document.heading("Targeted services");
    addServices(report.small, 1, "small", document);
    addServices(report.large, 2, "large", document);
    addTargets(report, document);
    addTools(report, document);
    addBaselines(snapshot, document);
    if (!report.leftOut.empty())
        document.heading("Left out");
    for (const LeftOut& each : report.leftOut)
        document.paragraph(fmt::format("{}: {}.", each.what, each.reason));
    document.heading("Methods");
    std::string methods;
    for (const std::string& sentence : report.methods)
        methods += (methods.empty() ? "" : " ") + sentence;
    document.paragraph(std::move(methods));
    for (const Sentence& warning : snapshot.warnings)
        document.note("Warning: " + warning.text() + ".");
    document.heading("Provenance");
    for (const std::string& line : provenanceLines(snapshot, provenance, "study report"))
        document.note(line);
    return document;
}

} // namespace sweepscope
