// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"
#include "export/provenance.h"
#include "interrupt.h"
#include "session/saved_index.h"
#include "tables/snapshot_tables.h"

namespace sweepscope {

/// What every command begins with: captures read, or an index opened in their place, and the
/// question answered.
struct ReadCaptures {
    SnapshotPointer snapshot; ///< null: it failed, and the reason was named on standard error
    Provenance provenance;
    IndexFileFacts facts; ///< what the captures were read with; their hashes only out of an index
    int exitCode = 0; ///< that the command leaves with if it succeeds; if null, that of the failure
};

ReadCaptures readCaptures(const AnalyzeOptions& options, const Interrupt& interrupt);

/// The same of captures that are in memory; databases and lists are those of the options.
ReadCaptures answerAbout(
    const AnalyzeOptions& options, const SavedIndex& saved, const Interrupt& interrupt);

/// Names a problem on standard error.
void complain(const Error& error);

/// Writes to standard output.
void toStandardOutput(std::string_view text);

} // namespace sweepscope
