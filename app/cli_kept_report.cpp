// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_kept_report.h"

#include "base/data_files.h"
#include "base/version.h"
#include "cli_study_output.h"
#include "cli_summary.h"
#include "exit_code.h"
#include "export/json_report.h"
#include "open_databases.h"
#include "reference/open_known_scanners.h"
#include "session/capture_hash.h"
#include "session/index_file.h"

#include <fmt/format.h>
#include <system_error>

#include <filesystem>
#include <new>
#include <string>

namespace sweepscope {

namespace {

bool asksNoThreshold(const AnalyzeOptions& options) {
    return !options.profile && !options.by && !options.expiry && !options.minTargets &&
           !options.minRate && !options.rateScope && !options.internetSize &&
           !options.largePercent && !options.keepsDependentPorts;
}

/// Nothing is to be read or looked up otherwise than by default.
bool readsByDefault(const ReadingOptions& reading) {
    return reading.telescope.isEmpty() && !reading.telescopeAddresses &&
           reading.filter == nullptr && reading.userRules == nullptr && !reading.entersTunnels &&
           reading.geo.empty() && reading.knownScanners.empty();
}

bool asksForTheReportAlone(const AnalyzeOptions& options) {
    return asksNoThreshold(options) && readsByDefault(options.reading) &&
           options.narrowing.isEmpty() && !options.note && options.sourceNotes.empty() &&
           options.sweeps.empty() && !options.listScans && options.csv.empty() &&
           options.session.empty() && !options.isAfresh;
}

std::uint64_t bytesOf(const std::string& path) {
    std::error_code problem;
    const std::uintmax_t bytes = std::filesystem::file_size(path, problem);
    return problem ? 0 : bytes;
}

/// What a report rests on besides the file and the question, where nothing is chosen: this program
/// and what lies beside it. Nothing where that cannot be read.
std::optional<std::string> presentBasis() {
    const Result<GeoDatabases> databases = openDatabases({});
    if (!databases.ok())
        return std::nullopt;
    std::string basis = fmt::format("{} {}", kProgramName, kProgramVersion);
    for (const GeoDatabase& database : databases.value().databases())
        basis += fmt::format("\n{}: {}, built {}, {} bytes", database.path(), database.type(),
            database.buildTime(), bytesOf(database.path()));
    if (const auto list = findDataFile(kShippedScannerList))
        basis += fmt::format("\n{}: {}", *list, hashOfFile(*list));
    return basis;
}

} // namespace

std::optional<ReportAsKept> findKeptReport(const AnalyzeOptions& options) {
    const std::vector<std::string>& paths = options.reading.captures;
    if (!asksForTheReportAlone(options) || paths.size() != 1 || !isIndexFile(paths.front()))
        return std::nullopt;
    Result<IndexFile> file = IndexFile::open(paths.front());
    if (!file.ok())
        return std::nullopt;
    Result<std::optional<KeptReport>> kept = file.value().readReport();
    if (!kept.ok() || !kept.value() || presentBasis() != kept.value()->basis)
        return std::nullopt;
    return ReportAsKept{*std::move(kept.value()),
        file.value().facts().captures.isComplete() ? kComplete : kIncomplete};
}

std::optional<KeptReport> reportToKeep(
    const AnalyzeOptions& options, const ReadCaptures& captures) {
    const Snapshot& snapshot = *captures.snapshot;
    const Provenance& provenance = captures.provenance;
    if (!options.reading.geo.empty() || !options.reading.knownScanners.empty() ||
        captures.facts.isAnonymised)
        return std::nullopt;
    const auto basis = presentBasis();
    if (!basis)
        return std::nullopt;
    KeptReport report;
    report.basis = *basis;
    report.json =
        collect([&](const TextSink& sink) { writeJsonReport(snapshot, provenance, false, sink); });
    report.summary = summaryText(snapshot, provenance.notes);
    report.warnings = textsOf(snapshot.warnings);
    // A name of a file that is not UTF-8 would come back as another.
    const Result<KeptReport> again = parseKeptReport(toJson(report));
    return again.ok() && again.value() == report ? std::optional(std::move(report)) : std::nullopt;
}

std::optional<KeptReport> makeReport(
    const SavedIndex& saved, unsigned threads, const Interrupt& interrupt) {
    AnalyzeOptions plain;
    plain.threads = threads;
    plain.isQuiet = true; // what there is to say is said when the report is asked for
    try {
        const ReadCaptures captures = answerAbout(plain, saved, interrupt);
        return captures.snapshot == nullptr ? std::nullopt : reportToKeep(plain, captures);
    } catch (const std::bad_alloc&) {
        return std::nullopt;
    }
}

} // namespace sweepscope
