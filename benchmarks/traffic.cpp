// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic.h"

#include "base/hash.h"

#include <algorithm>
#include <cstring>

namespace sweepscope::bench {

namespace {

constexpr std::uint64_t kSeed = 0x5377656570; // "Sweep"
constexpr std::uint32_t kTelescope = 203U << 24;
constexpr std::uint32_t kBeginSeconds = 1'540'857'600; // 2018-10-30T00:00:00Z
constexpr std::uint8_t kSyn = 0x02;
constexpr std::uint8_t kSynAck = 0x12;
constexpr std::uint8_t kRst = 0x04;

/// Random numbers for packet number i: three draws of 64 bits are more than a packet needs.
struct Draw {
    std::uint64_t bits;

    Draw(std::uint64_t number, std::uint64_t stream)
        : bits(mix64(number * 4 + stream + kSeed)) {}

    [[nodiscard]] std::uint32_t below(std::uint32_t bound) const {
        return static_cast<std::uint32_t>((bits >> 32) * bound >> 32);
    }

    [[nodiscard]] std::uint16_t low16() const { return static_cast<std::uint16_t>(bits); }

    [[nodiscard]] std::uint32_t low32() const { return static_cast<std::uint32_t>(bits); }
};

/// Scattered, each number its own address: a bijection on 32 bits.
std::uint32_t addressOf(std::uint32_t source) {
    std::uint32_t value = source * 0x9e3779b1U;
    value ^= value >> 15;
    return value * 0x85ebca6bU;
}

/// A SYN as a plain scanner sends it: everything random that tools hide a secret in.
TrafficPacket synFrom(std::uint32_t source, std::uint32_t target, std::uint64_t number) {
    const Draw draw(number, 1);
    TrafficPacket packet;
    packet.source = addressOf(source);
    packet.target = target;
    packet.sequence = draw.low32();
    packet.sourcePort = static_cast<std::uint16_t>(1024 + (draw.bits >> 32 & 0x7fff));
    packet.ipId = static_cast<std::uint16_t>(draw.bits >> 48);
    // Every third source is ZMap, every seventh has a window of Nmap's.
    packet.ipId = source % 3 == 0 ? std::uint16_t{54321} : packet.ipId;
    packet.window = source % 7 == 0 ? std::uint16_t{1024} : std::uint16_t{65535};
    packet.flags = kSyn;
    return packet;
}

TrafficPacket fewTargets(std::uint64_t number) {
    const Draw draw(number, 0);
    const std::uint32_t source = draw.below(30'000);
    TrafficPacket packet = synFrom(source, kTelescope + (draw.low32() & 7), number);
    packet.microseconds = number * 180;
    packet.targetPort = static_cast<std::uint16_t>(20 + source % 10);
    return packet;
}

TrafficPacket millionSources(std::uint64_t number) {
    const Draw draw(number, 0);
    const std::uint32_t source = draw.below(1'000'000);
    TrafficPacket packet = synFrom(source, kTelescope + draw.low16(), number);
    packet.microseconds = number * 10;
    packet.targetPort = static_cast<std::uint16_t>(20 + source % 16);
    return packet;
}

TrafficPacket oneScanner(std::uint64_t number) {
    const Draw draw(number, 0);
    const std::uint32_t source = number % 64 == 0 ? 1 + draw.below(4'000) : 0;
    const auto next = static_cast<std::uint32_t>(number & 0xffff);
    TrafficPacket packet = synFrom(source, kTelescope + next, number);
    packet.microseconds = number * 10;
    packet.targetPort = 443;
    return packet;
}

TrafficPacket backscatter(std::uint64_t number) {
    const Draw draw(number, 0);
    const std::uint32_t victim = draw.below(2'000);
    TrafficPacket packet = synFrom(victim, kTelescope + draw.low16(), number);
    packet.microseconds = number * 20;
    packet.targetPort = packet.sourcePort;
    packet.sourcePort = static_cast<std::uint16_t>(80 + victim % 3);
    packet.flags = draw.low32() >> 31 != 0 ? kSynAck : kRst;
    return packet;
}

TrafficPacket bursty(std::uint64_t number) {
    const std::uint64_t group = number / 1'000;
    const Draw draw(number, 0);
    TrafficPacket packet = synFrom(Draw(group, 2).below(20'000), kTelescope + draw.low16(), number);
    packet.microseconds = group * 200'000 + number % 1'000;
    packet.targetPort = 23;
    return packet;
}

TrafficPacket slowSingles(std::uint64_t number) {
    const Draw draw(number, 0);
    TrafficPacket packet = synFrom(draw.below(100'000'000), kTelescope + draw.low16(), number);
    packet.microseconds = number * 4'320;
    packet.targetPort = static_cast<std::uint16_t>(draw.low32() >> 16);
    return packet;
}

void putBig16(std::uint8_t* at, std::uint16_t value) {
    at[0] = static_cast<std::uint8_t>(value >> 8);
    at[1] = static_cast<std::uint8_t>(value);
}

void putBig32(std::uint8_t* at, std::uint32_t value) {
    putBig16(at, static_cast<std::uint16_t>(value >> 16));
    putBig16(at + 2, static_cast<std::uint16_t>(value));
}

void putLittle32(std::uint8_t* at, std::uint32_t value) {
    for (int i = 0; i < 4; ++i)
        at[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

constexpr std::uint32_t kPacketBytes = 54;

} // namespace

const std::vector<TrafficShape>& trafficShapes() {
    static const std::vector<TrafficShape> kShapes = {
        {"few-targets", fewTargets},
        {"million-sources", millionSources},
        {"one-scanner", oneScanner},
        {"backscatter", backscatter},
        {"bursty", bursty},
        {"slow-singles", slowSingles},
    };
    return kShapes;
}

const TrafficShape* findShape(std::string_view name) {
    const auto& shapes = trafficShapes();
    const auto found = std::find_if(shapes.begin(), shapes.end(),
        [&](const TrafficShape& shape) { return shape.name == name; });
    return found == shapes.end() ? nullptr : &*found;
}

std::vector<std::uint8_t> captureHeader() {
    std::vector<std::uint8_t> header(24);
    putLittle32(header.data(), 0xa1b2c3d4);
    header[4] = 2;
    header[6] = 4;
    putLittle32(header.data() + 16, 65535);
    putLittle32(header.data() + 20, 1);
    return header;
}

void writeRecord(const TrafficPacket& packet, std::uint8_t* into) {
    std::memset(into, 0, kRecordBytes);
    const std::uint64_t seconds = kBeginSeconds + packet.microseconds / 1'000'000;
    putLittle32(into, static_cast<std::uint32_t>(seconds));
    putLittle32(into + 4, static_cast<std::uint32_t>(packet.microseconds % 1'000'000));
    putLittle32(into + 8, kPacketBytes);
    putLittle32(into + 12, kPacketBytes);
    std::uint8_t* const ethernet = into + 16;
    putBig16(ethernet + 12, 0x0800);
    std::uint8_t* const ip = ethernet + 14;
    ip[0] = 0x45;
    putBig16(ip + 2, 40);
    putBig16(ip + 4, packet.ipId);
    ip[8] = 48; // hops left
    ip[9] = 6;  // TCP
    putBig32(ip + 12, packet.source);
    putBig32(ip + 16, packet.target);
    std::uint8_t* const tcp = ip + 20;
    putBig16(tcp, packet.sourcePort);
    putBig16(tcp + 2, packet.targetPort);
    putBig32(tcp + 4, packet.sequence);
    tcp[12] = 5 << 4;
    tcp[13] = packet.flags;
    putBig16(tcp + 14, packet.window);
}

} // namespace sweepscope::bench
