// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/time.h"
#include "narrowing/term.h"
#include "packets/packet.h"

#include <vector>

namespace sweepscope {

/// Which packets of captures are wanted, after bursts have forgotten them. A part that is empty
/// wants all.
struct WantedPackets {
    PrefixSet sources;
    std::vector<PortTerm>
        ports;      ///< of the burst key: the target's, or the source's for backscatter
    TimeRange time; ///< both ends belong to it
    bool isProbesOnly = false;

    [[nodiscard]] bool wants(const Packet& packet) const {
        return wantsRest(packet) && (sources.isEmpty() || sources.contains(Ipv4{packet.source}));
    }

    [[nodiscard]] bool wants(const Packet6& packet) const {
        return wantsRest(packet.packet) && (sources.isEmpty() || sources.contains(packet.source));
    }

private:
    [[nodiscard]] bool wantsRest(const Packet& packet) const;
};

} // namespace sweepscope
