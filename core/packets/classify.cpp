// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/classify.h"

#include <array>
#include <bitset>

namespace sweepscope {

namespace {

constexpr std::uint8_t kFin = 0x01;
constexpr std::uint8_t kSyn = 0x02;
constexpr std::uint8_t kRst = 0x04;
constexpr std::uint8_t kPsh = 0x08;
constexpr std::uint8_t kAck = 0x10;
constexpr std::uint8_t kUrg = 0x20;

constexpr Kind tcpKind(std::uint8_t flags) {
    if ((flags & kSyn) != 0 && (flags & (kAck | kRst | kFin)) == 0)
        return Kind::syn;
    if (flags == 0)
        return Kind::null;
    if (flags == kFin)
        return Kind::fin;
    if (flags == (kFin | kPsh | kUrg))
        return Kind::xmas;
    if ((flags & kRst) != 0)
        return Kind::rst;
    if ((flags & kSyn) != 0 && (flags & kAck) != 0)
        return Kind::synAck;
    return Kind::tcp;
}

/// Services that answer whoever asks, and so are used to amplify floods with a forged source
/// (Rossow, "Amplification Hell", 2014, and later reports of the same kind).
constexpr std::array<std::uint16_t, 23> kAnsweringPorts = {17, 19, 53, 69, 111, 123, 137, 161, 389,
    427, 500, 520, 1194, 1434, 1900, 3283, 3478, 3702, 5060, 5353, 5683, 10001, 11211};

const std::bitset<65536>& answeringPorts() {
    static const std::bitset<65536> kPorts = [] {
        std::bitset<65536> ports;
        for (const std::uint16_t port : kAnsweringPorts)
            ports.set(port);
        return ports;
    }();
    return kPorts;
}

} // namespace

constexpr std::array<Kind, 64> kTcpKinds = [] {
    std::array<Kind, 64> kinds{};
    for (std::uint8_t flags = 0; flags < 64; ++flags)
        kinds[flags] = tcpKind(flags);
    return kinds;
}();

Kind kindOfUdp(std::uint16_t sourcePort, std::uint16_t targetPort) {
    const auto& answering = answeringPorts();
    return answering[sourcePort] && !answering[targetPort] ? Kind::udpAnswer : Kind::udp;
}

Kind kindOfIcmp(std::uint8_t type) {
    switch (type) {
    case 8:
    case 13:
    case 15:
    case 17:
        return Kind::icmpRequest;
    case 0:
    case 3:
    case 4:
    case 5:
    case 11:
    case 12:
    case 14:
    case 16:
    case 18:
        return Kind::icmpAnswer;
    default:
        return Kind::icmp;
    }
}

Kind kindOfIcmpV6(std::uint8_t type) {
    constexpr std::uint8_t kEchoRequest = 128;
    constexpr std::uint8_t kEchoReply = 129;
    if (type == kEchoRequest)
        return Kind::icmpRequest;
    const bool isError = type >= 1 && type <= 4;
    return isError || type == kEchoReply ? Kind::icmpAnswer : Kind::icmp;
}

} // namespace sweepscope
