// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_read.h"

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "cli_progress.h"
#include "exit_code.h"
#include "open_databases.h"
#include "reference/open_known_scanners.h"

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

Result<SavedIndex> readFiles(const AnalyzeOptions& options, const Interrupt& interrupt) {
    Progress progress;
    const ProgressLine line(progress, !options.isQuiet);
    const ReadingOptions& reading = options.reading;
    Result<IndexedCaptures> captures = indexCaptures(reading.captures,
        {reading.telescope, options.threads, baseGapFor(options), reading.entersTunnels,
            reading.filter, reading.memoryCeiling, reading.userRules, reading.rulesPath},
        progress, interrupt.token());
    if (!captures.ok())
        return captures.error();
    SavedIndex result;
    result.captures = std::move(captures).value();
    result.facts.telescope = reading.telescope;
    result.facts.telescopeAddresses = reading.telescopeAddresses;
    return result;
}

/// An index keeps what it was read with; only the number of addresses may be given anew.
Result<SavedIndex> openIndex(const AnalyzeOptions& options, const std::vector<std::string>& files) {
    const ReadingOptions& reading = options.reading;
    Result<SavedIndex> opened = loadIndex(files, options.threads);
    if (!opened.ok())
        return opened;
    IndexFileFacts& facts = opened.value().facts;
    if (readsOtherwise(reading, facts))
        return Error{fmt::format("{}: --telescope prefixes, --filter, --tunnels and --rules were "
                                 "decided when its captures were read; to change them, read the "
                                 "captures",
            files.front())};
    if (reading.telescopeAddresses)
        facts.telescopeAddresses = reading.telescopeAddresses;
    if (!options.isQuiet) {
        for (const Sentence& note : opened.value().notes)
            complain(Error{note});
    }
    return opened;
}

Result<SavedIndex> read(const AnalyzeOptions& options, const Interrupt& interrupt) {
    const auto files = indexFilesAmong(options.reading.captures);
    return files ? openIndex(options, *files) : readFiles(options, interrupt);
}

Result<SnapshotPointer> answer(
    const AnalyzeOptions& options, const Material& material, const SavedIndex& saved) {
    const Question* const old = saved.session ? &saved.session->question : nullptr;
    Question question;
    if (old != nullptr)
        question.profile = old->profile;
    question.profile = options.profile.value_or(question.profile);
    question.telescope =
        telescopeOf(*material.index, material.telescopePrefixes, saved.facts.telescopeAddresses);
    if (old != nullptr && !options.reading.telescopeAddresses)
        question.telescope = old->telescope;
    const Result<Thresholds> thresholds = thresholdsFor(
        options, question.telescope.addresses, old != nullptr ? &old->thresholds : nullptr);
    if (!thresholds.ok())
        return thresholds.error();
    question.thresholds = thresholds.value();
    const bool keptThem = old != nullptr && old->keepsDependentPorts;
    question.keepsDependentPorts = options.keepsDependentPorts || keptThem;
    question.narrowing =
        old != nullptr && options.narrowing.isEmpty() ? old->narrowing : options.narrowing;
    return SnapshotMaker(threadCount(options.threads)).make(material, question, {});
}

/// Those of the session, with what was written now in their place.
UserNotes notesFor(const AnalyzeOptions& options, const SavedIndex& saved) {
    UserNotes notes = saved.session ? saved.session->notes : UserNotes();
    notes.text = options.note.value_or(notes.text);
    for (const auto& [source, note] : options.sourceNotes)
        notes.setOf(source, note);
    return notes;
}

int exitCodeFor(const CaptureReport& report, const Interrupt& interrupt) {
    if (interrupt.happened())
        return kInterrupted;
    return report.isComplete() ? kComplete : kIncomplete;
}

struct LookUps {
    GeoDatabases databases;
    KnownScanners known;
};

Result<LookUps> openLookUps(const ReadingOptions& reading) {
    Result<GeoDatabases> databases = openDatabases(reading.geo);
    if (!databases.ok())
        return databases.error();
    Result<KnownScanners> known = openKnownScanners(reading.knownScanners);
    if (!known.ok())
        return known.error();
    return LookUps{std::move(databases).value(), std::move(known).value()};
}

ReadCaptures failed(const Error& error, int exitCode) {
    complain(error);
    return {nullptr, {}, {}, exitCode};
}

ReadCaptures answerWith(const AnalyzeOptions& options, const SavedIndex& saved,
    const LookUps& lookUps, const Interrupt& interrupt) {
    const Material material = materialOf(saved, lookUps.databases, lookUps.known, options.threads);
    const auto snapshot = answer(options, material, saved);
    if (!snapshot.ok())
        return failed(snapshot.error(), kUsage);
    if (!options.isQuiet) {
        for (const Sentence& warning : snapshot.value()->warnings)
            complain(Error{"warning: " + warning.text()});
    }
    Provenance provenance = provenanceOf(*snapshot.value(), lookUps.databases, options.reading.geo);
    provenance.notes = notesFor(options, saved);
    return {snapshot.value(), std::move(provenance), saved.facts,
        exitCodeFor(*material.captures, interrupt)};
}

} // namespace

void complain(const Error& error) {
    fmt::print(stderr, "sweepscope-cli: {}\n", error.message());
}

void toStandardOutput(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

ReadCaptures readCaptures(const AnalyzeOptions& options, const Interrupt& interrupt) {
    // Databases first: a wrong name should not show only after an hour of reading.
    const Result<LookUps> lookUps = openLookUps(options.reading);
    if (!lookUps.ok())
        return failed(lookUps.error(), kCannotDo);
    const Result<SavedIndex> captures = read(options, interrupt);
    if (!captures.ok())
        return failed(captures.error(), kCannotDo);
    return answerWith(options, captures.value(), lookUps.value(), interrupt);
}

ReadCaptures answerAbout(
    const AnalyzeOptions& options, const SavedIndex& saved, const Interrupt& interrupt) {
    const Result<LookUps> lookUps = openLookUps(options.reading);
    if (!lookUps.ok())
        return failed(lookUps.error(), kCannotDo);
    return answerWith(options, saved, lookUps.value(), interrupt);
}

} // namespace sweepscope
