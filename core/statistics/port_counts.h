// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/protocol.h"
#include "fingerprint/tool.h"
#include "statistics/scan_view.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// Scans of one port. A scan of several ports, as there are when grouped by source, counts once
/// under each; its packets count under the port that they went to.
struct PortCount {
    Protocol protocol = Protocol::tcp;
    std::uint16_t port = 0;
    std::uint64_t scans = 0;
    std::uint64_t small = 0;
    std::uint64_t large = 0;
    std::uint64_t packets = 0;
    std::uint64_t sources = 0;                     ///< distinct
    std::array<std::uint64_t, kToolCount> tools{}; ///< scans by tool

    bool operator==(const PortCount&) const = default;
};

class PortCounter {
public:
    void add(const ScanView& view, std::size_t segment);
    void add(const PortCounter& other);

    /// By scans, then packets, then port, then protocol.
    [[nodiscard]] std::vector<PortCount> finish() const;

private:
    struct Row {
        PortCount count;
        SourceId lastSource{0xffff, 0}; ///< whom the last scan counted here was from
    };

    Row& rowOf(Protocol protocol, std::uint16_t port);
    void countScan(const Scan& scan, std::uint16_t port, std::uint64_t packets);
    void countPorts(const ScanView& view, const Scan& scan);

    static constexpr std::size_t kPorts = 65536;
    std::array<std::vector<std::uint32_t>, kProtocolCount>
        m_placeOf; ///< 1 + place; made at first use
    std::vector<Row> m_rows;
};

} // namespace sweepscope
