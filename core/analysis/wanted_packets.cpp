// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/wanted_packets.h"

#include <algorithm>

namespace sweepscope {

bool WantedPackets::wantsRest(const Packet& packet) const {
    if (!time.isEmpty() && !time.contains(packet.time))
        return false;
    if (isProbesOnly && !isProbe(packet.kind))
        return false;
    return ports.empty() || std::any_of(ports.begin(), ports.end(), [&](const PortTerm& term) {
        const Protocol protocol = protocolOf(packet.kind);
        return term.port == packet.port && term.protocol.value_or(protocol) == protocol;
    });
}

} // namespace sweepscope
