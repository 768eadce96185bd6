// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/index_file.h"

#include "base/file_handle.h"
#include "session/packed_column.h"
#include "session/packed_origins.h"
#include "session/varint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zlib.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <new>

namespace sweepscope {

namespace {

/// Counters over time: the shift, then for each slot the step from the number of the one before
/// and the frames of each bin.
std::optional<Activity> unpackActivity(ByteSpan packed) {
    const auto content = unpackColumn(packed);
    if (!content)
        return std::nullopt;
    VarintReader reader(*content);
    const std::uint64_t shift = reader.next();
    const std::uint64_t bins = reader.next();
    constexpr std::uint64_t kMostShift = 40; // at which all times that captures have are one slot
    if (shift > kMostShift || bins > kBinCount)
        return std::nullopt;
    std::vector<ActivitySlot> slots;
    std::int64_t number = 0;
    while (reader.bytesLeft() > 0 && slots.size() <= Activity::kMostSlots) {
        number += reader.nextSigned();
        ActivitySlot& slot = slots.emplace_back();
        slot.number = number;
        for (std::uint64_t bin = 0; bin < bins; ++bin)
            slot.frames[bin] = reader.next();
    }
    if (!reader.isWhole() || slots.size() > Activity::kMostSlots)
        return std::nullopt;
    Activity activity;
    activity.add(static_cast<int>(shift), slots);
    return activity;
}

std::uint32_t checksumOf(ByteSpan content) {
    return static_cast<std::uint32_t>(::crc32_z(0, content.data(), content.size()));
}

Error damaged(const std::string& path, Sentence what) {
    return {about(path, say("damaged: %1; make it anew from its captures", {{std::move(what)}}))};
}

Result<IndexSegment> unpackColumns(const std::string& path, ColumnReading reading, unsigned number,
    const std::array<ByteSpan, kColumnCount>& columns, UnpackingMemory& memory) {
    reading.segment = number;
    UnpackedSegment unpacked;
    try {
        unpacked = unpackSegment(columns, reading, memory);
    } catch (const std::bad_alloc&) {
        return Error{about(path, say("there is not enough memory for its bursts"))};
    }
    if (!unpacked.wrongColumn.empty())
        return damaged(path, say("column %1 of segment %2", {{unpacked.wrongColumn}, {number}}));
    return std::move(unpacked.segment);
}

} // namespace

bool isIndexFile(const std::string& path) {
    constexpr std::size_t kMarkAt = 68; // https://www.sqlite.org/fileformat.html, section 1.3
    constexpr std::string_view kSqlite{"SQLite format 3\0", 16};
    std::array<std::uint8_t, kMarkAt + 4> front{};
    // A pipe must not even be opened: its writer would take the closing for the reader's end.
    std::error_code problem;
    if (path == "-" || !std::filesystem::is_regular_file(path, problem))
        return false;
    const Result<FileHandle> file = FileHandle::openToRead(path);
    if (!file.ok() || !file.value().hasPlaces())
        return false;
    const Result<std::size_t> got = file.value().readAt(0, front);
    return got.ok() && got.value() == front.size() &&
           std::memcmp(front.data(), kSqlite.data(), kSqlite.size()) == 0 &&
           readBig32(front.data() + kMarkAt) == kIndexFileMark;
}

Result<IndexFile> IndexFile::openUnread(const std::string& path) {
    Result<Database> database = Database::openToRead(path);
    if (!database.ok())
        return database.error();
    IndexFile file;
    file.m_path = path;
    file.m_database = std::move(database).value();
    return file;
}

Result<IndexFile> IndexFile::open(const std::string& path) {
    Result<IndexFile> opened = openUnread(path);
    if (!opened.ok())
        return opened.error();
    IndexFile file = std::move(opened).value();
    const Result<std::int64_t> mark = file.m_database->number("PRAGMA application_id");
    if (!mark.ok())
        return mark.error();
    const Result<std::int64_t> version = file.m_database->number("PRAGMA user_version");
    if (!version.ok())
        return version.error();
    if (mark.value() != kIndexFileMark || version.value() < 1)
        return Error{about(path, say("an SQLite file, but no index or session"))};
    if (version.value() > kIndexFileVersion)
        return Error{
            about(path, say("written by a newer Sweepscope (format %1, this one reads up "
                            "to %2): update Sweepscope, or make the file anew with this one",
                            {{static_cast<std::uint64_t>(version.value())},
                                {static_cast<unsigned>(kIndexFileVersion)}}))};
    for (const auto& read :
        {&IndexFile::readFacts, &IndexFile::readActivity, &IndexFile::readSession}) {
        const Status status = (file.*read)();
        if (!status.ok())
            return status.error();
    }
    const Status prepared = file.prepareSegments();
    if (!prepared.ok())
        return prepared.error();
    return file;
}

Result<IndexFile> IndexFile::openSegments(const std::string& path, const ColumnReading& reading) {
    Result<IndexFile> opened = openUnread(path);
    if (!opened.ok())
        return opened.error();
    IndexFile file = std::move(opened).value();
    file.m_reading = reading;
    const Status prepared = file.prepareSegments();
    if (!prepared.ok())
        return prepared.error();
    return file;
}

Status IndexFile::prepareSegments() {
    Result<Statement> segments = m_database->prepare(
        fmt::format("SELECT {} FROM segment WHERE number = ?", fmt::join(kColumnNames, ", ")));
    if (!segments.ok())
        return segments.error();
    m_segments = std::move(segments).value();
    return {};
}

Result<std::string> IndexFile::readDocument(const std::string& name, bool isNeeded) {
    Result<Statement> statement =
        m_database->prepare("SELECT content, crc32 FROM document WHERE name = ?");
    if (!statement.ok())
        return statement.error();
    statement.value().bind(1, name);
    const Result<bool> row = statement.value().step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return isNeeded ? Result<std::string>(damaged(m_path, say("its %1 is missing", {{name}})))
                        : std::string();
    const std::string content(statement.value().text(0));
    if (checksumOf(asBytes(content)) != statement.value().number(1))
        return damaged(m_path, say("its %1 does not fit its checksum", {{name}}));
    return content;
}

Status IndexFile::readFacts() {
    const Result<std::string> text = readDocument("index", true);
    if (!text.ok())
        return text.error();
    std::vector<std::string> rules;
    Result<IndexFileFacts> facts = parseIndexFileFacts(text.value(), rules);
    if (!facts.ok())
        return damaged(m_path, facts.error().sentence);
    m_facts = std::move(facts).value();
    m_reading.gap = m_facts.baseGap;
    for (const std::string& name : rules)
        m_reading.rules.push_back(bitOfStoredName(name));
    if (!m_facts.userRules)
        m_reading.forgetUserRules();
    return {};
}

Status IndexFile::readActivity() {
    const Result<std::string> content = readDocument("activity", true);
    if (!content.ok())
        return content.error();
    auto activity = unpackActivity(asBytes(content.value()));
    if (!activity)
        return damaged(m_path, say("its activity makes no sense"));
    m_facts.activity = std::move(*activity);
    return {};
}

Status IndexFile::readSession() {
    const Result<std::string> text = readDocument("session", false);
    if (!text.ok())
        return text.error();
    if (text.value().empty())
        return {};
    Result<SessionFacts> session = parseSessionFacts(text.value());
    if (!session.ok())
        return damaged(m_path, say("of its session %1", {{session.error().sentence}}));
    m_session = std::move(session).value();
    return {};
}

Result<std::optional<KeptReport>> IndexFile::readReport() {
    const Result<std::string> text = readDocument("report", false);
    if (!text.ok())
        return text.error();
    if (text.value().empty())
        return std::optional<KeptReport>();
    Result<KeptReport> report = parseKeptReport(text.value());
    if (!report.ok())
        return damaged(m_path, report.error().sentence);
    return std::optional(std::move(report).value());
}

Result<std::shared_ptr<const SourceOrigins>> IndexFile::readOrigins() {
    if (!m_facts.isAnonymised)
        return std::shared_ptr<const SourceOrigins>();
    const Result<std::string> content = readDocument("origins", true);
    if (!content.ok())
        return content.error();
    auto origins = unpackOrigins(asBytes(content.value()));
    if (!origins)
        return damaged(m_path, say("its origins make no sense"));
    return std::make_shared<const SourceOrigins>(std::move(*origins));
}

/// The columns are good until the statement's next step.
Result<std::array<ByteSpan, kColumnCount>> IndexFile::findSegment(unsigned number) {
    m_segments->bind(1, std::int64_t{number});
    const Result<bool> row = m_segments->step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return damaged(m_path, say("segment %1 is missing", {{number}}));
    std::array<ByteSpan, kColumnCount> columns;
    for (std::size_t i = 0; i < kColumnCount; ++i)
        columns[i] = m_segments->bytes(static_cast<int>(i));
    return columns;
}

Result<IndexSegment> IndexFile::readSegment(unsigned number, UnpackingMemory& memory) {
    const auto columns = findSegment(number);
    if (!columns.ok())
        return columns.error();
    Result<IndexSegment> segment =
        unpackColumns(m_path, m_reading, number, columns.value(), memory);
    const Result<bool> row = m_segments->step(); // makes the statement ready for the next
    if (!row.ok())
        return row.error();
    return segment;
}

Result<PackedColumns> IndexFile::readPacked(unsigned number) {
    const auto columns = findSegment(number);
    if (!columns.ok())
        return columns.error();
    PackedColumns packed;
    for (std::size_t i = 0; i < kColumnCount; ++i)
        packed[i].assign(columns.value()[i].begin(), columns.value()[i].end());
    const Result<bool> row = m_segments->step();
    if (!row.ok())
        return row.error();
    return packed;
}

Result<IndexSegment> IndexFile::unpack(const std::string& path, ColumnReading reading,
    unsigned number, const PackedColumns& packed, UnpackingMemory& memory) {
    std::array<ByteSpan, kColumnCount> columns;
    for (std::size_t i = 0; i < kColumnCount; ++i)
        columns[i] = packed[i];
    return unpackColumns(path, std::move(reading), number, columns, memory);
}

} // namespace sweepscope
