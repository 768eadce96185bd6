// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"
#include "sample/stacks.h"

namespace sweepscope::sample {
namespace {

constexpr std::size_t kSources = 700;
constexpr std::uint16_t kBases[] = {17128, 17136};

/// Machines on home lines whose port follows from the target: base + (third octet & 6). Seen by
/// port they look like eight small scans; seen by target they are one population.
void plantSource(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("target-ports", index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const Stack& stack = random.percent(80) ? anyWindows(random) : anyLinux(random);
    const MemberId member =
        scene.open("target-ports", "unknown", stack.name, source, Kind::syn, "tcp");
    ConnectingHost host(source, stack, random);
    const std::uint64_t packets = random.between(1, 6);
    for (std::uint64_t i = 0; i < packets; ++i) {
        const std::uint32_t target = anyTarget(random);
        const std::uint16_t base = random.pick(kBases);
        const auto port = static_cast<std::uint16_t>(base + (target >> 8 & 6));
        const Moment time = wakingMoment(random, source.hoursFromUtc);
        host.connect(scene.plan, member, random, time, target, port, 0);
    }
}

} // namespace

void plantTargetPorts(Scene& scene) {
    for (std::size_t i = 0; i < kSources; ++i) {
        plantSource(scene, i);
    }
}

} // namespace sweepscope::sample
