// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"
#include "sample/stacks.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace sweepscope::sample {
namespace {

constexpr std::uint16_t kSharedPort = 8443;
constexpr Span kShardedSpan = {905min, 170min};
constexpr unsigned kShards = 8;

constexpr std::size_t kFarmSize = 14;
constexpr Span kFarmSpan = {1085min, 120min};
constexpr std::uint16_t kFarmPorts[] = {2375, 2376, 4243};
constexpr std::size_t kFarmPairs = 350; // (target, port) pairs of one source

constexpr std::size_t kDecoys = 10;

/// The first two octets of networks that campaigns and decoys already use.
using Networks = std::set<std::uint32_t>;

/// A source in none of them.
Source takeApart(Scene& scene, Random& random, Networks& networks) {
    Source source = scene.sources.take(random, Habitat::hosting);
    while (!networks.insert(source.address >> 16).second) {
        source = scene.sources.take(random, Habitat::hosting);
    }
    return source;
}

/// One ZMap run over the whole telescope, sharded over eight addresses of a /27: one walk, each
/// source a stretch of its own, all at once.
void plantShardedScan(Scene& scene, Networks& networks) {
    Random random = scene.stream("campaign-1", 0);
    const auto sources = scene.sources.takeNeighbours(random, Habitat::hosting, 27, kShards);
    networks.insert(sources.front().address >> 16);
    const std::vector<std::uint64_t> positions = scene.walk.positions(random);
    for (unsigned shard = 0; shard < kShards; ++shard) {
        const Source& source = sources[shard];
        const MemberId member = scene.open("campaign-1", "zmap",
            "3.x, shard " + std::to_string(shard) + " of 8", source, Kind::syn, "tcp");
        const Span span = {kShardedSpan.start + random.moment(0s, 4s), kShardedSpan.length};
        const auto visits = walkVisits(random, positions, span, 1000, {shard, kShards});
        scene.plantProbes(member, random, visits, kSharedPort, zmapSyn(source, ZmapVersion::three));
    }
}

/// The (target, port) pairs of the farm, each once, in random order.
std::vector<Probe> farmPairs(Random& random) {
    std::vector<Probe> pairs;
    for (const std::uint16_t port : kFarmPorts) {
        for (std::uint32_t i = 0; i < kTelescopeSize; ++i) {
            pairs.push_back({Moment(0), kTelescopeFirst + i, port});
        }
    }
    random.shuffle(pairs);
    return pairs;
}

/// Fourteen Masscan sources of one /22 share out the same three ports within the same two hours.
void plantFarm(Scene& scene, Networks& networks) {
    Random random = scene.stream("campaign-2", 0);
    const auto sources = scene.sources.takeNeighbours(random, Habitat::hosting, 22, kFarmSize);
    networks.insert(sources.front().address >> 16);
    const std::vector<Probe> pairs = farmPairs(random);
    const Moment end = kFarmSpan.start + kFarmSpan.length;
    for (std::size_t i = 0; i < kFarmSize; ++i) {
        const MemberId member =
            scene.open("campaign-2", "masscan", "1.0.3-1.3.2", sources[i], Kind::syn, "tcp");
        const ProbeMaker make = masscanSyn(sources[i], random, MasscanAge::window1024);
        for (std::size_t j = 0; j < kFarmPairs; ++j) {
            Probe probe = pairs[i * kFarmPairs + j];
            probe.time = random.moment(kFarmSpan.start, end);
            scene.plan.add(member, probe.time, probe.target, probe.port, make(random, probe));
        }
    }
}

struct Decoy {
    const char* tool;
    const char* variant;
    ProbeMaker make;
};

/// Decoys 0 to 4 use raw sockets; the others connect.
Decoy rawDecoy(std::uint64_t index, const Source& source, Random& random, Moment start) {
    switch (index) {
    case 0:
        return {"masscan", "1.0.3-1.3.2", masscanSyn(source, random, MasscanAge::window1024)};
    case 1:
        return {"zmap", "3.x", zmapSyn(source, ZmapVersion::three)};
    case 2:
        return {
            "zmap-4.1-like", "4.1 windows", zmapNewSyn(source, ZmapOptions::likeWindows, start)};
    case 3:
        return {"masscan", "since 2023-11", masscanSyn(source, random, MasscanAge::window1025)};
    default:
        return {"hping3", "", hpingSyn(source, random)};
    }
}

void plantConnectingDecoy(
    Scene& scene, Random& random, const Source& source, std::span<const Visit> visits) {
    const Stack& stack = anyStack(random);
    const MemberId member = scene.open("decoy", "unknown", stack.name, source, Kind::syn, "tcp");
    ConnectingHost host(source, stack, random);
    for (const Visit& visit : visits) {
        host.connect(scene.plan, member, random, visit.time, visit.target, kSharedPort, 1);
    }
}

/// A source on its own that happens to seek the first campaign's port, every other one during it.
void plantDecoy(Scene& scene, std::uint64_t index, Networks& networks) {
    Random random = scene.stream("decoy", index);
    const Source source = takeApart(scene, random, networks);
    const Moment start = index % 2 == 0 ? kShardedSpan.start + random.moment(-20min, 60min)
                                        : random.moment(0min, 700min);
    const Span span = {start, random.moment(25min, 90min)};
    const auto visits = shuffledVisits(random, span, random.between(105, 140));
    if (index >= 5) {
        plantConnectingDecoy(scene, random, source, visits);
        return;
    }
    const Decoy decoy = rawDecoy(index, source, random, start);
    const MemberId member =
        scene.open("decoy", decoy.tool, decoy.variant, source, Kind::syn, "tcp");
    scene.plantProbes(member, random, visits, kSharedPort, decoy.make);
}

} // namespace

void plantCampaigns(Scene& scene) {
    Networks networks;
    plantShardedScan(scene, networks);
    plantFarm(scene, networks);
    for (std::size_t i = 0; i < kDecoys; ++i) {
        plantDecoy(scene, i, networks);
    }
}

} // namespace sweepscope::sample
