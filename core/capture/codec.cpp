// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/codec.h"

#include "capture/lz4_legacy.h"

#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace sweepscope {

namespace {

constexpr const char* kNoMemory = "there is not enough memory to unpack it";

/// Windows and dictionaries larger than this are refused; the usual programs stay below.
constexpr std::uint64_t kMostMemory = 256ULL << 20;
constexpr int kMostWindowBits = 27;

/// Libraries count buffers with narrower integers than ours.
template <typename Narrow>
Narrow held(std::size_t size) {
    return static_cast<Narrow>(
        std::min<std::size_t>(size, std::size_t{std::numeric_limits<std::int32_t>::max()}));
}

class GzipCodec final : public Codec {
public:
    GzipCodec() {
        constexpr int kGzipOnly = 15 + 16; // largest window; gzip wrapping and no other
        m_isReady = inflateInit2(&m_stream, kGzipOnly) == Z_OK;
    }

    ~GzipCodec() override {
        if (m_isReady)
            inflateEnd(&m_stream);
    }

    Step run(ByteSpan in, std::span<std::uint8_t> out) override {
        if (!m_isReady)
            return {0, 0, false, kNoMemory};
        m_stream.next_in = const_cast<Bytef*>(in.data()); // zlib's interface; it only reads
        m_stream.avail_in = held<uInt>(in.size());
        m_stream.next_out = out.data();
        m_stream.avail_out = held<uInt>(out.size());
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        const bool isGood = result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR;
        const char* const said = m_stream.msg != nullptr ? m_stream.msg : "unknown damage";
        return {static_cast<std::size_t>(m_stream.next_in - in.data()),
            static_cast<std::size_t>(m_stream.next_out - out.data()), result == Z_STREAM_END,
            isGood ? nullptr : said};
    }

    void beginMember() override { inflateReset(&m_stream); }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

class ZstdCodec final : public Codec {
public:
    ZstdCodec()
        : m_stream(ZSTD_createDStream()) {
        if (m_stream != nullptr)
            ZSTD_DCtx_setParameter(m_stream, ZSTD_d_windowLogMax, kMostWindowBits);
    }

    ~ZstdCodec() override { ZSTD_freeDStream(m_stream); }

    Step run(ByteSpan in, std::span<std::uint8_t> out) override {
        if (m_stream == nullptr)
            return {0, 0, false, kNoMemory};
        ZSTD_inBuffer input{in.data(), in.size(), 0};
        ZSTD_outBuffer output{out.data(), out.size(), 0};
        const std::size_t result = ZSTD_decompressStream(m_stream, &output, &input);
        const bool isGood = ZSTD_isError(result) == 0;
        return {input.pos, output.pos, result == 0, isGood ? nullptr : ZSTD_getErrorName(result)};
    }

    void beginMember() override { ZSTD_DCtx_reset(m_stream, ZSTD_reset_session_only); }

private:
    ZSTD_DStream* m_stream;
};

class Lz4Codec final : public Codec {
public:
    Lz4Codec() {
        if (LZ4F_isError(LZ4F_createDecompressionContext(&m_context, LZ4F_VERSION)) != 0)
            m_context = nullptr;
    }

    ~Lz4Codec() override { LZ4F_freeDecompressionContext(m_context); }

    Step run(ByteSpan in, std::span<std::uint8_t> out) override {
        if (m_context == nullptr)
            return {0, 0, false, kNoMemory};
        std::size_t consumed = in.size();
        std::size_t produced = out.size();
        const std::size_t result =
            LZ4F_decompress(m_context, out.data(), &produced, in.data(), &consumed, nullptr);
        const bool isGood = LZ4F_isError(result) == 0;
        return {consumed, produced, result == 0, isGood ? nullptr : LZ4F_getErrorName(result)};
    }

    void beginMember() override { LZ4F_resetDecompressionContext(m_context); }

private:
    LZ4F_dctx* m_context = nullptr;
};

class XzCodec final : public Codec {
public:
    XzCodec() { open(); }

    ~XzCodec() override { lzma_end(&m_stream); }

    Step run(ByteSpan in, std::span<std::uint8_t> out) override {
        if (!m_isReady)
            return {0, 0, false, kNoMemory};
        m_stream.next_in = in.data();
        m_stream.avail_in = in.size();
        m_stream.next_out = out.data();
        m_stream.avail_out = out.size();
        const lzma_ret result = lzma_code(&m_stream, LZMA_RUN);
        return {in.size() - m_stream.avail_in, out.size() - m_stream.avail_out,
            result == LZMA_STREAM_END, problemOf(result)};
    }

    void beginMember() override { open(); }

private:
    void open() { m_isReady = lzma_stream_decoder(&m_stream, kMostMemory, 0) == LZMA_OK; }

    static const char* problemOf(lzma_ret result) {
        switch (result) {
        case LZMA_OK:
        case LZMA_STREAM_END:
        case LZMA_BUF_ERROR:
            return nullptr;
        case LZMA_FORMAT_ERROR:
            return "it is not xz";
        case LZMA_MEMLIMIT_ERROR:
        case LZMA_MEM_ERROR:
            return kNoMemory;
        default:
            return "the data is corrupt";
        }
    }

    lzma_stream m_stream = LZMA_STREAM_INIT;
    bool m_isReady = false;
};

class Bzip2Codec final : public Codec {
public:
    Bzip2Codec() { open(); }

    ~Bzip2Codec() override { close(); }

    Step run(ByteSpan in, std::span<std::uint8_t> out) override {
        if (!m_isReady)
            return {0, 0, false, kNoMemory};
        const auto inSize = held<unsigned>(in.size());
        const auto outSize = held<unsigned>(out.size());
        // bzip2's interface has plain char, and reads only.
        m_stream.next_in = reinterpret_cast<char*>(const_cast<std::uint8_t*>(in.data()));
        m_stream.avail_in = inSize;
        m_stream.next_out = reinterpret_cast<char*>(out.data());
        m_stream.avail_out = outSize;
        const int result = BZ2_bzDecompress(&m_stream);
        const bool isGood = result == BZ_OK || result == BZ_STREAM_END;
        const char* const said = result == BZ_MEM_ERROR ? kNoMemory : "the data is corrupt";
        return {inSize - m_stream.avail_in, outSize - m_stream.avail_out, result == BZ_STREAM_END,
            isGood ? nullptr : said};
    }

    void beginMember() override {
        close();
        open();
    }

private:
    void open() {
        m_stream = bz_stream{};
        m_isReady = BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK;
    }

    void close() {
        if (m_isReady)
            BZ2_bzDecompressEnd(&m_stream);
        m_isReady = false;
    }

    bz_stream m_stream{};
    bool m_isReady = false;
};

} // namespace

std::unique_ptr<Codec> makeCodec(Packing packing) {
    switch (packing) {
    case Packing::gzip:
        return std::make_unique<GzipCodec>();
    case Packing::zstd:
        return std::make_unique<ZstdCodec>();
    case Packing::lz4:
        return std::make_unique<Lz4Codec>();
    case Packing::lz4Legacy:
        return makeLz4LegacyCodec();
    case Packing::xz:
        return std::make_unique<XzCodec>();
    case Packing::bzip2:
        return std::make_unique<Bzip2Codec>();
    case Packing::none:
        break;
    }
    return nullptr;
}

} // namespace sweepscope
