// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/packet_behaviour.h"

#include <algorithm>
#include <map>
#include <set>

namespace sweepscope {

namespace {

void lookAtTargets(const std::vector<PacketRecord>& packets, PacketBehaviour& behaviour) {
    constexpr std::uint64_t kLeastSteps = 10;
    constexpr double kNearlyAll = 0.9;
    std::map<Address, std::uint64_t> hits;
    std::uint64_t up = 0;
    std::uint64_t steps = 0;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        ++hits[packets[i].target];
        if (i == 0 || packets[i].target == packets[i - 1].target)
            continue;
        ++steps;
        up += packets[i - 1].target < packets[i].target ? 1 : 0;
    }
    behaviour.targets = hits.size();
    behaviour.repeated = static_cast<std::uint64_t>(
        std::count_if(hits.begin(), hits.end(), [](const auto& each) { return each.second > 1; }));
    if (steps == 0)
        return;
    behaviour.shareOfUpSteps = static_cast<double>(up) / static_cast<double>(steps);
    if (steps < kLeastSteps)
        return;
    behaviour.order = behaviour.shareOfUpSteps >= kNearlyAll       ? TargetOrder::ascending
                      : behaviour.shareOfUpSteps <= 1 - kNearlyAll ? TargetOrder::descending
                                                                   : TargetOrder::unordered;
}

void lookAtGaps(const std::vector<PacketRecord>& packets, PacketBehaviour& behaviour) {
    if (packets.size() < 2)
        return;
    std::vector<double> gaps;
    for (std::size_t i = 1; i < packets.size(); ++i)
        gaps.push_back((packets[i].time - packets[i - 1].time).inSeconds());
    std::sort(gaps.begin(), gaps.end());
    behaviour.shortestGap = gaps.front();
    behaviour.medianGap = gaps[gaps.size() / 2];
    behaviour.longestGap = gaps.back();
}

} // namespace

PacketBehaviour behaviourOf(const std::vector<PacketRecord>& packets) {
    PacketBehaviour behaviour;
    behaviour.packets = packets.size();
    if (packets.empty())
        return behaviour;
    lookAtTargets(packets, behaviour);
    lookAtGaps(packets, behaviour);
    std::set<std::uint8_t> ttls;
    std::set<std::uint16_t> ports;
    for (const PacketRecord& packet : packets) {
        ttls.insert(packet.ttl);
        const Protocol protocol = protocolOf(packet.kind);
        if (protocol == Protocol::tcp || protocol == Protocol::udp)
            ports.insert(packet.sourcePort);
    }
    behaviour.ttls = ttls.size();
    behaviour.lowestTtl = *ttls.begin();
    behaviour.highestTtl = *ttls.rbegin();
    behaviour.sourcePorts = ports.size();
    if (!ports.empty()) {
        behaviour.lowestSourcePort = *ports.begin();
        behaviour.highestSourcePort = *ports.rbegin();
    }
    return behaviour;
}

} // namespace sweepscope
