// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/source_origins.h"
#include "narrowing/term.h"

#include <QString>

namespace sweepscope {

/// A term as a person reads it: "port 23", "port 53/udp", "Netherlands", "AS4134 Chinanet",
/// "mirai", "large scans", "coverage 0.1 % to 1 %", "198.51.100.0/24", "10:00 to 11:30 (UTC)".
/// `origins` knows the names of networks and may be null.
QString displayTerm(const Term& term, const SourceOrigins* origins = nullptr);

/// "23/tcp", "ICMP": a port of a protocol in few letters.
QString displayPort(Protocol protocol, std::uint16_t port);

} // namespace sweepscope
