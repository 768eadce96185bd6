// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/burst_index.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

class Team;

/// A port of a population, and the targets that it is used for: those whose masked bits are
/// `value`.
struct DependentPort {
    std::uint16_t port = 0;
    std::uint32_t value = 0;

    auto operator<=>(const DependentPort&) const = default;
};

/// Sources that have nothing in common but that the port which they ask for is a function of some
/// bits of the target. Whoever counts scans by port sees many small scans of odd ports; they are
/// one thing, and no port of it was chosen by anybody.
struct PortPopulation {
    Kind kind = Kind::syn;
    std::uint32_t mask = 0;           ///< the bits of the target that the port depends on
    std::vector<DependentPort> ports; ///< ascending
    std::uint64_t windows = 0;        ///< of time in which it was found
    TimeRange time;                   ///< of its packets
    std::uint64_t sources = 0;        ///< distinct
    std::uint64_t packets = 0;
    double dependence = 0; ///< mutual information of masked bits and port, in bits
    double entropy = 0;    ///< of the masked bits: the most that it could be
    double chance = 1;     ///< that ports independent of the target look so, at most

    bool operator==(const PortPopulation&) const = default;
};

/// All such populations, and the bursts that belong to them.
struct DependentPorts {
    std::vector<PortPopulation> populations;
    std::array<std::vector<std::uint32_t>, kSegments> bursts; ///< numbers in the segment, ascending

    [[nodiscard]] bool isEmpty() const { return populations.empty(); }

    [[nodiscard]] bool has(std::size_t segment, std::uint32_t burst) const;
};

/// Looks for ports that depend on the target, in windows of a day each, since such a function may
/// change with time.
///
/// In a window each source counts once for a port, by one of its targets. A port depends on a bit
/// of the target when at most one source in fifty contradicts; the chance of that is bounded by
/// Chernoff's inequality (exp(-n D), D the divergence of the shares), times ports and bits looked
/// at. Ports that depend on the same bits, and not on others, are a population when all of these
/// hold, so that a scan of part of the telescope, or a crowd with one wrong address, is none:
/// - each has at least kLeastPortSources sources, and they have at least kLeastPopulation together;
/// - together their ports serve nearly all targets of the window's probes;
/// - sources go from one port to another as the target changes: at least a twentieth do;
/// - the chance of all that is below kMostPortChance.
///
/// Its bursts are those of its ports whose source never contradicts it. IPv4, SYN and UDP.
/// The result does not depend on the order of packets. With a team, its members share the work
/// that each burst takes.
DependentPorts findDependentPorts(const BurstIndex& index, Team* team = nullptr);

constexpr std::uint64_t kLeastPortSources = 24;
constexpr std::uint64_t kLeastPopulation = 100;
constexpr double kMostPortChance = 1e-9;

} // namespace sweepscope
