// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "analysis/live_reading.h"
#include "base/address.h"
#include "base/progress.h"
#include "base/result.h"
#include "bursts/burst_index.h"
#include "capture/frame_filter.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace sweepscope {

struct ReadOptions {
    PrefixSet telescope;  ///< packets to other targets are `outside`; empty: there is no outside
    unsigned threads = 0; ///< 0: as many as the machine has
    Duration baseGap = kBaseGap;
    bool entersTunnels = false; ///< the innermost IP header counts instead of the outermost
    std::shared_ptr<const FrameFilter>
        filter;                      ///< frames that do not match are not there; null: all
    std::uint64_t memoryCeiling = 0; ///< bytes; past it the index coarsens (MemoryCeiling); 0: any
    std::shared_ptr<const UserRules> userRules; ///< to test packets on besides; null: none
    std::string rulesPath;                      ///< where those were read from
};

/// Reads captures into one index: the walk from files to bursts, in parallel.
///
/// `paths` are files and folders, whose captures are read. They are one time line, whatever their
/// order: each is read whole, and what belongs together is joined. A file that cannot be opened or
/// read to its end is reported, and the rest is read. `stop` is looked at every few megabytes; what
/// was read until then is kept and marked.
///
/// `live`, where given, is shown what was read so far, now and then.
///
/// Fails only when no file gave anything: then with the first file's reason.
Result<IndexedCaptures> indexCaptures(const std::vector<std::string>& paths,
    const ReadOptions& options, Progress& progress, const std::stop_token& stop,
    const LiveReading* live = nullptr);

/// Threads for `wanted`, where 0 means as many as the machine has.
unsigned threadCount(unsigned wanted);

} // namespace sweepscope
