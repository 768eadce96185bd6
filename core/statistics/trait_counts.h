// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/trait.h"
#include "statistics/scan_view.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sweepscope {

/// Scans that have a trait: a version of a tool, a family, a stack or a content.
struct TraitCount {
    std::string_view role; ///< "version", "family", "stack", "content"
    std::string_view name;
    Tool tool = Tool::unknown; ///< of a version
    std::uint64_t scans = 0;
    std::uint64_t packets = 0;

    bool operator==(const TraitCount&) const = default;
};

/// By role in the order above, then scans, then packets, then name. Looks at the evidence of every
/// scan again, which is too slow for a slider and right for a report.
std::vector<TraitCount> countTraits(const ScanView& view);

} // namespace sweepscope
