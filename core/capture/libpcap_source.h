// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/byte_source.h"
#include "capture/frame_source.h"

namespace sweepscope {

/// A capture read through libpcap's own file reader, whatever it can read. `path` is only for
/// messages.
Result<std::unique_ptr<FrameSource>> openThroughLibpcap(
    std::unique_ptr<ByteSource> bytes, const std::string& path, const std::string& packing);

} // namespace sweepscope
