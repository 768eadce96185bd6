// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace sweepscope {

/// A prepared statement of SQLite. What a row gives is good until the next step.
class Statement {
public:
    /// The place of a value counts from 1, as SQLite has it. Bytes and texts must live until the
    /// step.
    void bind(int place, std::int64_t number);
    void bind(int place, std::string_view text);
    void bind(int place, std::string&& text) = delete; // gone before the step
    void bindBytes(int place, ByteSpan bytes);
    void bindNothing(int place);

    /// Whether there is a row; after the last, the statement can be bound and run again.
    [[nodiscard]] Result<bool> step();

    /// The place of a column counts from 0.
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] ByteSpan bytes(int column) const;

private:
    friend class Database;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::string m_path; ///< for messages
};

/// An SQLite file, closed when this goes away. For one thread at a time.
class Database {
public:
    /// For reading alone: nothing is written beside the file, and its schema is not trusted.
    static Result<Database> openToRead(const std::string& path);

    /// A new file, without a journal: whoever makes one writes it under a temporary name. `path` is
    /// for messages; `pageBytes` a power of two from 512 to 65536.
    static Result<Database> create(
        const std::string& file, const std::string& path, unsigned pageBytes = 1024);

    /// Statements that give no rows.
    Status run(const std::string& sql);
    Result<Statement> prepare(const std::string& sql);

    /// The first number that a query gives; 0 without a row.
    Result<std::int64_t> number(const std::string& sql);

    /// Closes, and says whether everything was written.
    Status close();

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };

    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_path;
};

} // namespace sweepscope
