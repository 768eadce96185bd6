// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/populations.h"
#include "sample/scene.h"

#include <algorithm>

namespace sweepscope::sample {
namespace {

/// What a victim does with packets of a flood whose forged sources lie in the telescope.
enum class Answer { synAck, rst, rstAck, echoReply, portUnreachable };
using enum Answer;

struct Victim {
    Answer answer;
    std::uint16_t service;
    std::size_t packets;
    Moment start;
    Moment length;
};

constexpr Victim kVictims[] = {
    {synAck, 443, 2600, 110min, 370min},
    {synAck, 80, 2200, 872min, 28min},
    {rstAck, 25565, 1500, 1130min, 125min},
    {synAck, 22, 900, 300min, 185min},
    {synAck, 53, 800, 15min, 75min},
    {rst, 443, 700, 760min, 50min},
    {echoReply, 0, 1100, 560min, 42min},
    {portUnreachable, 53, 1100, 985min, 66min},
    {synAck, 25565, 700, 1235min, 34min},
    {synAck, 80, 1300, 1300min, 210min},
};

constexpr std::size_t kSmallVictims = 30;
constexpr std::size_t kGlimpses = 260;
constexpr std::uint16_t kServices[] = {80, 443, 53, 25565, 22, 443, 80};
constexpr Moment kPeak = 3min;

Kind kindOf(Answer answer) {
    return answer == synAck                    ? Kind::synAck
           : answer == rst || answer == rstAck ? Kind::rst
                                               : Kind::icmpAnswer;
}

const char* nameOf(Answer answer) {
    constexpr const char* kNames[] = {
        "SYN-ACK", "RST", "RST-ACK", "echo reply", "port unreachable"};
    return kNames[static_cast<std::size_t>(answer)];
}

/// The datagram that the victim refuses, as its ICMP error quotes it: header and 8 bytes.
Bytes quotedDatagram(Random& random, const Ipv4Header& answer, std::uint16_t service) {
    const auto ttl = static_cast<std::uint8_t>(random.between(40, 54));
    const Ipv4Header ip = {answer.target, answer.source, ttl, random.bits16()};
    const UdpHeader udp = {random.port(1024, 65535), service, false};
    Bytes quoted = udpPacket(ip, udp, bytesOf("flood"));
    quoted.resize(28);
    return quoted;
}

Bytes tcpAnswer(Random& random, const Ipv4Header& ip, const Victim& victim, std::uint16_t window) {
    TcpHeader tcp = {victim.service, random.port(1024, 65535)};
    if (victim.answer == synAck || victim.answer == rst) {
        tcp.sequence = random.bits32();
    }
    if (victim.answer == synAck || victim.answer == rstAck) {
        tcp.acknowledgement = random.bits32();
    }
    tcp.flags = victim.answer == synAck ? kSyn | kAck : victim.answer == rst ? kRst : kRst | kAck;
    if (victim.answer == synAck) {
        tcp.window = window;
        tcp.options = {2, 4, 5, 0xb4};
    }
    return tcpPacket(ip, tcp);
}

class FloodVictim {
public:
    FloodVictim(Scene& scene, Random& random, const Victim& victim, const char* population)
        : m_scene(scene)
        , m_random(random)
        , m_victim(victim)
        , m_source(scene.sources.take(random, Habitat::hosting)) {
        const bool isTcp = kindOf(victim.answer) != Kind::icmpAnswer;
        m_member = scene.open(population, "unknown", nameOf(victim.answer), m_source,
            kindOf(victim.answer), isTcp ? "tcp" : "icmp");
        constexpr std::uint16_t kWindows[] = {64240, 65535, 29200, 14600};
        m_window = random.pick(kWindows);
    }

    void plant() {
        const Moment latest = m_victim.start + m_victim.length;
        const Moment peak =
            m_random.moment(m_victim.start, std::max(latest - kPeak, m_victim.start + 1s));
        std::size_t planted = 0;
        while (planted < m_victim.packets) {
            const bool isPeak = m_random.percent(20);
            const Moment from = isPeak ? peak : m_victim.start;
            planted += plantAnswer(m_random.moment(from, isPeak ? peak + kPeak : latest));
        }
    }

private:
    /// One answer and, for some SYN-ACKs, its repeats; how many packets that was.
    std::size_t plantAnswer(Moment time) {
        const std::uint32_t target = anyTarget(m_random);
        const Bytes packet = answerTo(target);
        const std::uint16_t key =
            kindOf(m_victim.answer) == Kind::icmpAnswer ? std::uint16_t{0} : m_victim.service;
        m_scene.plan.add(m_member, time, target, key, packet);
        if (m_victim.answer != synAck || !m_random.percent(25)) {
            return 1;
        }
        for (const Moment late : {Moment(1s), Moment(3s)}) {
            const Moment jitter = m_random.moment(1ms, 20ms);
            m_scene.plan.add(m_member, time + late + jitter, target, key, packet);
        }
        return 3;
    }

    Bytes answerTo(std::uint32_t target) {
        const Ipv4Header ip = {m_source.address, target, m_source.ttl(64), 0, true};
        if (m_victim.answer == echoReply) {
            return icmpPacket(ip, {0, 0, m_random.bits32()}, Bytes(32, 0x61));
        }
        if (m_victim.answer == portUnreachable) {
            return icmpPacket(ip, {3, 3, 0}, quotedDatagram(m_random, ip, m_victim.service));
        }
        return tcpAnswer(m_random, ip, m_victim, m_window);
    }

    Scene& m_scene;
    Random& m_random;
    Victim m_victim;
    Source m_source;
    MemberId m_member = 0;
    std::uint16_t m_window = 0;
};

void plantSmallVictim(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("flood-small", index);
    Victim victim = {};
    victim.answer = random.percent(65) ? synAck : rstAck;
    victim.service = random.pick(kServices);
    victim.packets = static_cast<std::size_t>(random.between(30, 190));
    victim.start = random.moment(0min, kDayLength - 30min);
    victim.length = random.moment(2min, 40min);
    FloodVictim(scene, random, victim, "flood-victim").plant();
}

/// Answers of hosts that a flood brushes: one to three packets.
void plantGlimpse(Scene& scene, std::uint64_t index) {
    Random random = scene.stream("flood-glimpse", index);
    Victim victim = {};
    victim.answer = random.percent(75) ? synAck : rst;
    victim.service = random.pick(kServices);
    victim.length = 30min;
    victim.packets = static_cast<std::size_t>(random.between(1, 2));
    victim.start = random.moment(0min, kDayLength - 30min);
    FloodVictim(scene, random, victim, "flood-glimpse").plant();
}

} // namespace

void plantFloodVictims(Scene& scene) {
    std::uint64_t index = 0;
    for (const Victim& victim : kVictims) {
        Random random = scene.stream("flood-large", index++);
        FloodVictim(scene, random, victim, "flood-victim").plant();
    }
    for (std::size_t i = 0; i < kSmallVictims; ++i) {
        plantSmallVictim(scene, i);
    }
    for (std::size_t i = 0; i < kGlimpses; ++i) {
        plantGlimpse(scene, i);
    }
}

} // namespace sweepscope::sample
