// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/by_segment.h"
#include "bursts/burst_packet.h"
#include "capture/frame_filter.h"
#include "capture/frame_source.h"
#include "fingerprint/user_rules.h"
#include "packets/decoder.h"
#include "packets/frame_order.h"

#include <optional>
#include <vector>

namespace sweepscope {

/// A batch of frames on its way from reading to bursts: its packets sorted out by segment of the
/// index, and what was counted. Reused.
struct RoutedBatch {
    BatchPlace place;
    std::optional<Cut> cut;
    DecodeCounts counts;
    FrameOrder order;
    int activityShift = 0; ///< that the slots are for
    std::vector<ActivitySlot> activity;
    BySegment<BurstPacket> packets;
    BySegment<BurstPacket6> packets6;
};

/// What all batches go through.
struct Routing {
    const Decoder& decoder;
    const FrameFilter* filter;            ///< null: all frames
    int activityShift;                    ///< as in Activity
    const UserRules* userRules = nullptr; ///< null: none
};

/// Takes out what the filter does not want, takes the rest apart, examines each packet, and sorts
/// the packets by segment. `scratch` is memory that a thread uses for one batch after another.
void routeBatch(
    FrameBatch& batch, const Routing& routing, DecodedFrames& scratch, RoutedBatch& routed);

} // namespace sweepscope
