// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_read.h"

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "cli_progress.h"
#include "exit_code.h"
#include "open_databases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace sweepscope {

namespace {

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

int exitCodeFor(const CaptureReport& report, const Interrupt& interrupt) {
    if (interrupt.happened())
        return kInterrupted;
    return report.isComplete() ? kComplete : kIncomplete;
}

} // namespace

void complain(const Error& error) {
    fmt::print(stderr, "sweepscope-cli: {}\n", error.message);
}

void toStandardOutput(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

ReadCaptures readCaptures(const AnalyzeOptions& options, const Interrupt& interrupt) {
    // Databases first: a wrong name should not show only after an hour of reading.
    const Result<GeoDatabases> databases = openDatabases(options.reading.geo);
    if (!databases.ok()) {
        complain(databases.error());
        return {nullptr, {}, kCannotDo};
    }
    Result<IndexedCaptures> captures = read(options, interrupt);
    if (!captures.ok()) {
        complain(captures.error());
        return {nullptr, {}, kCannotDo};
    }
    const Material material =
        makeMaterial(std::move(captures).value(), databases.value(), options.reading.telescope);
    const auto snapshot = answer(options, material);
    if (!snapshot.ok()) {
        complain(snapshot.error());
        return {nullptr, {}, kUsage};
    }
    if (!options.isQuiet) {
        for (const std::string& warning : snapshot.value()->warnings)
            complain(Error{"warning: " + warning});
    }
    return {snapshot.value(),
        provenanceOf(*snapshot.value(), databases.value(), options.reading.geo),
        exitCodeFor(*material.captures, interrupt)};
}

} // namespace sweepscope
