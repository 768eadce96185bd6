// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/port_id.h"
#include "base/sentence.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace sweepscope {

/// Targets asked by more than one member, as they are and as they would be by chance.
struct SharedWork {
    std::uint64_t asked = 0;    ///< pairs of target and port, of each member by itself
    std::uint64_t distinct = 0; ///< of all members together
    double expectedRepeats = 0; ///< were each member's targets drawn at random from the telescope

    [[nodiscard]] std::uint64_t repeats() const { return asked - distinct; }

    /// Far fewer repeats than chance would give: somebody has divided the targets among them.
    [[nodiscard]] bool isDivided() const;
};

/// Sources that act as one: a scan in shards, a farm of scanners.
struct Campaign {
    std::vector<SourceId> members; ///< by address
    Tool tool = Tool::unknown;
    std::vector<PortId> ports;
    TimeRange time;
    Prefix prefix;     ///< the smallest that holds all members
    NetworkId network; ///< of all members; not known where they differ
    std::uint64_t scans = 0;
    std::uint64_t packets = 0; ///< of these scans
    std::uint64_t targets = 0; ///< distinct, of all members and ports
    SharedWork work;
    bool areNeighbours = false;    ///< by address, with the prefix above
    std::vector<Sentence> reasons; ///< why they are taken for one: parts of a sentence
};

/// Finds campaigns among the sources that scan over IPv4, the largest first.
///
/// Members have one tool, one set of main ports (each with at least 5 % of the source's probes),
/// and periods that overlap by half. On top of that they must either have divided their targets -
/// shards of one run ask none twice, while independent scans repeat each other at a rate that
/// follows from their sizes - and be neighbours or in one network; or be neighbours within one /24
/// with a named tool. One network alone is not enough: the large clouds hold many unrelated users
/// of ZMap. Bots draw their targets at random, so that infected neighbours are no campaign; Mirai's
/// mark is never taken for a shared tool.
std::vector<Campaign> findCampaigns(const Snapshot& snapshot);

/// The same snapshot with each campaign counted once: its scans of a port are one scan, whose
/// coverage is that of all its targets, and its members one source. Scans and sources stay listed
/// one by one; totals, ports, countries and tools change, and a warning says so.
std::shared_ptr<const Snapshot> countOnce(
    const Snapshot& snapshot, const std::vector<Campaign>& campaigns);

} // namespace sweepscope
