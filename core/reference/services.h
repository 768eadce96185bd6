// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/protocol.h"

#include <cstdint>
#include <string_view>

namespace sweepscope {

/// The usual name of the service on a port, or nothing.
///
/// IANA's "Service Name and Transport Protocol Port Number Registry" where that tells what is
/// really there; the name in use where the registry has none or another one (5555 is Android's
/// debug bridge and not "personal-agent"; 2323 is the second Telnet port of Mirai and its kin).
std::string_view serviceName(Protocol protocol, std::uint16_t port);

} // namespace sweepscope
