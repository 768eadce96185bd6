// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_builder.h"
#include "bursts/probe_tally.h"
#include "scans/scan.h"
#include "support/naive_twin.h"
#include "support/random_traffic.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kTelescope = 5000;

using Builders = std::array<BurstBuilder, kSegments>;

void add(Builders& builders, std::span<const RandomPacket> packets) {
    for (const RandomPacket& each : packets) {
        if (each.packet.isV6)
            builders[segmentOf(each.source6)].add(
                std::array{BurstPacket6{each.packet, each.source6, each.target6}});
        else
            builders[segmentOf(Ipv4{each.packet.source})].add(std::array{each.packet});
    }
}

/// `take(builder)` gives each segment.
template <typename Take>
BurstIndex assemble(Builders& builders, Duration gap, Take take) {
    BurstIndex index;
    index.baseGap = gap;
    ProbeTally probes;
    for (std::size_t i = 0; i < kSegments; ++i) {
        index.segments[i] = take(builders[i]);
        probes.add(0, index.segments[i]);
    }
    probes.finish(index);
    return index;
}

IndexSegment finish(BurstBuilder& builder) {
    return builder.finish();
}

/// Builds an index the fast way, packets in the order given.
BurstIndex build(const std::vector<RandomPacket>& packets, Duration gap = kBaseGap) {
    Builders builders;
    for (BurstBuilder& builder : builders)
        builder = BurstBuilder(gap);
    add(builders, packets);
    return assemble(builders, gap, finish);
}

TwinScan describe(const BurstIndex& index, const BurstChains& chains, const Scan& scan) {
    TwinScan result;
    const IndexSegment& segment = index.segments[scan.source.segment];
    result.source = sweepscope::toText(segment.sources[scan.source.place]);
    result.kind = nameOf(scan.kind);
    result.ports = portsOf(index, chains, scan);
    result.first = scan.time.first.nanoseconds;
    result.last = scan.time.last.nanoseconds;
    result.packets = scan.packets;
    result.targets = scan.targets;
    result.isLarge = scan.size == ScanSize::large;
    const Verdict verdict = decide(evidenceOf(index, chains, scan));
    result.tool = nameOf(verdict.tool);
    result.matched = verdict.matched;
    result.tested = verdict.tested;
    return result;
}

std::vector<TwinScan> fastScans(const BurstIndex& index, const Thresholds& thresholds) {
    static Team team(2);
    const BurstChains chains = chainBursts(index, thresholds.expiry, thresholds.by, team, {});
    const Scans scans = extractScans(chains, thresholds, {kTelescope, false}, team, {});
    std::vector<TwinScan> result;
    for (const std::vector<Scan>& segment : scans) {
        for (const Scan& scan : segment)
            result.push_back(describe(index, chains, scan));
    }
    std::sort(result.begin(), result.end());
    return result;
}

/// Every field of every chain, and their bursts.
auto contentOf(const BurstChains& chains) {
    using Content = std::tuple<std::size_t, std::uint32_t, std::uint32_t, TimeRange, std::uint64_t,
        std::uint32_t, Tool, bool>;
    std::pair<std::vector<Content>, std::vector<std::uint32_t>> content;
    for (std::size_t i = 0; i < kSegments; ++i) {
        for (const BurstChain& chain : chains.segments[i].chains)
            content.first.emplace_back(i, chain.begin, chain.end, chain.time, chain.packets,
                chain.targets, chain.tool, chain.isFirst);
        const std::vector<std::uint32_t>& order = chains.segments[i].order;
        content.second.insert(content.second.end(), order.begin(), order.end());
    }
    return content;
}

std::vector<Thresholds> thresholdSets() {
    std::vector<Thresholds> sets;
    for (const Grouping by : {Grouping::sourcePort, Grouping::source}) {
        for (const double expiry : {60.0, 119.5, 480.0, 624.0, 100'000.0}) {
            Thresholds thresholds;
            thresholds.by = by;
            thresholds.expiry = Duration::fromSeconds(expiry);
            thresholds.minTargets.value = 1;
            thresholds.minRate = 0;
            sets.push_back(thresholds);
            thresholds.minTargets = {0.3, true, 2};
            thresholds.minRate = 0.5;
            thresholds.rateScope = RateScope::telescope;
            thresholds.largeCoverage = 0.01;
            sets.push_back(thresholds);
            thresholds.minTargets = {10, false, 1};
            thresholds.minRate = 200'000;
            thresholds.rateScope = RateScope::internet;
            sets.push_back(thresholds);
        }
    }
    return sets;
}

/// The first difference, in words.
std::string difference(const std::vector<TwinScan>& fast, const std::vector<TwinScan>& naive) {
    const std::size_t common = std::min(fast.size(), naive.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (fast[i] != naive[i])
            return "fast  " + toText(fast[i]) + "\nnaive " + toText(naive[i]);
    }
    if (fast.size() == naive.size())
        return {};
    const bool isFast = fast.size() > common;
    return (isFast ? "only fast  " : "only naive ") + toText((isFast ? fast : naive)[common]);
}

} // namespace

/// The burst index and the scans out of it, held against the naive twin at every set of thresholds.
class TestScansAgainstTwin : public QObject {
    Q_OBJECT

private slots:
    void otherKindsShareNoFields();
    void agrees_data();
    void agrees();

    void orderChangesNothing_data() { seeds(); }

    void orderChangesNothing();

    void splitsMergeExactly_data() { seeds(); }

    void splitsMergeExactly();

    void coarserGapsStayExactAbove_data() { seeds(); }

    void coarserGapsStayExactAbove();

    void coarseningOnTheWayStaysExactAbove_data() { seeds(); }

    void coarseningOnTheWayStaysExactAbove();

    void copiesOnTheWayAreExact_data() { seeds(); }

    void copiesOnTheWayAreExact();

    void builderGoesOnWithAFinishedSegment_data() { seeds(); }

    void builderGoesOnWithAFinishedSegment();

    void chainsFollowFromOthers_data() { seeds(); }

    void chainsFollowFromOthers();

private:
    static void seeds();
    static void compareAll(const BurstIndex& index, const std::vector<RandomPacket>& packets,
        Duration leastExpiry = kBaseGap);
};

void TestScansAgainstTwin::seeds() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestScansAgainstTwin::agrees_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<std::size_t>("packets");
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        for (const std::size_t packets : {1U, 3U, 40U, 4'000U})
            QTest::addRow("seed %llu, %zu packets", static_cast<unsigned long long>(seed), packets)
                << seed << packets;
    }
}

void TestScansAgainstTwin::compareAll(
    const BurstIndex& index, const std::vector<RandomPacket>& packets, Duration leastExpiry) {
    QCOMPARE(index.probeTargets, naiveProbeTargets(packets));
    for (const Thresholds& thresholds : thresholdSets()) {
        if (thresholds.expiry < leastExpiry)
            continue;
        const std::string different =
            difference(fastScans(index, thresholds), naiveScans(packets, thresholds, kTelescope));
        QVERIFY2(different.empty(), different.c_str());
    }
}

void TestScansAgainstTwin::agrees() {
    QFETCH(std::uint64_t, seed);
    QFETCH(std::size_t, packets);
    const std::vector<RandomPacket> traffic = randomTraffic(seed, packets);
    compareAll(build(traffic), traffic);
}

void TestScansAgainstTwin::orderChangesNothing() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = randomTraffic(100 + seed, 3'000);
    compareAll(build(shuffled(traffic, seed)), traffic);
}

void TestScansAgainstTwin::splitsMergeExactly() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = randomTraffic(200 + seed, 3'000);
    const std::vector<RandomPacket> mixed = shuffled(traffic, seed);
    Random random(seed);
    BurstIndex merged;
    std::size_t begin = 0;
    while (begin < mixed.size()) {
        const std::size_t end = std::min(mixed.size(), begin + random.below(1'500));
        const auto at = [&](std::size_t place) {
            return mixed.begin() + static_cast<std::ptrdiff_t>(place);
        };
        BurstIndex part = build(std::vector<RandomPacket>(at(begin), at(end)));
        merged = random.oneIn(2) ? mergeIndexes(std::move(merged), part)
                                 : mergeIndexes(std::move(part), merged);
        begin = end;
    }
    compareAll(merged, traffic);
}

void TestScansAgainstTwin::coarserGapsStayExactAbove() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = randomTraffic(300 + seed, 3'000);
    const Duration gap = Duration::seconds(240);
    compareAll(build(shuffled(traffic, seed), gap), traffic, gap);
}

/// As a memory ceiling does it: the gap doubles twice while packets come.
void TestScansAgainstTwin::coarseningOnTheWayStaysExactAbove() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = shuffled(randomTraffic(900 + seed, 3'000), seed);
    const std::span<const RandomPacket> packets(traffic);
    Builders builders;
    Duration gap = kBaseGap;
    for (const std::size_t begin : {0U, 1'000U, 2'000U}) {
        if (begin != 0)
            gap = Duration{gap.nanoseconds * 2};
        for (BurstBuilder& builder : builders) {
            if (begin != 0)
                builder.consolidate(gap);
        }
        add(builders, packets.subspan(begin, 1'000));
    }
    compareAll(assemble(builders, gap, finish), traffic, gap);
}

/// An index of what has come so far is exact, and what comes later does not suffer from it.
void TestScansAgainstTwin::copiesOnTheWayAreExact() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = shuffled(randomTraffic(950 + seed, 3'000), seed);
    const std::vector<RandomPacket> half(traffic.begin(), traffic.begin() + 1'500);
    Builders builders;
    add(builders, half);
    compareAll(
        assemble(builders, kBaseGap, [](const BurstBuilder& builder) { return builder.soFar(); }),
        half);
    add(builders, std::span(traffic).subspan(1'500));
    compareAll(assemble(builders, kBaseGap, finish), traffic);
}

void TestScansAgainstTwin::builderGoesOnWithAFinishedSegment() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = randomTraffic(400 + seed, 3'000);
    const std::vector<RandomPacket> mixed = shuffled(traffic, seed);
    std::array<BurstBuilder, kSegments> builders;
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        const RandomPacket& each = mixed[i];
        BurstBuilder& builder = builders[segmentOf(each.source())];
        if (each.packet.isV6)
            builder.add(std::array{BurstPacket6{each.packet, each.source6, each.target6}});
        else
            builder.add(std::array{each.packet});
        if (i % 97 == 0)
            builder.consolidate(kBaseGap);
    }
    BurstIndex index;
    ProbeTally probes;
    for (std::size_t i = 0; i < kSegments; ++i) {
        index.segments[i] = builders[i].finish();
        probes.add(0, index.segments[i]);
    }
    probes.finish(index);
    compareAll(index, traffic);
}

/// Chains that are made with those of another expiry are those that are made anew.
void TestScansAgainstTwin::chainsFollowFromOthers() {
    QFETCH(std::uint64_t, seed);
    const BurstIndex index = build(randomTraffic(500 + seed, 4'000));
    Team team(2);
    for (const Grouping by : {Grouping::sourcePort, Grouping::source}) {
        std::vector<BurstChains> all;
        for (const double expiry : {60.0, 119.5, 480.0, 624.0, 100'000.0})
            all.push_back(chainBursts(index, Duration::fromSeconds(expiry), by, team, {}));
        QVERIFY(contentOf(all.front()) != contentOf(all.back()));
        for (const BurstChains& before : all) {
            for (const BurstChains& expected : all) {
                const BurstChains made = chainBursts(index, expected.expiry, by, team, {}, &before);
                QVERIFY(contentOf(made) == contentOf(expected));
            }
        }
    }
}

/// A burst of another kind may hold anything in its place: it says nothing of the scan.
void TestScansAgainstTwin::otherKindsShareNoFields() {
    for (const auto& [kind, hasFields] : std::map<Kind, bool>{{Kind::syn, true}, {Kind::udp, true},
             {Kind::icmpRequest, true}, {Kind::fin, false}, {Kind::null, false}}) {
        IndexSegment segment;
        segment.bursts.emplaceBack();
        segment.bursts[0].kind = kind;
        BurstChain chain{};
        chain.end = 1;
        QCOMPARE(evidenceOf(segment, {0}, chain).agreement.has_value(), hasFields);
    }
}

QTEST_APPLESS_MAIN(TestScansAgainstTwin)
#include "tst_scans_against_twin.moc"
