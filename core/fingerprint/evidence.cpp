// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/evidence.h"

#include "fingerprint/rules.h"
#include "packets/wire.h"

namespace sweepscope {

namespace {

/// The fields that were captured; those that were not are 0.
inline SynFields synFields(const Packet& packet) {
    const TcpHeader tcp{packet.transport};
    SynFields syn;
    syn.target = packet.target;
    syn.sequence = tcp.sequence();
    syn.acknowledgement = tcp.acknowledgement();
    syn.sourcePort = packet.sourcePort;
    syn.targetPort = packet.targetPort;
    syn.ipId = packet.ipId;
    syn.window = packet.transportBytes >= TcpHeader::kWindowBytes ? tcp.window() : std::uint16_t{0};
    syn.ttl = packet.ttl;
    syn.doNotFragment = packet.doNotFragment;
    syn.optionBytes = tcp.headerBytes() - TcpHeader::kBytes;
    return syn;
}

/// Apart from the others, since it is rare: a call that takes all fields by reference would keep
/// them in memory for every packet.
[[gnu::noinline]] bool fitsZmap41(const Packet& packet) {
    SynFields syn = synFields(packet);
    syn.options = packet.transport + TcpHeader::kBytes;
    return isZmap41Fields(syn);
}

inline PacketEvidence examineSyn(const Packet& packet) {
    const SynFields syn = synFields(packet);
    std::uint64_t rules = RuleSet::bitOf(Rule::pairwiseTested) |
                          RuleSet::bitIf(isZmapId(syn.ipId), Rule::zmapId) |
                          RuleSet::bitIf(isMasscanRelation(syn), Rule::masscanRelation) |
                          RuleSet::bitIf(isMiraiSequence(syn), Rule::miraiSequence);
    if (packet.transportBytes >= TcpHeader::kWindowBytes) {
        rules |= RuleSet::bitOf(Rule::windowCaptured) |
                 RuleSet::bitIf(isNmapWindow(syn.window), Rule::nmapWindow) |
                 RuleSet::bitIf(isHping3Fields(syn), Rule::hping3Fields) |
                 RuleSet::bitIf(isScapyFields(syn), Rule::scapyFields);
    }
    if (packet.transportBytes >= TcpHeader::kBytes + syn.optionBytes) {
        rules |= RuleSet::bitOf(Rule::headerCaptured);
        if (syn.window == kZmap41Window && syn.optionBytes != 0)
            rules |= RuleSet::bitIf(fitsZmap41(packet), Rule::zmap41Fields);
    }
    return {{rules}, sketchHash(nmapValue(syn)), sketchHash(unicornscanKey(syn)),
        sketchHash(unicornscanKeyPlain(syn))};
}

inline PacketEvidence examineOne(const Packet& packet) {
    if (packet.isV6)
        return {};
    if (packet.kind == Kind::syn)
        return examineSyn(packet);
    PacketEvidence evidence;
    if (packet.kind == Kind::udp || packet.kind == Kind::icmpRequest)
        evidence.rules.addIf(isZmapId(packet.ipId), Rule::zmapId);
    return evidence;
}

} // namespace

PacketEvidence examine(const Packet& packet) {
    return examineOne(packet);
}

void examine(std::span<const Packet> packets, std::vector<PacketEvidence>& evidence) {
    evidence.resize(packets.size());
    for (std::size_t i = 0; i < packets.size(); ++i)
        evidence[i] = examineOne(packets[i]);
}

} // namespace sweepscope
