// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/scan_view.h"

#include <vector>

namespace sweepscope {

/// Scans that fit one of the user's rules. A scan may fit several.
struct UserRuleCount {
    std::size_t rule = 0; ///< place in the index's rules
    std::uint64_t scans = 0;
    std::uint64_t packets = 0; ///< of these scans
    std::uint64_t matched = 0; ///< packets of all scans that fit
    std::uint64_t tested = 0;

    bool operator==(const UserRuleCount&) const = default;
};

/// One for each of the index's rules, in their order; none where there are no rules.
std::vector<UserRuleCount> countUserRules(const ScanView& view);

} // namespace sweepscope
