// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/decode_counts.h"

#include <algorithm>

namespace sweepscope {

std::string_view nameOf(Reason reason) {
    constexpr std::array<std::string_view, kReasonCount> kNames = {"link_header_cut",
        "ip_header_cut", "ip_version_contradicts", "ip_header_length_too_short",
        "ip_length_too_short", "extension_header_cut", "tcp_header_cut", "tcp_offset_contradicts",
        "udp_header_cut", "udp_length_too_short", "icmp_header_cut", "snapped", "fingerprint_cut",
        "ip_length_beyond_frame", "udp_length_beyond_ip"};
    return kNames[static_cast<std::size_t>(reason)];
}

void DecodeCounts::countLink(LinkType link, std::uint64_t count) {
    auto place = std::lower_bound(links.begin(), links.end(), link,
        [](const LinkCount& counted, LinkType wanted) { return counted.link < wanted; });
    if (place == links.end() || place->link != link)
        place = links.insert(place, {link, 0});
    place->frames += count;
}

void DecodeCounts::add(const DecodeCounts& other) {
    frames += other.frames;
    for (std::size_t i = 0; i < kBinCount; ++i)
        bins[i] += other.bins[i];
    for (std::size_t i = 0; i < kReasonCount; ++i)
        reasons[i] += other.reasons[i];
    for (const LinkCount& counted : other.links)
        countLink(counted.link, counted.frames);
    range.include(other.range);
}

} // namespace sweepscope
