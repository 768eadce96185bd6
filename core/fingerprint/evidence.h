// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/agreement.h"
#include "fingerprint/rule.h"
#include "fingerprint/sketch_pair.h"
#include "packets/packet.h"

#include <cstdint>

namespace sweepscope {

/// What one packet tells about the tool that sent it.
struct PacketEvidence {
    RuleSet rules;
    std::uint64_t wide = 0; ///< with `narrow`, the shared fields, apart for the sake of room
    std::uint16_t narrow = 0;
    SketchHash nmap;             ///< none without Rule::nmapWindow
    SketchHash unicornscan;      ///< none without Rule::pairwiseTested
    SketchHash unicornscanPlain; ///< likewise: the form without swapped bytes

    [[nodiscard]] SharedFields fields() const { return {wide, narrow}; }
};

static_assert(sizeof(PacketEvidence) == 24);

/// Tests every rule that applies to the packet's kind on the bytes that were captured.
///
/// Rules for TCP look at SYN packets over IPv4 alone; the ZMap ID is also tested on UDP and ICMP
/// requests, whose content is looked up. IPv6 carries no identification, so nothing is tested
/// there.
PacketEvidence examine(const Packet& packet);

/// The values of the pairwise tests, which are equal for packets of one scan and random else.
///
/// Nmap and Unicornscan hide a secret in the sequence number, the same for all probes of a run, so
/// packets are tested against one another and not against a constant (Ghiette, Blenn, Doerr,
/// "Remote identification of port scan toolchains", 2016). Nmap: seq = mask ^ ((n << 16) + n), so
/// its high half xor its low half is the same for all n. Unicornscan: seq = key ^ target ^
/// ((target port << 16) + source port), the target in the byte order of a little-endian sender.
///
/// The test counts equal neighbours: of n packets in the order of time there are n - 1 pairs, and a
/// scan whose groups of packets have d secrets, one after another, has n - d equal ones. The
/// telescope must give the same answer whatever the order of files and threads, and packets of one
/// instant have no order, so the pairs are not walked: n - d is counted from the number of distinct
/// values, which merges exactly. The two differ where groups run at the same time, and there the
/// neighbours are what depends on chance.
struct PairwiseEvidence {
    DistinctSketch<8> nmap;
    DistinctSketch<4> unicornscan;
    DistinctSketch<4> unicornscanPlain;

    bool operator==(const PairwiseEvidence&) const = default;

    void add(const PacketEvidence& packet) {
        nmap.add(packet.nmap);
        addToBoth(unicornscan, packet.unicornscan, unicornscanPlain, packet.unicornscanPlain);
    }

    void add(const PairwiseEvidence& other) {
        nmap.add(other.nmap);
        addToBoth(unicornscan, other.unicornscan, unicornscanPlain, other.unicornscanPlain);
    }
};

} // namespace sweepscope
