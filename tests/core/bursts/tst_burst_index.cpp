// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/team.h"
#include "bursts/burst_index.h"
#include "support/indexes.h"
#include "support/naive_twin.h"
#include "support/random_traffic.h"

#include <QTest>

#include <array>
#include <set>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Three parts of one traffic, neighbours in time and key, so that many bursts join.
std::vector<std::vector<RandomPacket>> partsOf(std::uint64_t seed) {
    std::vector<std::vector<RandomPacket>> parts(3);
    Random random(seed);
    for (const RandomPacket& packet : randomTraffic(seed, 3'000))
        parts[random.below(3)].push_back(packet);
    return parts;
}

std::vector<RandomPacket> together(const std::vector<std::vector<RandomPacket>>& parts) {
    std::vector<RandomPacket> all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

BurstIndex merged(const std::vector<RandomPacket>& a, const std::vector<RandomPacket>& b) {
    static Team team(2); // side by side; the other tests merge one by one
    return mergeIndexes(indexOf(a), indexOf(b), &team);
}

} // namespace

/// Indexes of parts become the index of the whole, whatever the parts and their order.
class TestBurstIndex : public QObject {
    Q_OBJECT

private slots:

    void mergingCommutes_data() { seeds(); }

    void mergingCommutes();

    void mergingAssociates_data() { seeds(); }

    void mergingAssociates();

    void mergingIsBuildingInOnePass_data() { seeds(); }

    void mergingIsBuildingInOnePass();
    void nothingMergesToTheSame();
    void mergingWithItselfDoublesPackets();
    void theLongerGapWins();
    void countsAndActivityAddUp();

    void countsSourcesAndTargetsOfProbes_data() { seeds(); }

    void countsSourcesAndTargetsOfProbes();
    void countsTargetsBesideWholeNetworks();

private:
    static void seeds();
};

void TestBurstIndex::seeds() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestBurstIndex::mergingCommutes() {
    QFETCH(std::uint64_t, seed);
    const auto parts = partsOf(seed);
    const std::string different =
        differenceOf(contentOf(merged(parts[0], parts[1])), contentOf(merged(parts[1], parts[0])));
    QVERIFY2(different.empty(), different.c_str());
}

void TestBurstIndex::mergingAssociates() {
    QFETCH(std::uint64_t, seed);
    const auto parts = partsOf(seed);
    const BurstIndex left = mergeIndexes(merged(parts[0], parts[1]), indexOf(parts[2]));
    const BurstIndex right = mergeIndexes(indexOf(parts[0]), merged(parts[1], parts[2]));
    const std::string different = differenceOf(contentOf(left), contentOf(right));
    QVERIFY2(different.empty(), different.c_str());
}

void TestBurstIndex::mergingIsBuildingInOnePass() {
    QFETCH(std::uint64_t, seed);
    const auto parts = partsOf(seed);
    const BurstIndex index = mergeIndexes(merged(parts[2], parts[0]), indexOf(parts[1]));
    const std::string different =
        differenceOf(contentOf(index), contentOf(indexOf(shuffled(together(parts), seed))));
    QVERIFY2(different.empty(), different.c_str());
}

void TestBurstIndex::nothingMergesToTheSame() {
    const std::vector<RandomPacket> traffic = randomTraffic(21, 2'000);
    const std::vector<std::string> expected = contentOf(indexOf(traffic));
    QVERIFY(contentOf(mergeIndexes(indexOf(traffic), BurstIndex())) == expected);
    QVERIFY(contentOf(mergeIndexes(BurstIndex(), indexOf(traffic))) == expected);
    QCOMPARE(mergeIndexes(BurstIndex(), BurstIndex()).burstCount(), std::size_t{0});
}

/// A file given twice: the same bursts, targets and sources, every packet twice.
void TestBurstIndex::mergingWithItselfDoublesPackets() {
    const BurstIndex once = indexOf(randomTraffic(22, 2'000));
    const BurstIndex twice = mergeIndexes(indexOf(randomTraffic(22, 2'000)), once);
    QCOMPARE(twice.burstCount(), once.burstCount());
    QCOMPARE(twice.sourceCount(), once.sourceCount());
    QCOMPARE(twice.probeTargets, once.probeTargets);
    QCOMPARE(twice.probeSources, once.probeSources);
    for (std::size_t i = 0; i < kSegments; ++i) {
        for (std::size_t j = 0; j < once.segments[i].bursts.size(); ++j) {
            const Burst& a = once.segments[i].bursts[j];
            const Burst& b = twice.segments[i].bursts[j];
            QCOMPARE(b.packets, 2 * a.packets);
            QCOMPARE(b.targets.count, a.targets.count);
            QVERIFY(b.time == a.time && b.pairwise == a.pairwise);
            QCOMPARE(twice.segments[i].matches(b, Rule::zmapId),
                2 * once.segments[i].matches(a, Rule::zmapId));
        }
    }
}

void TestBurstIndex::theLongerGapWins() {
    const auto parts = partsOf(23);
    const Duration gap = Duration::seconds(240);
    const BurstIndex mixed = mergeIndexes(indexOf(parts[0]), indexOf(parts[1], gap));
    QVERIFY(mixed.baseGap == gap);
    const std::string different =
        differenceOf(contentOf(mixed), contentOf(indexOf(together({parts[0], parts[1]}), gap)));
    QVERIFY2(different.empty(), different.c_str());
}

void TestBurstIndex::countsAndActivityAddUp() {
    BurstIndex a;
    a.counts.frames = 3;
    a.counts.countLink(link::kEthernet, 3);
    a.counts.range = {{5}, {9}};
    a.activity.add(0, std::array{ActivitySlot{7, {1, 0, 2}}});
    BurstIndex b;
    b.counts.frames = 4;
    b.counts.countLink(link::kRaw, 4);
    b.counts.range = {{1}, {6}};
    b.activity.add(0, std::array{ActivitySlot{7, {4}}, ActivitySlot{-2, {0, 0, 0, 0, 1}}});
    const BurstIndex sum = mergeIndexes(std::move(a), b);
    QCOMPARE(sum.counts.frames, std::uint64_t{7});
    QCOMPARE(sum.counts.links.size(), std::size_t{2});
    QVERIFY(sum.counts.range == (TimeRange{{1}, {9}}));
    Activity expected;
    expected.add(0, std::array{ActivitySlot{-2, {0, 0, 0, 0, 1}}, ActivitySlot{7, {5, 0, 2}}});
    QVERIFY(sum.activity == expected);
}

void TestBurstIndex::countsSourcesAndTargetsOfProbes() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = randomTraffic(100 + seed, 3'000);
    std::set<Address> sources;
    std::set<Address> probing;
    for (const RandomPacket& each : traffic) {
        sources.insert(each.source());
        if (isProbe(each.packet.kind))
            probing.insert(each.source());
    }
    const BurstIndex index = indexOf(traffic);
    QCOMPARE(index.sourceCount(), sources.size());
    QCOMPARE(index.probeSources, std::uint64_t{probing.size()});
    QCOMPARE(index.probeTargets, naiveProbeTargets(traffic));
}

/// When all addresses of a network are counted, sets within it are passed over: those of others are
/// not, in whichever form they are kept.
void TestBurstIndex::countsTargetsBesideWholeNetworks() {
    constexpr std::uint32_t kSources = 6'000;
    std::vector<RandomPacket> traffic;
    const auto send = [&](std::uint32_t source, std::uint32_t target) {
        RandomPacket& each = traffic.emplace_back();
        each.packet.source = 0x0a000000 + source * 7919;
        each.packet.target = target;
        each.packet.kind = Kind::syn;
        each.packet.time = {std::int64_t{source}};
    };
    for (std::uint32_t source = 0; source < kSources; ++source) {
        for (std::uint32_t i = 0; i < 25; ++i) // all of 198.18.0.0/16, twice
            send(source, 0xc6120000 | ((source * 25 + i) & 0xffff));
    }
    for (std::uint32_t source = 0; source < kSources; source += 10) {
        const std::uint32_t targets = 1 + source / 10 % 40;
        for (std::uint32_t i = 0; i < targets; ++i) // some of its neighbour, by other sources
            send(kSources + source, 0xc6130000 + source * 40 + i);
        send(source, 0xc6140000 + source); // and no near set any more
    }
    const BurstIndex index = indexOf(traffic);
    QCOMPARE(index.probeTargets, naiveProbeTargets(traffic));
    QVERIFY(index.probeTargets > 0x10000);
    const BurstIndex sum = merged(traffic, traffic);
    QCOMPARE(sum.probeTargets, index.probeTargets);
    QCOMPARE(sum.probeSources, index.probeSources);
}

QTEST_APPLESS_MAIN(TestBurstIndex)
#include "tst_burst_index.moc"
