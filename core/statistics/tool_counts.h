// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/tool.h"
#include "statistics/scan_view.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

struct ToolCount {
    Tool tool = Tool::unknown;
    std::uint64_t scans = 0;
    std::uint64_t small = 0;
    std::uint64_t large = 0;
    std::uint64_t packets = 0;

    bool operator==(const ToolCount&) const = default;
};

class ToolCounter {
public:
    void add(const ScanView& view, std::size_t segment);
    void add(const ToolCounter& other);

    /// By scans, then packets, then name; only tools with scans. `mixed` and `unknown` come last.
    [[nodiscard]] std::vector<ToolCount> finish() const;

private:
    std::array<ToolCount, kToolCount> m_counts{};
};

} // namespace sweepscope
