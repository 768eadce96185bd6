// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/packet_router.h"

#include "fingerprint/evidence.h"

#include <algorithm>
#include <span>

namespace sweepscope {

namespace {

/// Frames taken apart at once: few enough that their packets are still in the nearest cache when
/// they are examined and sorted.
constexpr std::size_t kFramesAtOnce = 256;

void routePackets(const DecodedFrames& decoded, RoutedBatch& routed) {
    for (const Packet& packet : decoded.packets) {
        routed.packets[segmentOf(Ipv4{packet.source})].push_back(
            toBurstPacket(packet, examine(packet)));
    }
    for (const Packet6& packet : decoded.packets6) {
        routed.packets6[segmentOf(packet.source)].push_back(
            {toBurstPacket(packet.packet, examine(packet.packet)), packet.source, packet.target});
    }
}

} // namespace

void routeBatch(
    FrameBatch& batch, const Routing& routing, DecodedFrames& decoded, RoutedBatch& routed) {
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        routed.packets[segment].clear();
        routed.packets6[segment].clear();
    }
    routed.counts = DecodeCounts{};
    routed.order = FrameOrder{};
    routed.activityShift = routing.activityShift;
    routed.activity.clear();
    if (routing.filter != nullptr)
        routing.filter->apply(batch);
    const std::span<const Frame> frames(batch.frames);
    for (std::size_t at = 0; at < frames.size(); at += kFramesAtOnce) {
        const auto some = frames.subspan(at, std::min(kFramesAtOnce, frames.size() - at));
        routing.decoder.decode(some, routing.activityShift, decoded);
        routePackets(decoded, routed);
        routed.counts.add(decoded.counts);
        routed.activity.insert(
            routed.activity.end(), decoded.activity.begin(), decoded.activity.end());
    }
    routed.order.add(frames);
    routed.place = batch.place;
    routed.cut = batch.cut;
}

} // namespace sweepscope
