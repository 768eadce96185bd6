// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_study.h"

#include "analysis/study_report.h"
#include "base/atomic_file.h"
#include "cli_read.h"
#include "exit_code.h"
#include "export/json_study.h"
#include "export/study_document.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace sweepscope {

namespace {

/// What the commands write, and where to: "-" is standard output, empty is not at all.
struct StudyOutput {
    std::string html;
    std::string json;
};

struct StudyOptions {
    AnalyzeOptions analysis;
    StudyOutput output;
};

constexpr const char* kOutputGroup = "Output";

Status writeText(const std::string& path, const std::string& text) {
    if (path.empty())
        return {};
    if (path != "-")
        return writeFileAtomically(path, text);
    toStandardOutput(text);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        return Error{"standard output: cannot be written"};
    return {};
}

std::string collect(const std::function<void(const TextSink&)>& write) {
    std::string text;
    write([&](std::string_view piece) { text += piece; });
    return text;
}

/// The command line that makes the same again, by another command than `analyze`.
Provenance asCommand(Provenance provenance, const std::string& command) {
    const std::string analyze = "sweepscope-cli analyze";
    if (provenance.command.starts_with(analyze))
        provenance.command.replace(0, analyze.size(), "sweepscope-cli " + command);
    return provenance;
}

int finish(const Status& status, int exitCode) {
    if (status.ok())
        return exitCode;
    complain(status.error());
    return kCannotDo;
}

int writeReport(const StudyOptions& options, const Interrupt& interrupt) {
    const ReadCaptures captures = readCaptures(options.analysis, interrupt);
    if (captures.snapshot == nullptr)
        return captures.exitCode;
    const Snapshot& snapshot = *captures.snapshot;
    const StudyReport report = makeStudyReport(snapshot);
    const Provenance provenance =
        asCommand(captures.provenance, "report -o " + options.output.html);
    Status status =
        writeText(options.output.html, htmlOf(studyDocument(report, snapshot, provenance)));
    if (status.ok() && !options.output.json.empty())
        status = writeText(options.output.json, collect([&](const TextSink& sink) {
            writeJsonStudy(report, snapshot, provenance, sink);
        }));
    return finish(status, captures.exitCode);
}

void addReport(CLI::App& app, Command& chosen) {
    CLI::App& command =
        *app.add_subcommand("report", "Make the tables and figures of the 2014 and 2018 studies");
    auto options = std::make_shared<StudyOptions>();
    addAnalysisOptions(command, options->analysis);
    command
        .add_option("-o,--output", options->output.html,
            "The report, one HTML file; '-' is "
            "standard output")
        ->type_name("FILE|-")
        ->required()
        ->group(kOutputGroup);
    command.add_option("--json", options->output.json, "Write its numbers as JSON")
        ->type_name("FILE|-")
        ->group(kOutputGroup);
    command.callback([&chosen, options] {
        chosen = [options](const Interrupt& interrupt) { return writeReport(*options, interrupt); };
    });
}

} // namespace

void addStudyCommands(CLI::App& app, Command& chosen) {
    addReport(app, chosen);
}

} // namespace sweepscope
