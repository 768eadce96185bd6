// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/indexes.h"

#include "bursts/burst_builder.h"
#include "bursts/probe_tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sweepscope::tests {

namespace {

void addTo(std::array<BurstBuilder, kSegments>& builders, const RandomPacket& each) {
    BurstBuilder& builder = builders[segmentOf(each.source())];
    if (each.packet.isV6)
        builder.add(std::array{BurstPacket6{each.packet, each.source6, each.target6}});
    else
        builder.add(std::array{each.packet});
}

std::string targetsOf(const IndexSegment& segment, const Burst& burst) {
    std::vector<Address> targets;
    segment.forEachTarget(burst, [&](const Address& target) { targets.push_back(target); });
    std::sort(targets.begin(), targets.end());
    std::string text;
    for (const Address& target : targets)
        text += " " + toText(target);
    return text;
}

std::string matchesOf(const IndexSegment& segment, const Burst& burst) {
    std::string text;
    for (std::size_t rule = 0; rule < kRuleCount; ++rule)
        text += fmt::format(" {}", segment.matches(burst, static_cast<Rule>(rule)));
    for (std::size_t bit = 0; bit < kUserBits; ++bit) {
        if (const std::uint64_t matches = segment.userMatches(burst, bit))
            text += fmt::format(" user{}:{}", bit, matches);
    }
    return text;
}

std::string agreementOf(const Burst& burst) {
    const Agreement::Parts parts = burst.agreement.parts();
    return fmt::format("{:x} {} {}", parts.wide, parts.narrow, parts.agreed);
}

std::string secretsOf(const Burst& burst) {
    return fmt::format("{} {} {}", fmt::join(burst.pairwise.nmap.smallest(), ","),
        fmt::join(burst.pairwise.unicornscan.smallest(), ","),
        fmt::join(burst.pairwise.unicornscanPlain.smallest(), ","));
}

} // namespace

BurstIndex indexOf(const std::vector<RandomPacket>& packets, Duration gap) {
    std::array<BurstBuilder, kSegments> builders;
    for (BurstBuilder& builder : builders)
        builder = BurstBuilder(gap);
    BurstIndex index;
    index.baseGap = gap;
    index.counts.frames = packets.size();
    for (const RandomPacket& each : packets) {
        addTo(builders, each);
        index.counts.range.include(each.packet.time);
        index.counts.count(binOf(each.packet.kind));
    }
    ProbeTally probes;
    for (std::size_t i = 0; i < kSegments; ++i) {
        index.segments[i] = builders[i].finish();
        probes.add(0, index.segments[i]);
    }
    probes.finish(index);
    return index;
}

std::vector<std::string> contentOf(const BurstIndex& index) {
    std::vector<std::string> lines = {fmt::format("gap {} targets {} sources {} frames {}",
        index.baseGap.nanoseconds, index.probeTargets, index.probeSources, index.counts.frames)};
    for (const IndexSegment& segment : index.segments) {
        for (const Burst& burst : segment.bursts)
            lines.push_back(
                fmt::format("{} {} {} {}..{} packets {} targets {}:{} rules{} secrets {} agree {}",
                    toText(segment.sources[burst.source]), nameOf(burst.kind), burst.port,
                    burst.time.first.nanoseconds, burst.time.last.nanoseconds, burst.packets,
                    burst.targets.count, targetsOf(segment, burst), matchesOf(segment, burst),
                    secretsOf(burst), agreementOf(burst)));
    }
    return lines;
}

std::string differenceOf(
    const std::vector<std::string>& got, const std::vector<std::string>& expected) {
    for (std::size_t i = 0; i < std::max(got.size(), expected.size()); ++i) {
        const std::string mine = i < got.size() ? got[i] : "(nothing)";
        const std::string wanted = i < expected.size() ? expected[i] : "(nothing)";
        if (mine != wanted)
            return fmt::format("line {}\n got      {}\n expected {}", i + 1, mine, wanted);
    }
    return {};
}

} // namespace sweepscope::tests
