// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scan_set.h"

#include "support/indexes.h"

#include <array>
#include <stdexcept>

namespace sweepscope::tests {

namespace {

SourceOrigins originsOf(const BurstIndex& index) {
    SourceOrigins origins;
    for (std::uint32_t number = 1; number <= 3; ++number)
        origins.networks.push_back({number, "Network " + std::to_string(number)});
    for (const IndexSegment& segment : index.segments) {
        OriginSegment& into = origins.segments.emplace_back();
        for (const Address source : segment.sources) {
            into.countries.push_back(ScanSet::countryOf(source));
            into.networks.push_back({ScanSet::networkOf(source)});
        }
    }
    return origins;
}

} // namespace

ScanSet::ScanSet(std::uint64_t seed, std::size_t packets, const Thresholds& thresholds,
    double telescopeAddresses)
    : m_thresholds(thresholds)
    , m_telescope{telescopeAddresses, false}
    , m_traffic(randomTraffic(seed, packets))
    , m_index(indexOf(m_traffic)) {
    Team team(2);
    m_chains = chainBursts(m_index, thresholds.expiry, thresholds.by, team, {});
    m_scans = extractScans(m_chains, thresholds, m_telescope, team, {});
    m_origins = originsOf(m_index);
    m_twins = naiveScans(m_traffic, thresholds, telescopeAddresses);
}

ScanView ScanSet::view() const {
    return {m_index, m_chains, m_scans, m_origins, ScanScale(m_thresholds, m_telescope)};
}

std::vector<const RandomPacket*> ScanSet::packetsOf(const TwinScan& twin) const {
    const bool bySource = m_thresholds.by == Grouping::source;
    std::vector<const RandomPacket*> packets;
    for (const RandomPacket& each : m_traffic) {
        const BurstPacket& packet = each.packet;
        const bool isOfGroup =
            bySource ? sweepscope::protocolOf(packet.kind) == protocolOf(twin)
                     : nameOf(packet.kind) == twin.kind && packet.port == twin.ports.front();
        const bool isInTime =
            packet.time.nanoseconds >= twin.first && packet.time.nanoseconds <= twin.last;
        if (isProbe(packet.kind) && isOfGroup && isInTime && toText(each.source()) == twin.source)
            packets.push_back(&each);
    }
    return packets;
}

CountryId ScanSet::countryOf(const Address& source) {
    static constexpr std::array kCodes = {"", "NL", "DE", "US", "CN"};
    const std::uint64_t number = source.isV4() ? source.v4().value : source.v6().low;
    return CountryId::fromCode(kCodes[mix64(number) % kCodes.size()]);
}

std::uint32_t ScanSet::networkOf(const Address& source) {
    const std::uint64_t number = source.isV4() ? source.v4().value : source.v6().low;
    return static_cast<std::uint32_t>(mix64(number + 1) % 4);
}

Protocol protocolOf(const TwinScan& twin) {
    for (std::size_t kind = 0; kind < kKindCount; ++kind) {
        if (nameOf(static_cast<Kind>(kind)) == twin.kind)
            return sweepscope::protocolOf(static_cast<Kind>(kind));
    }
    throw std::runtime_error("no kind " + twin.kind);
}

Tool toolOf(const TwinScan& twin) {
    for (std::size_t tool = 0; tool < kToolCount; ++tool) {
        if (nameOf(static_cast<Tool>(tool)) == twin.tool)
            return static_cast<Tool>(tool);
    }
    throw std::runtime_error("no tool " + twin.tool);
}

std::vector<Thresholds> statisticsThresholds() {
    std::vector<Thresholds> sets;
    for (const Grouping by : {Grouping::sourcePort, Grouping::source}) {
        Thresholds thresholds;
        thresholds.by = by;
        thresholds.minTargets.value = 1;
        thresholds.minRate = 0;
        thresholds.largeCoverage = 0.01;
        sets.push_back(thresholds);
        thresholds.expiry = Duration::seconds(120);
        thresholds.minTargets.value = 8;
        sets.push_back(thresholds);
    }
    return sets;
}

} // namespace sweepscope::tests
