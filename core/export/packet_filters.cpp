// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/packet_filters.h"

#include <fmt/format.h>

namespace sweepscope {

namespace {

std::string portList(const std::vector<PortTerm>& ports, const char* pattern) {
    std::string list;
    for (const PortTerm& term : ports) {
        const std::string protocol(nameOf(term.protocol.value_or(Protocol::tcp)));
        if (protocol != "tcp" && protocol != "udp")
            continue;
        list +=
            (list.empty() ? "" : " or ") + fmt::format(fmt::runtime(pattern), protocol, term.port);
    }
    return list;
}

} // namespace

std::string displayFilterFor(const Address& source, const std::vector<PortTerm>& ports) {
    std::string filter =
        fmt::format("{} == {}", source.isV4() ? "ip.src" : "ipv6.src", toText(source));
    const std::string list = portList(ports, "{}.dstport == {}");
    return list.empty() ? filter : filter + " and (" + list + ")";
}

std::string captureFilterFor(const Address& source, const std::vector<PortTerm>& ports) {
    std::string filter =
        fmt::format("{} src host {}", source.isV4() ? "ip" : "ip6", toText(source));
    const std::string list = portList(ports, "{} dst port {}");
    return list.empty() ? filter : filter + " and (" + list + ")";
}

} // namespace sweepscope
