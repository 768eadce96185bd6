// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packed_column.h"

#include <zstd.h>

namespace sweepscope {

namespace {

/// Fast to write, and within a few percent of what slow levels reach on such columns.
constexpr int kLevel = 3;

/// At levels below 0, bytes that do not repeat stay as they are (ZSTD_c_literalCompressionMode in
/// zstd.h), and are unpacked at the speed of memory.
constexpr int kPlainLevel = -1;

/// zstd packs a block of 128 KiB into four bytes at the best.
constexpr std::uint64_t kMostRatio = std::uint64_t{32} * 1024;

/// Bytes in the frame that a checksum ends, as bit 2 of its descriptor says (RFC 8878, 3.1.1.1.1).
bool hasChecksum(ByteSpan packed) {
    constexpr std::size_t kDescriptorAt = 4;
    return packed.size() > kDescriptorAt && (packed[kDescriptorAt] & 4) != 0;
}

} // namespace

void ColumnPacker::Free::operator()(ZSTD_CCtx_s* context) const {
    ZSTD_freeCCtx(context);
}

ColumnPacker::ColumnPacker()
    : m_context(ZSTD_createCCtx()) {
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
}

/// Steps between random targets and times shrink by a few percent only, which is not worth the time
/// at each opening.
std::vector<std::uint8_t> ColumnPacker::pack(ByteSpan content) {
    std::vector<std::uint8_t> packed = packAt(kLevel, content);
    const bool isWorthIt = packed.size() <= content.size() / 5 * 4;
    return isWorthIt ? packed : packAt(kPlainLevel, content);
}

std::vector<std::uint8_t> ColumnPacker::packAt(int level, ByteSpan content) {
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, level);
    std::vector<std::uint8_t> packed(ZSTD_compressBound(content.size()));
    // Cannot fail: the room is what the library asks for.
    packed.resize(ZSTD_compress2(
        m_context.get(), packed.data(), packed.size(), content.data(), content.size()));
    packed.shrink_to_fit();
    return packed;
}

void ColumnUnpacker::Free::operator()(ZSTD_DCtx_s* context) const {
    ZSTD_freeDCtx(context);
}

ColumnUnpacker::ColumnUnpacker()
    : m_context(ZSTD_createDCtx()) {}

std::optional<ByteSpan> ColumnUnpacker::unpack(ByteSpan packed, std::vector<std::uint8_t>& room) {
    const unsigned long long claimed = ZSTD_getFrameContentSize(packed.data(), packed.size());
    const bool isBelievable = claimed != ZSTD_CONTENTSIZE_UNKNOWN &&
                              claimed != ZSTD_CONTENTSIZE_ERROR &&
                              claimed <= packed.size() * kMostRatio;
    if (!isBelievable || !hasChecksum(packed) ||
        ZSTD_findFrameCompressedSize(packed.data(), packed.size()) != packed.size())
        return std::nullopt;
    if (room.size() < claimed)
        room.resize(claimed);
    const std::size_t got =
        ZSTD_decompressDCtx(m_context.get(), room.data(), claimed, packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != claimed)
        return std::nullopt;
    return ByteSpan(room).first(claimed);
}

} // namespace sweepscope
