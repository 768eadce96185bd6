// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/port_id.h"

#include <charconv>

namespace sweepscope {

std::string toText(PortId port) {
    return std::string(nameOf(port.protocol)) + "/" + std::to_string(port.port);
}

std::optional<PortId> parsePortId(std::string_view text) {
    for (std::size_t i = 0; i < kProtocolCount; ++i) {
        const auto protocol = static_cast<Protocol>(i);
        const std::string_view name = nameOf(protocol);
        if (!text.starts_with(name) || text.size() <= name.size() || text[name.size()] != '/')
            continue;
        const std::string_view digits = text.substr(name.size() + 1);
        const char* const end = digits.data() + digits.size();
        PortId port{protocol, 0};
        const auto [stopped, error] = std::from_chars(digits.data(), end, port.port);
        if (error != std::errc() || stopped != end)
            return std::nullopt;
        return port;
    }
    return std::nullopt;
}

} // namespace sweepscope
