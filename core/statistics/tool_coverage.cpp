// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/tool_coverage.h"

#include <algorithm>
#include <numeric>

namespace sweepscope {

std::size_t ToolCoverage::classOf(double coverage) {
    const auto* const above =
        std::upper_bound(kCoverageBorders.begin(), kCoverageBorders.end(), coverage);
    return static_cast<std::size_t>(above - kCoverageBorders.begin());
}

std::uint64_t ToolCoverage::scansIn(std::size_t coverageClass) const {
    const Tools& tools = classes[coverageClass];
    return std::accumulate(tools.begin(), tools.end(), std::uint64_t{0});
}

void ToolCoverage::add(const ScanView& view, std::size_t segment) {
    for (const Scan& scan : view.scans[segment])
        ++classes[classOf(view.scale.coverage(scan.targets))][static_cast<std::size_t>(scan.tool)];
}

void ToolCoverage::add(const ToolCoverage& other) {
    for (std::size_t i = 0; i < kCoverageClasses; ++i) {
        for (std::size_t tool = 0; tool < kToolCount; ++tool)
            classes[i][tool] += other.classes[i][tool];
    }
}

} // namespace sweepscope
