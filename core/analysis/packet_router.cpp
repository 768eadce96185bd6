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

/// The user's rules are tested behind the others, so that they cost nothing where there are none.
void addUserRules(const UserRules& rules, RoutingScratch& scratch) {
    for (std::size_t i = 0; i < scratch.decoded.packets.size(); ++i)
        scratch.evidence[i].rules.bits |= rules.examine(scratch.decoded.packets[i]).bits;
}

void examinePackets(const UserRules* userRules, RoutingScratch& scratch) {
    const DecodedFrames& decoded = scratch.decoded;
    examine(decoded.packets, scratch.evidence);
    if (userRules != nullptr)
        addUserRules(*userRules, scratch);
    for (std::size_t i = 0; i < decoded.packets.size(); ++i)
        scratch.packets.push_back(toBurstPacket(decoded.packets[i], scratch.evidence[i]));
    for (const Packet6& packet : decoded.packets6) {
        scratch.packets6.push_back(
            {toBurstPacket(packet.packet, examine(packet.packet)), packet.source, packet.target});
    }
}

} // namespace

void routeBatch(
    FrameBatch& batch, const Routing& routing, RoutingScratch& scratch, RoutedBatch& routed) {
    routed.counts = DecodeCounts{};
    routed.order = FrameOrder{};
    routed.activityShift = routing.activityShift;
    routed.activity.clear();
    scratch.packets.clear();
    scratch.packets6.clear();
    if (routing.filter != nullptr)
        routing.filter->apply(batch);
    const std::span<const Frame> frames(batch.frames);
    for (std::size_t at = 0; at < frames.size(); at += kFramesAtOnce) {
        const auto some = frames.subspan(at, std::min(kFramesAtOnce, frames.size() - at));
        const DecodedFrames& decoded = scratch.decoded;
        routing.decoder.decode(some, routing.activityShift, scratch.decoded);
        examinePackets(routing.userRules, scratch);
        routed.counts.add(decoded.counts);
        routed.activity.insert(
            routed.activity.end(), decoded.activity.begin(), decoded.activity.end());
    }
    routed.packets.assign(
        scratch.packets, [](const BurstPacket& packet) { return segmentOf(Ipv4{packet.source}); });
    routed.packets6.assign(
        scratch.packets6, [](const BurstPacket6& packet) { return segmentOf(packet.source); });
    routed.order.add(frames);
    routed.place = batch.place;
    routed.cut = batch.cut;
}

} // namespace sweepscope
