// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"
#include "cli_read.h"
#include "session/kept_report.h"

#include <optional>

namespace sweepscope {

/// The report that an index or session file keeps to its own question, and what `analyze` leaves
/// with; nothing where something else is asked, where none is kept, or where it rests on another
/// basis than this program, its databases and its lists. Then the question is answered anew.
struct ReportAsKept {
    KeptReport report;
    int exitCode = 0;
};

std::optional<ReportAsKept> findKeptReport(const AnalyzeOptions& options);

/// What to keep with a file of these captures: what `analyze` will say of it where nothing else is
/// asked. Nothing where it could not say just that: databases or lists of the user's own, or
/// addresses that are others than in the captures.
std::optional<KeptReport> reportToKeep(const AnalyzeOptions& options, const ReadCaptures& captures);

/// The same of an index in memory, whose question is answered first. Nothing also where memory does
/// not hold the answer: a file is worth having without.
std::optional<KeptReport> makeReport(
    const SavedIndex& saved, unsigned threads, const Interrupt& interrupt);

} // namespace sweepscope
