// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/arrangement.h"
#include "sample/frame.h"
#include "sample/plan.h"

#include <optional>

namespace sweepscope::sample {

/// The plan as a classic pcap file: microseconds, little endian, Ethernet.
Bytes pcapBytes(const Plan& plan, const Arrangement& arrangement);

/// The bytes as one gzip member at level 9, without time or name; nothing if zlib refuses.
std::optional<Bytes> gzipped(Bytes bytes);

} // namespace sweepscope::sample
