// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// What a baseline is a figure of. Only equal metrics may stand side by side: a share of scans, of
/// packets and of sources are three different things, and published tables mix them.
enum class Metric : std::uint8_t {
    targetRank,              ///< of a port among the most targeted
    countryRank,             ///< of a country among the sources of scans
    scanPortShare,           ///< of a port in all scans
    smallScanPortShare,      ///< of a port in all small scans
    largeScanTopPortShare,   ///< of a port in the large scans of the most targeted ports alone
    topFiveCountryShare,     ///< of five countries in all scans
    toolShareAboveTenth,     ///< of tools in scans of more than 10 % of the telescope
    toolShareAboveHalf,      ///< of tools in scans of more than 50 %
    scanShareAboveHundredth, ///< of scans of more than 1 % in all scans
    scanShareAboveTenth,
    packetShareAboveHundredth, ///< of packets of scans of more than 1 % in all packets of probes
    packetShareAboveTenth,
    toolPacketShare,
    packetsPerAddressDay,
    synPacketShareOf13Ports,
    knownScannerSourceShare,
    knownScannerPacketShare,
    localizedPacketShare,
};
constexpr std::size_t kMetricCount = 18;

/// What was counted for a figure.
enum class Unit : std::uint8_t { rank, scans, packets, sources };
constexpr std::size_t kUnitCount = 4;

/// As in files: "scan-port-share", "scans".
std::string_view nameOf(Metric metric);
std::string_view nameOf(Unit unit);

/// For people: "Scans of a port".
std::string_view titleOf(Metric metric);

/// Each metric counts one thing.
Unit unitOf(Metric metric);

struct Study {
    std::string id;
    int year = 0;
    std::string title;
    std::string telescope;    ///< what it watched; may be empty
    std::string contaminated; ///< why its figures are to be read with care; else empty

    bool operator==(const Study&) const = default;
};

/// How sure a shipped fact is: read in its source, or in a text about it or derived.
enum class Confidence : std::uint8_t { high, medium };

struct Baseline {
    Study study;
    Metric metric = Metric::targetRank;
    std::string key;  ///< a port ("tcp/80"), country or tool; empty where the metric has none
    double value = 0; ///< shares from 0 to 1
    Confidence confidence = Confidence::high;
    std::string note;
};

/// Figures of earlier studies, in the order of the file (format: resources/reference/README.md).
class Baselines {
public:
    /// Fails at the first row that says something unknown; what it says is in the message.
    static Result<Baselines> parse(std::string_view json);

    /// Those that the program ships.
    static const Baselines& shipped();

    /// The only way to the figures: those of one metric.
    [[nodiscard]] std::vector<Baseline> of(Metric metric) const;

    [[nodiscard]] const std::vector<Study>& studies() const { return m_studies; }

    [[nodiscard]] std::size_t size() const { return m_baselines.size(); }

private:
    std::vector<Study> m_studies;
    std::vector<Baseline> m_baselines;
};

} // namespace sweepscope
