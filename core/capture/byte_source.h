// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file_handle.h"
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sweepscope {

/// Bytes in order, from a file, a pipe, or out of a compressed stream. One reader at a time.
class ByteSource {
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Some bytes, at most `into.size()`; 0 only at the end. After an error nothing more comes.
    virtual Result<std::size_t> read(std::span<std::uint8_t> into) = 0;

    /// Bytes of the input file behind all this that were taken so far. May be asked by any thread.
    [[nodiscard]] virtual std::uint64_t bytesTaken() const = 0;
};

/// Reads until `into` is full or the source ends; an error counts only when nothing came before it,
/// so that what was whole is kept and the next call reports it.
Result<std::size_t> readFully(ByteSource& source, std::span<std::uint8_t> into);

/// The file from its present position on.
std::unique_ptr<ByteSource> fromFile(FileHandle file);

/// `front`, which was already taken from `source`, and then the rest of it.
std::unique_ptr<ByteSource> withFront(
    std::vector<std::uint8_t> front, std::unique_ptr<ByteSource> source);

/// Runs `source` on a thread of its own, some blocks ahead of whoever reads here.
std::unique_ptr<ByteSource> readAhead(std::unique_ptr<ByteSource> source);

} // namespace sweepscope
