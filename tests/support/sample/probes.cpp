// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/probes.h"

#include <utility>

namespace sweepscope::sample {
namespace {

constexpr std::uint16_t kZmapMark = 54321;
const Bytes kMss1460 = {0x02, 0x04, 0x05, 0xb4};

std::uint16_t zmapSourcePort(Random& random) {
    return random.port(32768, 61000);
}

Ipv4Header header(
    const Source& source, std::uint32_t target, unsigned initialTtl, std::uint16_t identification) {
    return {source.address, target, source.ttl(initialTtl), identification};
}

/// ZMap's options since 4.1; the time in them is read once, when the scan starts.
Bytes zmapOptionBytes(ZmapOptions options, std::uint32_t startSecond) {
    Bytes bytes = kMss1460;
    const auto add = [&bytes](std::initializer_list<std::uint8_t> more) {
        bytes.insert(bytes.end(), more);
    };
    const auto addTimestamp = [&] {
        add({0x08, 0x0a});
        put32(bytes, startSecond);
        put32(bytes, 0);
    };
    switch (options) {
    case ZmapOptions::likeWindows:
        add({0x01, 0x03, 0x03, 0x08, 0x01, 0x01, 0x04, 0x02});
        break;
    case ZmapOptions::likeLinux:
        add({0x04, 0x02});
        addTimestamp();
        add({0x01, 0x03, 0x03, 0x07});
        break;
    case ZmapOptions::likeBsd:
        add({0x01, 0x03, 0x03, 0x06, 0x01, 0x01});
        addTimestamp();
        add({0x04, 0x02, 0x00, 0x00});
        break;
    case ZmapOptions::smallestProbes:
        break;
    }
    return bytes;
}

std::uint32_t swapBytes(std::uint32_t value) {
    return value << 24 | (value & 0xff00) << 8 | (value >> 8 & 0xff00) | value >> 24;
}

ProbeMaker udpProbes(const Source& source, unsigned ttl, bool isMarked, Bytes payload) {
    return
        [source, ttl, isMarked, payload = std::move(payload)](Random& random, const Probe& probe) {
            const std::uint16_t id = isMarked ? kZmapMark : random.bits16();
            const UdpHeader udp = {zmapSourcePort(random), probe.port, false};
            return udpPacket(header(source, probe.target, ttl, id), udp, payload);
        };
}

ProbeMaker echoProbes(const Source& source, unsigned ttl, bool isMarked, std::size_t payloadSize,
    std::uint32_t randomBits) {
    return [=](Random& random, const Probe& probe) {
        const std::uint16_t id = isMarked ? kZmapMark : random.bits16();
        const IcmpHeader icmp = {8, 0, random.bits32() & randomBits};
        return icmpPacket(header(source, probe.target, ttl, id), icmp, Bytes(payloadSize, 0));
    };
}

} // namespace

ProbeMaker zmapSyn(const Source& source, ZmapVersion version) {
    const Bytes options = version == ZmapVersion::two ? Bytes{} : kMss1460;
    return [source, options](Random& random, const Probe& probe) {
        const std::uint16_t sourcePort = zmapSourcePort(random);
        const std::uint32_t sequence = random.bits32();
        return tcpPacket(header(source, probe.target, 255, kZmapMark),
            {sourcePort, probe.port, sequence, 0, kSyn, 65535, options});
    };
}

ProbeMaker zmapNewSyn(const Source& source, ZmapOptions options, Moment scanStart) {
    const auto start = std::chrono::duration_cast<std::chrono::seconds>(scanStart).count();
    const Bytes bytes = zmapOptionBytes(options, static_cast<std::uint32_t>(kDayBegin + start));
    return [source, bytes](Random& random, const Probe& probe) {
        const std::uint16_t sourcePort = zmapSourcePort(random);
        const std::uint32_t sequence = random.bits32();
        return tcpPacket(header(source, probe.target, 64, random.bits16()),
            {sourcePort, probe.port, sequence, 0, kSyn, 65535, bytes});
    };
}

ProbeMaker masscanSyn(const Source& source, Random& random, MasscanAge age) {
    const std::uint16_t basePort = random.port(40000, 59984);
    return [source, basePort, age](Random& stream, const Probe& probe) {
        const bool isNew = age == MasscanAge::window1025;
        const auto portStep = static_cast<std::uint16_t>(isNew ? stream.below(16) : 0);
        const std::uint32_t sequence = stream.bits32();
        const auto id = static_cast<std::uint16_t>((probe.target ^ probe.port ^ sequence) & 0xffff);
        const TcpHeader tcp = {static_cast<std::uint16_t>(basePort + portStep), probe.port,
            sequence, 0, kSyn, static_cast<std::uint16_t>(isNew ? 1025 : 1024),
            isNew ? kMss1460 : Bytes{}};
        return tcpPacket(header(source, probe.target, 255, id), tcp);
    };
}

ProbeMaker miraiSyn(const Source& source, Random& random) {
    const std::uint16_t window = random.bits16();
    const std::uint16_t sourcePort = random.port(1024, 65535);
    return [source, window, sourcePort](Random& stream, const Probe& probe) {
        return tcpPacket(header(source, probe.target, 64, stream.bits16()),
            {sourcePort, probe.port, probe.target, 0, kSyn, window});
    };
}

ProbeMaker hpingSyn(const Source& source, Random& random) {
    const std::uint16_t firstPort = random.port(1024, 3023);
    return [source, port = firstPort](Random& stream, const Probe& probe) mutable {
        const std::uint32_t sequence = stream.bits32();
        const std::uint32_t acknowledgement = stream.bits32() | 1;
        return tcpPacket(header(source, probe.target, 64, stream.bits16()),
            {port++, probe.port, sequence, acknowledgement, kSyn, 512});
    };
}

ProbeMaker unicornscanSyn(const Source& source, Random& random) {
    const std::uint32_t key = random.bits32();
    return [source, key](Random& stream, const Probe& probe) {
        const std::uint16_t sourcePort = stream.port(4096, 65535);
        const std::uint32_t ports = static_cast<std::uint32_t>(probe.port) << 16 | sourcePort;
        const std::uint32_t sequence = key ^ swapBytes(probe.target) ^ ports;
        return tcpPacket(header(source, probe.target, 255, stream.bits16()),
            {sourcePort, probe.port, sequence, 0, kSyn, 4128, kMss1460});
    };
}

ProbeMaker scapySyn(const Source& source) {
    return [source](Random&, const Probe& probe) {
        return tcpPacket(header(source, probe.target, 64, 1), {20, probe.port, 0, 0, kSyn, 8192});
    };
}

ProbeMaker zmapEcho(const Source& source, ZmapVersion version) {
    // 2.x sends sequence number 0 and 12 bytes of zeros, 3.x a random one and 20 bytes
    return version == ZmapVersion::two ? echoProbes(source, 255, true, 12, 0xffff0000)
                                       : echoProbes(source, 255, true, 20, 0xffffffff);
}

ProbeMaker zmapNewEcho(const Source& source) {
    return echoProbes(source, 64, false, 20, 0xffffffff);
}

ProbeMaker zmapUdp(const Source& source, Bytes payload) {
    return udpProbes(source, 255, true, std::move(payload));
}

ProbeMaker zmapNewUdp(const Source& source, Bytes payload) {
    return udpProbes(source, 64, false, std::move(payload));
}

NmapGroup::NmapGroup(Source source, Random& random)
    : m_source(std::move(source))
    , m_mask(random.bits32())
    , m_sourcePort(random.port(33000, 65000)) {}

Bytes NmapGroup::probe(
    Random& random, const Probe& probe, std::uint8_t flags, unsigned attempt) const {
    const std::uint16_t id = random.bits16();
    const auto initialTtl = static_cast<unsigned>(random.between(37, 59));
    const TcpHeader tcp = {static_cast<std::uint16_t>(m_sourcePort + attempt), probe.port,
        m_mask ^ (attempt << 16 | attempt), 0, flags, 1024, flags == kSyn ? kMss1460 : Bytes{}};
    return tcpPacket(header(m_source, probe.target, initialTtl, id), tcp);
}

} // namespace sweepscope::sample
