// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sweepscope::bench {

/// One packet of 54 bytes: Ethernet, IPv4 without options, TCP without options.
struct TrafficPacket {
    std::uint64_t microseconds = 0; ///< since the beginning of the traffic
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t sequence = 0;
    std::uint16_t sourcePort = 0;
    std::uint16_t targetPort = 0;
    std::uint16_t ipId = 0;
    std::uint16_t window = 0;
    std::uint8_t flags = 0;
};

/// A kind of traffic. Packet number i depends on i and on nothing else, so that a longer capture
/// begins as the shorter one, and every machine makes the same.
///
/// Sources are numbered from 0 and lie scattered over the address space; targets are those of the
/// telescope 203.0.0.0/16 or a part of it.
///
///     few-targets      30,000 sources, each on one of 10 ports, and 8 targets. One packet each
///                      180 us: 20 M in an hour. A source comes by every 5.4 s, so nearly all of
///                      its packets are one burst: table and bursts (4 MB) leave the near caches.
///     million-sources  1 M sources over a /16, each on one of 16 ports. One packet each 10 us: a
///                      source comes by every 10 s. 1 M bursts of a /16: a cache miss at each step.
///     one-scanner      One source asks the whole /16 on one port, in order, again and again, with
///                      one packet in 64 from one of 4,000 others. One burst takes nearly all.
///     backscatter      SYN-ACK and RST of 2,000 flood victims from 3 ports to the whole /16. No
///                      probes, so no scans.
///     bursty           Groups of 1,000 packets from one of 20,000 sources within 1 ms, then 0.2 s
///                      of nothing: the best case for the caches, the worst for splitting by
///                      source.
///     slow-singles     100 M sources that may come; each packet is its own burst, far from the
///                      next of its source: the index grows with the packets and never stops.
struct TrafficShape {
    std::string_view name;
    TrafficPacket (*packet)(std::uint64_t number);
};

const std::vector<TrafficShape>& trafficShapes();

/// Null where there is no such shape.
const TrafficShape* findShape(std::string_view name);

constexpr std::size_t kRecordBytes = 70; ///< of a capture: header of 16, and 54 of the packet

/// The file header of a classic capture, and one record of it.
std::vector<std::uint8_t> captureHeader();
void writeRecord(const TrafficPacket& packet, std::uint8_t* into);

} // namespace sweepscope::bench
