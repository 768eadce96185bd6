// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "geo/source_origins.h"
#include "session/database.h"
#include "session/index_file_facts.h"
#include "session/kept_report.h"
#include "session/packed_column.h"
#include "session/segment_columns.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace sweepscope {

/// In the header of an SQLite file, which makes it an index of ours: "SwSc".
constexpr std::int64_t kIndexFileMark = 0x53775363;

/// Rises when a program that knows only the one before would read a file wrongly.
constexpr std::int64_t kIndexFileVersion = 1;

/// Whether the file begins as an index or a session does, whatever its name.
bool isIndexFile(const std::string& path);

/// An index or session file that is being read. For one thread; each opens its own.
class IndexFile {
public:
    /// Reads everything but the bursts. Fails on files of other programs, of newer versions, and
    /// on damage.
    static Result<IndexFile> open(const std::string& path);

    /// Opens a file whose facts are known for its segments alone: much faster, and in little
    /// memory. `reading`: of the file as `open` gave it.
    static Result<IndexFile> openSegments(const std::string& path, const ColumnReading& reading);

    [[nodiscard]] const std::string& path() const { return m_path; }

    [[nodiscard]] const IndexFileFacts& facts() const { return m_facts; }

    [[nodiscard]] const ColumnReading& reading() const { return m_reading; }

    /// Nothing where the file is an index alone.
    [[nodiscard]] const std::optional<SessionFacts>& session() const { return m_session; }

    /// A segment that the shard has. Fails where its columns are damaged.
    Result<IndexSegment> readSegment(unsigned number, UnpackingMemory& memory);

    /// The same in two steps: as it lies in the file, and what that makes.
    Result<PackedColumns> readPacked(unsigned number);
    static Result<IndexSegment> unpack(const std::string& path, ColumnReading reading,
        unsigned number, const PackedColumns& packed, UnpackingMemory& memory);

    /// The report to the file's own question; nothing where none was kept.
    Result<std::optional<KeptReport>> readReport();

    /// Countries and networks of the sources, of an anonymised index; null for others.
    Result<std::shared_ptr<const SourceOrigins>> readOrigins();

private:
    Result<std::string> readDocument(const std::string& name, bool isNeeded);
    Status readFacts();
    Status readActivity();
    Status readSession();
    static Result<IndexFile> openUnread(const std::string& path);
    Status prepareSegments();
    Result<std::array<ByteSpan, kColumnCount>> findSegment(unsigned number);

    std::string m_path;
    std::optional<Database> m_database;
    std::optional<Statement> m_segments;
    IndexFileFacts m_facts;
    std::optional<SessionFacts> m_session;
    ColumnReading m_reading;
};

/// About what the segments of an index come to in a file.
std::uint64_t segmentBytesOf(const BurstIndex& index);

/// Writes a new file: segments one by one, in any order, then the facts. `file` is the name to
/// write under, `path` the one for messages.
class IndexFileWriter {
public:
    /// `hasTable`: with the table of bursts for other programs, which this one does not read.
    /// `segmentBytes`: about what the segments will come to.
    static Result<IndexFileWriter> create(const std::string& file, const std::string& path,
        bool hasTable, std::uint64_t segmentBytes);

    /// `packed` is the segment's.
    Status add(unsigned number, const PackedColumns& packed, const IndexSegment& segment);

    /// Nothing may be added after this.
    /// `origins`: kept with an anonymised index, else null; `report`: null where none is kept.
    Status finish(const IndexFileFacts& facts, const SessionFacts* session,
        const SourceOrigins* origins, const KeptReport* report = nullptr);

private:
    Status makeTables();
    Status addBursts(const IndexSegment& segment);
    Status addCaptures(const IndexFileFacts& facts);
    Status addDocument(const std::string& name, std::string_view content);

    std::optional<Database> m_database;
    std::optional<Statement> m_insertSegment;
    std::optional<Statement> m_insertBurst; ///< nothing without the table
};

} // namespace sweepscope
