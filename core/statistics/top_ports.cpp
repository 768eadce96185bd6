// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/top_ports.h"

#include "geo/country.h"

#include <algorithm>

namespace sweepscope {

std::size_t sizeClassOf(double coverage) {
    return static_cast<std::size_t>(
        std::upper_bound(kSizeBorders.begin(), kSizeBorders.end(), coverage) -
        kSizeBorders.begin());
}

TopPorts::TopPorts(const std::vector<PortCount>& ports, std::size_t most)
    : m_ports(ports.begin(), ports.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                 {ports.size(), most, std::size_t{255}}))) {
    for (std::size_t place = 0; place < m_ports.size(); ++place) {
        auto& places = m_placeOf[static_cast<std::size_t>(m_ports[place].protocol)];
        if (places.empty())
            places.assign(65536, static_cast<std::uint8_t>(m_ports.size()));
        places[m_ports[place].port] = static_cast<std::uint8_t>(place);
    }
}

PortDetailCounter::PortDetailCounter(const TopPorts& ports)
    : m_ports(ports) {
    for (std::size_t place = 0; place < ports.size(); ++place) {
        const PortCount& port = ports.port(place);
        m_details.push_back(
            {port.protocol, port.port, 0, {}, std::vector<std::uint64_t>(CountryId::kCount)});
    }
}

void PortDetailCounter::add(const ScanView& view, std::size_t segment) {
    const bool isOnePort = view.chains.by == Grouping::sourcePort;
    for (const Scan& scan : view.scans[segment]) {
        const std::size_t size = sizeClassOf(view.scale.coverage(scan.targets));
        ++m_sizes[size];
        const auto count = [&](std::uint16_t port) {
            const std::size_t place = m_ports.placeOf(protocolOf(scan.kind), port);
            if (place == m_ports.size())
                return;
            ++m_details[place].scans;
            ++m_details[place].sizes[size];
            ++m_details[place].countries[view.countryOf(scan.source).number()];
        };
        if (isOnePort) {
            count(scan.port);
            continue;
        }
        for (const std::uint16_t port : portsOf(view.index, view.chains, scan))
            count(port);
    }
}

void PortDetailCounter::add(const PortDetailCounter& other) {
    for (std::size_t size = 0; size < kSizeClasses; ++size)
        m_sizes[size] += other.m_sizes[size];
    for (std::size_t place = 0; place < m_details.size(); ++place) {
        PortDetail& into = m_details[place];
        const PortDetail& from = other.m_details[place];
        into.scans += from.scans;
        for (std::size_t size = 0; size < kSizeClasses; ++size)
            into.sizes[size] += from.sizes[size];
        for (std::size_t country = 0; country < into.countries.size(); ++country)
            into.countries[country] += from.countries[country];
    }
}

} // namespace sweepscope
