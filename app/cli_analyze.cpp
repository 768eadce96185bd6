// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_analyze.h"

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "base/atomic_file.h"
#include "cli_progress.h"
#include "cli_summary.h"
#include "exit_code.h"
#include "export/csv_writer.h"
#include "export/json_report.h"
#include "open_databases.h"
#include "tables/snapshot_tables.h"

#include <fmt/format.h>
#include <system_error>

#include <cstdio>
#include <filesystem>
#include <utility>

namespace sweepscope {

namespace {

void complain(const Error& error) {
    fmt::print(stderr, "sweepscope-cli: {}\n", error.message);
}

/// Silences shorter than the base gap are not kept, so a shorter expiry needs a shorter gap.
Duration baseGapFor(const AnalyzeOptions& options) {
    if (!options.expiry)
        return kBaseGap;
    return std::min(kBaseGap, Duration::fromSeconds(*options.expiry));
}

Result<IndexedCaptures> read(const AnalyzeOptions& options, const Interrupt& interrupt) {
    Progress progress;
    const ProgressLine line(progress, !options.isQuiet);
    const ReadingOptions& reading = options.reading;
    return indexCaptures(reading.captures,
        {reading.telescope, options.threads, baseGapFor(options), reading.entersTunnels,
            reading.filter},
        progress, interrupt.token());
}

Result<SnapshotPointer> answer(const AnalyzeOptions& options, const Material& material) {
    Question question;
    question.profile = options.profile;
    question.telescope = telescopeOf(
        *material.index, material.telescopePrefixes, options.reading.telescopeAddresses);
    const Result<Thresholds> thresholds = thresholdsFor(options, question.telescope.addresses);
    if (!thresholds.ok())
        return thresholds.error();
    question.thresholds = thresholds.value();
    return SnapshotMaker(threadCount(options.threads)).make(material, question, {});
}

void toStandardOutput(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

Status writeJson(
    const AnalyzeOptions& options, const Snapshot& snapshot, const Provenance& provenance) {
    if (options.json == "-") {
        writeJsonReport(snapshot, provenance, options.listScans, toStandardOutput);
        return {};
    }
    return writeFileAtomically(options.json, [&](const TextSink& sink) {
        writeJsonReport(snapshot, provenance, options.listScans, sink);
    });
}

Status writeCsvFiles(
    const AnalyzeOptions& options, const SnapshotPointer& snapshot, const Provenance& provenance) {
    std::error_code problem;
    std::filesystem::create_directories(options.csv, problem);
    if (problem)
        return Error{fmt::format("{}: cannot be made: {}", options.csv, problem.message())};
    std::vector<std::shared_ptr<const Table>> tables = {portTable(snapshot),
        countryTable(snapshot, Weight::scans), toolTable(snapshot), sourceTable(snapshot),
        packetSeriesTable(snapshot), captureTable(snapshot), findingTable(snapshot)};
    if (options.listScans)
        tables.push_back(scanTable(snapshot));
    std::string contents;
    for (const auto& table : tables) {
        const std::string name = std::string(table->name()) + ".csv";
        contents += (contents.empty() ? "" : ", ") + name;
        const Status written =
            writeFileAtomically((std::filesystem::path(options.csv) / name).string(),
                [&](const TextSink& sink) { writeCsv(*table, sink); });
        if (!written.ok())
            return written;
    }
    return writeFileAtomically((std::filesystem::path(options.csv) / "provenance.txt").string(),
        [&](const TextSink& sink) {
            for (const std::string& line : provenanceLines(*snapshot, provenance, contents))
                sink(line + "\n");
        });
}

Status writeOutput(
    const AnalyzeOptions& options, const SnapshotPointer& snapshot, const GeoDatabases& databases) {
    const Provenance provenance = provenanceOf(*snapshot, databases, options.reading.geo);
    Status status;
    if (options.json.empty() && options.csv.empty())
        toStandardOutput(summaryText(*snapshot));
    if (!options.json.empty())
        status = writeJson(options, *snapshot, provenance);
    if (status.ok() && !options.csv.empty())
        status = writeCsvFiles(options, snapshot, provenance);
    if (status.ok() && (std::fflush(stdout) != 0 || std::ferror(stdout) != 0))
        status = Error{"standard output: cannot be written"};
    return status;
}

int exitCodeFor(const CaptureReport& report, const Interrupt& interrupt) {
    if (interrupt.happened())
        return kInterrupted;
    return report.isComplete() ? kComplete : kIncomplete;
}

} // namespace

int analyze(const AnalyzeOptions& options, const Interrupt& interrupt) {
    // Databases first: a wrong name should not show only after an hour of reading.
    const Result<GeoDatabases> databases = openDatabases(options.reading.geo);
    if (!databases.ok()) {
        complain(databases.error());
        return kCannotDo;
    }
    Result<IndexedCaptures> captures = read(options, interrupt);
    if (!captures.ok()) {
        complain(captures.error());
        return kCannotDo;
    }
    const Material material =
        makeMaterial(std::move(captures).value(), databases.value(), options.reading.telescope);
    const auto snapshot = answer(options, material);
    if (!snapshot.ok()) {
        complain(snapshot.error());
        return kUsage;
    }
    if (!options.isQuiet) {
        for (const std::string& warning : snapshot.value()->warnings)
            complain(Error{"warning: " + warning});
    }
    const Status written = writeOutput(options, snapshot.value(), databases.value());
    if (!written.ok()) {
        complain(written.error());
        return kCannotDo;
    }
    return exitCodeFor(*material.captures, interrupt);
}

} // namespace sweepscope
