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
    routed.packets.assign(
        decoded.packets, [](const Packet& packet) { return segmentOf(Ipv4{packet.source}); },
        [examine](const Packet& packet) { return toBurstPacket(packet, examine(packet)); });
    routed.packets6.assign(
        decoded.packets6, [](const Packet6& packet) { return segmentOf(packet.source); },
        [examine](const Packet6& packet) {
            return BurstPacket6{
                toBurstPacket(packet.packet, examine(packet.packet)), packet.source, packet.target};
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
            [examine, rules](const Packet& packet) {
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
    routed.order = scratch.order;
    routed.place = batch.place;
    routed.cut = batch.cut;
}

} // namespace sweepscope
