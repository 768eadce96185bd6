// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/kind.h"

#include <array>
#include <cstdint>

namespace sweepscope {

/// The kind of a TCP packet, by its whole flag byte; ECE and CWR do not matter.
///
/// Only an initiator sends a SYN without ACK; SYN-ACK and every RST answer somebody, so on a
/// telescope they are backscatter (Moore et al., "Inferring Internet denial-of-service activity",
/// 2006; Durumeric et al. 2014). FIN alone, no flag at all and FIN+PSH+URG are Nmap's stealth
/// scans.
extern const std::array<Kind, 64> kTcpKinds; ///< by the six flags

inline Kind kindOfTcp(std::uint8_t flags) {
    return kTcpKinds[flags & 0x3f];
}

/// UDP from a port whose service answers strangers, to a port that is none of those, is an answer.
Kind kindOfUdp(std::uint16_t sourcePort, std::uint16_t targetPort);

/// Echo, timestamp, information and mask requests ask; their replies and all errors answer.
Kind kindOfIcmp(std::uint8_t type);
Kind kindOfIcmpV6(std::uint8_t type);

} // namespace sweepscope
