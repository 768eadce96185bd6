// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/payloads.h"
#include "sample/populations.h"
#include "sample/scene.h"

#include <string>

namespace sweepscope::sample {
namespace {

struct Reflector {
    std::uint16_t service;
    const char* name;
    std::size_t sources;
    std::uint64_t mostPackets; // of one source
};

constexpr Reflector kReflectors[] = {{53, "DNS", 120, 36}, {123, "NTP", 40, 28},
    {1900, "SSDP", 30, 18}, {11211, "memcached", 10, 36}};

constexpr std::size_t kRouters = 45;

Bytes answerOf(const Reflector& reflector, Random& random) {
    switch (reflector.service) {
    case 53:
        return dnsAnswer(random, random.percent(60));
    case 123:
        return random.percent(50) ? ntpMonlistAnswer() : ntpTimeAnswer(random);
    case 1900:
        return ssdpAnswer();
    default:
        return memcachedAnswer();
    }
}

void plantReflector(Scene& scene, std::uint64_t index, const Reflector& reflector) {
    Random random = scene.stream("reflector-" + std::to_string(reflector.service), index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const MemberId member =
        scene.open("reflector", "unknown", reflector.name, source, Kind::udpAnswer, "udp");
    const std::uint64_t packets = random.between(1, reflector.mostPackets);
    const Moment start = random.moment(0min, kDayLength);
    const Moment length = random.moment(30s, 3h);
    auto id = random.bits16();
    for (const Visit& visit : drawnVisits(random, {start, length}, packets)) {
        const Ipv4Header ip = {source.address, visit.target, source.ttl(64), id++};
        const std::uint16_t targetPort = random.port(12000, 65000);
        const Bytes payload = answerOf(reflector, random);
        const Bytes packet = udpPacket(ip, {reflector.service, targetPort}, payload);
        scene.plan.add(member, visit.time, visit.target, reflector.service, packet);
    }
}

/// A SYN of a flood, as a router on its way quotes it: header and 8 bytes.
Bytes quotedSyn(Random& random, std::uint32_t forgedSource, std::uint32_t victim) {
    const auto ttl = static_cast<std::uint8_t>(random.between(1, 3));
    const Ipv4Header ip = {forgedSource, victim, ttl, random.bits16()};
    TcpHeader tcp = {random.port(1024, 65535), 80};
    tcp.sequence = random.bits32();
    tcp.window = 512;
    Bytes quoted = tcpPacket(ip, tcp);
    quoted.resize(28);
    return quoted;
}

/// Routers that could not deliver a flood: host or network unreachable, or time exceeded.
void plantRouter(Scene& scene, std::uint64_t index) {
    constexpr IcmpHeader kErrors[] = {{11, 0, 0}, {3, 1, 0}, {3, 0, 0}, {3, 13, 0}};
    constexpr const char* kNames[] = {
        "time exceeded", "host unreachable", "network unreachable", "prohibited"};
    Random random = scene.stream("router", index);
    const Source source = scene.sources.take(random, Habitat::hosting);
    const Source victim = scene.sources.take(random, Habitat::hosting);
    const auto error = static_cast<std::size_t>(random.below(std::size(kErrors)));
    const MemberId member =
        scene.open("router", "unknown", kNames[error], source, Kind::icmpAnswer, "icmp");
    const std::uint64_t packets = random.between(2, 24);
    const Moment start = random.moment(0min, kDayLength);
    for (const Visit& visit : drawnVisits(random, {start, 40min}, packets)) {
        const Ipv4Header ip = {source.address, visit.target, source.ttl(255), random.bits16()};
        const Bytes quoted = quotedSyn(random, visit.target, victim.address);
        scene.plan.add(member, visit.time, visit.target, 0, icmpPacket(ip, kErrors[error], quoted));
    }
}

} // namespace

void plantReflection(Scene& scene) {
    for (const Reflector& reflector : kReflectors) {
        for (std::size_t i = 0; i < reflector.sources; ++i) {
            plantReflector(scene, i, reflector);
        }
    }
    for (std::size_t i = 0; i < kRouters; ++i) {
        plantRouter(scene, i);
    }
}

} // namespace sweepscope::sample
