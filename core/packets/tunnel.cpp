// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/tunnel.h"

#include <bit>

namespace sweepscope {

namespace {

constexpr std::uint8_t kIpv4InIp = 4;
constexpr std::uint8_t kIpv6InIp = 41;
constexpr std::uint8_t kGre = 47;

constexpr NetworkPlace kNoTunnel{NetworkLayer::notIp, 0};

std::uint32_t greHeaderBytes(std::uint8_t flags) {
    constexpr std::uint8_t kOptionalWords = 0x80 | 0x20 | 0x10; // checksum, key, sequence number
    return 4 + 4 * static_cast<std::uint32_t>(std::popcount<std::uint8_t>(flags & kOptionalWords));
}

NetworkPlace behindGre(ByteSpan payload) {
    if (payload.size() < 4 || (payload[1] & 0x07) != 0) // only version 0 carries IP plainly
        return kNoTunnel;
    const std::uint32_t offset = greHeaderBytes(payload[0]);
    if (payload.size() < offset)
        return {NetworkLayer::cut, 0};
    switch (readBig16(&payload[2])) {
    case 0x0800:
        return {NetworkLayer::ipv4, offset};
    case 0x86dd:
        return {NetworkLayer::ipv6, offset};
    case 0x6558: {
        const auto inside = static_cast<std::uint32_t>(payload.size() - offset);
        NetworkPlace place =
            findNetworkLayer({payload.data() + offset, inside, inside, {}, link::kEthernet});
        place.offset += offset;
        return place;
    }
    default:
        return kNoTunnel;
    }
}

} // namespace

NetworkPlace findTunnelled(std::uint8_t protocol, ByteSpan payload) {
    switch (protocol) {
    case kIpv4InIp:
        return {NetworkLayer::ipv4, 0};
    case kIpv6InIp:
        return {NetworkLayer::ipv6, 0};
    case kGre:
        return behindGre(payload);
    default:
        return kNoTunnel;
    }
}

} // namespace sweepscope
