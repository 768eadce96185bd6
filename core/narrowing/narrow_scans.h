// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "narrowing/narrowing.h"
#include "statistics/scan_view.h"

#include <memory>
#include <vector>

namespace sweepscope {

/// Takes scans that do not pass out of lists. Many threads may use one, each for lists of its own.
class ScanNarrower {
public:
    /// `view` has to outlive it; its scans are not looked at.
    ScanNarrower(const ScanView& view, const Narrowing& narrowing);
    ~ScanNarrower();
    ScanNarrower(const ScanNarrower&) = delete;
    ScanNarrower& operator=(const ScanNarrower&) = delete;

    /// Those that pass stay in their order.
    void narrow(std::vector<Scan>& scans) const;

private:
    class Gate;
    std::unique_ptr<const Gate> m_gate; ///< null: all pass
};

} // namespace sweepscope
