// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/frame_source.h"

#include <cstdint>

namespace sweepscope {

/// What lies behind the link layer's headers.
enum class NetworkLayer : std::uint8_t {
    ipv4,        ///< announced as IPv4
    ipv6,        ///< announced as IPv6
    raw,         ///< IP whose version only its first byte tells
    notIp,       ///< something else
    cut,         ///< the headers are not whole
    unsupported, ///< the link type is not known here
};

struct NetworkPlace {
    NetworkLayer layer = NetworkLayer::notIp;
    std::uint32_t offset = 0; ///< of the IP header, for the first three
};

/// Finds the outermost IP header of a frame: through VLAN tags (802.1Q, 802.1ad), MPLS labels,
/// PPPoE, LLC/SNAP, and the headers of captures in the wild (Linux cooked, radiotap, PPI, ERF).
/// Tunnels are not entered: the outer header counts.
NetworkPlace findNetworkLayer(const Frame& frame);

/// Whether findNetworkLayer can take frames of this type apart.
bool isSupported(LinkType link);

} // namespace sweepscope
