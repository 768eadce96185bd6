// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/payloads.h"
#include "sample/populations.h"
#include "sample/scene.h"
#include "sample/stacks.h"

namespace sweepscope::sample {
namespace {

constexpr std::size_t kSmallSources = 430;
constexpr std::size_t kLargeSources = 62;
constexpr std::size_t kSipSources = 14;

struct Service {
    std::uint16_t port;
    bool isWindowsTarget; // mostly sought by infected Windows machines
};

constexpr Service kServices[] = {{445, true}, {22, false}, {80, false}, {5555, false},
    {8080, false}, {6379, false}, {1433, true}, {23, false}, {3389, true}, {81, false},
    {37215, false}, {60023, false}};
constexpr std::uint32_t kServiceWeights[] = {34, 18, 9, 6, 6, 5, 9, 6, 4, 3, 3, 2};

/// Connects to `targets` different addresses within the span, waiting for `repeats` repeats.
void plantHost(Scene& scene, Random& random, Habitat habitat, const char* population, Span span,
    std::size_t targets, std::size_t repeats) {
    const Service& service = kServices[random.weighted(kServiceWeights)];
    const Stack& stack = service.isWindowsTarget ? anyWindows(random) : anyLinux(random);
    const Source source = scene.sources.take(random, habitat);
    if (habitat == Habitat::consumer) {
        span.start = wakingMoment(random, source.hoursFromUtc) - 20min;
    }
    const MemberId member = scene.open(population, "unknown", stack.name, source, Kind::syn, "tcp");
    ConnectingHost host(source, stack, random);
    for (const Visit& visit : shuffledVisits(random, span, targets)) {
        host.connect(scene.plan, member, random, visit.time, visit.target, service.port, repeats);
    }
}

void plantSmallHost(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("connect-small", index);
    const auto targets = random.percent(80) ? random.between(1, 4) : random.between(5, 32);
    const std::size_t repeats = random.percent(45) ? 1 : 0;
    const Span span = {Moment(0), random.moment(10min, 8h)};
    plantHost(scene, random, Habitat::consumer, "connect", span, targets, repeats);
}

void plantLargeHost(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("connect-large", index);
    const auto targets = random.percent(90) ? random.between(105, 150) : random.between(150, 400);
    const std::size_t repeats = random.percent(35) ? 1 : 0;
    const Moment start = random.moment(0min, 23h);
    const Span span = {start, random.moment(15min, 4h)};
    plantHost(scene, random, random.percent(50) ? Habitat::hosting : Habitat::consumer, "connect",
        span, targets, repeats);
}

/// SIP OPTIONS over UDP from a program on an ordinary system: sequential, quick.
void plantSipHost(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("connect-sip", index);
    const Source source = scene.sources.take(random, Habitat::hosting);
    const MemberId member =
        scene.open("connect", "unknown", "SIP OPTIONS", source, Kind::udp, "udp");
    const std::uint16_t sourcePort = random.port(5061, 5090);
    const auto targets = random.between(20, 105);
    const Moment start = random.moment(0min, 23h);
    const std::uint32_t first = anyTarget(random);
    auto id = random.bits16();
    for (const Visit& visit : sequentialVisits(random, {start, 12min}, first, targets)) {
        const Ipv4Header ip = {source.address, visit.target, source.ttl(64), id++, true};
        const Bytes payload = sipOptions(source.address, visit.target, sourcePort);
        const Bytes packet = udpPacket(ip, {sourcePort, 5060}, payload);
        scene.plan.add(member, visit.time, visit.target, 5060, packet);
    }
}

} // namespace

void plantConnecting(Scene& scene) {
    for (std::size_t i = 0; i < kSmallSources; ++i) {
        plantSmallHost(scene, i);
    }
    for (std::size_t i = 0; i < kLargeSources; ++i) {
        plantLargeHost(scene, i);
    }
    for (std::size_t i = 0; i < kSipSources; ++i) {
        plantSipHost(scene, i);
    }
}

} // namespace sweepscope::sample
