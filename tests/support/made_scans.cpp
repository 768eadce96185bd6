// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/made_scans.h"

#include "analysis/make_snapshot.h"
#include "support/indexes.h"
#include "support/scan_set.h"

#include <array>
#include <string>

namespace sweepscope::tests {

namespace {

constexpr std::uint32_t kNetworks = 8;

void plant(const MadeScan& scan, std::vector<RandomPacket>& packets) {
    RandomPacket each;
    each.packet.source = scan.source;
    each.packet.port = scan.port;
    each.packet.kind = Kind::syn;
    each.packet.evidence.rules.add(Rule::headerCaptured);
    each.packet.evidence.rules.add(Rule::windowCaptured);
    if (scan.isZmap)
        each.packet.evidence.rules.add(Rule::zmapId);
    for (std::uint32_t i = 0; i < scan.targets; ++i) {
        each.packet.time = madeTime(scan.at + i * scan.step);
        each.packet.target = 0xc6120000 + scan.firstTarget + i;
        packets.push_back(each);
    }
}

std::shared_ptr<const SourceOrigins> originsOf(const BurstIndex& index) {
    auto origins = std::make_shared<SourceOrigins>();
    origins->networks.resize(kNetworks + 1);
    for (std::uint32_t i = 1; i <= kNetworks; ++i)
        origins->networks[i] = {64'500 + i, "Network " + std::to_string(i)};
    for (const IndexSegment& segment : index.segments) {
        OriginSegment& into = origins->segments.emplace_back();
        for (const Address source : segment.sources) {
            into.countries.push_back(ScanSet::countryOf(source));
            into.networks.push_back({1 + (source.v4().value >> 10) % kNetworks});
        }
    }
    return origins;
}

} // namespace

std::shared_ptr<const Snapshot> snapshotOfScans(
    const std::vector<MadeScan>& scans, double seconds, double addresses) {
    std::vector<RandomPacket> packets;
    for (const MadeScan& scan : scans)
        plant(scan, packets);
    auto index = std::make_shared<BurstIndex>(indexOf(packets));
    index->counts.range = {madeTime(0), madeTime(seconds)};
    Question question;
    question.telescope = {addresses, false};
    question.thresholds.minTargets = {1, false, 1};
    question.thresholds.minRate = 0;
    Material material;
    material.origins = originsOf(*index);
    material.index = std::move(index);
    material.captures = std::make_shared<const CaptureReport>();
    return SnapshotMaker(1).make(material, question, {});
}

std::vector<MadeScan> noiseScans(std::uint64_t seed, std::size_t sources, double seconds) {
    // Ports as a telescope sees them: a few that everybody seeks, and many others.
    constexpr auto kPorts = std::to_array<std::uint16_t>(
        {23, 23, 23, 23, 445, 445, 22, 22, 80, 80, 8080, 443, 3389, 5555, 81, 2323, 8443, 6379});
    Random random(seed * 7'919 + 17);
    std::vector<MadeScan> scans;
    for (std::size_t i = 0; i < sources; ++i) {
        const auto source = static_cast<std::uint32_t>(0x0b000000 + random.below(1U << 24));
        const std::uint16_t liked = kPorts[random.below(kPorts.size())];
        const bool isZmap = random.oneIn(4);
        const std::uint64_t count = 1 + (random.oneIn(3) ? random.below(6) : 0);
        for (std::uint64_t j = 0; j < count; ++j) {
            MadeScan scan;
            scan.source = source;
            scan.port = random.oneIn(4) ? kPorts[random.below(kPorts.size())] : liked;
            scan.at = static_cast<double>(random.below(static_cast<std::uint64_t>(seconds)));
            scan.targets = 2 + static_cast<std::uint32_t>(random.below(5));
            scan.isZmap = isZmap;
            scans.push_back(scan);
        }
    }
    return scans;
}

} // namespace sweepscope::tests
