// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/narrow_scans.h"

#include <algorithm>
#include <array>

namespace sweepscope {

namespace {

constexpr std::size_t kPorts = 65536;

/// Some terms as tables, so that a scan is tested in a few look-ups however many terms there are.
class TermTables {
public:
    TermTables(const ScanView& view, const std::vector<Term>& terms)
        : m_view(view) {
        for (const Term& term : terms) {
            m_has[term.index()] = true;
            std::visit([&](const auto& value) { add(value); }, term);
        }
        m_sources = PrefixSet(m_prefixes);
    }

    [[nodiscard]] bool has(Facet facet) const { return m_has[static_cast<std::size_t>(facet)]; }

    /// Whether the scan fits one of the terms of the facet.
    [[nodiscard]] bool fits(Facet facet, const Scan& scan) const {
        switch (facet) {
        case Facet::port:
            return fitsPort(scan);
        case Facet::country:
            return m_countries[m_view.countryOf(scan.source).number()];
        case Facet::network:
            return m_networks[m_view.networkOf(scan.source).place];
        case Facet::tool:
            return m_tools[static_cast<std::size_t>(scan.tool)];
        case Facet::size:
            return m_sizes[static_cast<std::size_t>(scan.size)];
        case Facet::coverage:
            return fitsCoverage(m_view.scale.coverage(scan.targets));
        case Facet::source:
            return fitsSource(m_view.addressOf(scan.source));
        case Facet::time:
            break;
        }
        return fitsTime(scan.time);
    }

private:
    void add(const PortTerm& term) {
        for (std::size_t i = 0; i < kProtocolCount; ++i) {
            if (term.protocol.value_or(static_cast<Protocol>(i)) != static_cast<Protocol>(i))
                continue;
            m_ports[i].resize(kPorts);
            m_ports[i][term.port] = true;
        }
    }

    void add(CountryId country) {
        m_countries.resize(CountryId::kCount);
        m_countries[country.number()] = true;
    }

    void add(NetworkTerm term) {
        const std::vector<Network>& networks = m_view.origins.networks;
        m_networks.resize(networks.size());
        for (std::size_t i = 0; i < networks.size(); ++i)
            m_networks[i] = m_networks[i] || networks[i].asNumber == term.asNumber;
    }

    void add(Tool tool) { m_tools[static_cast<std::size_t>(tool)] = true; }

    void add(ScanSize size) { m_sizes[static_cast<std::size_t>(size)] = true; }

    void add(const CoverageTerm& term) { m_coverages.push_back(term); }

    void add(const Prefix& prefix) { m_prefixes.push_back(prefix); }

    void add(const TimeRange& time) { m_times.push_back(time); }

    [[nodiscard]] bool fitsPort(const Scan& scan) const {
        const std::vector<bool>& ports = m_ports[static_cast<std::size_t>(protocolOf(scan.kind))];
        if (ports.empty())
            return false;
        if (m_view.chains.by == Grouping::sourcePort)
            return ports[scan.port];
        const auto bursts = burstsOf(m_view.index, m_view.chains, scan);
        return std::any_of(
            bursts.begin(), bursts.end(), [&](const Burst* burst) { return ports[burst->port]; });
    }

    [[nodiscard]] bool fitsCoverage(double coverage) const {
        return std::any_of(m_coverages.begin(), m_coverages.end(), [&](const CoverageTerm& term) {
            return term.from <= coverage && coverage < term.below;
        });
    }

    [[nodiscard]] bool fitsSource(const Address& address) const {
        return address.isV4() ? m_sources.contains(address.v4()) : m_sources.contains(address.v6());
    }

    [[nodiscard]] bool fitsTime(const TimeRange& time) const {
        return std::any_of(m_times.begin(), m_times.end(), [&](const TimeRange& each) {
            return time.first <= each.last && each.first <= time.last;
        });
    }

    const ScanView& m_view;
    std::array<bool, std::variant_size_v<Term>> m_has{};
    std::array<std::vector<bool>, kProtocolCount> m_ports;
    std::vector<bool> m_countries;
    std::vector<bool> m_networks;
    std::array<bool, kToolCount> m_tools{};
    std::array<bool, 2> m_sizes{};
    std::vector<CoverageTerm> m_coverages;
    std::vector<Prefix> m_prefixes;
    PrefixSet m_sources;
    std::vector<TimeRange> m_times;
};

/// Cheap facets before those that look elsewhere.
constexpr auto kFacets = std::to_array<Facet>({Facet::tool, Facet::size, Facet::coverage,
    Facet::time, Facet::port, Facet::country, Facet::network, Facet::source});

} // namespace

class ScanNarrower::Gate {
public:
    Gate(const ScanView& view, const Narrowing& narrowing)
        : m_only(view, narrowing.only)
        , m_without(view, narrowing.without) {}

    [[nodiscard]] bool lets(const Scan& scan) const {
        return std::all_of(kFacets.begin(), kFacets.end(), [&](Facet facet) {
            const bool isAmong = !m_only.has(facet) || m_only.fits(facet, scan);
            return isAmong && !(m_without.has(facet) && m_without.fits(facet, scan));
        });
    }

private:
    TermTables m_only;
    TermTables m_without;
};

ScanNarrower::ScanNarrower(const ScanView& view, const Narrowing& narrowing)
    : m_gate(narrowing.isEmpty() ? nullptr : std::make_unique<const Gate>(view, narrowing)) {}

ScanNarrower::~ScanNarrower() = default;

void ScanNarrower::narrow(std::vector<Scan>& scans) const {
    if (m_gate != nullptr)
        std::erase_if(scans, [&](const Scan& scan) { return !m_gate->lets(scan); });
}

} // namespace sweepscope
