// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/index_file.h"
#include "session/packed_column.h"
#include "session/packed_origins.h"
#include "session/varint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zlib.h>

namespace sweepscope {

namespace {

/// What other programs read. The views need nothing that only SQLite has.
constexpr const char* kReadableTables = R"sql(
CREATE TABLE kind(number INTEGER PRIMARY KEY, name TEXT NOT NULL, bin TEXT NOT NULL,
                  protocol TEXT NOT NULL);
CREATE TABLE rule(bit INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE capture(path TEXT NOT NULL, format TEXT NOT NULL, link TEXT NOT NULL,
                     frames INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
                     first_ns INTEGER, last_ns INTEGER, note TEXT NOT NULL);
CREATE TABLE burst(source INTEGER, source6 TEXT, kind INTEGER NOT NULL, port INTEGER NOT NULL,
                   first_ns INTEGER NOT NULL, length_ns INTEGER NOT NULL,
                   packets INTEGER NOT NULL, targets INTEGER NOT NULL, rules INTEGER);
CREATE VIEW bursts AS
SELECT coalesce(burst.source6,
           CAST((burst.source >> 24) & 255 AS TEXT) || '.' ||
           CAST((burst.source >> 16) & 255 AS TEXT) || '.' ||
           CAST((burst.source >> 8) & 255 AS TEXT) || '.' ||
           CAST(burst.source & 255 AS TEXT)) AS source,
       kind.name AS kind, kind.bin AS bin, kind.protocol AS protocol, burst.port AS port,
       burst.first_ns / 1e9 AS first_s, (burst.first_ns + burst.length_ns) / 1e9 AS last_s,
       burst.first_ns AS first_ns, burst.first_ns + burst.length_ns AS last_ns,
       burst.packets AS packets, burst.targets AS targets, burst.rules AS rules
FROM burst JOIN kind ON kind.number = burst.kind;
CREATE VIEW probes AS SELECT * FROM bursts WHERE bin = 'probe';
)sql";

std::vector<std::uint8_t> packActivity(const Activity& activity) {
    VarintWriter writer;
    writer.add(static_cast<std::uint64_t>(activity.shift()));
    writer.add(kBinCount);
    std::int64_t before = 0;
    for (const ActivitySlot& slot : activity.filledSlots()) {
        writer.addSigned(slot.number - before);
        before = slot.number;
        for (const std::uint64_t frames : slot.frames)
            writer.add(frames);
    }
    return packColumn(writer.bytes());
}

/// SQLite reads page by page, so that large ones are faster. A segment leaves half a page free, on
/// average, which must stay a few percent.
unsigned pageBytesFor(std::uint64_t segmentBytes) {
    constexpr std::uint64_t kLeastPages = 16; // of a segment
    unsigned bytes = 1024;
    while (bytes < 32768 && std::uint64_t{2} * bytes * kLeastPages * kSegments <= segmentBytes)
        bytes *= 2;
    return bytes;
}

Status stepOnce(Statement& statement) {
    const Result<bool> stepped = statement.step();
    return stepped.ok() ? Status() : Status(stepped.error());
}

} // namespace

std::uint64_t segmentBytesOf(const BurstIndex& index) {
    constexpr std::uint64_t kBurstBytes = 12; // all columns but the targets
    std::uint64_t bytes = kBurstBytes * index.burstCount();
    for (const IndexSegment& segment : index.segments)
        bytes += segment.targets.bytes() / 2;
    return bytes;
}

Result<IndexFileWriter> IndexFileWriter::create(
    const std::string& file, const std::string& path, bool hasTable, std::uint64_t segmentBytes) {
    Result<Database> database = Database::create(file, path, pageBytesFor(segmentBytes));
    if (!database.ok())
        return database.error();
    IndexFileWriter writer;
    writer.m_database = std::move(database).value();
    Status status = writer.makeTables();
    if (!status.ok())
        return status.error();
    const std::vector<std::string> places(kColumnCount, "?");
    Result<Statement> insertSegment = writer.m_database->prepare(
        fmt::format("INSERT INTO segment VALUES (?, {})", fmt::join(places, ", ")));
    if (!insertSegment.ok())
        return insertSegment.error();
    writer.m_insertSegment = std::move(insertSegment).value();
    if (!hasTable)
        return writer;
    Result<Statement> insertBurst =
        writer.m_database->prepare("INSERT INTO burst VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insertBurst.ok())
        return insertBurst.error();
    writer.m_insertBurst = std::move(insertBurst).value();
    return writer;
}

Status IndexFileWriter::makeTables() {
    std::string sql = "BEGIN; CREATE TABLE document(name TEXT PRIMARY KEY, content BLOB NOT NULL, "
                      "crc32 INTEGER NOT NULL); CREATE TABLE segment(number INTEGER PRIMARY KEY";
    for (const std::string_view column : kColumnNames)
        sql += fmt::format(", {} BLOB NOT NULL", column);
    sql += ");";
    sql += kReadableTables;
    for (std::size_t i = 0; i < kKindCount; ++i) {
        const KindFacts& kind = kKindFacts[i];
        sql += fmt::format("INSERT INTO kind VALUES ({}, '{}', '{}', '{}');", i, kind.name,
            nameOf(kind.bin), nameOf(kind.protocol));
    }
    for (std::size_t i = 0; i < kRuleCount; ++i)
        sql += fmt::format("INSERT INTO rule VALUES ({}, '{}');", i, kStoredRuleNames[i]);
    return m_database->run(sql);
}

Status IndexFileWriter::add(
    unsigned number, const PackedColumns& packed, const IndexSegment& segment) {
    m_insertSegment->bind(1, std::int64_t{number});
    for (std::size_t i = 0; i < kColumnCount; ++i)
        m_insertSegment->bindBytes(static_cast<int>(i) + 2, packed[i]);
    Status status = stepOnce(*m_insertSegment);
    return status.ok() && m_insertBurst ? addBursts(segment) : status;
}

Status IndexFileWriter::addBursts(const IndexSegment& segment) {
    std::string source6;
    for (const Burst& burst : segment.bursts) {
        const Address source = segment.sources[burst.source];
        if (source.isV4()) {
            m_insertBurst->bind(1, std::int64_t{source.v4().value});
            m_insertBurst->bindNothing(2);
        } else {
            source6 = toText(source);
            m_insertBurst->bindNothing(1);
            m_insertBurst->bind(2, source6);
        }
        m_insertBurst->bind(3, static_cast<std::int64_t>(burst.kind));
        m_insertBurst->bind(4, std::int64_t{burst.port});
        m_insertBurst->bind(5, burst.time.first.nanoseconds);
        m_insertBurst->bind(6, burst.time.length().nanoseconds);
        m_insertBurst->bind(7, static_cast<std::int64_t>(burst.packets));
        m_insertBurst->bind(8, std::int64_t{burst.targets.count});
        if (burst.ruleCounts == 0)
            m_insertBurst->bind(9, static_cast<std::int64_t>(builtIn(burst.rules)));
        else
            m_insertBurst->bindNothing(9);
        Status status = stepOnce(*m_insertBurst);
        if (!status.ok())
            return status;
    }
    return {};
}

Status IndexFileWriter::addCaptures(const IndexFileFacts& facts) {
    Result<Statement> insert =
        m_database->prepare("INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert.ok())
        return insert.error();
    Statement& row = insert.value();
    for (std::size_t i = 0; i < facts.captures.files.size(); ++i) {
        const FileReport& file = facts.captures.files[i];
        row.bind(1, file.path);
        row.bind(2, file.format);
        row.bind(3, file.link);
        row.bind(4, static_cast<std::int64_t>(file.frames));
        row.bind(5, static_cast<std::int64_t>(file.bytes));
        row.bind(6, i < facts.hashes.size() ? std::string_view(facts.hashes[i]) : "");
        row.bindNothing(7);
        row.bindNothing(8);
        if (!file.time.isEmpty()) {
            row.bind(7, file.time.first.nanoseconds);
            row.bind(8, file.time.last.nanoseconds);
        }
        const std::string note = file.note.text(); // bound, so it stays until the step
        row.bind(9, note);
        Status status = stepOnce(row);
        if (!status.ok())
            return status;
    }
    return {};
}

Status IndexFileWriter::addDocument(const std::string& name, std::string_view content) {
    Result<Statement> insert = m_database->prepare("INSERT INTO document VALUES (?, ?, ?)");
    if (!insert.ok())
        return insert.error();
    insert.value().bind(1, name);
    insert.value().bind(2, content);
    const ByteSpan bytes = asBytes(content);
    insert.value().bind(3, static_cast<std::int64_t>(::crc32_z(0, bytes.data(), bytes.size())));
    return stepOnce(insert.value());
}

Status IndexFileWriter::finish(const IndexFileFacts& facts, const SessionFacts* session,
    const SourceOrigins* origins, const KeptReport* report) {
    m_insertSegment.reset();
    m_insertBurst.reset();
    const std::vector<std::uint8_t> activity = packActivity(facts.activity);
    Status status = addCaptures(facts);
    if (status.ok())
        status = addDocument("index", toJson(facts));
    if (status.ok())
        status = addDocument(
            "activity", {reinterpret_cast<const char*>(activity.data()), activity.size()});
    if (status.ok() && origins != nullptr) {
        const std::vector<std::uint8_t> packed = packOrigins(*origins);
        status =
            addDocument("origins", {reinterpret_cast<const char*>(packed.data()), packed.size()});
    }
    if (status.ok() && session != nullptr)
        status = addDocument("session", toJson(*session));
    if (status.ok() && report != nullptr)
        status = addDocument("report", toJson(*report));
    if (status.ok())
        status = m_database->run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};"
                                             " COMMIT",
            kIndexFileMark, kIndexFileVersion));
    return status.ok() ? m_database->close() : status;
}

} // namespace sweepscope
