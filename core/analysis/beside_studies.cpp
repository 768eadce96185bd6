// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/beside_studies.h"

#include "analysis/study_report.h"
#include "reference/known_scanners.h"

#include <fmt/format.h>

#include <algorithm>

namespace sweepscope {

namespace {

constexpr std::size_t kStudyTopPorts = 23; ///< that the reproduction's table of large scans has

/// What is known of the snapshot before any baseline is looked at.
struct Own {
    const Snapshot& snapshot;
    StudyReport report;
    bool tellsSizes = false;
    std::uint64_t aboveHundredth = 0; ///< scans
    std::uint64_t aboveTenth = 0;
    std::uint64_t packetsAboveHundredth = 0;
    std::uint64_t packetsAboveTenth = 0;
    std::uint64_t knownSources = 0; ///< that scan and are on a list
    std::uint64_t knownPackets = 0; ///< of their scans
};

void countScans(Own& own) {
    const ScanView view = own.snapshot.view();
    for (const std::vector<Scan>& segment : own.snapshot.scans) {
        for (const Scan& scan : segment) {
            const double coverage = view.scale.coverage(scan.targets);
            own.aboveHundredth += coverage > 0.01 ? 1 : 0;
            own.packetsAboveHundredth += coverage > 0.01 ? scan.packets : 0;
            own.aboveTenth += coverage > 0.1 ? 1 : 0;
            own.packetsAboveTenth += coverage > 0.1 ? scan.packets : 0;
        }
    }
}

void countKnown(Own& own) {
    const SourceLabels* const labels = own.snapshot.material.labels.get();
    for (const SourceCount& each : own.snapshot.sources) {
        if (labels == nullptr || labels->of(each.source.segment, each.source.place) == 0)
            continue;
        ++own.knownSources;
        own.knownPackets += each.packets;
    }
}

BesideStudy without(const Baseline& baseline, Sentence why) {
    return {baseline, std::nullopt, std::nullopt, std::move(why)};
}

BesideStudy shareOf(const Baseline& baseline, std::uint64_t part, std::uint64_t whole) {
    if (whole < kLeastScansForShares)
        return without(baseline, say("a share of %1 means nothing", {{whole}}));
    BesideStudy beside{baseline, std::nullopt, std::nullopt, std::nullopt};
    beside.here = static_cast<double>(part) / static_cast<double>(whole);
    if (baseline.metric != Metric::packetsPerAddressDay && unitOf(baseline.metric) != Unit::packets)
        beside.interval = wilsonInterval(static_cast<double>(part), static_cast<double>(whole));
    return beside;
}

const PortCount* portOf(const Snapshot& snapshot, const std::string& key) {
    const auto found =
        std::find_if(snapshot.ports.begin(), snapshot.ports.end(), [&](const PortCount& each) {
            return toText(PortId{each.protocol, each.port}) == key;
        });
    return found == snapshot.ports.end() ? nullptr : &*found;
}

BesideStudy rankOf(const Baseline& baseline, std::optional<std::size_t> place) {
    if (!place)
        return without(baseline, say("no scan has it"));
    return {baseline, static_cast<double>(*place), std::nullopt, std::nullopt};
}

BesideStudy portRank(const Own& own, const Baseline& baseline) {
    const PortCount* const port = portOf(own.snapshot, baseline.key);
    if (port == nullptr)
        return rankOf(baseline, std::nullopt);
    return rankOf(baseline, static_cast<std::size_t>(port - own.snapshot.ports.data()) + 1);
}

BesideStudy countryRank(const Own& own, const Baseline& baseline) {
    const CountryId country = CountryId::fromCode(baseline.key);
    const auto ranked = rankCountries(own.snapshot.countries, Weight::scans);
    const auto found = std::find_if(ranked.begin(), ranked.end(),
        [&](const CountryShare& each) { return each.count.country == country; });
    if (found == ranked.end())
        return rankOf(baseline, std::nullopt);
    return rankOf(baseline, static_cast<std::size_t>(found - ranked.begin()) + 1);
}

/// Within the large scans of the ports that have most of them, as the reproduction counts.
BesideStudy largeTopShare(const Own& own, const Baseline& baseline) {
    std::vector<std::uint64_t> large;
    for (const PortCount& each : own.snapshot.ports)
        large.push_back(each.large);
    std::sort(large.begin(), large.end(), std::greater<>());
    large.resize(std::min(large.size(), kStudyTopPorts));
    std::uint64_t whole = 0;
    for (const std::uint64_t each : large)
        whole += each;
    const PortCount* const port = portOf(own.snapshot, baseline.key);
    const bool isAmong = port != nullptr && !large.empty() && port->large >= large.back();
    return shareOf(baseline, isAmong ? port->large : 0, whole);
}

BesideStudy toolsAbove(const std::optional<ToolsAbove>& tools, const Baseline& baseline) {
    if (!tools)
        return without(baseline, say("too few scans of that size, or sizes are not known"));
    std::uint64_t part = 0;
    if (baseline.key.find("zmap") != std::string::npos)
        part += tools->zmap;
    if (baseline.key.find("masscan") != std::string::npos)
        part += tools->masscan;
    return shareOf(baseline, part, tools->scans);
}

BesideStudy packetsAddressDay(const Own& own, const Baseline& baseline) {
    constexpr double kDay = 86'400;
    constexpr double kLeast = 3'600;
    const DecodeCounts& counts = own.snapshot.material.index->counts;
    const double seconds = counts.range.length().inSeconds();
    if (seconds < kLeast)
        return without(baseline, say("less than an hour says nothing of a day"));
    const auto packets = static_cast<double>(counts.of(Bin::probe) + counts.of(Bin::backscatter) +
                                             counts.of(Bin::other) + counts.of(Bin::fragment));
    return {baseline, packets / own.snapshot.question.telescope.addresses / (seconds / kDay),
        std::nullopt, std::nullopt};
}

BesideStudy toolPackets(const Own& own, const Baseline& baseline) {
    std::uint64_t packets = 0;
    for (const ToolCount& each : own.snapshot.tools)
        packets += nameOf(each.tool) == baseline.key ? each.packets : 0;
    return shareOf(baseline, packets, own.snapshot.totals.scanPackets);
}

bool needsSizes(Metric metric) {
    switch (metric) {
    case Metric::smallScanPortShare:
    case Metric::largeScanTopPortShare:
    case Metric::toolShareAboveTenth:
    case Metric::toolShareAboveHalf:
    case Metric::scanShareAboveHundredth:
    case Metric::scanShareAboveTenth:
    case Metric::packetShareAboveHundredth:
    case Metric::packetShareAboveTenth:
        return true;
    default:
        return false;
    }
}

BesideStudy beside(const Own& own, const Baseline& baseline) {
    const Snapshot& snapshot = own.snapshot;
    const Totals& totals = snapshot.totals;
    const std::uint64_t probes = snapshot.material.index->counts.of(Bin::probe);
    const PortCount* const port = portOf(snapshot, baseline.key);
    if (needsSizes(baseline.metric) && !own.tellsSizes)
        return without(baseline, say("the telescope is too small to tell how large a scan is"));
    switch (baseline.metric) {
    case Metric::targetRank:
        return portRank(own, baseline);
    case Metric::countryRank:
        return countryRank(own, baseline);
    case Metric::scanPortShare:
        return shareOf(baseline, port == nullptr ? 0 : port->scans, totals.scans);
    case Metric::smallScanPortShare:
        return shareOf(baseline, port == nullptr ? 0 : port->small, totals.small);
    case Metric::largeScanTopPortShare:
        return largeTopShare(own, baseline);
    case Metric::topFiveCountryShare:
        if (!own.report.topFive)
            return without(baseline, say("the countries of the sources are not known"));
        return shareOf(baseline, own.report.topFive->part, own.report.topFive->whole);
    case Metric::toolShareAboveTenth:
        return toolsAbove(own.report.aboveTenth, baseline);
    case Metric::toolShareAboveHalf:
        return toolsAbove(own.report.aboveHalf, baseline);
    case Metric::scanShareAboveHundredth:
        return shareOf(baseline, own.aboveHundredth, totals.scans);
    case Metric::scanShareAboveTenth:
        return shareOf(baseline, own.aboveTenth, totals.scans);
    case Metric::packetShareAboveHundredth:
        return shareOf(baseline, own.packetsAboveHundredth, probes);
    case Metric::packetShareAboveTenth:
        return shareOf(baseline, own.packetsAboveTenth, probes);
    case Metric::toolPacketShare:
        return toolPackets(own, baseline);
    case Metric::packetsPerAddressDay:
        return packetsAddressDay(own, baseline);
    case Metric::synPacketShareOf13Ports:
        return without(baseline, say("which ports these were is not known here"));
    case Metric::knownScannerSourceShare:
    case Metric::knownScannerPacketShare:
        if (snapshot.material.labels == nullptr)
            return without(baseline, say("no list of known scanners was asked"));
        return baseline.metric == Metric::knownScannerSourceShare
                   ? shareOf(baseline, own.knownSources, totals.scanSources)
                   : shareOf(baseline, own.knownPackets, totals.scanPackets);
    case Metric::localizedPacketShare:
        break;
    }
    return without(
        baseline, say("counted over hosts of one network, which is not what a telescope is"));
}

} // namespace

bool canStandBesideStudies(const Snapshot& snapshot) {
    return snapshot.question.narrowing.isEmpty() && snapshot.totals.scans >= kLeastScansForShares;
}

std::vector<BesideStudy> besideStudies(const Snapshot& snapshot) {
    std::vector<BesideStudy> all;
    const bool canStand = canStandBesideStudies(snapshot);
    Own own{snapshot, canStand ? makeStudyReport(snapshot) : StudyReport()};
    own.tellsSizes = snapshot.question.telescope.addresses >= kLeastTelescope;
    countScans(own);
    countKnown(own);
    for (std::size_t metric = 0; metric < kMetricCount; ++metric) {
        for (const Baseline& each : Baselines::shipped().of(static_cast<Metric>(metric)))
            all.push_back(
                canStand ? beside(own, each)
                         : without(each, snapshot.question.narrowing.isEmpty()
                                             ? say("too few scans for shares")
                                             : say("what is shown is only part of the scans")));
    }
    return all;
}

Sentence inShort(const Baseline& baseline) {
    const bool isNumber =
        unitOf(baseline.metric) == Unit::rank || baseline.metric == Metric::packetsPerAddressDay;
    constexpr int kDigits = 3;
    const Sentence figure = isNumber ? say("%1", {significant(baseline.value)})
                                     : say("%1 %", {significant(100 * baseline.value, kDigits)});
    return baseline.study.contaminated.empty()
               ? say("%1: %2", {{baseline.study.title}, {figure}})
               : say("%1: %2 (contaminated)", {{baseline.study.title}, {figure}});
}

std::vector<Sentence> caresOf(const Baseline& baseline) {
    std::vector<Sentence> cares = {baseline.confidence == Confidence::high
                                       ? say("Read in the study.")
                                       : say("Read in a text about the study, or derived.")};
    if (!baseline.note.empty())
        cares.push_back(say("Note: %1.", {{baseline.note}}));
    if (!baseline.study.contaminated.empty())
        cares.push_back(say("Contaminated: %1.", {{baseline.study.contaminated}}));
    return cares;
}

} // namespace sweepscope
