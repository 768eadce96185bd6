// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kept_report.h"

#include "base/data_files.h"
#include "base/version.h"
#include "export/json_report.h"
#include "export/provenance.h"
#include "export/summary_text.h"
#include "reference/known_scanners.h"
#include "reference/open_known_scanners.h"
#include "session/capture_hash.h"
#include "session/json_reading.h"

#include <fmt/format.h>
#include <system_error>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <utility>

namespace sweepscope {

using Json = JsonReading::Json;

namespace {

std::uint64_t sizeOnDisk(const std::string& path) {
    std::error_code problem;
    const std::uintmax_t bytes = std::filesystem::file_size(path, problem);
    return problem ? 0 : bytes;
}

/// What is said goes to terminals, which take some letters for orders.
bool isPlainText(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

/// The command line asks no list but the shipped one by itself.
bool asksShippedListsAlone(const SourceLabels& labels) {
    return std::all_of(labels.lists.begin(), labels.lists.end(),
        [](const ScannerList& list) { return list.isShipped; });
}

bool isSound(const KeptReport& report) {
    return Json::accept(report.json) && isPlainText(report.summary) &&
           std::all_of(report.warnings.begin(), report.warnings.end(), isPlainText);
}

/// Names of files need not be UTF-8, but JSON is.
bool canBeKept(const KeptReport& report) {
    const Result<KeptReport> again = parseKeptReport(toJson(report));
    return again.ok() && again.value() == report;
}

} // namespace

std::string basisOf(const GeoDatabases& databases) {
    std::string basis = fmt::format("{} {}", kProgramName, kProgramVersion);
    for (const GeoDatabase& database : databases.databases())
        basis += fmt::format("\n{}: {}, built {}, {} bytes", database.path(), database.type(),
            database.buildTime(), sizeOnDisk(database.path()));
    if (const auto list = findDataFile(kShippedScannerList))
        basis += fmt::format("\n{}: {}", *list, hashOfFile(*list));
    return basis;
}

std::optional<KeptReport> reportToKeep(
    const Snapshot& snapshot, const UserNotes& notes, const GeoDatabases& databases) {
    const Material& material = snapshot.material;
    if (material.health == nullptr || material.labels == nullptr ||
        !asksShippedListsAlone(*material.labels))
        return std::nullopt;
    Provenance provenance = provenanceOf(snapshot, databases, {});
    provenance.notes = notes;
    KeptReport report;
    report.basis = basisOf(databases);
    writeJsonReport(
        snapshot, provenance, false, [&](std::string_view piece) { report.json += piece; });
    report.summary = summaryText(snapshot, notes);
    report.warnings = textsOf(snapshot.warnings);
    return canBeKept(report) ? std::optional(std::move(report)) : std::nullopt;
}

std::string toJson(const KeptReport& report) {
    const auto& [basis, json, summary, warnings] = report;
    const Json all = {
        {"basis", basis}, {"report", json}, {"summary", summary}, {"warnings", warnings}};
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<KeptReport> parseKeptReport(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return Error{say("its report makes no sense")};
    JsonReading reading;
    KeptReport report;
    reading.read(json, "basis", report.basis);
    reading.read(json, "report", report.json);
    reading.read(json, "summary", report.summary);
    for (const Json& each : JsonReading::member(json, "warnings")) {
        if (each.is_string())
            report.warnings.push_back(each.get<std::string>());
        else
            reading.complain("warnings");
    }
    if (!reading.wrong().empty() || !isSound(report))
        return Error{say("its report makes no sense")};
    return report;
}

} // namespace sweepscope
