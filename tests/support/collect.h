// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/frame_source.h"
#include "support/frames.h"

#include <optional>
#include <string>
#include <vector>

namespace sweepscope::tests {

/// All that a source gave.
struct Collected {
    std::vector<OwnedFrame> frames;
    std::optional<Cut> cut;
};

/// In the calling thread, as forEachFrame does it.
Collected collect(FrameSource& source);

/// With so many threads calling `next` at once, batches confirmed in order behind them.
Collected collectByThreads(FrameSource& source, unsigned threads);

/// The first difference between two lists of frames in words: time, lengths, bytes, link type.
/// Nothing where they are equal.
std::string differenceOf(
    const std::vector<OwnedFrame>& got, const std::vector<OwnedFrame>& expected);

} // namespace sweepscope::tests
