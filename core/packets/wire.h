// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/bytes.h"

#include <cstdint>

namespace sweepscope {

/// Headers as they stand in a packet, with accessors named as the RFCs name the fields. Each is a
/// view of bytes whose presence the caller has proved; kBytes is the least a header has.

/// RFC 791.
struct Ipv4Header {
    static constexpr std::uint32_t kBytes = 20;
    const std::uint8_t* at;

    [[nodiscard]] unsigned version() const { return at[0] >> 4; }

    [[nodiscard]] std::uint32_t headerBytes() const { return (at[0] & 0x0fU) * 4; }

    [[nodiscard]] std::uint32_t totalLength() const { return readBig16(at + 2); }

    [[nodiscard]] std::uint16_t identification() const { return readBig16(at + 4); }

    [[nodiscard]] bool doNotFragment() const { return (at[6] & 0x40) != 0; }

    [[nodiscard]] bool moreFragments() const { return (at[6] & 0x20) != 0; }

    [[nodiscard]] unsigned fragmentOffset() const { return readBig16(at + 6) & 0x1fffU; }

    [[nodiscard]] std::uint8_t ttl() const { return at[8]; }

    [[nodiscard]] std::uint8_t protocol() const { return at[9]; }

    [[nodiscard]] std::uint32_t source() const { return readBig32(at + 12); }

    [[nodiscard]] std::uint32_t target() const { return readBig32(at + 16); }
};

/// RFC 8200.
struct Ipv6Header {
    static constexpr std::uint32_t kBytes = 40;
    const std::uint8_t* at;

    [[nodiscard]] unsigned version() const { return at[0] >> 4; }

    [[nodiscard]] std::uint32_t payloadLength() const { return readBig16(at + 4); }

    [[nodiscard]] std::uint8_t nextHeader() const { return at[6]; }

    [[nodiscard]] std::uint8_t hopLimit() const { return at[7]; }

    [[nodiscard]] Ipv6 source() const { return {readBig64(at + 8), readBig64(at + 16)}; }

    [[nodiscard]] Ipv6 target() const { return {readBig64(at + 24), readBig64(at + 32)}; }
};

/// RFC 9293. The first 14 bytes, up to the flags, make a packet here; the rest may be cut.
struct TcpHeader {
    static constexpr std::uint32_t kLeastBytes = 14;
    static constexpr std::uint32_t kWindowBytes = 16; ///< with these the window can be read
    static constexpr std::uint32_t kBytes = 20;
    const std::uint8_t* at;

    [[nodiscard]] std::uint16_t sourcePort() const { return readBig16(at); }

    [[nodiscard]] std::uint16_t targetPort() const { return readBig16(at + 2); }

    [[nodiscard]] std::uint32_t sequence() const { return readBig32(at + 4); }

    [[nodiscard]] std::uint32_t acknowledgement() const { return readBig32(at + 8); }

    [[nodiscard]] std::uint32_t headerBytes() const { return (at[12] >> 4) * 4U; }

    [[nodiscard]] std::uint8_t flags() const { return at[13]; }

    [[nodiscard]] std::uint16_t window() const { return readBig16(at + 14); }
};

/// RFC 768.
struct UdpHeader {
    static constexpr std::uint32_t kBytes = 8;
    const std::uint8_t* at;

    [[nodiscard]] std::uint16_t sourcePort() const { return readBig16(at); }

    [[nodiscard]] std::uint16_t targetPort() const { return readBig16(at + 2); }

    [[nodiscard]] std::uint16_t length() const { return readBig16(at + 4); }
};

/// RFC 792 and RFC 4443: type and code stand first in both.
struct IcmpHeader {
    static constexpr std::uint32_t kLeastBytes = 2;
    const std::uint8_t* at;

    [[nodiscard]] std::uint8_t type() const { return at[0]; }
};

/// IANA "Assigned Internet Protocol Numbers".
namespace ip_protocol {
constexpr std::uint8_t kHopByHop = 0;
constexpr std::uint8_t kIcmp = 1;
constexpr std::uint8_t kTcp = 6;
constexpr std::uint8_t kUdp = 17;
constexpr std::uint8_t kRouting = 43;
constexpr std::uint8_t kFragment = 44;
constexpr std::uint8_t kAuthentication = 51;
constexpr std::uint8_t kIcmpV6 = 58;
constexpr std::uint8_t kDestinationOptions = 60;
constexpr std::uint8_t kMobility = 135;
constexpr std::uint8_t kHostIdentity = 139;
constexpr std::uint8_t kShim6 = 140;
} // namespace ip_protocol

} // namespace sweepscope
