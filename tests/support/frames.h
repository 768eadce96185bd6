// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "capture/frame_source.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sweepscope::tests {

using Bytes = std::vector<std::uint8_t>;

/// A frame that owns its bytes.
struct OwnedFrame {
    Timestamp time;
    Bytes bytes;
    std::uint32_t original = 0; ///< 0: as long as the bytes
    LinkType link = link::kEthernet;
};

/// How a classic capture is written.
struct PcapStyle {
    bool bigEndian = false;
    bool nanoseconds = false;
    bool modified = false;      ///< the magic of Kuznetzov's patch, and record headers of 24 bytes
    bool originalFirst = false; ///< the two lengths the other way round, as old versions had them
    std::uint32_t snapLength = 65535;
    LinkType link = link::kEthernet;
    std::uint16_t major = 2;
    std::uint16_t minor = 4;
    std::uint32_t magic = 0;              ///< 0: what follows from the above
    std::uint32_t fileHeaderBytes = 24;   ///< more are zeros
    std::uint32_t recordHeaderBytes = 16; ///< likewise

    [[nodiscard]] std::uint32_t wholeRecordHeader() const {
        return modified && recordHeaderBytes == 16 ? 24 : recordHeaderBytes;
    }
};

/// A classic capture file as bytes.
Bytes pcapFile(const std::vector<OwnedFrame>& frames, const PcapStyle& style = {});

/// The same bytes as one gzip member.
Bytes gzipped(const Bytes& content);

/// A batch whose frames point into `frames`, which must outlive it.
FrameBatch batchOf(const std::vector<OwnedFrame>& frames);

/// Frames of 60 bytes that no packing makes very small, a microsecond apart.
std::vector<OwnedFrame> noisyFrames(std::size_t count);

/// The one behind the other.
Bytes joined(const Bytes& a, const Bytes& b);

/// The first `count` bytes.
Bytes frontOf(const Bytes& bytes, std::size_t count);

void putBig16(Bytes& bytes, std::uint32_t value);
void putBig32(Bytes& bytes, std::uint32_t value);

} // namespace sweepscope::tests
