// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/user_verdicts.h"

namespace sweepscope {

std::vector<UserVerdict> userVerdicts(
    const BurstIndex& index, const BurstChains& chains, const Scan& scan) {
    std::vector<UserVerdict> verdicts;
    if (index.userRules == nullptr)
        return verdicts;
    const IndexSegment& segment = index.segments[scan.source.segment];
    const std::vector<const Burst*> bursts = burstsOf(index, chains, scan);
    for (std::size_t rule = 0; rule < index.userRules->rules.size(); ++rule) {
        UserVerdict verdict{rule, 0, 0};
        for (const Burst* burst : bursts) {
            verdict.matched += segment.userMatches(*burst, UserRules::fitsPlace(rule));
            verdict.tested += segment.userMatches(*burst, UserRules::testedPlace(rule));
        }
        if (verdict.tested != 0)
            verdicts.push_back(verdict);
    }
    return verdicts;
}

} // namespace sweepscope
