// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/database.h"

#include "base/file_handle.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace sweepscope {

namespace {

Error errorOf(const std::string& path, sqlite3* handle, int code) {
    if ((code & 0xff) == SQLITE_FULL)
        return {about(path, say("cannot be written: the disk is full: make room, and try again"))};
    const char* const reason = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
    const bool isDamage = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
    return {about(path, isDamage ? say("damaged, so make it anew from its captures: %1", {{reason}})
                                 : say("SQLite cannot go on: %1", {{reason}}))};
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::bind(int place, std::int64_t number) {
    sqlite3_bind_int64(m_statement.get(), place, number);
}

void Statement::bind(int place, std::string_view text) {
    sqlite3_bind_text64(
        m_statement.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBytes(int place, ByteSpan bytes) {
    sqlite3_bind_blob64(m_statement.get(), place, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::bindNothing(int place) {
    sqlite3_bind_null(m_statement.get(), place);
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        return errorOf(m_path, sqlite3_db_handle(m_statement.get()), code);
    sqlite3_reset(m_statement.get());
    return false;
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const {
    const ByteSpan content = bytes(column);
    return {reinterpret_cast<const char*>(content.data()), content.size()};
}

ByteSpan Statement::bytes(int column) const {
    const void* const bytes = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (bytes == nullptr || size <= 0)
        return {};
    return {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(size)};
}

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close(handle);
}

Result<Database> Database::openToRead(const std::string& path) {
    Database database;
    database.m_path = path;
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    database.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return errorOf(path, handle, code);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Columns are read once, so a cache of pages would only take memory, for each of many parts.
    const Status set = database.run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; "
                                    "PRAGMA mmap_size = 0; PRAGMA query_only = ON; "
                                    "PRAGMA cache_size = 16");
    if (!set.ok())
        return set.error();
    return database;
}

Result<Database> Database::create(
    const std::string& file, const std::string& path, unsigned pageBytes) {
    Database database;
    database.m_path = path;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database.m_handle.reset(handle);
    if (code == SQLITE_CANTOPEN && handle != nullptr)
        return Error{about(
            path, say("cannot be written: %1", {{systemMessage(sqlite3_system_errno(handle))}}))};
    if (code != SQLITE_OK)
        return errorOf(path, handle, code);
    // The name is temporary and the file is flushed as a whole in the end.
    const Status set =
        database.run(fmt::format("PRAGMA page_size = {}; PRAGMA journal_mode = OFF; "
                                 "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE",
            pageBytes));
    if (!set.ok())
        return set.error();
    return database;
}

Status Database::run(const std::string& sql) {
    const int code = sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_path, m_handle.get(), code);
    return {};
}

Result<Statement> Database::prepare(const std::string& sql) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v2(
        m_handle.get(), sql.c_str(), static_cast<int>(sql.size()), &prepared, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_path, m_handle.get(), code);
    Statement statement;
    statement.m_statement.reset(prepared);
    statement.m_path = m_path;
    return statement;
}

Result<std::int64_t> Database::number(const std::string& sql) {
    Result<Statement> statement = prepare(sql);
    if (!statement.ok())
        return statement.error();
    const Result<bool> row = statement.value().step();
    if (!row.ok())
        return row.error();
    return row.value() ? statement.value().number(0) : 0;
}

Status Database::close() {
    sqlite3* const handle = m_handle.release();
    const int code = sqlite3_close(handle);
    if (code == SQLITE_OK)
        return {};
    const Error problem = errorOf(m_path, handle, code);
    m_handle.reset(handle);
    return problem;
}

} // namespace sweepscope
