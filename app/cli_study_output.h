// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomic_file.h"
#include "export/document.h"
#include "export/provenance.h"
#include "tables/table.h"

#include <functional>
#include <string>

namespace CLI {
class App;
} // namespace CLI

namespace sweepscope {

/// Where a command writes its results: JSON, CSV, HTML, or a text for reading where none is wanted.
struct ResultFiles {
    std::string json; ///< file, "-" for standard output, empty for none
    std::string csv;
    std::string html;
};

/// What a command found, ready to be written in each form.
struct Results {
    std::function<void(const TextSink&)> json;
    std::shared_ptr<const Table> table;
    std::string text;
    std::function<Document()> document = {}; ///< for HTML; empty: there is none
};

constexpr const char* kOutputGroup = "Output";

/// Adds --json and --csv, and where there is a document --html.
void addResultFiles(CLI::App& app, ResultFiles& files, bool hasDocument);

/// Writes what was asked for.
Status writeResults(const ResultFiles& files, const Results& results);

/// Writes a text to a file, or to standard output for "-"; nothing for no name.
Status writeText(const std::string& path, const std::string& text);

/// All that a function writes.
std::string collect(const std::function<void(const TextSink&)>& write);

/// The exit code: `code`, or the failure's, which is named on standard error.
int finishWith(const Status& status, int code);

} // namespace sweepscope
