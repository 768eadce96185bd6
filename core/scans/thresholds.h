// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// How many distinct targets make a scan: a number, or a share of the telescope.
struct MinTargets {
    double value = 100; ///< a number of targets, or percent
    bool isPercent = false;
    std::uint64_t floor = 1; ///< never fewer than this, however small the telescope

    bool operator==(const MinTargets&) const = default;

    /// The number for a telescope of so many addresses.
    [[nodiscard]] std::uint64_t on(double telescopeAddresses) const;
};

enum class RateScope : std::uint8_t {
    telescope, ///< packets a second that reach the telescope
    internet,  ///< the same brought up to all of the Internet
};

enum class Grouping : std::uint8_t {
    sourcePort, ///< each port of a source is a scan of its own
    source,     ///< all ports of a source and protocol are one scan
};

constexpr double kAllIpv4 = 4294967296.0; ///< 2^32
/// The public addresses that Durumeric et al. 2014 reckon with: 5.5 M are 0.145 % of them.
constexpr double kPublicIpv4In2014 = 3.79e9;

/// From this many addresses up, Internet-wide numbers mean something: one hit stands for a million.
constexpr double kLeastTelescope = 4096;

/// What is a scan? Every field is a slider.
struct Thresholds {
    Duration expiry = Duration::seconds(480); ///< a longer silence ends a scan; equal does not
    MinTargets minTargets;
    double minRate = 10; ///< packets a second, in `rateScope`
    RateScope rateScope = RateScope::internet;
    double internetSize = kAllIpv4;
    double largeCoverage = 0.1; ///< a scan of at least this share of the telescope is large
    Grouping by = Grouping::sourcePort;

    bool operator==(const Thresholds&) const = default;
};

/// The telescope: how many addresses watch, and whether that is known or was counted.
struct Telescope {
    double addresses = 0;
    bool isInferred = true; ///< counted: the distinct targets of probes

    bool operator==(const Telescope&) const = default;
};

/// A named set of thresholds and where its numbers come from.
struct Profile {
    std::string_view name;
    std::string_view title;
    std::string_view origin;
    Thresholds thresholds;
};

/// In the order in which they are offered; `auto` is not among them.
const std::vector<Profile>& profiles();

constexpr std::string_view kAutoProfile = "auto";

/// The profile that `auto` stands for on a telescope of this size.
std::string_view autoProfileFor(double telescopeAddresses);

/// A profile by name; `auto` needs the size of the telescope. Fails with the names that there are.
Result<Profile> findProfile(std::string_view name, double telescopeAddresses);

/// "64" or "25%". Fails on anything else.
Result<MinTargets> parseMinTargets(std::string_view text);

} // namespace sweepscope
