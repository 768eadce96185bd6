// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/packet_router.h"

#include "fingerprint/examiner.h"

#include <span>
#include <utility>

namespace sweepscope {

namespace {

/// Sorts the packets by segment, each with the evidence that `examine` finds.
template <typename Examine>
void sortPackets(const DecodedFrames& decoded, Examine examine, RoutedBatch& routed) {
    const std::vector<Packet>& packets = decoded.packets;
    const std::vector<Packet6>& packets6 = decoded.packets6;
    routed.packets.assign(
        packets.size(), [&](std::size_t i) { return segmentOf(Ipv4{packets[i].source}); },
        [&](std::size_t i) { return toBurstPacket(packets[i], examine(packets[i])); });
    routed.packets6.assign(
        packets6.size(), [&](std::size_t i) { return segmentOf(packets6[i].source); },
        [&](std::size_t i) {
            const Packet6& each = packets6[i];
            return BurstPacket6{
                toBurstPacket(each.packet, examine(each.packet)), each.source, each.target};
        });
}

} // namespace

void routeBatch(
    FrameBatch& batch, const Routing& routing, DecodedFrames& scratch, RoutedBatch& routed) {
    if (routing.filter != nullptr)
        routing.filter->apply(batch);
    const std::span<const Frame> frames(batch.frames);
    routing.decoder.decode(frames, routing.activityShift, scratch);
    const Examiner examine;
    if (const UserRules* const rules = routing.userRules) {
        sortPackets(
            scratch,
            [&](const Packet& packet) {
                PacketEvidence evidence = examine(packet);
                evidence.rules.bits |= rules->examine(packet).bits;
                return evidence;
            },
            routed);
    } else {
        sortPackets(scratch, examine, routed);
    }
    std::swap(routed.counts, scratch.counts);
    std::swap(routed.activity, scratch.activity);
    routed.activityShift = routing.activityShift;
    routed.order = FrameOrder{};
    routed.order.add(frames);
    routed.place = batch.place;
    routed.cut = batch.cut;
}

} // namespace sweepscope
