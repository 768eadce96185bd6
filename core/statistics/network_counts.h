// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/tool.h"
#include "statistics/scan_view.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// Scans out of one network (autonomous system).
struct NetworkCount {
    NetworkId network; ///< may be unknown
    std::uint64_t scans = 0;
    std::uint64_t small = 0;
    std::uint64_t large = 0;
    std::uint64_t packets = 0;
    std::uint64_t sources = 0;                     ///< distinct sources that scan
    std::array<std::uint64_t, kToolCount> tools{}; ///< scans by tool

    bool operator==(const NetworkCount&) const = default;
};

class NetworkCounter {
public:
    void add(const ScanView& view, std::size_t segment);
    void add(const NetworkCounter& other);

    /// By scans, then packets, then place; the unknown network last.
    [[nodiscard]] std::vector<NetworkCount> finish() const;

private:
    std::vector<NetworkCount> m_counts; ///< by place of the network
};

} // namespace sweepscope
