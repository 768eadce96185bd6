// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/packed.h"

#include <bzlib.h>
#include <lz4.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zstd.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace sweepscope::tests {

namespace {

void require(bool isGood, const char* what) {
    if (!isGood)
        throw std::runtime_error(what);
}

Bytes zstdFrame(const Bytes& content) {
    Bytes out(ZSTD_compressBound(content.size()));
    ZSTD_CCtx* const context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    const std::size_t size =
        ZSTD_compress2(context, out.data(), out.size(), content.data(), content.size());
    ZSTD_freeCCtx(context);
    require(ZSTD_isError(size) == 0, "ZSTD_compress2");
    out.resize(size);
    return out;
}

Bytes lz4Frame(const Bytes& content) {
    LZ4F_preferences_t preferences{};
    preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
    Bytes out(LZ4F_compressFrameBound(content.size(), &preferences));
    const std::size_t size =
        LZ4F_compressFrame(out.data(), out.size(), content.data(), content.size(), &preferences);
    require(LZ4F_isError(size) == 0, "LZ4F_compressFrame");
    out.resize(size);
    return out;
}

Bytes xzStream(const Bytes& content) {
    constexpr std::uint32_t kLevel = 0; // a small dictionary, so that many can be opened
    Bytes out(lzma_stream_buffer_bound(content.size()));
    std::size_t size = 0;
    require(lzma_easy_buffer_encode(kLevel, LZMA_CHECK_CRC64, nullptr, content.data(),
                content.size(), out.data(), &size, out.size()) == LZMA_OK,
        "lzma_easy_buffer_encode");
    out.resize(size);
    return out;
}

Bytes bzip2Stream(const Bytes& content) {
    Bytes out(content.size() + content.size() / 100 + 600); // the bound that its manual gives
    auto size = static_cast<unsigned>(out.size());
    std::string copy(content.begin(), content.end());
    std::string written(out.size(), '\0');
    require(BZ2_bzBuffToBuffCompress(written.data(), &size, copy.data(),
                static_cast<unsigned>(copy.size()), 1, 0, 0) == BZ_OK,
        "BZ2_bzBuffToBuffCompress");
    return {written.begin(), written.begin() + size};
}

void putLittle32(Bytes& bytes, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

} // namespace

Bytes packed(const Bytes& content, Packing packing) {
    switch (packing) {
    case Packing::gzip:
        return gzipped(content);
    case Packing::zstd:
        return zstdFrame(content);
    case Packing::lz4:
        return lz4Frame(content);
    case Packing::lz4Legacy:
        return packedLz4Legacy(content, content.size());
    case Packing::xz:
        return xzStream(content);
    case Packing::bzip2:
        return bzip2Stream(content);
    default:
        return content;
    }
}

Bytes packedLz4Legacy(const Bytes& content, std::size_t blockBytes) {
    const std::string plain(content.begin(), content.end());
    std::string block(
        static_cast<std::size_t>(LZ4_compressBound(static_cast<int>(blockBytes))), '\0');
    Bytes out = {0x02, 0x21, 0x4c, 0x18};
    for (std::size_t at = 0; at < plain.size(); at += blockBytes) {
        const int size = LZ4_compress_default(plain.data() + at, block.data(),
            static_cast<int>(std::min(blockBytes, plain.size() - at)),
            static_cast<int>(block.size()));
        require(size > 0, "LZ4_compress_default");
        putLittle32(out, static_cast<std::size_t>(size));
        out.insert(out.end(), block.begin(), block.begin() + size);
    }
    return out;
}

Bytes skippableFrame(std::size_t bytes) {
    Bytes out = {0x5a, 0x2a, 0x4d, 0x18};
    putLittle32(out, bytes);
    out.resize(out.size() + bytes, 0x11);
    return out;
}

} // namespace sweepscope::tests
