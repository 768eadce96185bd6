// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace sweepscope {

/// Packs columns; keeps zstd's working memory from one to the next.
class ColumnPacker {
public:
    ColumnPacker();

    /// One zstd frame (RFC 8878) with its content's size and checksum, so that damage is found.
    std::vector<std::uint8_t> pack(ByteSpan content);

private:
    std::vector<std::uint8_t> packAt(int level, ByteSpan content);

    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
    };

    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
};

/// Unpacks them; likewise.
class ColumnUnpacker {
public:
    ColumnUnpacker();

    /// The content, in the front of `room`, which is made larger where that is needed; nothing
    /// where the bytes are not exactly one such frame. A claimed size is believed only as far as
    /// zstd could have reached it.
    std::optional<ByteSpan> unpack(ByteSpan packed, std::vector<std::uint8_t>& room);

private:
    struct Free {
        void operator()(ZSTD_DCtx_s* context) const;
    };

    std::unique_ptr<ZSTD_DCtx_s, Free> m_context;
};

inline std::vector<std::uint8_t> packColumn(ByteSpan content) {
    return ColumnPacker().pack(content);
}

inline std::optional<std::vector<std::uint8_t>> unpackColumn(ByteSpan packed) {
    std::vector<std::uint8_t> room;
    if (!ColumnUnpacker().unpack(packed, room))
        return std::nullopt;
    return room;
}

} // namespace sweepscope
