// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/evidence.h"

#include "fingerprint/content.h"
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
    syn.options = packet.transport + TcpHeader::kBytes;
    syn.optionBytes = tcp.headerBytes() - TcpHeader::kBytes;
    return syn;
}

/// What `first` of the shared fields is: the time stamp, where it is the time a scan began.
std::uint32_t firstShared(const SynFields& syn, RuleSet rules) {
    if (rules.has(Rule::zmap41Bsd))
        return readBig32(syn.options + kMacOsTimeStampAt);
    const bool isLinux = rules.has(Rule::zmap41Linux) || rules.has(Rule::zmap41Candidate);
    return isLinux ? readBig32(syn.options + kLinuxTimeStampAt) : syn.sequence;
}

/// Rules that need the options, too.
RuleSet headerRules(const SynFields& syn, RuleSet found) {
    const OptionLayout layout = optionLayoutOf(syn.options, syn.optionBytes);
    RuleSet rules = stackRules(syn, layout);
    rules.add(Rule::headerCaptured);
    if (syn.window == kZmap41Window)
        rules.bits |= zmap41Rules(syn, layout).bits;
    constexpr std::uint64_t kVersioned =
        RuleSet::bitOf(Rule::zmapId) | RuleSet::bitOf(Rule::masscanRelation);
    if ((found.bits & kVersioned) != 0 || layout == OptionLayout::segmentSize)
        rules.bits |= windowRules(syn, layout, found).bits;
    return rules;
}

inline PacketEvidence examineSyn(const Packet& packet) {
    const SynFields syn = synFields(packet);
    std::uint64_t rules = RuleSet::bitOf(Rule::pairwiseTested) |
                          RuleSet::bitIf(isZmapId(syn.ipId), Rule::zmapId) |
                          RuleSet::bitIf(isMasscanRelation(syn), Rule::masscanRelation) |
                          RuleSet::bitIf(isMiraiSequence(syn), Rule::miraiSequence);
    if (packet.transportBytes >= TcpHeader::kWindowBytes) {
        rules |= RuleSet::bitOf(Rule::windowCaptured) |
                 RuleSet::bitIf(isHping3Fields(syn), Rule::hping3Fields) |
                 RuleSet::bitIf(isScapyFields(syn), Rule::scapyFields);
        if (isNmapWindow(syn.window))
            rules |=
                RuleSet::bitOf(Rule::nmapWindow) |
                RuleSet::bitOf(syn.window == 1024 ? Rule::nmapWindow1024 : Rule::nmapWindowOlder);
    }
    if (packet.transportBytes >= TcpHeader::kBytes + syn.optionBytes)
        rules |= headerRules(syn, {rules}).bits;
    return {{rules}, SharedFields::wideOf(firstShared(syn, {rules}), syn.sourcePort, syn.ipId),
        syn.window, sketchHash(nmapValue(syn)), sketchHash(unicornscanKey(syn)),
        sketchHash(unicornscanKeyPlain(syn))};
}

inline PacketEvidence examineOne(const Packet& packet) {
    if (packet.isV6)
        return {};
    if (packet.kind == Kind::syn)
        return examineSyn(packet);
    PacketEvidence evidence;
    if (packet.kind == Kind::udp || packet.kind == Kind::icmpRequest) {
        evidence.rules.addIf(isZmapId(packet.ipId), Rule::zmapId);
        evidence.wide = SharedFields::wideOf(packet.ipLength, packet.sourcePort, packet.ipId);
        evidence.narrow = contentOf(packet);
    }
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
