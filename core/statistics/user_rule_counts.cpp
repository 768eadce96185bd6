// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/user_rule_counts.h"

#include "scans/user_verdicts.h"

namespace sweepscope {

std::vector<UserRuleCount> countUserRules(const ScanView& view) {
    std::vector<UserRuleCount> counts;
    if (view.index.userRules == nullptr)
        return counts;
    for (std::size_t rule = 0; rule < view.index.userRules->rules.size(); ++rule)
        counts.push_back({rule, 0, 0, 0, 0});
    for (const std::vector<Scan>& segment : view.scans) {
        for (const Scan& scan : segment) {
            for (const UserVerdict& verdict : userVerdicts(view.index, view.chains, scan)) {
                UserRuleCount& count = counts[verdict.rule];
                count.scans += verdict.isNamed() ? 1 : 0;
                count.packets += verdict.isNamed() ? scan.packets : 0;
                count.matched += verdict.matched;
                count.tested += verdict.tested;
            }
        }
    }
    return counts;
}

} // namespace sweepscope
