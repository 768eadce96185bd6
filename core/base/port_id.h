// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/protocol.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sweepscope {

/// A port of a protocol. ICMP has port 0 only.
struct PortId {
    Protocol protocol = Protocol::tcp;
    std::uint16_t port = 0;

    auto operator<=>(const PortId&) const = default;
};

/// "tcp/80"
std::string toText(PortId port);

/// Reads what toText writes.
std::optional<PortId> parsePortId(std::string_view text);

} // namespace sweepscope
