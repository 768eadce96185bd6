// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/scan_view.h"

#include <cstddef>
#include <cstdint>

namespace sweepscope {

/// The headline figures.
struct Totals {
    std::uint64_t scans = 0;
    std::uint64_t small = 0;
    std::uint64_t large = 0;
    std::uint64_t scanPackets = 0;
    std::uint64_t scanSources = 0; ///< distinct sources that scan
    std::uint64_t toolPackets = 0; ///< of scans whose tool is named
    std::uint64_t bursts = 0;      ///< that scans are made of

    bool operator==(const Totals&) const = default;

    void add(const ScanView& view, std::size_t segment);
    void add(const Totals& other);
};

} // namespace sweepscope
