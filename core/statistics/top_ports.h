// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/port_counts.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// Scans by coverage: below 0.1 %, below 1 %, below 10 %, and from there up.
constexpr std::size_t kSizeClasses = 4;
constexpr std::array<double, kSizeClasses - 1> kSizeBorders = {0.001, 0.01, 0.1};

/// Which of the classes; a border belongs to the class above it.
std::size_t sizeClassOf(double coverage);

/// What is counted of the most scanned ports alone, since nobody looks at it for 65,536.
struct PortDetail {
    Protocol protocol = Protocol::tcp;
    std::uint16_t port = 0;
    std::uint64_t scans = 0;
    std::array<std::uint64_t, kSizeClasses> sizes{};
    std::vector<std::uint64_t> countries; ///< scans by number of the country

    bool operator==(const PortDetail&) const = default;
};

/// The first ports of a list, with a fast question which of them a port is.
class TopPorts {
public:
    TopPorts(const std::vector<PortCount>& ports, std::size_t most);

    [[nodiscard]] std::size_t size() const { return m_ports.size(); }

    [[nodiscard]] const PortCount& port(std::size_t place) const { return m_ports[place]; }

    /// size() for every other port.
    [[nodiscard]] std::size_t placeOf(Protocol protocol, std::uint16_t port) const {
        const auto& places = m_placeOf[static_cast<std::size_t>(protocol)];
        return places.empty() ? size() : places[port];
    }

private:
    std::vector<PortCount> m_ports;
    std::array<std::vector<std::uint8_t>, kProtocolCount> m_placeOf;
};

/// Counts scans of the top ports by size class and by country, and all scans by size class. A scan
/// of several ports counts once under each.
class PortDetailCounter {
public:
    explicit PortDetailCounter(const TopPorts& ports);

    void add(const ScanView& view, std::size_t segment);
    void add(const PortDetailCounter& other);

    /// In the order of the top ports.
    [[nodiscard]] const std::vector<PortDetail>& ports() const { return m_details; }

    [[nodiscard]] const std::array<std::uint64_t, kSizeClasses>& sizes() const { return m_sizes; }

private:
    const TopPorts& m_ports;
    std::vector<PortDetail> m_details;
    std::array<std::uint64_t, kSizeClasses> m_sizes{};
};

} // namespace sweepscope
