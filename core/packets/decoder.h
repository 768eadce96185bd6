// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "capture/frame_source.h"
#include "packets/activity.h"
#include "packets/decode_counts.h"
#include "packets/frame_order.h"
#include "packets/packet.h"

#include <span>
#include <vector>

namespace sweepscope {

/// What became of some frames. Reused from batch to batch.
///
/// Packets carry every frame that has a source, also those that are only kept for it: kind
/// `fragment`, `outside` or `malformed`.
struct DecodedFrames {
    std::vector<Packet> packets;   ///< IPv4, in the order of the frames
    std::vector<Packet6> packets6; ///< IPv6, likewise
    DecodeCounts counts;
    FrameOrder order;
    std::vector<ActivitySlot> activity; ///< of intervals as long as the decoder was told
};

struct DecoderOptions {
    PrefixSet telescope; ///< packets to other targets are `outside`; empty: there is no outside
    bool entersTunnels = false; ///< the innermost IP header counts instead of the outermost
};

/// Takes frames apart. Holds no state between batches, so threads may share one.
class Decoder {
public:
    explicit Decoder(DecoderOptions options)
        : m_options(std::move(options)) {}

    /// Fills `decoded` anew. `activityShift` as in Activity.
    void decode(std::span<const Frame> frames, int activityShift, DecodedFrames& decoded) const;

private:
    DecoderOptions m_options;
};

} // namespace sweepscope
