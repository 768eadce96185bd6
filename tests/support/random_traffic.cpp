// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_traffic.h"

#include <array>
#include <utility>

namespace sweepscope::tests {

namespace {

/// Steps between neighbouring packets of a source, in milliseconds: short ones, and the borders.
constexpr std::array<std::int64_t, 16> kSteps = {0, 1, 5, 40, 300, 900, 2'000, 9'000, 59'999,
    60'000, 60'001, 119'000, 480'000, 480'001, 624'000, 1'500'000};

struct Source {
    BurstPacket packet;
    Ipv6 address6;
    std::uint64_t targets = 1;   ///< that it draws from
    std::uint64_t toolShare = 0; ///< one packet in so many does not fit the tool; 0: all fit
    RuleSet tool;
};

Kind randomKind(Random& random) {
    // SYN is most of a telescope's traffic.
    return random.oneIn(2) ? Kind::syn : static_cast<Kind>(random.below(kKindCount));
}

RuleSet randomTool(Random& random) {
    constexpr std::array kTools = {Rule::zmapId, Rule::masscanRelation, Rule::miraiSequence,
        Rule::hping3Fields, Rule::scapyFields, Rule::zmap41Fields, Rule::nmapWindow};
    RuleSet rules;
    rules.add(Rule::windowCaptured);
    rules.add(Rule::headerCaptured);
    rules.add(Rule::pairwiseTested);
    if (!random.oneIn(3))
        rules.add(kTools[random.below(kTools.size())]);
    return rules;
}

Source randomSource(Random& random, std::uint64_t number) {
    Source source;
    source.packet.source = static_cast<std::uint32_t>(0x0a000000 + number);
    source.packet.kind = randomKind(random);
    source.packet.port = static_cast<std::uint16_t>(20 + random.below(4));
    source.packet.isV6 = random.oneIn(8);
    source.address6 = {0x20010db800000000, number};
    source.targets = random.oneIn(4) ? 4000 : 1 + random.below(30);
    source.toolShare = random.oneIn(3) ? 2 + random.below(12) : 0;
    source.tool = randomTool(random);
    source.packet.evidence.nmap = sketchHash(static_cast<std::uint16_t>(random.next()));
    source.packet.evidence.unicornscan = sketchHash(static_cast<std::uint32_t>(random.next()));
    return source;
}

RandomPacket randomPacket(Random& random, const Source& source, std::int64_t milliseconds) {
    RandomPacket result;
    BurstPacket& packet = result.packet = source.packet;
    packet.time = {1'500'000'000'000'000'000 + milliseconds * 1'000'000};
    if (random.oneIn(10))
        packet.port = static_cast<std::uint16_t>(packet.port + 1);
    packet.evidence.rules = source.tool;
    if (source.toolShare != 0 && random.oneIn(source.toolShare))
        packet.evidence.rules.bits ^= random.below(RuleSet::bitOf(Rule::pairwiseTested));
    if (packet.kind != Kind::syn || packet.isV6)
        packet.evidence.rules.bits &= RuleSet::bitOf(Rule::zmapId);
    if (!source.tool.has(Rule::nmapWindow)) { // else the secret stays the same
        packet.evidence.nmap = sketchHash(static_cast<std::uint16_t>(random.next()));
        packet.evidence.unicornscan = sketchHash(static_cast<std::uint32_t>(random.next()));
    }
    packet.evidence.unicornscanPlain = sketchHash(static_cast<std::uint32_t>(random.next()));
    if (!packet.evidence.rules.has(Rule::nmapWindow))
        packet.evidence.nmap = {};
    if (!packet.evidence.rules.has(Rule::pairwiseTested))
        packet.evidence.unicornscan = packet.evidence.unicornscanPlain = {};
    const auto target = static_cast<std::uint32_t>(random.below(source.targets));
    packet.target = 0xc6120000 + target * (random.oneIn(50) ? 0 : 1);
    // Shared fields that mostly agree, told by the target: a few values of three fields of 16 bits.
    const std::uint64_t other = target % 8 == 0 ? std::uint64_t{target / 8 % 4} : 0;
    packet.evidence.wide = source.packet.evidence.wide ^ other << (16 * (target / 32 % 3));
    packet.evidence.narrow = static_cast<std::uint16_t>(target % 9 == 0 ? 1 : 0);
    result.source6 = source.address6;
    result.target6 = {0x20010db8ffff0000, target};
    if (packet.isV6)
        packet.source = packet.target = 0;
    return result;
}

} // namespace

std::vector<RandomPacket> randomTraffic(std::uint64_t seed, std::size_t packets) {
    Random random(seed);
    std::vector<RandomPacket> traffic;
    std::uint64_t number = 0;
    while (traffic.size() < packets) {
        // A third of the sources are an old one again, with another kind or port.
        const Source source =
            randomSource(random, random.oneIn(3) ? random.below(number + 1) : ++number);
        auto milliseconds = static_cast<std::int64_t>(random.below(4'000'000));
        const std::uint64_t steps = 2 + random.below(6);
        const std::uint64_t count = 1 + random.below(random.oneIn(4) ? 400 : 25);
        for (std::uint64_t i = 0; i < count && traffic.size() < packets; ++i) {
            traffic.push_back(randomPacket(random, source, milliseconds));
            milliseconds +=
                kSteps[random.oneIn(20) ? random.below(kSteps.size()) : random.below(steps)];
        }
    }
    return traffic;
}

std::vector<RandomPacket> shuffled(std::vector<RandomPacket> packets, std::uint64_t seed) {
    Random random(seed);
    for (std::size_t i = packets.size(); i > 1; --i)
        std::swap(packets[i - 1], packets[random.below(i)]);
    return packets;
}

} // namespace sweepscope::tests
