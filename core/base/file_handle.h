// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <utility>

namespace sweepscope {

/// An open file, closed when this goes away. Reading needs no shared position: `readAt` may be
/// called from many threads at once.
class FileHandle {
public:
    /// Opens for reading. A directory, a missing file and a missing right are told apart.
    static Result<FileHandle> openToRead(const std::string& path);

    /// Standard input, which has no size and no places.
    static FileHandle standardInput();

    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&& other) noexcept;
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;
    ~FileHandle();

    /// False for a pipe, which can only be read from its front.
    [[nodiscard]] bool hasPlaces() const { return m_hasPlaces; }

    /// Bytes in the file now; 0 where there are no places.
    [[nodiscard]] std::uint64_t size() const;

    /// Reads until `into` is full or the file ends; gives the number of bytes read.
    [[nodiscard]] Result<std::size_t> readAt(
        std::uint64_t offset, std::span<std::uint8_t> into) const;

    /// From now on `read` ends as if the file ended when `stop` is requested, at the latest a tenth
    /// of a second later, even while it waits for whoever writes into a pipe.
    void endReadingOn(std::stop_token stop) { m_stop = std::move(stop); }

    /// Reads some bytes from the present position; 0 at the end.
    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> into);

private:
    FileHandle(int descriptor, bool owned, bool hasPlaces)
        : m_descriptor(descriptor)
        , m_owned(owned)
        , m_hasPlaces(hasPlaces) {}

    [[nodiscard]] bool waitForBytes() const;
    void close();

    int m_descriptor = -1;
    bool m_owned = false;
    bool m_hasPlaces = false;
    std::stop_token m_stop;
};

/// "No such file or directory" and its like, for the error number given.
std::string systemMessage(int errorNumber);

} // namespace sweepscope
