// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/verdict.h"
#include "scans/scan.h"

#include <cstdint>
#include <vector>

namespace sweepscope {

/// How a scan's packets did on one of the user's rules.
struct UserVerdict {
    std::size_t rule = 0; ///< place in the index's rules
    std::uint64_t matched = 0;
    std::uint64_t tested = 0;

    bool operator==(const UserVerdict&) const = default;

    /// As for built-in rules.
    [[nodiscard]] bool isNamed() const { return fitsNearlyAll(matched, tested); }
};

/// One for each of the index's rules that the scan's packets could be tested on.
std::vector<UserVerdict> userVerdicts(
    const BurstIndex& index, const BurstChains& chains, const Scan& scan);

} // namespace sweepscope
