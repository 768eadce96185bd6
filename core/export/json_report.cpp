// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_report.h"

#include "base/count_text.h"
#include "export/json_aggressive.h"
#include "export/json_narrowing.h"
#include "export/json_notes.h"
#include "export/json_sections.h"
#include "export/json_tools.h"
#include "reference/services.h"

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

Json timeOrNull(const TimeRange& range, Timestamp time) {
    return range.isEmpty() ? Json(nullptr) : Json(toIso8601(time));
}

/// Network names and paths may hold any bytes; what is no UTF-8 is replaced, never refused.
std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json fileJson(const FileReport& file) {
    return {{"path", file.path}, {"format", file.format}, {"link", file.link},
        {"snap_length", file.snapLength == 0 ? Json(nullptr) : Json(file.snapLength)},
        {"frames", file.frames}, {"bytes", file.bytes}, {"truncated", file.isTruncated},
        {"skipped", file.isSkipped}, {"note", file.note.text()},
        {"first", timeOrNull(file.time, file.time.first)},
        {"last", timeOrNull(file.time, file.time.last)}, {"backwards", file.order.backwards},
        {"largest_step_back_s", file.order.largestStepBack.inSeconds()},
        {"duplicates", file.order.duplicates}, {"untimed", file.order.untimed}};
}

Json captureJson(const Snapshot& snapshot) {
    const DecodeCounts& counts = snapshot.material.index->counts;
    Json files = Json::array();
    for (const FileReport& file : snapshot.material.captures->files)
        files.push_back(fileJson(file));
    Json links = Json::array();
    for (const LinkCount& each : counts.links)
        links.push_back({{"link", toText(each.link)}, {"frames", each.frames}});
    return {{"files", files}, {"frames", counts.frames},
        {"first", timeOrNull(counts.range, counts.range.first)},
        {"last", timeOrNull(counts.range, counts.range.last)}, {"links", links},
        {"stopped", snapshot.material.captures->isStopped},
        {"ignored_files", snapshot.material.captures->ignoredFiles},
        {"filter", snapshot.material.captures->filter},
        {"tunnels", snapshot.material.captures->entersTunnels ? "entered" : "outer"},
        {"base_gap_s", snapshot.material.index->baseGap.inSeconds()},
        {"coarsened", snapshot.material.index->baseGap > kBaseGap}};
}

Json seamsJson(const std::vector<FileSeam>& seams) {
    Json json = Json::array();
    for (const FileSeam& seam : seams)
        json.push_back({{"before", seam.before}, {"after", seam.after},
            {"first", toIso8601(seam.time.first)}, {"last", toIso8601(seam.time.last)}});
    return json;
}

Json silentTargetsJson(const std::optional<SilentTargets>& silent) {
    if (!silent)
        return nullptr;
    constexpr std::size_t kMost = 1000; // of scattered addresses nobody reads more
    Json prefixes = Json::array();
    for (std::size_t i = 0; i < std::min(silent->prefixes.size(), kMost); ++i)
        prefixes.push_back(toText(silent->prefixes[i]));
    return {{"addresses", silent->addresses}, {"expected_by_chance", silent->expected},
        {"prefixes", prefixes}, {"prefixes_left_out", silent->prefixes.size() - prefixes.size()}};
}

Json healthJson(const Snapshot& snapshot) {
    if (snapshot.material.health == nullptr)
        return nullptr;
    const ReadingHealth& health = *snapshot.material.health;
    Json findings = Json::array();
    for (const Finding& each : health.findings)
        findings.push_back({{"what", each.what}, {"concern", nameOf(each.concern)},
            {"seen", each.seen.text()}, {"effect", each.effect.text()}});
    Json silences = Json::array();
    for (const TimeRange& each : health.silences)
        silences.push_back({{"first", toIso8601(each.first)}, {"last", toIso8601(each.last)}});
    return {{"worst", nameOf(health.worst())}, {"findings", findings},
        {"gaps", seamsJson(health.gaps)}, {"overlaps", seamsJson(health.overlaps)},
        {"silences", silences}, {"silent_targets", silentTargetsJson(health.silentTargets)}};
}

Json accountingJson(const DecodeCounts& counts) {
    Json bins;
    for (std::size_t i = 0; i < kBinCount; ++i)
        bins[std::string(nameOf(static_cast<Bin>(i)))] = counts.bins[i];
    return bins;
}

Json reasonsJson(const DecodeCounts& counts) {
    Json reasons;
    for (std::size_t i = 0; i < kReasonCount; ++i)
        reasons[std::string(nameOf(static_cast<Reason>(i)))] = counts.reasons[i];
    return reasons;
}

Json telescopeJson(const Snapshot& snapshot) {
    Json prefixes = Json::array();
    for (const Prefix& prefix : snapshot.material.telescopePrefixes.prefixes())
        prefixes.push_back(toText(prefix));
    const double addresses = snapshot.question.telescope.addresses;
    Json json = {
        {"addresses", addresses < kFirstInexact ? Json(wholeCount(addresses)) : Json(addresses)},
        {"inferred", snapshot.question.telescope.isInferred}, {"prefixes", prefixes}};
    addTelescopeArithmetic(json, snapshot);
    return json;
}

Json thresholdsJson(const Question& question) {
    const Thresholds& t = question.thresholds;
    Json json = {{"profile", question.profile},
        {"by", t.by == Grouping::source ? "source" : "source-port"},
        {"expiry_s", t.expiry.inSeconds()},
        {"min_targets", t.minTargets.on(question.telescope.addresses)}, {"min_rate_pps", t.minRate},
        {"rate_scope", t.rateScope == RateScope::internet ? "internet" : "telescope"},
        {"internet_size", t.internetSize}, {"large_coverage", t.largeCoverage}};
    if (t.minTargets.isPercent)
        json["min_targets_percent"] = t.minTargets.value;
    return json;
}

Json totalsJson(const Snapshot& snapshot) {
    const Totals& totals = snapshot.totals;
    return {{"scans", totals.scans}, {"small", totals.small}, {"large", totals.large},
        {"scan_packets", totals.scanPackets}, {"scan_sources", totals.scanSources},
        {"probe_sources", snapshot.material.index->probeSources}};
}

Json portsJson(const Snapshot& snapshot) {
    Json ports = Json::array();
    for (const PortCount& port : snapshot.ports) {
        ports.push_back({{"protocol", nameOf(port.protocol)}, {"port", port.port},
            {"service", serviceName(port.protocol, port.port)}, {"scans", port.scans},
            {"small", port.small}, {"large", port.large}, {"packets", port.packets},
            {"sources", port.sources}});
    }
    return ports;
}

Json countriesJson(const Snapshot& snapshot) {
    Json countries = Json::array();
    for (const CountryShare& each : rankCountries(snapshot.countries, Weight::scans)) {
        countries.push_back({{"code", each.count.country.code()},
            {"name", nameOf(each.count.country)}, {"scans", each.count.scans},
            {"sources", each.count.sources}, {"packets", each.count.packets}, {"share", each.share},
            {"cumulative", each.cumulative}});
    }
    return countries;
}

Json toolsJson(const Snapshot& snapshot) {
    Json tools = Json::array();
    for (const ToolCount& tool : snapshot.tools) {
        tools.push_back({{"tool", nameOf(tool.tool)}, {"scans", tool.scans}, {"small", tool.small},
            {"large", tool.large}, {"packets", tool.packets}});
    }
    return tools;
}

Json provenanceJson(const Provenance& provenance) {
    Json geo = Json::array();
    for (const GeoSource& each : provenance.geo)
        geo.push_back({{"path", each.path}, {"type", each.type}, {"built", each.built}});
    return {{"program", provenance.program}, {"geo", geo}, {"command", provenance.command}};
}

Json scanJson(const Snapshot& snapshot, const ScanView& view, const Scan& scan) {
    const ScanEvidence evidence = evidenceOf(view.index, view.chains, scan);
    const Verdict verdict = decide(evidence);
    Json json = {{"source", toText(view.addressOf(scan.source))}, {"kind", nameOf(scan.kind)},
        {"protocol", nameOf(protocolOf(scan.kind))}};
    if (view.chains.by == Grouping::sourcePort)
        json["port"] = scan.port;
    else
        json["ports"] = portsOf(view.index, view.chains, scan);
    json["first"] = toIso8601(scan.time.first);
    json["last"] = toIso8601(scan.time.last);
    json["packets"] = scan.packets;
    json["targets"] = scan.targets;
    json["rate_pps"] = ScanScale::rate(scan.packets, scan.time);
    json["internet_rate_pps"] = view.scale.internetRate(scan.packets, scan.time);
    json["coverage"] = view.scale.coverage(scan.targets);
    json["size"] = scan.size == ScanSize::large ? "large" : "small";
    json["tool"] = nameOf(verdict.tool);
    json["matched"] = verdict.matched;
    json["tested"] = verdict.tested;
    addToolDetail(evidence, verdict, json);
    addUserVerdicts(view, scan, json);
    json["country"] = view.countryOf(scan.source).code();
    const Network& network = snapshot.material.origins->networks[view.networkOf(scan.source).place];
    json["asn"] = network.asNumber == 0 ? Json(nullptr) : Json(network.asNumber);
    addScanStatistics(json, snapshot, scan);
    return json;
}

/// Scans in order of address, then time, then port: the order of segments means nothing to a
/// reader.
std::vector<const Scan*> inOrder(const Snapshot& snapshot, const ScanView& view) {
    std::vector<const Scan*> scans;
    scans.reserve(snapshot.totals.scans);
    for (const std::vector<Scan>& segment : snapshot.scans) {
        for (const Scan& scan : segment)
            scans.push_back(&scan);
    }
    const auto key = [&](const Scan* scan) {
        return std::tuple(view.addressOf(scan->source), scan->time.first, scan->kind, scan->port);
    };
    std::sort(
        scans.begin(), scans.end(), [&](const Scan* a, const Scan* b) { return key(a) < key(b); });
    return scans;
}

void writeScans(const Snapshot& snapshot, const TextSink& sink) {
    const ScanView view = snapshot.view();
    sink(",\n  \"scans\": [");
    bool isFirst = true;
    for (const Scan* scan : inOrder(snapshot, view)) {
        sink((isFirst ? "\n    " : ",\n    ") + dump(scanJson(snapshot, view, *scan), -1));
        isFirst = false;
    }
    sink(isFirst ? "]" : "\n  ]");
}

} // namespace

void writeJsonReport(const Snapshot& snapshot, const Provenance& provenance, bool withScans,
    const TextSink& sink, const std::vector<Sensitivity>& sweeps) {
    const DecodeCounts& counts = snapshot.material.index->counts;
    Json report = {{"format", "sweepscope-report/1"}, {"capture", captureJson(snapshot)},
        {"accounting", accountingJson(counts)}, {"all_packets", allPacketsJson(snapshot)},
        {"reasons", reasonsJson(counts)}, {"health", healthJson(snapshot)},
        {"telescope", telescopeJson(snapshot)}, {"thresholds", thresholdsJson(snapshot.question)},
        {"narrowing", narrowingJson(snapshot)}, {"totals", totalsJson(snapshot)},
        {"ports", portsJson(snapshot)}, {"countries", countriesJson(snapshot)},
        {"tools", toolsJson(snapshot)}, {"tool_traits", toolTraitsJson(snapshot)},
        {"tool_rules", toolRulesJson()}, {"user_rules", userRulesJson(snapshot)},
        {"dependent_ports", dependentPortsJson(snapshot)}, {"localized", localizedJson(snapshot)},
        {"known_scanners", knownScannersJson(snapshot)},
        {"aggressive_scanners", aggressiveJson(snapshot, withScans)},
        {"backscatter", backscatterJson(snapshot)}, {"warnings", textsOf(snapshot.warnings)},
        {"provenance", provenanceJson(provenance)}};
    if (!provenance.notes.isEmpty())
        report["notes"] = notesJson(provenance.notes);
    if (!sweeps.empty())
        report["sensitivity"] = sensitivityJson(sweeps);
    std::string text = dump(report, 2);
    if (withScans) {
        text.resize(text.size() - 2); // the last line end and brace
        sink(text);
        writeScans(snapshot, sink);
        text = "\n}";
    }
    sink(text + "\n");
}

} // namespace sweepscope
