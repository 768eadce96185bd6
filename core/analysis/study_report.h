// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/port_id.h"
#include "statistics/inference.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sweepscope {

/// A figure, table or number that is not given, and why.
struct LeftOut {
    std::string what;
    std::string reason;

    bool operator==(const LeftOut&) const = default;
};

/// So many of so many scans.
struct ScanShare {
    std::uint64_t part = 0;
    std::uint64_t whole = 0;

    bool operator==(const ScanShare&) const = default;

    [[nodiscard]] double value() const {
        return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    }

    [[nodiscard]] Interval95 interval() const {
        return wilsonInterval(static_cast<double>(part), static_cast<double>(whole));
    }
};

/// Figure 1: scans of the most scanned ports, split by the countries they come from.
struct PortsByCountry {
    struct Row {
        PortId port;
        std::vector<std::uint64_t> scans; ///< of each country
        std::uint64_t others = 0;         ///< of all further countries, and of none that is known
    };

    std::vector<CountryId> countries; ///< with most scans, in that order
    std::vector<Row> rows;            ///< by scans
};

/// A class of scan size: coverage from `from` on and below `to`.
struct CoverageClass {
    double from = 0;
    double to = 1;
};

/// Figure 2: the most scanned ports within each class of scan size.
struct PortsBySize {
    struct Row {
        PortId port;
        std::vector<std::uint64_t> scans; ///< in each class
    };

    std::vector<CoverageClass> classes;
    std::vector<std::uint64_t> totals; ///< scans in each class, whatever the port
    std::vector<Row> rows;             ///< by scans in all classes
};

/// Tables 1 and 2: the most targeted services, and all others together.
struct TargetedServices {
    struct Row {
        PortId port;
        std::uint64_t scans = 0;
    };

    std::vector<Row> rows;
    std::uint64_t others = 0; ///< scans of every further port
    std::uint64_t all = 0;    ///< sum of the above

    [[nodiscard]] ScanShare share(std::uint64_t scans) const { return {scans, all}; }
};

/// Table 3: the most targeted services of a study.
struct TargetColumn {
    int year = 0;
    std::string study;
    std::string contaminated; ///< why to read it with care
    std::vector<PortId> ports;
};

/// What the scans of more than some coverage were made with.
struct ToolsAbove {
    double coverage = 0;
    std::uint64_t scans = 0;
    std::uint64_t zmap = 0;   ///< IP ID 54321
    std::uint64_t zmap41 = 0; ///< field pattern of ZMap since 4.1
    std::uint64_t masscan = 0;
};

/// The tables and figures of Durumeric, Bailey, Halderman, "An Internet-Wide View of Internet-Wide
/// Scanning" (2014), and of its reproduction with data of 2018, made of one snapshot. What its
/// telescope or its number of scans cannot support is left out, with the reason.
struct StudyReport {
    std::optional<PortsByCountry> portsByCountry;
    std::optional<PortsBySize> portsBySize;
    std::vector<CountryShare> countries; ///< figure 3: ranked, with the cumulative share; or empty
    std::optional<ScanShare> topFive;    ///< scans of the five countries with most of them
    std::optional<TargetedServices> small;
    std::optional<TargetedServices> large;
    std::vector<TargetColumn> targets; ///< by year, the snapshot's own last if it has one
    std::optional<ToolsAbove> aboveTenth;
    std::optional<ToolsAbove> aboveHalf;
    std::vector<ToolsAbove> toolCurve; ///< by coverage
    std::vector<std::string> methods;  ///< what was counted how: whole sentences
    std::vector<LeftOut> leftOut;
};

/// Fewer scans than this are no basis for shares.
constexpr std::uint64_t kLeastScansForShares = 10;

StudyReport makeStudyReport(const Snapshot& snapshot);

} // namespace sweepscope
