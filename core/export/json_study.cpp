// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_study.h"

#include "analysis/beside_studies.h"
#include "reference/baselines.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

Json shareJson(const ScanShare& share) {
    const Interval95 interval = share.interval();
    return {{"scans", share.part}, {"of", share.whole}, {"share", share.value()},
        {"low", interval.low}, {"high", interval.high}};
}

Json figure1Json(const std::optional<PortsByCountry>& figure) {
    if (!figure)
        return nullptr;
    Json countries = Json::array();
    for (const CountryId country : figure->countries)
        countries.push_back(country.code());
    Json rows = Json::array();
    for (const PortsByCountry::Row& row : figure->rows)
        rows.push_back({{"port", toText(row.port)}, {"scans", row.scans}, {"others", row.others}});
    return {{"countries", countries}, {"ports", rows}};
}

Json figure2Json(const std::optional<PortsBySize>& figure) {
    if (!figure)
        return nullptr;
    Json classes = Json::array();
    for (std::size_t i = 0; i < figure->classes.size(); ++i)
        classes.push_back({{"from", figure->classes[i].from}, {"to", figure->classes[i].to},
            {"scans", figure->totals[i]}});
    Json rows = Json::array();
    for (const PortsBySize::Row& row : figure->rows)
        rows.push_back({{"port", toText(row.port)}, {"scans", row.scans}});
    return {{"classes", classes}, {"ports", rows}};
}

Json figure3Json(const StudyReport& report) {
    if (!report.topFive)
        return nullptr;
    Json rows = Json::array();
    for (const CountryShare& each : report.countries)
        rows.push_back({{"code", each.count.country.code()}, {"scans", each.count.scans},
            {"share", each.share}, {"cumulative", each.cumulative}});
    return {{"top_five", shareJson(*report.topFive)}, {"countries", rows}};
}

Json servicesJson(const std::optional<TargetedServices>& table) {
    if (!table)
        return nullptr;
    Json rows = Json::array();
    for (const TargetedServices::Row& row : table->rows) {
        Json json = {{"port", toText(row.port)}};
        json.update(shareJson(table->share(row.scans)));
        rows.push_back(std::move(json));
    }
    return {{"services", rows}, {"others", shareJson(table->share(table->others))},
        {"scans", table->all}};
}

Json targetsJson(const std::vector<TargetColumn>& columns) {
    Json json = Json::array();
    for (const TargetColumn& column : columns) {
        Json ports = Json::array();
        for (const PortId port : column.ports)
            ports.push_back(toText(port));
        json.push_back({{"year", column.year}, {"study", column.study}, {"ports", ports},
            {"contaminated", column.contaminated}});
    }
    return json;
}

Json toolsJson(const ToolsAbove& tools) {
    return {{"above", tools.coverage}, {"scans", tools.scans}, {"zmap", tools.zmap},
        {"zmap-4.1-like", tools.zmap41}, {"masscan", tools.masscan}};
}

Json toolsJson(const std::optional<ToolsAbove>& tools) {
    return tools ? toolsJson(*tools) : Json(nullptr);
}

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json baselinesJson(const Snapshot& snapshot) {
    Json json = Json::array();
    for (const BesideStudy& each : besideStudies(snapshot)) {
        const Baseline& there = each.baseline;
        json.push_back({{"study", there.study.title}, {"year", there.study.year},
            {"telescope", there.study.telescope}, {"metric", nameOf(there.metric)},
            {"unit", nameOf(unitOf(there.metric))}, {"key", there.key}, {"value", there.value},
            {"confidence", there.confidence == Confidence::high ? "H" : "M"}, {"note", there.note},
            {"contaminated", there.study.contaminated}, {"here", orNull(each.here)},
            {"why_not", each.whyNot ? each.whyNot->text() : std::string()}});
        if (each.interval)
            json.back()["here_interval"] = {each.interval->low, each.interval->high};
    }
    return json;
}

} // namespace

void writeJsonStudy(const StudyReport& report, const Snapshot& snapshot,
    const Provenance& provenance, const TextSink& sink) {
    Json leftOut = Json::array();
    for (const LeftOut& each : report.leftOut)
        leftOut.push_back({{"what", each.what}, {"reason", each.reason}});
    Json curve = Json::array();
    for (const ToolsAbove& each : report.toolCurve)
        curve.push_back(toolsJson(each));
    const Json json = {{"format", "sweepscope-study/1"}, {"scans", snapshot.totals.scans},
        {"ports_by_country", figure1Json(report.portsByCountry)},
        {"ports_by_size", figure2Json(report.portsBySize)}, {"countries", figure3Json(report)},
        {"small", servicesJson(report.small)}, {"large", servicesJson(report.large)},
        {"targets", targetsJson(report.targets)},
        {"tools_above_tenth", toolsJson(report.aboveTenth)},
        {"tools_above_half", toolsJson(report.aboveHalf)}, {"tools_by_coverage", curve},
        {"left_out", leftOut}, {"methods", report.methods}, {"baselines", baselinesJson(snapshot)},
        {"provenance", {{"program", provenance.program}, {"command", provenance.command}}}};
    sink(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace sweepscope
