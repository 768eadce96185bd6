// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_builder.h"
#include "support/indexes.h"
#include "support/show.h"

#include <QTest>

#include <array>
#include <map>
#include <tuple>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Source, kind, port and bit.
using Key = std::tuple<Address, Kind, std::uint16_t, std::size_t>;
using Counts = std::map<Key, std::uint64_t>;

/// Traffic whose packets have some of the user's bits: all of a source, or some of its packets.
std::vector<RandomPacket> userTraffic(std::uint64_t seed) {
    std::vector<RandomPacket> traffic = randomTraffic(seed, 3'000);
    Random random(seed);
    for (RandomPacket& each : traffic) {
        std::uint64_t bits = each.packet.port % 2 == 0 ? 0x10001 : 0; // rule 0, on all of a port
        if (random.oneIn(3))
            bits |= std::uint64_t{1} << random.below(kUserBits);
        each.packet.evidence.rules.bits |= bits << kFirstUserBit;
    }
    return traffic;
}

Counts naiveCounts(const std::vector<RandomPacket>& traffic) {
    Counts counts;
    for (const RandomPacket& each : traffic) {
        for (std::size_t bit = 0; bit < kUserBits; ++bit) {
            if ((each.packet.evidence.rules.bits >> (kFirstUserBit + bit) & 1) != 0)
                ++counts[{each.source(), each.packet.kind, each.packet.port, bit}];
        }
    }
    return counts;
}

Counts countsOf(const BurstIndex& index) {
    Counts counts;
    for (const IndexSegment& segment : index.segments) {
        for (const Burst& burst : segment.bursts) {
            for (std::size_t bit = 0; bit < kUserBits; ++bit) {
                if (const std::uint64_t matches = segment.userMatches(burst, bit))
                    counts[{segment.sources[burst.source], burst.kind, burst.port, bit}] += matches;
            }
        }
    }
    return counts;
}

using Builders = std::array<BurstBuilder, kSegments>;

void add(Builders& builders, const RandomPacket& each) {
    BurstBuilder& builder = builders[segmentOf(each.source())];
    if (each.packet.isV6)
        builder.add(std::array{BurstPacket6{each.packet, each.source6, each.target6}});
    else
        builder.add(std::array{each.packet});
}

} // namespace

/// What a user's rules count, however the packets come, against plain sums.
class TestUserCounts : public QObject {
    Q_OBJECT

private slots:
    void seeds_data();
    void seeds();
    void otherRulesAreForgotten();
};

void TestUserCounts::seeds_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

void TestUserCounts::seeds() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = userTraffic(seed);
    const std::vector<RandomPacket> mixed = shuffled(traffic, seed);
    const Counts expected = naiveCounts(traffic);
    QVERIFY(countsOf(indexOf(traffic)) == expected);
    QVERIFY(countsOf(indexOf(mixed)) == expected);
    const auto middle = mixed.begin() + 1'100;
    const std::vector<RandomPacket> first(mixed.begin(), middle);
    const std::vector<RandomPacket> second(middle, mixed.end());
    QVERIFY(countsOf(mergeIndexes(indexOf(first), indexOf(second))) == expected);
    QVERIFY(countsOf(mergeIndexes(indexOf(second), indexOf(first))) == expected);
    // Joined anew on the way, and copied on the way.
    Builders builders;
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        add(builders, mixed[i]);
        if (i % 97 == 0)
            builders[segmentOf(mixed[i].source())].consolidate(kBaseGap);
    }
    BurstIndex copied;
    BurstIndex finished;
    for (std::size_t i = 0; i < kSegments; ++i) {
        copied.segments[i] = builders[i].soFar();
        finished.segments[i] = builders[i].finish();
    }
    QVERIFY(countsOf(copied) == expected);
    QVERIFY(countsOf(finished) == expected);
}

/// Counts of two different files of rules mean nothing together.
void TestUserCounts::otherRulesAreForgotten() {
    const std::vector<RandomPacket> traffic = userTraffic(7);
    UserRules rules;
    rules.rules.push_back({"a", "b", "c", Kind::syn, {{PacketField::ttl, {{0, 255}}}}, {}, {}});
    UserRules others = rules;
    others.rules.front().name = "d";
    const auto withRules = [&](const UserRules& some) {
        BurstIndex index = indexOf(traffic);
        index.userRules = std::make_shared<const UserRules>(some);
        return index;
    };
    const BurstIndex same = mergeIndexes(withRules(rules), withRules(rules));
    QVERIFY(same.userRules != nullptr);
    QVERIFY(!countsOf(same).empty());
    for (const BurstIndex& mixed : {mergeIndexes(withRules(rules), withRules(others)),
             mergeIndexes(withRules(rules), indexOf(traffic))}) {
        QVERIFY(mixed.userRules == nullptr);
        QVERIFY(countsOf(mixed).empty());
    }
}

QTEST_APPLESS_MAIN(TestUserCounts)
#include "tst_user_counts.moc"
