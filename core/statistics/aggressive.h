// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/scan_view.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sweepscope {

/// The three definitions of an aggressive scanner of Anand et al. 2023 (arXiv 2305.07193). They ask
/// of a source on a day, over the events of the ORION telescope, which profile `merit` makes.
enum class Aggression : std::uint8_t {
    coverage, ///< AH-1: an event that touches at least a tenth of the telescope
    packets,  ///< AH-2: an event with more packets than the 1 - 10^-4 quantile of all events
    ports,    ///< AH-3: more ports than the 1 - 10^-4 quantile of all sources' days
};
constexpr std::size_t kAggressionCount = 3;

struct AggressionFacts {
    std::string_view name; ///< as options and reports have it
    std::string_view title;
    std::string_view rule;
    std::string_view source; ///< where its number is from
};

const std::array<AggressionFacts, kAggressionCount>& aggressionFacts();

/// A source on a day of UTC. A scan counts on the day on which it began.
struct SourceDay {
    SourceId source;
    std::int64_t day = 0; ///< since 1970-01-01
    std::uint64_t scans = 0;
    std::uint64_t packets = 0;
    std::uint64_t mostTargets = 0; ///< of a scan
    std::uint64_t mostPackets = 0; ///< likewise
    std::uint64_t ports = 0;       ///< distinct, each protocol's apart
    std::array<bool, kAggressionCount> is{};

    [[nodiscard]] bool isAggressive() const { return is[0] || is[1] || is[2]; }
};

/// Who is aggressive, and what the borders came to.
struct AggressiveScanners {
    std::vector<SourceDay> days; ///< aggressive ones, in order of (source, day)
    std::uint64_t scans = 0;     ///< that the packets' quantile is of
    std::uint64_t sourceDays = 0;
    std::uint64_t targetBorder = 0; ///< AH-1: at least so many targets
    std::uint64_t packetBorder = 0; ///< AH-2: more than so many packets
    std::uint64_t portBorder = 0;   ///< AH-3: more than so many ports

    [[nodiscard]] bool has(SourceId source, std::int64_t day, Aggression aggression) const;
    [[nodiscard]] std::uint64_t countOf(Aggression aggression) const;
};

/// Below this many, the largest value is the quantile and nothing lies above it.
constexpr std::uint64_t kLeastForQuantile = 10'000;

/// The smallest value that at least 1 - 10^-4 of all values do not exceed; 0 of none.
std::uint64_t aggressiveQuantile(std::vector<std::uint64_t> values);

std::int64_t dayOf(const Scan& scan);

/// Over all scans of the view, which must not be narrowed: quantiles are of all.
AggressiveScanners findAggressive(const ScanView& view);

} // namespace sweepscope
