// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_analyze.h"

#include "analysis/index_captures.h"
#include "base/atomic_file.h"
#include "cli_kept_report.h"
#include "cli_read.h"
#include "cli_study_output.h"
#include "exit_code.h"
#include "export/csv_writer.h"
#include "export/json_report.h"
#include "export/summary_text.h"
#include "session/capture_hash.h"
#include "session/saved_index.h"
#include "tables/sensitivity_table.h"
#include "tables/whole_answer.h"

#include <fmt/format.h>
#include <system_error>

#include <cstdio>
#include <filesystem>

namespace sweepscope {

namespace {

/// What is written: the answer, and the sweeps that were asked for.
struct Answer {
    SnapshotPointer snapshot;
    Provenance provenance;
    std::vector<Sensitivity> sweeps;
};

/// Stopped sweeps are left out, as what is not read.
std::vector<Sensitivity> sweepThresholds(
    const AnalyzeOptions& options, const Snapshot& snapshot, const Interrupt& interrupt) {
    std::vector<Sensitivity> sweeps;
    Team team(options.sweeps.empty() ? 1 : threadCount(options.threads));
    for (const SweptThreshold threshold : options.sweeps) {
        if (auto each = sweep(
                snapshot.material, snapshot.question, threshold, team,
                [](std::size_t, std::size_t) {}, interrupt.token()))
            sweeps.push_back(*std::move(each));
    }
    return sweeps;
}

Status writeJson(const AnalyzeOptions& options, const Answer& answer) {
    if (options.json == "-") {
        writeJsonReport(*answer.snapshot, answer.provenance, options.listScans, toStandardOutput,
            answer.sweeps);
        return {};
    }
    return writeFileAtomically(options.json, [&](const TextSink& sink) {
        writeJsonReport(
            *answer.snapshot, answer.provenance, options.listScans, sink, answer.sweeps);
    });
}

Status writeCsvFiles(const AnalyzeOptions& options, const Answer& answer) {
    const SnapshotPointer& snapshot = answer.snapshot;
    std::error_code problem;
    std::filesystem::create_directories(options.csv, problem);
    if (problem)
        return Error{fmt::format("{}: cannot be made: {}", options.csv, problem.message())};
    std::vector<std::shared_ptr<const Table>> tables = tablesOfAnswer(snapshot);
    for (const Sensitivity& each : answer.sweeps)
        tables.push_back(sensitivityTable(snapshot, each));
    if (options.listScans)
        tables.push_back(scanTable(snapshot));
    std::string contents;
    for (const auto& table : tables) {
        const std::string name = std::string(table->name()) + ".csv";
        contents += (contents.empty() ? "" : ", ") + name;
        Status written = writeFileAtomically((std::filesystem::path(options.csv) / name).string(),
            [&](const TextSink& sink) { writeCsv(*table, sink); });
        if (!written.ok())
            return written;
    }
    return writeFileAtomically((std::filesystem::path(options.csv) / "provenance.txt").string(),
        [&](const TextSink& sink) {
            for (const std::string& line : provenanceLines(*snapshot, answer.provenance, contents))
                sink(line + "\n");
        });
}

Status writeOutput(const AnalyzeOptions& options, const Answer& answer) {
    Status status;
    if (options.json.empty() && options.csv.empty() && options.session.empty())
        toStandardOutput(summaryText(*answer.snapshot, answer.provenance.notes));
    if (!options.json.empty())
        status = writeJson(options, answer);
    if (status.ok() && !options.csv.empty())
        status = writeCsvFiles(options, answer);
    if (status.ok() && (std::fflush(stdout) != 0 || std::ferror(stdout) != 0))
        status = Error{"standard output: cannot be written"};
    return status;
}

/// As if it had been worked out now.
int writeKept(const AnalyzeOptions& options, const ReportAsKept& kept) {
    if (!options.isQuiet) {
        for (const std::string& warning : kept.report.warnings)
            complain(Error{"warning: " + warning});
    }
    const std::string& json = options.json;
    return finishWith(
        json.empty() ? writeText("-", kept.report.summary) : writeText(json, kept.report.json),
        kept.exitCode);
}

/// Index, thresholds and telescope as a session file.
Status writeSession(const AnalyzeOptions& options, const ReadCaptures& captures) {
    const Snapshot& snapshot = *captures.snapshot;
    const CaptureReport& report = *snapshot.material.captures;
    std::vector<std::string> hashes = captures.facts.hashes;
    if (hashes.empty()) {
        std::vector<std::string> paths;
        for (const FileReport& file : report.files)
            paths.push_back(file.path);
        hashes = hashesOfFiles(paths, threadCount(options.threads));
    }
    IndexFileFacts facts = factsOf(*snapshot.material.index, report, captures.facts.telescope,
        captures.facts.telescopeAddresses, std::move(hashes));
    facts.isAnonymised = captures.facts.isAnonymised;
    const SessionFacts session{snapshot.question, captures.provenance.notes};
    const SourceOrigins* const origins =
        facts.isAnonymised ? snapshot.material.origins.get() : nullptr;
    const auto kept = reportToKeep(options, captures);
    return saveIndex(options.session, *snapshot.material.index, facts, &session,
        {true, {}, options.threads, origins, kept ? &*kept : nullptr});
}

} // namespace

int analyze(const AnalyzeOptions& options, const Interrupt& interrupt) {
    if (const auto kept = findKeptReport(options))
        return writeKept(options, *kept);
    const ReadCaptures captures = readCaptures(options, interrupt);
    if (captures.snapshot == nullptr)
        return captures.exitCode;
    Answer answer{captures.snapshot, captures.provenance,
        sweepThresholds(options, *captures.snapshot, interrupt)};
    for (const SweptThreshold each : options.sweeps)
        answer.provenance.command += " --sensitivity " + std::string(nameOf(each));
    Status written = writeOutput(options, answer);
    if (written.ok() && !options.session.empty())
        written = writeSession(options, captures);
    if (!written.ok()) {
        complain(written.error());
        return kCannotDo;
    }
    return captures.exitCode;
}

} // namespace sweepscope
