// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/comparison.h"
#include "cli_read.h"
#include "cli_study.h"
#include "cli_study_output.h"
#include "cli_study_text.h"
#include "exit_code.h"
#include "export/json_compare.h"
#include "export/time_documents.h"
#include "tables/comparison_tables.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sweepscope {

namespace {

struct CompareOptions {
    AnalyzeOptions analysis; ///< its captures: A and B, or one
    std::string spanA;
    std::string spanB;
    std::optional<ReadingOptions> telescopeB; ///< where it differs from A's
    ResultFiles files;
};

/// "2018-10-30T00:00..2018-10-30T12:00", either end may be left out; the end does not belong to it.
Result<TimeRange> parseSpan(const std::string& text) {
    const std::size_t dots = text.find("..");
    TimeRange span{
        {std::numeric_limits<std::int64_t>::min()}, {std::numeric_limits<std::int64_t>::max()}};
    bool isGood = dots != std::string::npos;
    if (isGood && dots > 0) {
        const auto first = parseIso8601(text.substr(0, dots));
        isGood = first.has_value();
        span.first = first.value_or(span.first);
    }
    if (isGood && dots + 2 < text.size()) {
        const auto last = parseIso8601(text.substr(dots + 2));
        isGood = last.has_value();
        span.last = last.value_or(span.last) + Duration{-1};
    }
    if (!isGood || span.isEmpty())
        return Error{"'" + text + "' is no span such as 2018-10-30T00:00..2018-10-30T12:00"};
    return span;
}

Comparison compareSpans(const CompareOptions& options, const SnapshotPointer& snapshot) {
    ComparedSide a{options.spanA, snapshot, parseSpan(options.spanA).value()};
    ComparedSide b{options.spanB, snapshot, parseSpan(options.spanB).value()};
    return compare(a, b);
}

int compareAndWrite(const CompareOptions& options, const Interrupt& interrupt) {
    const std::vector<std::string>& captures = options.analysis.reading.captures;
    const bool areSpans = !options.spanA.empty();
    AnalyzeOptions analysis = options.analysis;
    if (!areSpans)
        analysis.reading.captures = {captures.front()};
    const ReadCaptures a = readCaptures(analysis, interrupt);
    if (a.snapshot == nullptr)
        return a.exitCode;
    int exitCode = a.exitCode;
    Comparison comparison;
    if (areSpans) {
        comparison = compareSpans(options, a.snapshot);
    } else {
        analysis.reading.captures = {captures.back()};
        if (options.telescopeB) {
            analysis.reading.telescope = options.telescopeB->telescope;
            analysis.reading.telescopeAddresses = options.telescopeB->telescopeAddresses;
        }
        const ReadCaptures b = readCaptures(analysis, interrupt);
        if (b.snapshot == nullptr)
            return b.exitCode;
        exitCode = std::max(exitCode, b.exitCode);
        comparison = compareCaptures({captures.front(), a.snapshot, std::nullopt},
            {captures.back(), b.snapshot, std::nullopt});
    }
    return finishWith(writeResults(options.files,
                          {[&](const TextSink& sink) { writeJsonComparison(comparison, sink); },
                              comparisonTable(a.snapshot, comparison), comparisonText(comparison),
                              [&] { return comparisonDocument(comparison); }}),
        exitCode);
}

void check(const CompareOptions& options) {
    const bool areSpans = !options.spanA.empty() || !options.spanB.empty();
    if (areSpans && (options.spanA.empty() || options.spanB.empty()))
        throw CLI::ValidationError("--span-a", "two spans are needed, --span-a and --span-b");
    if (!areSpans && options.analysis.reading.captures.size() != 2)
        throw CLI::ValidationError("captures",
            "compare takes two captures (a folder is one), or one with --span-a and --span-b");
    for (const std::string& span : {options.spanA, options.spanB}) {
        if (areSpans && !parseSpan(span).ok())
            throw CLI::ValidationError("--span-a, --span-b", parseSpan(span).error().message());
    }
}

void takeTelescopeB(const std::string& text, CompareOptions& options) {
    takeTelescope(text, "--telescope-b", options.telescopeB.emplace());
}

} // namespace

void addCompareCommand(CLI::App& app, Command& chosen) {
    constexpr const char* kGroup = "What is compared";
    CLI::App& command = *app.add_subcommand(
        "compare", "What changed between two captures, or two spans of time of one");
    auto options = std::make_shared<CompareOptions>();
    addAnalysisOptions(command, options->analysis);
    command
        .add_option("--span-a", options->spanA,
            "Scans of one capture that begin in this span "
            "(UTC), against those in the other")
        ->type_name("FROM..TO")
        ->group(kGroup);
    command.add_option("--span-b", options->spanB, "The other span")
        ->type_name("FROM..TO")
        ->group(kGroup);
    command
        .add_option_function<std::string>(
            "--telescope-b", [options](const std::string& text) { takeTelescopeB(text, *options); },
            "The telescope of the second capture, where it is another one")
        ->type_name("CIDR,CIDR|N")
        ->group(kGroup);
    addResultFiles(command, options->files, true);
    command.callback([&chosen, options] {
        check(*options);
        chosen = [options](
                     const Interrupt& interrupt) { return compareAndWrite(*options, interrupt); };
    });
}

} // namespace sweepscope
