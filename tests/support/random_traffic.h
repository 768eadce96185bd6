// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "base/time.h"
#include "bursts/burst_packet.h"

#include <cstdint>
#include <vector>

namespace sweepscope::tests {

/// A small generator of the splitmix64 kind: the same numbers on every machine and library.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() { return mix64(m_state += 0x9e3779b97f4a7c15U); }
    /// 0 to bound - 1.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    bool oneIn(std::uint64_t n) { return below(n) == 0; }

private:
    std::uint64_t m_state;
};

/// A packet as bursts take it in, of either family.
struct RandomPacket {
    BurstPacket packet; ///< for IPv6 without addresses
    Ipv6 source6;
    Ipv6 target6;

    [[nodiscard]] Address source() const {
        return packet.isV6 ? Address(source6) : Address(Ipv4{packet.source});
    }
    [[nodiscard]] Address target() const {
        return packet.isV6 ? Address(target6) : Address(Ipv4{packet.target});
    }
};

/// Traffic that brings out what is hard about bursts and scans: few sources, so that they meet the
/// same keys again and again; silences around the base gap and the expiries (also exactly equal to
/// them); all kinds; tools in part of the packets; IPv6; and times that are not in order.
std::vector<RandomPacket> randomTraffic(std::uint64_t seed, std::size_t packets);

/// In another order, decided by the seed.
std::vector<RandomPacket> shuffled(std::vector<RandomPacket> packets, std::uint64_t seed);

} // namespace sweepscope::tests
