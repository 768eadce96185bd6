// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_kept_report.h"

#include "exit_code.h"
#include "open_databases.h"
#include "session/index_file.h"

#include <new>
#include <string>
#include <utility>

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

/// Nothing where the databases cannot be read.
std::optional<std::string> presentBasis() {
    const Result<GeoDatabases> databases = openDatabases({});
    return databases.ok() ? std::optional(basisOf(databases.value())) : std::nullopt;
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
    if (!options.reading.geo.empty() || captures.facts.isAnonymised)
        return std::nullopt;
    const Result<GeoDatabases> databases = openDatabases({});
    if (!databases.ok())
        return std::nullopt;
    return reportToKeep(*captures.snapshot, captures.provenance.notes, databases.value());
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
