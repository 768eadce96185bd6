// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/evidence.h"

#include "fingerprint/content.h"
#include "fingerprint/examiner.h"

namespace sweepscope {

/// Only what was captured is tested: not the options, and the window where it is there (it is 0
/// where it is not).
PacketEvidence Examiner::examineCutSyn(const Packet& packet) {
    const bool hasWindow = packet.transportBytes >= TcpHeader::kWindowBytes;
    const SynFields syn =
        synFields(packet, hasWindow ? TcpHeader{packet.transport}.window() : std::uint16_t{0});
    RuleSet rules = fieldRules(syn);
    rules.add(Rule::pairwiseTested);
    if (hasWindow) {
        rules.add(Rule::windowCaptured);
        rules.bits |= windowFieldRules(syn).bits;
    }
    return evidenceOf(syn, rules);
}

PacketEvidence Examiner::examineOther(const Packet& packet) {
    PacketEvidence evidence;
    if (packet.isV6 || (packet.kind != Kind::udp && packet.kind != Kind::icmpRequest))
        return evidence;
    evidence.rules.addIf(isZmapId(packet.ipId), Rule::zmapId);
    evidence.wide = SharedFields::wideOf(packet.ipLength, packet.sourcePort, packet.ipId);
    evidence.narrow = contentOf(packet);
    return evidence;
}

PacketEvidence examine(const Packet& packet) {
    return Examiner()(packet);
}

} // namespace sweepscope
