// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bursts/burst_index.h"
#include "session/index_file.h"
#include "session/index_file_facts.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sweepscope {

/// A part that is in memory: captures just read.
struct FreshPart {
    std::shared_ptr<const BurstIndex> index;
    IndexFileFacts facts;
};

/// The facts of an index in memory. `hashes`: of the report's files, in their order.
IndexFileFacts factsOf(const BurstIndex& index, const CaptureReport& report,
    const PrefixSet& telescope, std::optional<double> telescopeAddresses,
    std::vector<std::string> hashes);

/// Index files, and perhaps fresh captures, seen as one index: parts of time (hours, files) are
/// merged, shards of sources stand side by side. Nothing of them is held but their facts.
///
/// The result is the one that a single reading of all captures would have given, in whatever order
/// the parts are named. So they must have been read alike: the same telescope, filter and tunnels.
/// A part whose captures all are in the others too is left out with a note; where only some of them
/// are, merging is refused, since bursts cannot be taken apart again.
class IndexParts {
public:
    static Result<IndexParts> open(
        const std::vector<std::string>& paths, std::optional<FreshPart> fresh = std::nullopt);

    /// Of the whole; `probeTargets` and `probeSources` only where there is one part.
    [[nodiscard]] const IndexFileFacts& facts() const { return m_facts; }

    /// Of the first part that is a session.
    [[nodiscard]] const std::optional<SessionFacts>& session() const { return m_session; }

    /// What was left out, and why: whole sentences.
    [[nodiscard]] const std::vector<Sentence>& notes() const { return m_notes; }

    /// Countries and networks that an anonymised file keeps; null for others.
    [[nodiscard]] Result<std::shared_ptr<const SourceOrigins>> readOrigins() const;

    [[nodiscard]] bool isOneFile() const { return m_files.size() == 1 && !m_fresh; }

    /// Files, without captures just read.
    [[nodiscard]] std::size_t fileCount() const { return m_files.size(); }

    /// Bytes of all files.
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    /// Some of the files, as parts of the same whole: what they are together is for its gap, but
    /// knows nothing of its captures.
    [[nodiscard]] IndexParts filesFrom(std::size_t first, std::size_t count) const;

    /// The same whole, out of other files, which `filesFrom` and this program have made.
    [[nodiscard]] IndexParts inFiles(const std::vector<std::string>& paths) const;

    /// Gives merged segments. Each thread has its own.
    ///
    /// A few files stay open. Of many parts, each would be opened again for every segment, which
    /// takes longer than to read it; so some segments are read ahead then, as they lie in the file.
    class Reader {
    public:
        /// `numbers`: the segments that it will be asked for, in that order; `readers` that share
        /// the memory for what is read ahead.
        Reader(const IndexParts& parts, std::vector<unsigned> numbers, std::size_t readers);

        /// Nobody else holds what it gives.
        Result<std::shared_ptr<IndexSegment>> read(unsigned number);

    private:
        struct Ahead {
            unsigned number = 0;
            PackedColumns packed;
        };

        Result<IndexSegment> readFrom(std::size_t part, unsigned number);
        Result<IndexSegment> readAhead(std::size_t part, unsigned number);

        const IndexParts& m_parts;
        std::vector<unsigned> m_numbers;
        std::size_t m_atOnce = 1;                     ///< segments
        std::vector<std::optional<IndexFile>> m_open; ///< by part; empty where these are many
        std::vector<std::deque<Ahead>> m_ahead;       ///< by part, else
        UnpackingMemory m_memory;
    };

private:
    /// What is remembered of each part: there may be thousands.
    struct Part {
        std::string path; ///< of a file; empty for the fresh one
        Shard shard;
        Duration baseGap;
        bool isAnonymised = false;
        std::set<std::string> captures; ///< what tells each from others
        ColumnReading reading;

        [[nodiscard]] Result<IndexFile> open() const; ///< for its segments
    };

    static Part partOf(const std::string& path, const IndexFileFacts& facts, ColumnReading reading);
    Status addFile(const std::string& path);
    Status demandAlike(const std::string& path, const IndexFileFacts& facts) const;
    Status decide();
    Status leaveOutDoubles();
    void forgetUserRules();
    void addUp(const IndexFileFacts& facts);
    Status addUpAnew();
    Status finishSum();
    Status checkShards(const std::vector<Part>& group);

    std::vector<Part> m_files;
    std::uint64_t m_bytes = 0; ///< of all files
    std::optional<FreshPart> m_fresh;
    bool m_hasFacts = false;    ///< of a first part
    bool m_rulesDiffer = false; ///< those of users
    IndexFileFacts m_facts;     ///< added up so far
    std::optional<SessionFacts> m_session;
    std::vector<Sentence> m_notes;
};

} // namespace sweepscope
