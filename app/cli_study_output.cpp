// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_study_output.h"

#include "cli_read.h"
#include "exit_code.h"
#include "export/csv_writer.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace sweepscope {

void addResultFiles(CLI::App& app, ResultFiles& files, bool hasDocument) {
    if (hasDocument)
        app.add_option("--html", files.html, "Write figures and tables as one HTML file")
            ->type_name("FILE|-")
            ->group(kOutputGroup);
    app.add_option("--json", files.json, "Write the result as JSON; '-' is standard output")
        ->type_name("FILE|-")
        ->group(kOutputGroup);
    app.add_option("--csv", files.csv, "Write the table as CSV; '-' is standard output")
        ->type_name("FILE|-")
        ->group(kOutputGroup);
}

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

Status writeResults(const ResultFiles& files, const Results& results) {
    if (files.json.empty() && files.csv.empty() && files.html.empty())
        return writeText("-", results.text);
    Status status;
    if (!files.json.empty())
        status = writeText(files.json, collect(results.json));
    if (status.ok() && !files.csv.empty())
        status = writeText(
            files.csv, collect([&](const TextSink& sink) { writeCsv(*results.table, sink); }));
    if (status.ok() && !files.html.empty())
        status = writeText(files.html, htmlOf(results.document()));
    return status;
}

int finishWith(const Status& status, int code) {
    if (status.ok())
        return code;
    complain(status.error());
    return kCannotDo;
}

} // namespace sweepscope
