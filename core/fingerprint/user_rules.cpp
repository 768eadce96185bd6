// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/user_rules.h"

#include "packets/wire.h"

#include <algorithm>
#include <array>

namespace sweepscope {

namespace {

std::uint64_t sentTtl(std::uint8_t ttl) {
    constexpr std::array<std::uint8_t, 4> kFirst = {32, 64, 128, 255};
    return *std::lower_bound(kFirst.begin(), kFirst.end(), ttl);
}

std::uint64_t valueOf(const Packet& packet, PacketField field) {
    const TcpHeader tcp{packet.transport};
    switch (field) {
    case PacketField::ipId:
        return packet.ipId;
    case PacketField::ttl:
        return packet.ttl;
    case PacketField::firstTtl:
        return sentTtl(packet.ttl);
    case PacketField::length:
        return packet.ipLength;
    case PacketField::doNotFragment:
        return packet.doNotFragment ? 1 : 0;
    case PacketField::sourcePort:
        return packet.sourcePort;
    case PacketField::port:
        return packet.targetPort;
    case PacketField::sequence:
        return tcp.sequence();
    case PacketField::acknowledgement:
        return tcp.acknowledgement();
    case PacketField::flags:
        return tcp.flags();
    case PacketField::window:
        return tcp.window();
    }
    return 0;
}

bool holds(const FieldCondition& condition, const Packet& packet) {
    const std::uint64_t value = valueOf(packet, condition.field);
    return std::any_of(condition.ranges.begin(), condition.ranges.end(),
        [&](const ValueRange& range) { return range.from <= value && value <= range.to; });
}

/// What relations look at: one packet's numbers.
struct Numbers {
    std::uint32_t target;
    std::uint32_t sequence;
    std::uint16_t ipId;
    std::uint16_t sourcePort;
    std::uint16_t port;
};

struct Relation {
    const char* name;
    bool (*holds)(const Numbers&);
};

constexpr std::uint16_t low16(std::uint32_t value) {
    return static_cast<std::uint16_t>(value);
}

constexpr std::array kRelations = std::to_array<Relation>({
    {"sequence = target", [](const Numbers& n) { return n.sequence == n.target; }},
    {"sequence = swapped target",
        [](const Numbers& n) { return n.sequence == __builtin_bswap32(n.target); }},
    {"sequence high = sequence low",
        [](const Numbers& n) { return n.sequence >> 16 == low16(n.sequence); }},
    {"ip_id = target ^ port ^ sequence",
        [](const Numbers& n) { return n.ipId == low16(n.target ^ n.port ^ n.sequence); }},
    {"ip_id = target", [](const Numbers& n) { return n.ipId == low16(n.target); }},
    {"ip_id = sequence", [](const Numbers& n) { return n.ipId == low16(n.sequence); }},
    {"ip_id = port", [](const Numbers& n) { return n.ipId == n.port; }},
    {"source_port = port", [](const Numbers& n) { return n.sourcePort == n.port; }},
    {"source_port = target", [](const Numbers& n) { return n.sourcePort == low16(n.target); }},
});

bool isTcp(const Packet& packet) {
    return packet.protocol == ip_protocol::kTcp;
}

Numbers numbersOf(const Packet& packet) {
    return {packet.target, isTcp(packet) ? TcpHeader{packet.transport}.sequence() : 0, packet.ipId,
        packet.sourcePort, packet.targetPort};
}

/// The kinds of the options are these, in this order, and nothing else follows.
bool hasOptions(const Packet& packet, const std::vector<std::uint8_t>& kinds) {
    const std::uint32_t end = TcpHeader{packet.transport}.headerBytes();
    std::uint32_t at = TcpHeader::kBytes;
    for (const std::uint8_t kind : kinds) {
        if (at >= end || packet.transport[at] != kind)
            return false;
        if (kind == 0)
            return kind == kinds.back(); // behind the end of the list all is padding
        const std::uint32_t length =
            kind == 1 ? 1U : (at + 1 < end ? packet.transport[at + 1] : 0U);
        if (length == 0 || (kind > 1 && length < 2) || length > end - at)
            return false;
        at += length;
    }
    return at == end;
}

/// Of a TCP header, so many bytes must have been captured.
std::uint32_t neededBytes(const UserRule& rule, const Packet& packet) {
    if (!isTcp(packet))
        return 0;
    if (rule.options)
        return std::max(TcpHeader::kBytes, TcpHeader{packet.transport}.headerBytes());
    const bool asksWindow = std::any_of(rule.conditions.begin(), rule.conditions.end(),
        [](const FieldCondition& each) { return each.field == PacketField::window; });
    return asksWindow ? TcpHeader::kWindowBytes : TcpHeader::kLeastBytes;
}

bool fits(const UserRule& rule, const Packet& packet) {
    const auto isMet = [&](const FieldCondition& condition) { return holds(condition, packet); };
    if (!std::all_of(rule.conditions.begin(), rule.conditions.end(), isMet))
        return false;
    const Numbers numbers = numbersOf(packet);
    const auto isTrue = [&](std::uint8_t place) { return kRelations[place].holds(numbers); };
    if (!std::all_of(rule.relations.begin(), rule.relations.end(), isTrue))
        return false;
    return !rule.options || hasOptions(packet, *rule.options);
}

} // namespace

const std::vector<std::string>& relationNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        names.reserve(kRelations.size());
        for (const Relation& relation : kRelations)
            names.emplace_back(relation.name);
        return names;
    }();
    return kNames;
}

RuleSet UserRules::examine(const Packet& packet) const {
    RuleSet set;
    if (packet.isV6)
        return set;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const UserRule& rule = rules[i];
        if (rule.kind != packet.kind || packet.transportBytes < neededBytes(rule, packet))
            continue;
        set.bits |= std::uint64_t{1} << (kFirstUserBit + testedPlace(i));
        if (fits(rule, packet))
            set.bits |= std::uint64_t{1} << (kFirstUserBit + fitsPlace(i));
    }
    return set;
}

} // namespace sweepscope
