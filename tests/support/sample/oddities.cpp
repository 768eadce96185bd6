// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"
#include "sample/stacks.h"

#include <string>
#include <utility>

namespace sweepscope::sample {
namespace {

constexpr std::size_t kLinkHeader = 14;
constexpr std::uint32_t kJustOutside = 0xcb008000; // 203.0.128.0, the next network

Moment anyMoment(Random& random) {
    return random.moment(Moment(0), kDayLength);
}

/// Flag bytes that no stack sends first.
void plantNonsenseFlags(Scene& scene) {
    constexpr std::uint8_t kFlags[] = {kSyn | kFin, kSyn | kFin, kSyn | kFin | kPsh, kUrg, kPsh};
    for (std::uint64_t i = 0; i < 32; ++i) {
        Random random = scene.stream("nonsense-flags", i);
        const Source source = scene.sources.take(random, Habitat::consumer);
        const MemberId member =
            scene.open("nonsense-flags", "unknown", "", source, Kind::tcp, "tcp");
        const std::uint32_t target = anyTarget(random);
        TcpHeader tcp = {random.port(1024, 65535), 80, 0, 0, random.pick(kFlags), 1024};
        tcp.sequence = random.bits32();
        const Ipv4Header ip = {source.address, target, source.ttl(64), random.bits16()};
        scene.plan.add(member, anyMoment(random), target, tcp.targetPort, tcpPacket(ip, tcp));
    }
}

/// Second and later pieces of large datagrams; their first pieces went elsewhere.
void plantFragments(Scene& scene) {
    for (std::uint64_t i = 0; i < 20; ++i) {
        Random random = scene.stream("fragments", i);
        const Source source = scene.sources.take(random, Habitat::consumer);
        const MemberId member =
            scene.open("fragments", "unknown", "offset > 0", source, Kind::fragment, "udp");
        const std::uint32_t target = anyTarget(random);
        const std::uint16_t id = random.bits16();
        Moment time = anyMoment(random);
        for (std::uint16_t piece = 1; piece <= 3; ++piece) {
            const auto offset = static_cast<std::uint16_t>(piece * 185);
            const Ipv4Header ip = {source.address, target, source.ttl(64), id, false, offset};
            const Bytes packet = ipv4Packet(ip, kProtocolUdp, Bytes(64, 0x5a));
            scene.plan.add(member, time, target, 0, packet);
            time += random.moment(10us, 400us);
        }
    }
}

Bytes arpQuestion(std::uint32_t target) {
    Bytes bytes = {0, 1, 8, 0, 6, 4, 0, 1, 0x00, 0x00, 0x5e, 0x00, 0x53, 0x01};
    put32(bytes, kTelescopeFirst + 1);
    bytes.insert(bytes.end(), 6, 0);
    put32(bytes, target);
    return bytes;
}

void plantArp(Scene& scene) {
    Random random = scene.stream("arp", 0);
    const MemberId member = scene.plan.open({"arp", "unknown", "request", "00:00:5e:00:53:01", "",
        "arp", Kind::notIp, Place::telescope});
    for (int i = 0; i < 24; ++i) {
        const std::uint32_t target = anyTarget(random);
        const Bytes frame = ethernetFrame(kEtherTypeArp, arpQuestion(target));
        scene.plan.addFrame(member, anyMoment(random), target, 0, frame, frame.size());
    }
}

/// A frame whose headers are cut or contradict themselves, and how much of it was captured.
struct BrokenFrame {
    const char* reason;
    Bytes frame;
    std::size_t captured;
};

BrokenFrame brokenFrame(std::uint64_t index, const Ipv4Header& ip, Random& random) {
    const TcpHeader tcp = {random.port(1024, 65535), 80, 7, 0, kSyn, 1024};
    Bytes frame = ethernetFrame(kEtherTypeIpv4, tcpPacket(ip, tcp));
    switch (index % 6) {
    case 0:
        return {"IP header cut", std::move(frame), kLinkHeader + 12};
    case 1:
        return {"TCP header cut", std::move(frame), kLinkHeader + 20 + 8};
    case 2:
        frame = ethernetFrame(kEtherTypeIpv4, udpPacket(ip, {40000, 53}, Bytes(12, 0)));
        return {"UDP header cut", std::move(frame), kLinkHeader + 20 + 4};
    case 3:
        frame = ethernetFrame(kEtherTypeIpv4, icmpPacket(ip, {8, 0, 1}, Bytes(12, 0)));
        return {"ICMP header cut", std::move(frame), kLinkHeader + 20 + 1};
    case 4:
        frame[kLinkHeader] = 0x43;
        return {"IP header length 12", frame, frame.size()};
    default:
        frame[kLinkHeader + 3] = 16;
        return {"IP total length 16", frame, frame.size()};
    }
}

void plantMalformed(Scene& scene) {
    for (std::uint64_t i = 0; i < 24; ++i) {
        Random random = scene.stream("malformed", i);
        const Source source = scene.sources.take(random, Habitat::consumer);
        const std::uint32_t target = anyTarget(random);
        const Ipv4Header ip = {source.address, target, source.ttl(64), random.bits16()};
        const BrokenFrame broken = brokenFrame(i, ip, random);
        const MemberId member =
            scene.open("malformed", "unknown", broken.reason, source, Kind::malformed, "ip");
        const Moment time = anyMoment(random);
        scene.plan.addFrame(member, time, target, 0, broken.frame, broken.captured);
    }
}

/// Packets that a neighbouring network's hosts were meant to get.
void plantOutside(Scene& scene) {
    for (std::uint64_t i = 0; i < 9; ++i) {
        Random random = scene.stream("outside", i);
        const Source source = scene.sources.take(random, Habitat::consumer);
        const MemberId member = scene.plan.open({"outside", "unknown", "203.0.128.0/24",
            addressText(source.address), source.country, "tcp", Kind::syn, Place::outsideIpv4});
        ConnectingHost host(source, anyWindows(random), random);
        const std::uint64_t packets = random.between(3, 9);
        for (std::uint64_t j = 0; j < packets; ++j) {
            const auto target = static_cast<std::uint32_t>(kJustOutside + random.below(256));
            host.connect(scene.plan, member, random, anyMoment(random), target, 445, 0);
        }
    }
}

Ipv6Address documentationAddress(std::uint16_t network, std::uint16_t host) {
    Ipv6Address address = {0x20, 0x01, 0x0d, 0xb8};
    address[4] = static_cast<std::uint8_t>(network >> 8);
    address[5] = static_cast<std::uint8_t>(network & 0xff);
    address[14] = static_cast<std::uint8_t>(host >> 8);
    address[15] = static_cast<std::uint8_t>(host & 0xff);
    return address;
}

/// SYNs to port 443 and echo requests to 2001:db8:5ca7::1 and the addresses after it.
void plantIpv6(Scene& scene) {
    for (std::uint64_t i = 0; i < 2; ++i) {
        Random random = scene.stream("ipv6", i);
        const bool isEcho = i == 1;
        const Ipv6Address source = documentationAddress(0x0bad, static_cast<std::uint16_t>(i + 1));
        const MemberId member = scene.plan.open({"ipv6", "unknown", isEcho ? "echo" : "SYN",
            std::string("2001:db8:bad::") + (isEcho ? "2" : "1"), "", isEcho ? "icmpv6" : "tcp",
            isEcho ? Kind::icmpRequest : Kind::syn, Place::outsideIpv6});
        const Moment begin = random.moment(2h, 20h);
        for (std::uint16_t j = 1; j <= 15; ++j) {
            const Ipv6Address target = documentationAddress(0x5ca7, j);
            const TcpHeader tcp = {random.port(32768, 60999), 443, 5, 0, kSyn, 28800};
            const IcmpHeader icmp = {128, 0, 0x70000U + j};
            const Bytes packet = isEcho ? icmpPacket6(source, target, 52, icmp, Bytes(16, 0))
                                        : tcpPacket6(source, target, 52, tcp);
            const Bytes frame = ethernetFrame(kEtherTypeIpv6, packet);
            scene.plan.addFrame(member, begin + j * 2s, j, isEcho ? 0 : 443, frame, frame.size());
        }
    }
}

/// Protocols other than TCP, UDP and ICMP (GRE, ESP, experiments), and ICMP router solicitations.
void plantOtherProtocols(Scene& scene) {
    constexpr std::uint8_t kProtocols[] = {47, 50, 253, 254};
    for (std::uint64_t i = 0; i < 28; ++i) {
        Random random = scene.stream("other-protocols", i);
        const bool isIcmp = i % 4 == 3;
        const Source source = scene.sources.take(random, Habitat::hosting);
        const MemberId member = scene.open("other-protocols", "unknown", "", source,
            isIcmp ? Kind::icmp : Kind::ip, isIcmp ? "icmp" : "ip");
        const std::uint32_t target = anyTarget(random);
        const Ipv4Header ip = {source.address, target, source.ttl(64), random.bits16()};
        const std::uint8_t protocol = random.pick(kProtocols);
        const Bytes packet =
            isIcmp ? icmpPacket(ip, {10, 0, 0}, {}) : ipv4Packet(ip, protocol, Bytes(24, 0));
        scene.plan.add(member, anyMoment(random), target, 0, packet);
    }
}

} // namespace

void plantOddities(Scene& scene) {
    plantNonsenseFlags(scene);
    plantFragments(scene);
    plantArp(scene);
    plantMalformed(scene);
    plantOutside(scene);
    plantIpv6(scene);
    plantOtherProtocols(scene);
}

} // namespace sweepscope::sample
