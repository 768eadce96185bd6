// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "analysis/wanted_packets.h"
#include "base/bytes.h"
#include "base/progress.h"
#include "base/result.h"
#include "capture/link_type.h"

#include <cstdint>
#include <limits>
#include <stop_token>
#include <string>
#include <vector>

namespace sweepscope {

/// One packet as its capture has it, for showing and saving. Fields that its protocol does not have
/// or that were not captured are 0.
struct PacketRecord {
    Timestamp time;
    Address source;
    Address target;
    Kind kind = Kind::syn;
    std::uint16_t sourcePort = 0;
    std::uint16_t targetPort = 0;
    std::uint16_t ipId = 0;
    std::uint8_t ttl = 0;
    std::uint8_t flags = 0; ///< of TCP
    std::uint16_t window = 0;
    std::uint32_t sequence = 0;
    std::uint32_t ipLength = 0;
    LinkType link;
    std::uint32_t original = 0; ///< bytes of the frame on the wire
    std::uint32_t captured = 0; ///< bytes of it here
    std::size_t begin = 0;      ///< where they begin in FoundPackets::bytes
};

struct FoundPackets {
    std::vector<PacketRecord> packets; ///< by time
    std::vector<std::uint8_t> bytes;   ///< of all frames
    bool isCutOff = false;             ///< there may be more: a limit was reached
    bool isStopped = false;
    std::vector<Sentence> problems; ///< files that could not be read again, and why

    [[nodiscard]] ByteSpan bytesOf(const PacketRecord& packet) const {
        return {bytes.data() + packet.begin, packet.captured};
    }
};

/// Enough for any picture; a few megabytes.
struct PacketLimits {
    std::size_t packets = 5'000;
    std::size_t bytes = std::size_t{16} << 20;
    /// As many as there are, where that is known: nobody looks further when they are found.
    std::uint64_t expected = std::numeric_limits<std::uint64_t>::max();
};

/// Reads captures again, as they were read for `captures`, and keeps the packets that are wanted:
/// the first of them in the order of files, up to the limits. Files that hold nothing of the time
/// wanted are left alone; the reading ends as soon as a limit is reached. `stop` is looked at every
/// few megabytes.
///
/// Fails when no file could be read again (standard input never can).
Result<FoundPackets> readPacketsOf(const CaptureReport& captures, const PrefixSet& telescope,
    const WantedPackets& choice, const PacketLimits& limits, Progress& progress,
    const std::stop_token& stop);

} // namespace sweepscope
