// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/evidence.h"
#include "fingerprint/syn_rule_table.h"
#include "packets/wire.h"

namespace sweepscope {

/// Tests every rule that applies to a packet's kind on the bytes that were captured: `examine` of
/// evidence.h for the innermost loop, without a call for the packets that are nearly all.
class Examiner {
public:
    Examiner()
        : m_table(SynRuleTable::instance()) {}

    [[nodiscard]] PacketEvidence operator()(const Packet& packet) const {
        const bool isSyn = packet.kind == Kind::syn && !packet.isV6;
        return isSyn ? examineSyn(packet) : examineOther(packet);
    }

private:
    [[nodiscard]] PacketEvidence examineSyn(const Packet& packet) const {
        if (packet.transportBytes < TcpHeader{packet.transport}.headerBytes())
            return examineCutSyn(packet);
        const SynFields syn = synFields(packet, TcpHeader{packet.transport}.window());
        return evidenceOf(syn, m_table.rulesOf(syn));
    }

    static PacketEvidence evidenceOf(const SynFields& syn, RuleSet rules) {
        return {rules, SharedFields::wideOf(firstShared(syn, rules), syn.sourcePort, syn.ipId),
            syn.window, sketchHashIf(rules.has(Rule::nmapWindow), nmapValue(syn)),
            sketchHash(unicornscanKey(syn)), sketchHash(unicornscanKeyPlain(syn))};
    }

    static SynFields synFields(const Packet& packet, std::uint16_t window) {
        const TcpHeader tcp{packet.transport};
        SynFields syn;
        syn.target = packet.target;
        syn.sequence = tcp.sequence();
        syn.acknowledgement = tcp.acknowledgement();
        syn.sourcePort = packet.sourcePort;
        syn.targetPort = packet.targetPort;
        syn.ipId = packet.ipId;
        syn.window = window;
        syn.ttl = packet.ttl;
        syn.doNotFragment = packet.doNotFragment;
        syn.options = packet.transport + TcpHeader::kBytes;
        syn.optionBytes = tcp.headerBytes() - TcpHeader::kBytes;
        return syn;
    }

    /// What `first` of the shared fields is: the time stamp, where it is the time a scan began.
    static std::uint32_t firstShared(const SynFields& syn, RuleSet rules) {
        constexpr std::uint64_t kLinux =
            RuleSet::bitOf(Rule::zmap41Linux) | RuleSet::bitOf(Rule::zmap41Candidate);
        constexpr std::uint64_t kStamped = kLinux | RuleSet::bitOf(Rule::zmap41Bsd);
        if ((rules.bits & kStamped) == 0)
            return syn.sequence;
        const bool isLinux = (rules.bits & kLinux) != 0;
        return readBig32(syn.options + (isLinux ? kLinuxTimeStampAt : kMacOsTimeStampAt));
    }

    static PacketEvidence examineCutSyn(const Packet& packet);
    static PacketEvidence examineOther(const Packet& packet);

    const SynRuleTable& m_table;
};

} // namespace sweepscope
