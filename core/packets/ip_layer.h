// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/decode_counts.h"
#include "packets/packet.h"

#include <cstdint>
#include <optional>

namespace sweepscope {

/// The bytes from an IP header on, as far as they were captured.
struct IpBytes {
    const std::uint8_t* at;
    std::uint32_t captured;
};

/// What reading an IP packet came to: a kind, and for `malformed` why.
struct IpOutcome {
    Kind kind = Kind::malformed;
    Reason reason = Reason::ipHeaderCut; ///< only for Kind::malformed
    bool hasSource = false;              ///< the addresses in the packet are good
    bool isUdpTooLong = false;           ///< a datagram that claims more than its IP packet has
};

/// Reads IPv4 (RFC 791) and what it carries. Fills `packet` but for its time.
///
/// Bytes behind the length that the IP header claims are padding and are not looked at; a length of
/// zero is what segmentation offload leaves in captures made on the sending machine, and means
/// "all".
IpOutcome readIpv4(IpBytes bytes, Packet& packet);

/// Reads IPv6 (RFC 8200), its chain of extension headers, and what it carries.
IpOutcome readIpv6(IpBytes bytes, Packet6& packet);

} // namespace sweepscope
