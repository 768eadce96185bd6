// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/make_snapshot.h"

#include "analysis/index_captures.h"
#include "analysis/index_facts.h"
#include "analysis/warnings.h"
#include "geo/look_up_sources.h"
#include "narrowing/narrow_scans.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <utility>

namespace sweepscope {

namespace {

/// Intervals on the time line: about one for each few pixels of a wide chart.
constexpr std::size_t kMostIntervals = 300;

/// One counter of each kind; a thread has its own set.
struct Counters {
    Counters(const TimeGrid& grid, const ScanGate& gate, const DependentPorts* leftOut)
        : ports(leftOut)
        , packetsChange(grid)
        , accounts(gate) {}

    void add(const ScanView& view, std::size_t segment) {
        totals.add(view, segment);
        ports.add(view, segment);
        tools.add(view, segment);
    }

    /// What does not depend on which scans are large.
    void addSizeless(const ScanView& view, std::size_t segment) {
        countries.add(view, segment);
        accounts.add(view, segment);
    }

    void add(const Counters& other) {
        totals.add(other.totals);
        ports.add(other.ports);
        countries.add(other.countries);
        tools.add(other.tools);
        packetsChange.add(other.packetsChange);
        accounts.add(other.accounts);
    }

    Totals totals;
    PortCounter ports;
    CountryCounter countries;
    ToolCounter tools;
    PacketSeries packetsChange;
    AccountCounter accounts;
};

/// Whether the two have the same scans, of whichever size. A narrowing may ask for a size.
bool haveSameScans(const Snapshot& a, const Snapshot& b) {
    Question question = a.question;
    if (question.narrowing.isEmpty())
        question.thresholds.largeCoverage = b.question.thresholds.largeCoverage;
    question.profile = b.question.profile;
    return a.chains == b.chains && a.material.index == b.material.index &&
           a.material.origins == b.material.origins && question == b.question;
}

/// Bursts that the ports are counted without.
const DependentPorts* leftOutOf(const Snapshot& snapshot) {
    const IndexFacts* const facts = snapshot.material.facts.get();
    return facts == nullptr || snapshot.question.keepsDependentPorts ? nullptr
                                                                     : &facts->dependentPorts;
}

} // namespace

std::shared_ptr<const Snapshot> SnapshotMaker::make(
    const Material& material, const Question& question, const std::stop_token& stop) {
    const auto snapshot = SnapshotMemory::makeSnapshot(m_memory);
    snapshot->material = material;
    snapshot->question = question;
    snapshot->chains = chainsFor(material, question.thresholds, stop);
    if (stop.stop_requested())
        return nullptr;
    const auto before = m_last.lock();
    const bool isKept = before != nullptr && haveSameScans(*before, *snapshot);
    answer(*snapshot, isKept ? before.get() : nullptr, stop);
    if (!stop.stop_requested())
        m_last = snapshot;
    snapshot->warnings = warningsFor(*snapshot);
    return stop.stop_requested() ? nullptr : snapshot;
}

std::shared_ptr<const BurstChains> SnapshotMaker::chainsFor(
    const Material& material, const Thresholds& asked, const std::stop_token& stop) {
    const Duration expiry = std::max(asked.expiry, material.index->baseGap);
    if (m_chainedIndex != material.index) {
        m_chains.clear();
        m_series = RunningSeries(gridOver(material.index->counts.range, kMostIntervals));
    }
    m_chainedIndex = material.index;
    std::shared_ptr<const BurstChains>& kept = m_chains[asked.by];
    if (kept != nullptr && kept->expiry == expiry)
        return kept;
    auto chains = std::make_shared<const BurstChains>(
        chainBursts(*material.index, expiry, asked.by, m_team, stop, kept.get()));
    if (!stop.stop_requested())
        kept = chains;
    return chains;
}

/// Segment by segment, so that scans are counted while they are still in the processor's cache.
/// `before`: an answer with the same scans, where there is one; what does not depend on which of
/// them are large is taken from there.
void SnapshotMaker::answer(
    Snapshot& snapshot, const Snapshot* before, const std::stop_token& stop) {
    snapshot.grid = m_series.grid();
    std::vector<Counters> counters(
        m_team.size(), Counters(snapshot.grid, snapshot.gate(), leftOutOf(snapshot)));
    std::array<std::size_t, kSegments> sources{};
    std::array<std::size_t, kSegments> inAll{};
    const ScanView view = snapshot.view();
    const ScanGate gate = snapshot.gate();
    const ScanNarrower narrower(view, snapshot.question.narrowing);
    forAll(&m_team, kSegments, [&](unsigned member, std::size_t i) {
        if (stop.stop_requested())
            return;
        extractSegment(*snapshot.chains, i, gate, snapshot.scans[i]);
        inAll[i] = snapshot.scans[i].size();
        narrower.narrow(snapshot.scans[i]);
        const std::uint64_t sourcesBefore = counters[member].totals.scanSources;
        counters[member].add(view, i);
        if (before == nullptr) {
            counters[member].addSizeless(view, i);
            m_series.goOver(view, i, counters[member].packetsChange);
        }
        sources[i] = counters[member].totals.scanSources - sourcesBefore;
    });
    snapshot.scansInAll = std::accumulate(inAll.begin(), inAll.end(), std::size_t{0});
    for (std::size_t member = 1; member < counters.size(); ++member)
        counters[0].add(counters[member]);
    m_series.take(counters[0].packetsChange);
    snapshot.totals = counters[0].totals;
    snapshot.ports = counters[0].ports.finish();
    snapshot.leftOut = counters[0].ports.leftOut();
    snapshot.accounts = before != nullptr
                            ? before->accounts
                            : counters[0].accounts.finish(snapshot.material.index->counts);
    snapshot.tools = counters[0].tools.finish();
    snapshot.countries = before != nullptr ? before->countries : counters[0].countries.finish();
    snapshot.packetsOverTime = before != nullptr ? before->packetsOverTime : m_series.packets();
    listSources(snapshot, sources, stop);
}

/// `counts`: of each segment's sources that scan. Each thread writes right into the places of its
/// segments: lists for each would have to be brought together.
void SnapshotMaker::listSources(Snapshot& snapshot,
    const std::array<std::size_t, kSegments>& counts, const std::stop_token& stop) {
    snapshot.sources.resize(snapshot.totals.scanSources);
    std::array<std::size_t, kSegments> begins{};
    std::exclusive_scan(counts.begin(), counts.end(), begins.begin(), std::size_t{0});
    const ScanView view = snapshot.view();
    forAll(&m_team, kSegments, [&](unsigned, std::size_t i) {
        if (!stop.stop_requested())
            countSources(view, i, std::span(snapshot.sources).subspan(begins[i], counts[i]));
    });
}

namespace {

std::vector<const AddressList*> sourcesOf(const BurstIndex& index) {
    std::vector<const AddressList*> segments;
    for (const IndexSegment& segment : index.segments)
        segments.push_back(&segment.sources);
    return segments;
}

} // namespace

Material makeMaterial(IndexedCaptures captures, const GeoDatabases& databases,
    const PrefixSet& telescope, const KnownScanners& known, unsigned threads) {
    Team team(threadCount(threads));
    const BurstIndex& index = *captures.index;
    Material material;
    auto health = std::make_shared<const ReadingHealth>(
        examineReading(index, captures.report, telescope, &team));
    material.facts = factsAbout(index, telescope, health.get(), &team);
    material.health = std::move(health);
    material.origins =
        std::make_shared<const SourceOrigins>(lookUpSources(databases, sourcesOf(index), team));
    material.labels = labelSources(index, known, &team);
    material.telescopePrefixes = telescope;
    material.captures = std::make_shared<const CaptureReport>(std::move(captures.report));
    material.index = std::move(captures.index);
    return material;
}

std::shared_ptr<const SourceOrigins> lookUpOrigins(
    const BurstIndex& index, const GeoDatabases& databases) {
    return std::make_shared<const SourceOrigins>(lookUpSources(databases, sourcesOf(index)));
}

std::shared_ptr<const SourceLabels> labelSources(
    const BurstIndex& index, const KnownScanners& known, Team* team) {
    return std::make_shared<const SourceLabels>(known.label(sourcesOf(index), team));
}

Telescope telescopeOf(
    const BurstIndex& index, const PrefixSet& prefixes, std::optional<double> addresses) {
    if (!prefixes.isEmpty())
        return {prefixes.size(), false};
    if (addresses)
        return {*addresses, false};
    return {static_cast<double>(index.probeTargets), true};
}

} // namespace sweepscope
