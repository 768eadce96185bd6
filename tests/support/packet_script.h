// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/frames.h"

#include <string_view>
#include <vector>

namespace sweepscope::tests {

/// Makes Ethernet frames out of lines of text, one packet a line:
///
///     0.000 198.51.100.7:40000 > 192.0.2.1:23 SYN
///     0.250 198.51.100.7:40000 > 192.0.2.1:23 SYN id=54321 ttl=250 win=65535 seq=0x12345678
///     1.5   198.51.100.7:53 > 192.0.2.1:4444 UDP len=30
///     2     198.51.100.7 > 192.0.2.1 ICMP 8
///     3     [2001:db8::7]:40000 > [2001:db8::1]:80 SYN
///     4     198.51.100.7 > 192.0.2.1 IP 47
///     5     ARP
///
/// Times are seconds after 2026-01-01T00:00:00Z. TCP flags are letters joined by +: SYN ACK RST FIN
/// PSH URG ECE CWR, or NONE. Fields: id ttl df win seq ack (TCP), opts=HEX (TCP options, padded to
/// four bytes), len (payload bytes), frag (offset in 8 bytes), cut (bytes that were captured).
/// '#' begins a comment. Throws std::runtime_error at a line that it does not understand.
std::vector<OwnedFrame> packetScript(std::string_view script);

/// 2026-01-01T00:00:00Z.
constexpr Timestamp kScriptBegin{1'767'225'600'000'000'000};

} // namespace sweepscope::tests
