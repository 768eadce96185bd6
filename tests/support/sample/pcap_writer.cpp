// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/pcap_writer.h"

#include <zlib.h>

#include <utility>

namespace sweepscope::sample {
namespace {

constexpr std::uint32_t kMagicMicroseconds = 0xa1b2c3d4;
constexpr std::uint32_t kSnapLength = 65535;
constexpr std::uint32_t kLinkEthernet = 1;

void putLittle32(Bytes& bytes, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<std::uint8_t>(value >> shift & 0xff));
    }
}

void putFileHeader(Bytes& bytes) {
    putLittle32(bytes, kMagicMicroseconds);
    putLittle32(bytes, 2 | 4U << 16); // version 2.4
    putLittle32(bytes, 0);            // hours from UTC
    putLittle32(bytes, 0);            // accuracy
    putLittle32(bytes, kSnapLength);
    putLittle32(bytes, kLinkEthernet);
}

void putRecordHeader(Bytes& bytes, const PlannedFrame& frame) {
    const auto second = std::chrono::duration_cast<std::chrono::seconds>(frame.time);
    putLittle32(bytes, static_cast<std::uint32_t>(kDayBegin + second.count()));
    putLittle32(bytes, static_cast<std::uint32_t>((frame.time - second).count()));
    putLittle32(bytes, frame.captured);
    putLittle32(bytes, frame.original);
}

} // namespace

Bytes pcapBytes(const Plan& plan, const Arrangement& arrangement) {
    Bytes bytes;
    putFileHeader(bytes);
    for (const std::uint32_t index : arrangement.order) {
        const PlannedFrame& frame = plan.frames()[index];
        putRecordHeader(bytes, frame);
        const auto captured = plan.bytes(frame);
        bytes.insert(bytes.end(), captured.begin(), captured.end());
    }
    return bytes;
}

std::optional<Bytes> gzipped(Bytes bytes) {
    constexpr int kGzipWindow = 15 + 16;
    constexpr int kMostMemory = 9;
    z_stream stream = {};
    if (deflateInit2(&stream, 9, Z_DEFLATED, kGzipWindow, kMostMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        return std::nullopt;
    }
    gz_header header = {};
    header.os = 255; // unknown: the same bytes on every system
    deflateSetHeader(&stream, &header);
    Bytes packed(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    stream.next_in = bytes.data();
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    const int state = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return state == Z_STREAM_END ? std::optional(std::move(packed)) : std::nullopt;
}

} // namespace sweepscope::sample
