// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "capture/frame_source.h"

#include <cstdint>
#include <span>

namespace sweepscope {

/// What the order of a file's frames tells about its making: clocks that ran backwards, frames that
/// were recorded twice. Runs of one file are joined in file order.
struct FrameOrder {
    Timestamp first; ///< time of the first frame in the file's order, not the earliest
    Timestamp last;
    std::uint64_t frames = 0;
    std::uint64_t backwards = 0; ///< frames with an earlier time than the one before
    Duration largestStepBack;
    std::uint64_t duplicates = 0; ///< frames with all bytes of one of the two before, within 1 ms
    std::uint64_t untimed = 0;    ///< frames without a time (pcapng's simple packets)

    bool operator==(const FrameOrder&) const = default;

    void add(std::span<const Frame> batch);
    /// What comes next in the file. Duplicates across the seam are not seen.
    void append(const FrameOrder& next);
};

} // namespace sweepscope
