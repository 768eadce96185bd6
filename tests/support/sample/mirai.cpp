// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"

#include <algorithm>

namespace sweepscope::sample {
namespace {

constexpr std::size_t kSlowBots = 850;
constexpr std::size_t kFastBots = 74;

void plantProbe(
    Scene& scene, MemberId member, Random& random, const ProbeMaker& make, Moment time) {
    const std::uint32_t target = anyTarget(random);
    const std::uint16_t port = random.percent(10) ? 2323 : 23;
    scene.plan.add(member, time, target, port, make(random, {time, target, port}));
}

MemberId openBot(Scene& scene, const Source& source, const char* variant) {
    return scene.open("mirai", "mirai", variant, source, Kind::syn, "tcp");
}

/// A few packets over hours of being awake: this telescope is a small part of what it scans.
void plantSlowBot(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("mirai-slow", index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const MemberId member = openBot(scene, source, "slow");
    const ProbeMaker make = miraiSyn(source, random);
    const std::uint64_t most = random.percent(65) ? 5 : random.percent(85) ? 16 : 60;
    const std::uint64_t packets = random.between(1, most);
    const Moment awake = wakingMoment(random, source.hoursFromUtc);
    const Moment length = random.moment(20min, 9h);
    for (std::uint64_t i = 0; i < packets; ++i) {
        plantProbe(scene, member, random, make, random.moment(awake, awake + length));
    }
}

/// Bursts of up to 24 packets within seconds, with pauses of at most six minutes.
void plantFastBot(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("mirai-fast", index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const MemberId member = openBot(scene, source, "fast");
    const ProbeMaker make = miraiSyn(source, random);
    std::uint64_t left = random.between(108, 160);
    Moment time = wakingMoment(random, source.hoursFromUtc) - 30min;
    while (left > 0) {
        const std::uint64_t burst = std::min<std::uint64_t>(left, random.between(4, 24));
        for (std::uint64_t i = 0; i < burst; ++i) {
            time += random.moment(2ms, 600ms);
            plantProbe(scene, member, random, make, time);
        }
        left -= burst;
        time += random.moment(5s, 6min);
    }
}

} // namespace

void plantMirai(Scene& scene) {
    for (std::size_t i = 0; i < kSlowBots; ++i) {
        plantSlowBot(scene, i);
    }
    for (std::size_t i = 0; i < kFastBots; ++i) {
        plantFastBot(scene, i);
    }
}

} // namespace sweepscope::sample
