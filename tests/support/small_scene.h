// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/snapshots.h"

#include <functional>
#include <memory>
#include <string>

namespace sweepscope::tests {

/// A few packets whose every figure is worked out by hand.
///
/// A telescope of 16 addresses, 192.0.2.0/28, where `auto` asks for 4 targets, an expiry of 480 s
/// and no rate, and large is all 16. Seen:
///
///     10.0.0.1  16 SYN to port 23, one a second to each address, ID 54321       one large scan,
///     zmap 11.0.0.1  5 SYN to port 445 from 100 s on, and 4 more from 585 s on        two small
///     scans 12.0.0.1  8 UDP to port 53, two to each of 4 addresses, 200 s to 203 s     one small
///     scan 10.0.0.2  3 SYN to port 80 at 300 s                                        too few
///     targets 13.0.0.1  a SYN-ACK, an ACK, a fragment, a SYN to elsewhere, a cut SYN     no scans
///     ARP
std::string smallScript();

/// Where its sources are: 10/8 in NL (AS3333 RIPE NCC), 11/8 in DE (AS7 Seven), 12/8 in AS64500.
Bytes smallGeo();

/// Both together, in a capture called scene.pcap in the folder.
std::shared_ptr<const Snapshot> smallSnapshot(
    const TemporaryFolder& folder,
    const std::function<void(Thresholds&)>& change = [](Thresholds&) {});

} // namespace sweepscope::tests
