// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/payloads.h"
#include "sample/populations.h"
#include "sample/scene.h"
#include "sample/stacks.h"

namespace sweepscope::sample {
namespace {

constexpr std::size_t kMisconfigured = 110;
constexpr std::size_t kPeers = 380;
constexpr std::size_t kPingers = 60;
constexpr std::size_t kRemains = 90;

/// A machine that sends its datagrams to the wrong address, all day: one target, one odd port.
void plantMisconfigured(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("misconfigured", index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const MemberId member = scene.open("misconfigured", "unknown", "UDP", source, Kind::udp, "udp");
    const std::uint16_t port = random.port(20001, 62000);
    const std::uint16_t sourcePort = random.port(49152, 65535);
    const std::uint32_t target = anyTarget(random);
    const std::uint64_t packets = random.between(1, 30);
    const auto payloadSize = static_cast<std::size_t>(random.between(4, 40));
    const Bytes payload(payloadSize, random.bits8());
    auto id = random.bits16();
    for (std::uint64_t i = 0; i < packets; ++i) {
        const Moment time = wakingMoment(random, source.hoursFromUtc);
        const Ipv4Header ip = {source.address, target, source.ttl(128), id++};
        scene.plan.add(member, time, target, port, udpPacket(ip, {sourcePort, port}, payload));
    }
}

/// A BitTorrent peer that looks for others where none are, with the DHT's ping.
void plantPeer(Scene& scene, std::uint64_t index) {
    constexpr std::uint16_t kUsualPorts[] = {6881, 51413, 8999, 6889};
    Random random = scene.stream("peer", index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const MemberId member = scene.open("peer", "unknown", "DHT", source, Kind::udp, "udp");
    const std::uint16_t sourcePort = random.pick(kUsualPorts);
    const std::uint64_t packets = random.between(1, 6);
    const std::uint32_t target = anyTarget(random);
    const std::uint16_t port =
        random.percent(50) ? random.pick(kUsualPorts) : random.port(20001, 62000);
    for (std::uint64_t i = 0; i < packets; ++i) {
        const Moment time = wakingMoment(random, source.hoursFromUtc);
        const Ipv4Header ip = {source.address, target, source.ttl(128), random.bits16()};
        const Bytes packet = udpPacket(ip, {sourcePort, port}, dhtPing(random));
        scene.plan.add(member, time, target, port, packet);
    }
}

/// People's pings; every tenth source asks for the time instead.
void plantPinger(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("pinger", index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const bool asksTime = index % 10 == 9;
    const MemberId member = scene.open(
        "pinger", "unknown", asksTime ? "timestamp" : "echo", source, Kind::icmpRequest, "icmp");
    const std::uint32_t target = anyTarget(random);
    const std::uint32_t identifier = static_cast<std::uint32_t>(random.bits16()) << 16;
    Moment time = wakingMoment(random, source.hoursFromUtc);
    const std::uint64_t packets = random.between(1, 8);
    for (std::uint32_t sequence = 1; sequence <= packets; ++sequence) {
        const Ipv4Header ip = {source.address, target, source.ttl(64), random.bits16(), true};
        const IcmpHeader icmp = {
            static_cast<std::uint8_t>(asksTime ? 13 : 8), 0, identifier | sequence};
        const Bytes payload = asksTime ? Bytes(12, 0) : Bytes(56, 0x10);
        scene.plan.add(member, time, target, 0, icmpPacket(ip, icmp, payload));
        time += 1s + random.moment(Moment(0), 900us);
    }
}

/// What is left of broken connections: bare ACKs, and now and then FIN or PSH with ACK.
void plantRemains(Scene& scene, std::uint64_t index) {
    constexpr std::uint8_t kFlags[] = {kAck, kAck, kAck, kPsh | kAck, kFin | kAck};
    Random random = scene.stream("remains", index);
    const Source source = scene.sources.take(random, Habitat::consumer);
    const MemberId member = scene.open("remains", "unknown", "ACK", source, Kind::tcp, "tcp");
    const std::uint16_t port = random.port(1024, 65535);
    const std::uint32_t target = anyTarget(random);
    TcpHeader tcp = {443, port, 0, 0, random.pick(kFlags), 501};
    tcp.sequence = random.bits32();
    tcp.acknowledgement = random.bits32();
    Moment time = wakingMoment(random, source.hoursFromUtc);
    const std::uint64_t packets = random.between(1, 4);
    for (std::uint64_t i = 0; i < packets; ++i) {
        const Ipv4Header ip = {source.address, target, source.ttl(64), random.bits16(), true};
        scene.plan.add(member, time, target, port, tcpPacket(ip, tcp));
        time += random.moment(200ms, 20s);
    }
}

} // namespace

void plantNoise(Scene& scene) {
    for (std::size_t i = 0; i < kMisconfigured; ++i) {
        plantMisconfigured(scene, i);
    }
    for (std::size_t i = 0; i < kPeers; ++i) {
        plantPeer(scene, i);
    }
    for (std::size_t i = 0; i < kPingers; ++i) {
        plantPinger(scene, i);
    }
    for (std::size_t i = 0; i < kRemains; ++i) {
        plantRemains(scene, i);
    }
}

} // namespace sweepscope::sample
