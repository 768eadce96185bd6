// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/link_type.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sweepscope {

namespace {

/// Names of the registry, in the lower-case form that Wireshark's tools print where they have one.
constexpr std::array kNames = std::to_array<std::pair<LinkType, std::string_view>>({
    {link::kNull, "null"},
    {link::kEthernet, "ethernet"},
    {{6}, "token-ring"},
    {{7}, "arcnet"},
    {{8}, "slip"},
    {link::kPpp, "ppp"},
    {{10}, "fddi"},
    {link::kRawBsd, "raw"},
    {link::kRawOpenBsd, "raw"},
    {link::kPppHdlc, "ppp-hdlc"},
    {link::kPppEther, "pppoe"},
    {{100}, "atm-rfc1483"},
    {link::kRaw, "raw"},
    {link::kCHdlc, "c-hdlc"},
    {link::kIeee80211, "ieee-802-11"},
    {{107}, "frame-relay"},
    {link::kLoop, "loop"},
    {link::kLinuxSll, "linux-sll"},
    {{117}, "pflog"},
    {{119}, "ieee-802-11-prism"},
    {link::kRadiotap, "ieee-802-11-radiotap"},
    {{147}, "user0"},
    {{163}, "ieee-802-11-avs"},
    {{187}, "bluetooth-hci-h4"},
    {{189}, "usb-linux"},
    {link::kPpi, "ppi"},
    {{195}, "ieee-802-15-4"},
    {link::kErf, "erf"},
    {{201}, "bluetooth-hci-h4-phdr"},
    {{220}, "usb-linux-mmapped"},
    {link::kIpv4, "ipv4"},
    {link::kIpv6, "ipv6"},
    {{239}, "nflog"},
    {{240}, "netanalyzer"},
    {{249}, "usbpcap"},
    {{251}, "bluetooth-le"},
    {{253}, "netlink"},
    {{258}, "pktap"},
    {link::kLinuxSll2, "linux-sll2"},
});

} // namespace

std::string toText(LinkType link) {
    const auto* const found = std::find_if(
        kNames.begin(), kNames.end(), [&](const auto& named) { return named.first == link; });
    return found != kNames.end() ? std::string(found->second) : fmt::format("link {}", link.number);
}

} // namespace sweepscope
