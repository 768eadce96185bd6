// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/frames.h"

#include <zlib.h>

#include <stdexcept>

namespace sweepscope::tests {

namespace {

class Writer {
public:
    explicit Writer(bool bigEndian)
        : m_bigEndian(bigEndian) {}

    void put(std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) {
            const int shift = 8 * (m_bigEndian ? bytes - 1 - i : i);
            m_bytes.push_back(static_cast<std::uint8_t>(value >> shift));
        }
    }

    void put(const Bytes& bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }

    Bytes take() { return std::move(m_bytes); }

private:
    bool m_bigEndian;
    Bytes m_bytes;
};

std::uint32_t magicOf(const PcapStyle& style) {
    if (style.magic != 0)
        return style.magic;
    if (style.modified)
        return 0xa1b2cd34;
    return style.nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4;
}

} // namespace

Bytes pcapFile(const std::vector<OwnedFrame>& frames, const PcapStyle& style) {
    Writer out(style.bigEndian);
    out.put(magicOf(style), 4);
    out.put(style.major, 2);
    out.put(style.minor, 2);
    out.put(0, 4);
    out.put(0, 4);
    out.put(style.snapLength, 4);
    out.put(style.link.number, 4);
    out.put(Bytes(style.fileHeaderBytes - 24));
    for (const OwnedFrame& frame : frames) {
        const std::int64_t unit = style.nanoseconds ? 1 : 1000;
        out.put(static_cast<std::uint32_t>(frame.time.nanoseconds / 1'000'000'000), 4);
        out.put(static_cast<std::uint32_t>(frame.time.nanoseconds % 1'000'000'000 / unit), 4);
        const auto captured = static_cast<std::uint32_t>(frame.bytes.size());
        const std::uint32_t original = frame.original != 0 ? frame.original : captured;
        out.put(style.originalFirst ? original : captured, 4);
        out.put(style.originalFirst ? captured : original, 4);
        out.put(Bytes(style.wholeRecordHeader() - 16));
        out.put(frame.bytes);
    }
    return out.take();
}

Bytes gzipped(const Bytes& content) {
    z_stream stream{};
    constexpr int kGzip = 15 + 16;
    if (deflateInit2(&stream, 9, Z_DEFLATED, kGzip, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflateInit2");
    Bytes packed(deflateBound(&stream, content.size()));
    stream.next_in = const_cast<Bytef*>(content.data());
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        throw std::runtime_error("deflate");
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

FrameBatch batchOf(const std::vector<OwnedFrame>& frames) {
    FrameBatch batch;
    for (const OwnedFrame& frame : frames) {
        const auto captured = static_cast<std::uint32_t>(frame.bytes.size());
        batch.frames.push_back({frame.bytes.data(), captured,
            frame.original != 0 ? frame.original : captured, frame.time, frame.link});
    }
    return batch;
}

std::vector<OwnedFrame> noisyFrames(std::size_t count) {
    std::vector<OwnedFrame> frames;
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < count; ++i) {
        OwnedFrame frame;
        frame.time = {1'500'000'000'000'000'000 + static_cast<std::int64_t>(i) * 1'000};
        for (int byte = 0; byte < 60; ++byte) {
            state = state * 1'664'525 + 1'013'904'223;
            frame.bytes.push_back(static_cast<std::uint8_t>(state >> 28));
        }
        frames.push_back(std::move(frame));
    }
    return frames;
}

Bytes joined(const Bytes& a, const Bytes& b) {
    Bytes both = a;
    both.insert(both.end(), b.begin(), b.end());
    return both;
}

Bytes frontOf(const Bytes& bytes, std::size_t count) {
    return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count)};
}

void putBig16(Bytes& bytes, std::uint32_t value) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(value));
}

void putBig32(Bytes& bytes, std::uint32_t value) {
    putBig16(bytes, value >> 16);
    putBig16(bytes, value & 0xffff);
}

} // namespace sweepscope::tests
