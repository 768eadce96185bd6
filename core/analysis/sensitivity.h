// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/team.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace sweepscope {

/// A threshold that can be swept over its range.
enum class SweptThreshold : std::uint8_t { expiry, minTargets, minRate, large };
constexpr std::size_t kSweptCount = 4;

std::string_view nameOf(SweptThreshold threshold); ///< as the command line has it: "min-targets"
std::string_view unitOf(SweptThreshold threshold); ///< "s", "targets", "pps", "coverage"
std::optional<SweptThreshold> findSweptThreshold(std::string_view name);

/// What comes out with one value of the threshold, all others as they are.
struct SensitivityPoint {
    double value = 0;
    bool isPresent = false; ///< the value that is set
    std::uint64_t scans = 0;
    std::uint64_t large = 0;
    std::uint64_t scanPackets = 0;
    double probeShare = 0; ///< of all probes, that are in scans
    double topTenKept = 0; ///< share of the present ten first ports that are among the ten first
    std::optional<double> topTenOrder; ///< Kendall's tau over those: 1 same order, -1 reversed

    bool operator==(const SensitivityPoint&) const = default;
};

/// How much the results hang on one threshold. Ports are ranked by scans; for the border between
/// small and large by large scans, since the others do not change.
struct Sensitivity {
    SweptThreshold threshold = SweptThreshold::expiry;
    std::vector<SensitivityPoint> points; ///< by value, the present one among them

    bool operator==(const Sensitivity&) const = default;
};

/// The values that are tried: steps of 1, 2, 5 or the square root of two over the slider's range,
/// and the present one.
std::vector<double> sweptValues(
    const Material& material, const Question& question, SweptThreshold threshold);

/// The question with another value of the threshold.
Question withValue(const Question& question, SweptThreshold threshold, double value);

/// Sweeps. `done` is called with how many of how many values are finished. Nothing where it was
/// stopped. An expiry makes bursts be joined anew; the other thresholds share that.
std::optional<Sensitivity> sweep(const Material& material, const Question& question,
    SweptThreshold threshold, Team& team, const std::function<void(std::size_t, std::size_t)>& done,
    const std::stop_token& stop);

} // namespace sweepscope
