// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "base/result.h"
#include "session/index_file_facts.h"
#include "session/index_parts.h"
#include "session/kept_report.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sweepscope {

/// An index or a session out of files, ready for questions.
struct SavedIndex {
    IndexedCaptures captures; ///< as a reading of the captures would have given them
    IndexFileFacts facts;
    std::optional<SessionFacts> session;
    std::vector<Sentence> notes;                            ///< what was left out, and why
    std::shared_ptr<const SourceOrigins> origins = nullptr; ///< of an anonymised index; else null

    [[nodiscard]] const PrefixSet& telescope() const { return facts.telescope; }
};

/// The index files that the paths mean: index files themselves, and those directly in a folder that
/// holds no captures. Nothing where any of the paths means anything else.
std::optional<std::vector<std::string>> indexFilesAmong(const std::vector<std::string>& paths);

/// Reads index files into memory, as one index.
Result<SavedIndex> loadIndex(const std::vector<std::string>& files, unsigned threads);

/// What questions are asked about. Sources of an anonymised index keep the origins that they had,
/// and have no labels: their addresses say nothing about who they are. `threads`: 0 for as many as
/// the machine has.
Material materialOf(const SavedIndex& saved, const GeoDatabases& databases,
    const KnownScanners& known = {}, unsigned threads = 0);

struct SaveOptions {
    bool hasTable = true; ///< with the table that other programs read
    Shard shard;          ///< only the segments of this shard are written
    unsigned threads = 0;
    const SourceOrigins* origins = nullptr; ///< kept with an anonymised index
    const KeptReport* report = nullptr;     ///< to the question of what is written; null: none
};

/// Writes an index in memory to a file, whole or not at all. With `session` the file is a session.
Status saveIndex(const std::string& path, const BurstIndex& index, const IndexFileFacts& facts,
    const SessionFacts* session, const SaveOptions& options, const std::stop_token& stop = {});

/// Writes what the parts are together to a file, whole or not at all, segment by segment: memory
/// holds a few segments, however many parts there are. Many small parts are merged in groups first,
/// in a folder beside `path` that takes as much room as they do and is removed in the end.
Status mergeParts(const std::string& path, const IndexParts& parts, const SaveOptions& options,
    const std::stop_token& stop = {});

} // namespace sweepscope
