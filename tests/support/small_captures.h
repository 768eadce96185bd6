// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/frames.h"

#include <string>
#include <vector>

namespace sweepscope::tests {

/// A capture of a few frames in one of the formats and packings that are read.
struct SmallCapture {
    std::string name;   ///< unique, fit for a file's name
    std::string format; ///< as the reader reports it
    Bytes content;
    std::vector<OwnedFrame> frames;  ///< that it holds
    std::size_t headerBytes = 0;     ///< with fewer bytes there is no capture to speak of
    std::vector<std::size_t> ends;   ///< where frame i is whole in `content`; none: it is packed
    std::vector<std::size_t> bounds; ///< where a record or block ends, the header's end first
    std::size_t tellableFrom = 0;    ///< cut before, it may be taken for another variant
};

/// One of each format, variant and packing: what every reader is tried on.
const std::vector<SmallCapture>& smallCaptures();

} // namespace sweepscope::tests
