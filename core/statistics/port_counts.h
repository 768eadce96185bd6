// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/protocol.h"
#include "fingerprint/tool.h"
#include "statistics/dependent_ports.h"
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

/// Scans that count under no port, since their port depends on the target: nobody asked for it.
struct UnrankedScans {
    std::uint64_t scans = 0;
    std::uint64_t packets = 0;

    bool operator==(const UnrankedScans&) const = default;
};

class PortCounter {
public:
    /// `dependent`: bursts that are left out; null: none.
    explicit PortCounter(const DependentPorts* dependent = nullptr)
        : m_dependent(dependent != nullptr && !dependent->isEmpty() ? dependent : nullptr) {}

    void add(const ScanView& view, std::size_t segment);
    void add(const PortCounter& other);

    /// By scans, then packets, then port, then protocol.
    [[nodiscard]] std::vector<PortCount> finish() const;

    [[nodiscard]] const UnrankedScans& leftOut() const { return m_leftOut; }

private:
    struct Row {
        PortCount count;
        SourceId lastSource{0xffff, 0}; ///< whom the last scan counted here was from
    };

    Row& rowOf(Protocol protocol, std::uint16_t port);
    void countScan(const Scan& scan, std::uint16_t port, std::uint64_t packets);
    void countPorts(const ScanView& view, const Scan& scan);
    [[nodiscard]] bool isLeftOut(const ScanView& view, const Scan& scan) const;

    static constexpr std::size_t kPorts = 65536;
    std::array<std::vector<std::uint32_t>, kProtocolCount>
        m_placeOf; ///< 1 + place; made at first use
    std::vector<Row> m_rows;
    const DependentPorts* m_dependent;
    UnrankedScans m_leftOut;
};

} // namespace sweepscope
