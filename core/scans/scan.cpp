// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scan.h"

#include "scans/scan_gate.h"

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

const BurstChain& chainOf(const BurstChains& chains, const Scan& scan) {
    return chains.segments[scan.source.segment].chains[scan.chain];
}

} // namespace

void extractSegment(const BurstChains& chains, std::size_t segment, const ScanGate& gate,
    std::vector<Scan>& scans) {
    const std::vector<BurstChain>& all = chains.segments[segment].chains;
    // Which, before what: a list that grows is copied again and again.
    std::vector<std::uint32_t> passing(all.size());
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        passing[count] = i;
        count += gate.lets(all[i]) ? 1 : 0;
    }
    scans.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const BurstChain& chain = all[passing[i]];
        Scan& scan = scans[i];
        scan.source = {static_cast<std::uint16_t>(segment), chain.source};
        scan.chain = passing[i];
        scan.time = chain.time;
        scan.packets = chain.packets;
        scan.targets = chain.targets;
        scan.bursts = chain.end - chain.begin;
        scan.port = chain.port;
        scan.kind = chain.kind;
        scan.tool = chain.tool;
        scan.size = gate.sizeOf(chain.targets);
    }
}

Scans extractScans(const BurstChains& chains, const Thresholds& thresholds,
    const Telescope& telescope, Team& team, const std::stop_token& stop) {
    Scans scans;
    const ScanGate gate(thresholds, telescope);
    forAll(&team, kSegments, [&](unsigned, std::size_t i) {
        if (!stop.stop_requested())
            extractSegment(chains, i, gate, scans[i]);
    });
    return scans;
}

std::vector<const Burst*> burstsOf(
    const BurstIndex& index, const BurstChains& chains, const Scan& scan) {
    const ChainSegment& segment = chains.segments[scan.source.segment];
    const BurstChain& chain = chainOf(chains, scan);
    std::vector<const Burst*> bursts;
    for (std::uint32_t i = chain.begin; i < chain.end; ++i)
        bursts.push_back(&index.segments[scan.source.segment].bursts[segment.order[i]]);
    return bursts;
}

std::vector<std::uint16_t> portsOf(
    const BurstIndex& index, const BurstChains& chains, const Scan& scan) {
    std::vector<std::uint16_t> ports;
    for (const Burst* burst : burstsOf(index, chains, scan))
        ports.push_back(burst->port);
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    return ports;
}

ScanEvidence evidenceOf(const BurstIndex& index, const BurstChains& chains, const Scan& scan) {
    const std::size_t segment = scan.source.segment;
    return evidenceOf(
        index.segments[segment], chains.segments[segment].order, chainOf(chains, scan));
}

std::size_t countScans(const Scans& scans) {
    std::size_t count = 0;
    for (const std::vector<Scan>& segment : scans)
        count += segment.size();
    return count;
}

} // namespace sweepscope
