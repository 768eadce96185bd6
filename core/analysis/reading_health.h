// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "analysis/silent_targets.h"
#include "base/sentence.h"
#include "base/time.h"
#include "bursts/burst_index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// Two captures, neighbours in time, that leave time between them or have time in common.
struct FileSeam {
    std::string before; ///< path
    std::string after;
    TimeRange time; ///< between them, or in common

    bool operator==(const FileSeam&) const = default;
};

/// How much a finding matters to the results.
enum class Concern : std::uint8_t {
    none,    ///< worth knowing
    some,    ///< some numbers are a little off, or off in some place
    serious, ///< part of the traffic is missing
};

std::string_view nameOf(Concern concern);

/// Something about the captures that results depend on.
struct Finding {
    std::string what; ///< one word for programs: "truncated", "duplicates", ...
    Concern concern = Concern::none;
    Sentence seen;
    Sentence effect; ///< what that does to the results

    bool operator==(const Finding&) const = default;
};

/// What the captures were like, beside what is in them.
struct ReadingHealth {
    std::vector<FileSeam> gaps;      ///< longer than kLeastGap
    std::vector<FileSeam> overlaps;  ///< longer than kLeastOverlap
    std::vector<TimeRange> silences; ///< within the captures, where an outage is the likely reason
    std::optional<SilentTargets> silentTargets; ///< nothing where no telescope of IPv4 was given
    std::vector<Finding> findings;              ///< the gravest first

    static constexpr Duration kLeastGap = Duration::seconds(60);
    static constexpr Duration kLeastOverlap = Duration::seconds(1);

    bool operator==(const ReadingHealth&) const = default;

    [[nodiscard]] Concern worst() const;
};

/// Looks a finished reading over. `telescope`: the prefixes that it was made with. With a team, its
/// members share the work.
ReadingHealth examineReading(const BurstIndex& index, const CaptureReport& report,
    const PrefixSet& telescope, Team* team = nullptr);

} // namespace sweepscope
