// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "statistics/dependent_ports.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/snapshots.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::uint32_t kTelescope = 0xcb007000; // 203.0.112.0/20
constexpr std::int64_t kDay = 86'400'000'000'000;

using PortOf = std::function<std::uint16_t(std::uint32_t target, Random& random)>;

/// Sources of a few packets each, to random targets of the telescope, over a day.
void addCrowd(std::vector<RandomPacket>& traffic, std::uint32_t firstSource, int sources,
    const PortOf& portOf, Random& random, std::uint32_t hosts = 4096) {
    for (int i = 0; i < sources; ++i) {
        const std::uint64_t packets = 1 + random.below(6);
        for (std::uint64_t k = 0; k < packets; ++k) {
            RandomPacket each;
            each.packet.time = {
                1'500'000'000'000'000'000 + static_cast<std::int64_t>(random.below(kDay))};
            each.packet.source = firstSource + static_cast<std::uint32_t>(i);
            each.packet.target = kTelescope + static_cast<std::uint32_t>(random.below(hosts));
            each.packet.kind = Kind::syn;
            each.packet.port = portOf(each.packet.target, random);
            traffic.push_back(each);
        }
    }
}

std::uint16_t anyPort(std::uint32_t, Random& random) {
    constexpr std::uint16_t kPorts[] = {22, 23, 80, 443, 445, 2323, 3389, 8080};
    return kPorts[random.below(8)];
}

/// Third octet & 6, as the study's odd ports were.
std::uint16_t dependentPort(std::uint32_t target, Random& random) {
    return static_cast<std::uint16_t>((random.oneIn(2) ? 17128 : 17136) + (target >> 8 & 6));
}

std::vector<RandomPacket> ordinary(std::uint64_t seed) {
    Random random(seed);
    std::vector<RandomPacket> traffic;
    addCrowd(traffic, 0x0a000000, 800, anyPort, random);
    return traffic;
}

DependentPorts findIn(const std::vector<RandomPacket>& traffic) {
    return findDependentPorts(indexOf(traffic));
}

} // namespace

class TestDependentPorts : public QObject {
    Q_OBJECT

private slots:
    void sampleDay();
    void findsPopulations_data();
    void findsPopulations();
    void ordinaryTrafficHasNone();
    void aScanOfAPartIsNone();
    void aWrongAddressIsNone();
    void aFilterOnTheWayIsNone();
    void fewSourcesAreNone();
    void sourcesWithOnePortAreNone();
    void membersNeverContradict();
    void rankingDoesWithout_data();
    void rankingDoesWithout();
    void orderChangesNothing();
    void eachDayHasItsOwn();
    void timesOutsideTheRangeAreOfItsEnds();
};

/// The planted population: 700 sources, 2,423 packets, 17128 or 17136 + (third octet & 6).
void TestDependentPorts::sampleDay() {
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    const auto snapshot = snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked);
    const DependentPorts& found = snapshot->material.facts->dependentPorts;
    QCOMPARE(found.populations.size(), std::size_t{1});
    const PortPopulation& population = found.populations[0];
    QCOMPARE(population.sources, std::uint64_t{700});
    QCOMPARE(population.packets, std::uint64_t{2423});
    QCOMPARE(population.mask, std::uint32_t{0x600});
    std::vector<DependentPort> ports;
    for (const std::uint32_t base : {17128U, 17136U}) {
        for (const std::uint32_t bits : {0U, 2U, 4U, 6U})
            ports.push_back({static_cast<std::uint16_t>(base + bits), bits << 8});
    }
    QVERIFY(population.ports == ports);
    QCOMPARE(population.dependence, population.entropy);
    QVERIFY(population.entropy > 1.99 && population.chance < 1e-100);
    std::set<std::string> planted;
    const std::string truth = readText(sourceFile("resources/sample/telescope-day.truth.json"));
    const std::string key = R"({"population":"target-ports","tool")";
    for (std::size_t at = truth.find(key); at != std::string::npos; at = truth.find(key, at + 1)) {
        const std::size_t begin = truth.find(R"("source":")", at) + 10;
        planted.insert(truth.substr(begin, truth.find('"', begin) - begin));
    }
    QCOMPARE(planted.size(), std::size_t{700});
    std::set<std::string> members;
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
        const IndexSegment& bursts = snapshot->material.index->segments[segment];
        for (const std::uint32_t number : found.bursts[segment])
            members.insert(toText(bursts.sources[bursts.bursts[number].source]));
    }
    QVERIFY(members == planted);
}

void TestDependentPorts::findsPopulations_data() {
    QTest::addColumn<int>("sources");
    for (const int sources : {200, 400, 1500})
        QTest::addRow("%d sources", sources) << sources;
}

void TestDependentPorts::findsPopulations() {
    QFETCH(int, sources);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        std::vector<RandomPacket> traffic = ordinary(seed);
        Random random(100 + seed);
        const std::size_t before = traffic.size();
        addCrowd(traffic, 0x0b000000, sources, dependentPort, random);
        const DependentPorts found = findIn(shuffled(traffic, seed));
        QCOMPARE(found.populations.size(), std::size_t{1});
        QCOMPARE(found.populations[0].sources, static_cast<std::uint64_t>(sources));
        QCOMPARE(found.populations[0].packets, std::uint64_t{traffic.size() - before});
        QCOMPARE(found.populations[0].mask, std::uint32_t{0x600});
    }
}

void TestDependentPorts::ordinaryTrafficHasNone() {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        QVERIFY(findIn(ordinary(seed)).isEmpty());
        QVERIFY(findIn(randomTraffic(seed, 4'000)).isEmpty());
    }
    QVERIFY(findIn({}).isEmpty());
}

/// A botnet that asks for one port in the lower half of the telescope, and one for another port in
/// the upper half: every bit test says yes, but no source goes with the target.
void TestDependentPorts::aScanOfAPartIsNone() {
    std::vector<RandomPacket> traffic = ordinary(1);
    Random random(2);
    addCrowd(
        traffic, 0x0b000000, 400, [](std::uint32_t, Random&) { return 5555; }, random, 2048);
    QVERIFY(findIn(traffic).isEmpty());
    std::vector<RandomPacket> upper;
    addCrowd(
        upper, 0x0c000000, 400, [](std::uint32_t, Random&) { return 6666; }, random, 2048);
    for (RandomPacket& each : upper) {
        each.packet.target += 2048;
        traffic.push_back(each);
    }
    QVERIFY(findIn(traffic).isEmpty());
}

/// A crowd that all goes to one address: every bit is fixed, and none is free.
void TestDependentPorts::aWrongAddressIsNone() {
    std::vector<RandomPacket> traffic = ordinary(3);
    Random random(4);
    for (std::uint32_t i = 0; i < 4; ++i) {
        std::vector<RandomPacket> crowd;
        addCrowd(
            crowd, 0x0b000000 + i * 500, 400,
            [i](std::uint32_t, Random&) { return static_cast<std::uint16_t>(6881 + i); }, random);
        for (RandomPacket& each : crowd) {
            each.packet.target = kTelescope + i * 1024 + 7;
            traffic.push_back(each);
        }
    }
    QVERIFY(findIn(traffic).isEmpty());
}

/// A provider that drops one port on the way to half of the telescope.
void TestDependentPorts::aFilterOnTheWayIsNone() {
    std::vector<RandomPacket> traffic = ordinary(5);
    std::erase_if(traffic, [](const RandomPacket& each) {
        return each.packet.port == 445 && (each.packet.target & 0x800) != 0;
    });
    QVERIFY(findIn(traffic).isEmpty());
}

void TestDependentPorts::fewSourcesAreNone() {
    std::vector<RandomPacket> traffic = ordinary(6);
    Random random(7);
    addCrowd(traffic, 0x0b000000, 60, dependentPort, random);
    QVERIFY(findIn(traffic).isEmpty());
}

/// Bots that chose one port each by where they look: no function that one of them follows.
void TestDependentPorts::sourcesWithOnePortAreNone() {
    std::vector<RandomPacket> traffic = ordinary(8);
    Random random(9);
    for (std::uint32_t part = 0; part < 4; ++part) {
        std::vector<RandomPacket> crowd;
        addCrowd(
            crowd, 0x0b000000 + part * 1000, 300,
            [part](std::uint32_t, Random&) { return static_cast<std::uint16_t>(17128 + 2 * part); },
            random, 512);
        for (RandomPacket& each : crowd) {
            each.packet.target = kTelescope | part << 9 | (each.packet.target & 0x1ff) |
                                 (random.oneIn(2) ? 0x800U : 0U);
            traffic.push_back(each);
        }
    }
    QVERIFY(findIn(traffic).isEmpty());
}

/// An ordinary scan of one of the ports hits targets that the port is not for.
void TestDependentPorts::membersNeverContradict() {
    std::vector<RandomPacket> traffic = ordinary(10);
    Random random(11);
    addCrowd(traffic, 0x0b000000, 500, dependentPort, random);
    for (std::uint32_t i = 0; i < 300; ++i) {
        RandomPacket each;
        each.packet.time = {1'500'000'000'000'000'000 + std::int64_t{i} * 1'000'000'000};
        each.packet.source = 0x0d000001;
        each.packet.target = kTelescope + i * 13;
        each.packet.kind = Kind::syn;
        each.packet.port = 17130;
        traffic.push_back(each);
    }
    const DependentPorts found = findIn(traffic);
    QCOMPARE(found.populations.size(), std::size_t{1});
    QCOMPARE(found.populations[0].sources, std::uint64_t{500});
}

void TestDependentPorts::rankingDoesWithout_data() {
    QTest::addColumn<bool>("bySource");
    QTest::newRow("by source and port") << false;
    QTest::newRow("by source") << true;
}

void TestDependentPorts::rankingDoesWithout() {
    QFETCH(bool, bySource);
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    asked.change = [bySource](Thresholds& thresholds) {
        thresholds.minTargets = {1, false, 1};
        thresholds.minRate = 0;
        thresholds.by = bySource ? Grouping::source : Grouping::sourcePort;
    };
    const std::vector<std::string> sample = {sourceFile("resources/sample/telescope-day.pcap.gz")};
    const auto without = snapshotOf(sample, asked);
    asked.keepsDependentPorts = true;
    const auto with = snapshotOf(sample, asked);
    std::map<std::uint16_t, PortCount> kept;
    for (const PortCount& each : with->ports)
        if (each.protocol == Protocol::tcp)
            kept[each.port] = each;
    const auto isOdd = [](std::uint16_t port) { return port >= 17128 && port <= 17142; };
    std::uint64_t packets = 0;
    for (const auto& [port, count] : kept)
        packets += isOdd(port) ? count.packets : 0;
    QCOMPARE(packets, std::uint64_t{2423});
    QCOMPARE(without->leftOut.packets, packets);
    QVERIFY(without->leftOut.scans > 700);
    QCOMPARE(with->leftOut.scans, std::uint64_t{0});
    QCOMPARE(without->ports.size(), with->ports.size() - 8);
    for (const PortCount& each : without->ports) {
        if (each.protocol != Protocol::tcp)
            continue;
        QVERIFY(!isOdd(each.port));
        QVERIFY(each == kept[each.port]);
    }
    // Nothing else of the answer depends on the switch.
    QVERIFY(without->totals == with->totals && without->accounts == with->accounts);
}

void TestDependentPorts::orderChangesNothing() {
    std::vector<RandomPacket> traffic = ordinary(12);
    Random random(13);
    addCrowd(traffic, 0x0b000000, 400, dependentPort, random);
    const DependentPorts expected = findIn(traffic);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const DependentPorts found = findIn(shuffled(traffic, seed));
        QVERIFY(found.populations == expected.populations && found.bursts == expected.bursts);
    }
}

/// A function that changes from day to day is found in each; one that stays is one population.
void TestDependentPorts::eachDayHasItsOwn() {
    std::vector<RandomPacket> traffic;
    for (std::uint32_t day = 0; day < 2; ++day) {
        std::vector<RandomPacket> one = ordinary(20 + day);
        Random random(30 + day);
        addCrowd(one, 0x0b000000, 400, dependentPort, random);
        addCrowd(
            one, 0x0c000000, 400,
            [day](std::uint32_t target, Random&) {
                return static_cast<std::uint16_t>(40000 + 100 * day + (target >> 11 & 1));
            },
            random);
        for (RandomPacket& each : one) {
            each.packet.time.nanoseconds += day * kDay;
            traffic.push_back(each);
        }
    }
    const DependentPorts found = findIn(traffic);
    std::multiset<std::pair<std::uint16_t, std::uint64_t>> firstPortsAndDays;
    for (const PortPopulation& each : found.populations)
        firstPortsAndDays.emplace(each.ports.front().port, each.windows);
    const std::multiset<std::pair<std::uint16_t, std::uint64_t>> expected = {
        {17128, 2}, {40000, 1}, {40100, 1}};
    QVERIFY(firstPortsAndDays == expected);
    QCOMPARE(found.populations.front().sources, std::uint64_t{400}); // the same ones on both days
}

/// What a file of an index claims need not be true: its range here is one moment, forty days
/// before the bursts or after them.
void TestDependentPorts::timesOutsideTheRangeAreOfItsEnds() {
    std::vector<RandomPacket> traffic = ordinary(40);
    Random random(41);
    addCrowd(traffic, 0x0b000000, 700, dependentPort, random);
    const Timestamp begin = indexOf(traffic).counts.range.first;
    for (const std::int64_t days : {-40, 40}) {
        const Timestamp moment{begin.nanoseconds + days * kDay};
        BurstIndex claiming = indexOf(traffic);
        claiming.counts.range = {moment, moment};
        const DependentPorts found = findDependentPorts(claiming);
        QCOMPARE(found.populations.size(), std::size_t{1});
        QCOMPARE(found.populations.front().sources, std::uint64_t{700});
    }
}

QTEST_APPLESS_MAIN(TestDependentPorts)
#include "tst_dependent_ports.moc"
