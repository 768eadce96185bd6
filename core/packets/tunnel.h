// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "packets/link_layer.h"

#include <cstdint>

namespace sweepscope {

/// The IP packet inside a tunnel, by the outer packet's protocol: IP in IP (RFC 2003, RFC 4213) and
/// GRE (RFC 2784 with the key and sequence number of RFC 2890), also with Ethernet inside. The
/// offset is that from `payload`'s begin. `notIp` where there is no tunnel.
NetworkPlace findTunnelled(std::uint8_t protocol, ByteSpan payload);

} // namespace sweepscope
