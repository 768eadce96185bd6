// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/packet_choice.h"

#include <algorithm>

namespace sweepscope {

namespace {

template <typename Value>
bool isAsked(const std::vector<Value>& list, Value value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

bool isIn(const PrefixSet& prefixes, const Address& address) {
    return address.isV4() ? prefixes.contains(address.v4()) : prefixes.contains(address.v6());
}

bool overlaps(const TimeRange& a, const TimeRange& b) {
    return a.first <= b.last && b.first <= a.last;
}

} // namespace

bool ScanClaim::takes(Timestamp moment, Kind packetKind, std::uint16_t packetPort) const {
    if (!time.contains(moment))
        return false;
    if (by == Grouping::source)
        return isProbe(packetKind) && protocolOf(packetKind) == protocolOf(kind);
    return packetKind == kind && packetPort == port;
}

bool PacketChoice::takesAll() const {
    return sources.isEmpty() && ports.empty() && kinds.empty() && time.isEmpty() && !isOnlyScans;
}

bool PacketChoice::takesKey(const Address& source, Kind kind, std::uint16_t port) const {
    return isAsked(ports, port) && isAsked(kinds, kind) &&
           (sources.isEmpty() || isIn(sources, source));
}

bool PacketChoice::takes(const Address& source, const Packet& packet) const {
    if (!takesKey(source, packet.kind, packet.port) ||
        (!time.isEmpty() && !time.contains(packet.time)))
        return false;
    if (!isOnlyScans)
        return true;
    const auto claims = scans.find(source);
    return claims != scans.end() &&
           std::any_of(claims->second.begin(), claims->second.end(), [&](const ScanClaim& claim) {
               return claim.takes(packet.time, packet.kind, packet.port);
           });
}

bool PacketChoice::takes(const Address& source, const Burst& burst) const {
    if (!takesKey(source, burst.kind, burst.port) ||
        (!time.isEmpty() && !overlaps(time, burst.time)))
        return false;
    if (!isOnlyScans)
        return true;
    const auto claims = scans.find(source);
    return claims != scans.end() &&
           std::any_of(claims->second.begin(), claims->second.end(), [&](const ScanClaim& claim) {
               return claim.takes(burst.time.first, burst.kind, burst.port);
           });
}

std::map<Address, std::vector<ScanClaim>> claimsOf(
    const BurstIndex& index, const Scans& scans, Grouping by) {
    std::map<Address, std::vector<ScanClaim>> claims;
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        for (const Scan& scan : scans[segment])
            claims[index.segments[segment].sources[scan.source.place]].push_back(
                {scan.time, scan.kind, scan.port, by});
    }
    return claims;
}

std::vector<TimeRange> timesOf(const BurstIndex& index, const PacketChoice& choice) {
    std::vector<TimeRange> ranges;
    for (const IndexSegment& segment : index.segments) {
        for (const Burst& burst : segment.bursts) {
            if (choice.takes(segment.sources[burst.source], burst))
                ranges.push_back(burst.time);
        }
    }
    std::sort(ranges.begin(), ranges.end(),
        [](const TimeRange& a, const TimeRange& b) { return a.first < b.first; });
    std::vector<TimeRange> joined;
    for (const TimeRange& range : ranges) {
        if (!joined.empty() && range.first <= joined.back().last)
            joined.back().include(range);
        else
            joined.push_back(range);
    }
    return joined;
}

} // namespace sweepscope
