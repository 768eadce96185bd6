// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/team.h"
#include "statistics/backscatter.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

struct NaiveAttack {
    std::vector<const RandomPacket*> packets; ///< by time
    std::uint64_t minute = 0;                 ///< packets in the fullest window
    bool fits = false;
};

/// The fullest of the windows of 60 s that begin at multiples of 10 s.
std::uint64_t fullestMinute(const std::vector<const RandomPacket*>& packets) {
    const std::int64_t first = packets.front()->packet.time.nanoseconds;
    const std::int64_t last = packets.back()->packet.time.nanoseconds;
    std::uint64_t most = 0;
    for (std::int64_t begin = first / (10 * kSecond) * 10 * kSecond - 60 * kSecond; begin <= last;
         begin += 10 * kSecond) {
        most = std::max(most, static_cast<std::uint64_t>(std::count_if(
                                  packets.begin(), packets.end(), [&](const RandomPacket* each) {
                                      const std::int64_t at = each->packet.time.nanoseconds;
                                      return at >= begin && at < begin + 60 * kSecond;
                                  })));
    }
    return most;
}

std::map<std::tuple<std::string, bool, std::int64_t>, NaiveAttack> naiveAttacks(
    const std::vector<RandomPacket>& traffic) {
    std::map<std::pair<std::string, bool>, std::vector<const RandomPacket*>> victims;
    for (const RandomPacket& each : traffic) {
        if (binOf(each.packet.kind) == Bin::backscatter)
            victims[{toText(each.source()), each.packet.kind == Kind::udpAnswer}].push_back(&each);
    }
    std::map<std::tuple<std::string, bool, std::int64_t>, NaiveAttack> attacks;
    for (auto& [key, packets] : victims) {
        std::stable_sort(packets.begin(), packets.end(),
            [](auto* a, auto* b) { return a->packet.time < b->packet.time; });
        NaiveAttack* open = nullptr;
        for (const RandomPacket* each : packets) {
            const std::int64_t at = each->packet.time.nanoseconds;
            if (open == nullptr ||
                at - open->packets.back()->packet.time.nanoseconds > 300 * kSecond)
                open = &attacks[{key.first, key.second, at}];
            open->packets.push_back(each);
        }
    }
    for (auto& [key, attack] : attacks) {
        attack.minute = fullestMinute(attack.packets);
        const std::int64_t length = attack.packets.back()->packet.time.nanoseconds -
                                    attack.packets.front()->packet.time.nanoseconds;
        attack.fits = attack.packets.size() >= 25 && length >= 60 * kSecond && attack.minute >= 30;
    }
    return attacks;
}

RandomPacket answer(double seconds, std::uint32_t target = 1, Kind kind = Kind::synAck,
    std::uint16_t port = 80, std::uint32_t victim = 0x0a000001) {
    RandomPacket result;
    result.packet.time = {1'500'000'000 * kSecond +
                          static_cast<std::int64_t>(seconds * static_cast<double>(kSecond))};
    result.packet.source = victim;
    result.packet.target = target;
    result.packet.kind = kind;
    result.packet.port = port;
    return result;
}

Attack onlyAttack(const std::vector<RandomPacket>& packets) {
    const Backscatter found = findBackscatter(indexOf(packets));
    return found.attacks.size() == 1 ? found.attacks.front() : Attack();
}

} // namespace

class TestBackscatter : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTwin_data();
    void agreesWithTheTwin();
    void orderChangesNothing();
    void silencesEndAttacks();
    void steadyFloodFits();
    void slowFloodMisses();
    void shortFloodMisses();
    void unevenFloodIsOpen();
    void reflectionIsApart();
    void services();
};

void TestBackscatter::agreesWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestBackscatter::agreesWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = randomTraffic(seed, 4'000);
    const BurstIndex index = indexOf(shuffled(traffic, seed));
    const Backscatter found = findBackscatter(index);
    const auto expected = naiveAttacks(traffic);
    QCOMPARE(found.attacks.size(), expected.size());
    std::uint64_t packets = 0;
    std::set<std::string> victims;
    for (const Attack& attack : found.attacks) {
        const std::string victim =
            toText(index.segments[attack.victim.segment].sources[attack.victim.place]);
        const bool isReflection = attack.mainKind == Kind::udpAnswer;
        const auto twin = expected.find({victim, isReflection, attack.time.first.nanoseconds});
        QVERIFY(twin != expected.end());
        const NaiveAttack& naive = twin->second;
        QCOMPARE(attack.packets, std::uint64_t{naive.packets.size()});
        QCOMPARE(attack.time.last, naive.packets.back()->packet.time);
        std::set<Address> targets;
        std::set<std::pair<Kind, std::uint16_t>> services;
        for (const RandomPacket* each : naive.packets) {
            targets.insert(each->target());
            services.emplace(each->packet.kind, each->packet.port);
        }
        QCOMPARE(attack.targets, static_cast<std::uint32_t>(targets.size()));
        QCOMPARE(attack.services, static_cast<std::uint32_t>(services.size()));
        // What the index knows bounds what the packets say, and never decides wrongly.
        QVERIFY(attack.minuteAtLeast <= naive.minute && naive.minute <= attack.minuteAtMost);
        if (attack.rule == AttackRule::fits)
            QVERIFY(naive.fits);
        if (attack.rule == AttackRule::misses)
            QVERIFY(!naive.fits);
        QCOMPARE(attack.rule == AttackRule::notMeantFor, isReflection);
        packets += attack.packets;
        victims.insert(victim);
    }
    QCOMPARE(found.packets, packets);
    QCOMPARE(found.packets, index.counts.of(Bin::backscatter));
    QCOMPARE(found.victims, std::uint64_t{victims.size()});
}

void TestBackscatter::orderChangesNothing() {
    const std::vector<RandomPacket> traffic = randomTraffic(77, 4'000);
    const Backscatter expected = findBackscatter(indexOf(traffic));
    QVERIFY(!expected.attacks.empty());
    QVERIFY(findBackscatter(indexOf(shuffled(traffic, 3))) == expected);
    Team team(3);
    QVERIFY(findBackscatter(indexOf(traffic), &team) == expected);
}

void TestBackscatter::silencesEndAttacks() {
    QCOMPARE(findBackscatter(indexOf({answer(0), answer(300)})).attacks.size(), std::size_t{1});
    QCOMPARE(findBackscatter(indexOf({answer(0), answer(300.5)})).attacks.size(), std::size_t{2});
    QCOMPARE(findBackscatter(indexOf({answer(0), answer(300.5)})).victims, std::uint64_t{1});
}

/// One a second for two minutes: the average alone says that some window has 30.
void TestBackscatter::steadyFloodFits() {
    std::vector<RandomPacket> packets;
    for (int i = 0; i <= 120; ++i)
        packets.push_back(answer(i, static_cast<std::uint32_t>(i)));
    const Attack attack = onlyAttack(packets);
    QCOMPARE(attack.packets, std::uint64_t{121});
    QCOMPARE(attack.targets, 121U);
    QCOMPARE(attack.minuteAtLeast, std::uint64_t{41});
    QVERIFY(attack.rule == AttackRule::fits);
}

/// One each 61 s: no burst has two, and no window reaches 30.
void TestBackscatter::slowFloodMisses() {
    std::vector<RandomPacket> packets;
    for (int i = 0; i < 100; ++i)
        packets.push_back(answer(61.0 * i));
    const Attack attack = onlyAttack(packets);
    QCOMPARE(attack.packets, std::uint64_t{100});
    QCOMPARE(attack.minuteAtMost, std::uint64_t{1});
    QVERIFY(attack.rule == AttackRule::misses);
}

void TestBackscatter::shortFloodMisses() {
    std::vector<RandomPacket> packets;
    for (int i = 0; i < 1000; ++i)
        packets.push_back(answer(i * 0.059));
    QVERIFY(onlyAttack(packets).rule == AttackRule::misses); // 58.941 s
}

/// One burst of 100 packets over 50 minutes: 2 a minute on average, or 41 in its first.
void TestBackscatter::unevenFloodIsOpen() {
    std::vector<RandomPacket> packets;
    for (int i = 0; i < 60; ++i)
        packets.push_back(answer(50.0 * i));
    for (int i = 0; i < 40; ++i)
        packets.push_back(answer(i));
    const Attack attack = onlyAttack(packets);
    QVERIFY(attack.rule == AttackRule::open);
    QCOMPARE(attack.minuteAtLeast, std::uint64_t{2});
    QCOMPARE(attack.minuteAtMost, std::uint64_t{100});
}

void TestBackscatter::reflectionIsApart() {
    std::vector<RandomPacket> packets;
    for (int i = 0; i <= 120; ++i) {
        packets.push_back(answer(i, 1, Kind::udpAnswer, 53));
        packets.push_back(answer(i, 1, Kind::rst, 80));
        packets.push_back(answer(i, 1, Kind::icmpAnswer, 0));
    }
    const Backscatter found = findBackscatter(indexOf(packets));
    QCOMPARE(found.attacks.size(), std::size_t{2});
    QCOMPARE(found.victims, std::uint64_t{1});
    QVERIFY(found.attacks[0].rule == AttackRule::fits);
    QCOMPARE(found.attacks[0].services, 2U);
    QVERIFY(found.attacks[1].rule == AttackRule::notMeantFor);
    QCOMPARE(found.byRule[static_cast<std::size_t>(AttackRule::fits)], std::uint64_t{1});
}

void TestBackscatter::services() {
    const Backscatter found = findBackscatter(indexOf({answer(0), answer(1000), // twice
        answer(2000, 1, Kind::synAck, 80, 0x0a000002), answer(5, 1, Kind::rst, 22)}));
    QCOMPARE(found.services.size(), std::size_t{2});
    const AttackedService expected{Kind::synAck, 80, 3, 2, 3};
    QVERIFY(found.services[0] == expected);
    QCOMPARE(found.services[1].port, std::uint16_t{22});
}

QTEST_APPLESS_MAIN(TestBackscatter)
#include "tst_backscatter.moc"
