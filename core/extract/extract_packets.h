// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "base/progress.h"
#include "base/result.h"
#include "bursts/burst_index.h"
#include "capture/frame_filter.h"
#include "extract/packet_choice.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sweepscope {

/// What an index of the captures tells ahead of reading them.
struct KnownTimes {
    std::vector<TimeRange> times; ///< of the choice (timesOf)
    std::vector<FileReport> files;

    /// For the captures that the index was made of.
    static KnownTimes of(
        const BurstIndex& index, const CaptureReport& captures, const PacketChoice& choice);
};

struct ExtractOptions {
    PacketChoice choice;
    PrefixSet telescope; ///< as in ReadOptions: decides what is `outside`
    bool entersTunnels = false;
    std::shared_ptr<const FrameFilter> filter; ///< null: all
    std::optional<KnownTimes> known;           ///< files and moments without a match are skipped
};

struct ExtractReport {
    std::uint64_t frames = 0; ///< that were written
    bool isPcapng = false;
    std::size_t skippedFiles = 0;  ///< that by the index hold nothing of the choice
    std::vector<FileReport> files; ///< that were read; only path, cut and skip are filled in
    bool isStopped = false;

    [[nodiscard]] bool isComplete() const;
    /// No capture could be opened.
    [[nodiscard]] bool isNothing() const;
};

/// Copies the chosen packets of captures into a new capture, whole or not at all, in the order of
/// the files and of the packets in each. Lengths, times and their precision stay. A name that ends
/// in ".pcapng" asks for that format; it is also taken where one classic file cannot hold all of
/// the packets, because they have several link types or times that it has no numbers for.
///
/// Stopped, it writes nothing.
Result<ExtractReport> extractPackets(const std::vector<std::string>& given,
    const std::string& output, const ExtractOptions& options, Progress& progress,
    const std::stop_token& stop);

} // namespace sweepscope
