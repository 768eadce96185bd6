// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/tool.h"
#include "statistics/scan_view.h"

#include <array>
#include <cstdint>

namespace sweepscope {

/// Borders between classes of coverage, three to a decade: fine enough to see a tool's share grow
/// with the size of scans.
constexpr std::array kCoverageBorders = {0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3};
constexpr std::size_t kCoverageClasses = kCoverageBorders.size() + 1;

/// Scans by class of coverage and by tool.
struct ToolCoverage {
    using Tools = std::array<std::uint64_t, kToolCount>;
    std::array<Tools, kCoverageClasses> classes{};

    bool operator==(const ToolCoverage&) const = default;

    [[nodiscard]] static std::size_t classOf(double coverage);
    [[nodiscard]] std::uint64_t scansIn(std::size_t coverageClass) const;

    void add(const ScanView& view, std::size_t segment);
    void add(const ToolCoverage& other);
};

} // namespace sweepscope
