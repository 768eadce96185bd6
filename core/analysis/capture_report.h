// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/sentence.h"
#include "base/time.h"
#include "packets/frame_order.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sweepscope {

struct Cut;

/// What came of one capture file.
struct FileReport {
    std::string path;
    std::string format; ///< "pcap", "pcap (nanoseconds), gzip"; empty where it could not be opened
    std::string link;
    std::uint32_t snapLength = 0; ///< as the file claims for its first interface; 0: none
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0; ///< of the file, as far as it was read
    TimeRange time;
    bool isTruncated = false; ///< what could be read ends before the file does
    Sentence note;            ///< why, with the place; or why it could not be opened
    bool isSkipped = false;   ///< nothing of it is in the results
    FrameOrder order;

    bool operator==(const FileReport&) const = default;

    /// It could not be opened, and `why`, which may name its path, says why.
    void skip(const Error& why);
    /// What lies behind the cut is in no result.
    void endAt(const Cut& cut);
    [[nodiscard]] Sentence noteWithPath() const;

    /// What became of a file that was skipped, or read in part.
    [[nodiscard]] Sentence problem() const;
};

/// What came of all of them.
struct CaptureReport {
    std::vector<FileReport> files; ///< in order of time
    bool isStopped = false;        ///< somebody stopped the reading; what was read is kept
    std::size_t ignoredFiles = 0;  ///< in folders that were given, and no capture by their content
    std::string filter;            ///< only frames that match it were read; empty: all
    bool entersTunnels = false;    ///< the innermost IP header counted
    std::string rulesPath;         ///< of the user's rules; empty: there were none
    std::uint64_t memoryOverrun = 0; ///< bytes of the index, where a ceiling of memory allows less

    bool operator==(const CaptureReport&) const = default;

    /// Everything that was given is in the results.
    [[nodiscard]] bool isComplete() const;
};

} // namespace sweepscope
