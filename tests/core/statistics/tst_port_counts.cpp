// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/port_counts.h"
#include "support/scan_set.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

std::string textOf(const PortCount& count) {
    std::string text = std::string(nameOf(count.protocol)) + "/" + std::to_string(count.port) +
                       " " + std::to_string(count.scans) + " = " + std::to_string(count.small) +
                       "+" + std::to_string(count.large) + " packets " +
                       std::to_string(count.packets) + " sources " + std::to_string(count.sources);
    for (const std::uint64_t tool : count.tools)
        text += " " + std::to_string(tool);
    return text;
}

/// A scan counts once under each of its ports, its packets under the port that they went to.
std::vector<PortCount> naiveCounts(const ScanSet& set) {
    std::map<std::pair<Protocol, std::uint16_t>, PortCount> counts;
    std::map<std::pair<Protocol, std::uint16_t>, std::set<std::string>> sources;
    for (const TwinScan& twin : set.twins()) {
        for (const std::uint16_t port : twin.ports) {
            const std::pair key(protocolOf(twin), port);
            PortCount& count = counts[key];
            count.protocol = key.first;
            count.port = port;
            ++count.scans;
            ++(twin.isLarge ? count.large : count.small);
            ++count.tools[static_cast<std::size_t>(toolOf(twin))];
            sources[key].insert(twin.source);
            for (const RandomPacket* packet : set.packetsOf(twin))
                count.packets += packet->packet.port == port ? 1 : 0;
        }
    }
    std::vector<PortCount> result;
    for (auto& [key, count] : counts) {
        count.sources = sources[key].size();
        result.push_back(count);
    }
    return result;
}

bool isBefore(const PortCount& a, const PortCount& b) {
    if (a.scans != b.scans)
        return a.scans > b.scans;
    if (a.packets != b.packets)
        return a.packets > b.packets;
    return a.port != b.port ? a.port < b.port : a.protocol < b.protocol;
}

} // namespace

class TestPortCounts : public QObject {
    Q_OBJECT

private slots:
    void agreeWithTheTwin_data();
    void agreeWithTheTwin();
    void partsAddUp();
    void nothingIsEmpty();
};

void TestPortCounts::agreeWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (int set = 0; set < 4; ++set)
            QTest::addRow("seed %d, thresholds %d", static_cast<int>(seed), set) << seed << set;
    }
}

void TestPortCounts::agreeWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    const ScanSet scans(seed, 2'000, statisticsThresholds()[static_cast<std::size_t>(set)], 1'000);
    std::vector<PortCount> expected = naiveCounts(scans);
    std::sort(expected.begin(), expected.end(), isBefore);
    QVERIFY(expected.size() > 3);
    PortCounter counter;
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        counter.add(scans.view(), segment);
    const std::vector<PortCount> got = counter.finish();
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        QCOMPARE(textOf(got[i]), textOf(expected[i]));
}

void TestPortCounts::partsAddUp() {
    for (const Thresholds& thresholds : statisticsThresholds()) {
        const ScanSet scans(9, 2'000, thresholds, 1'000);
        PortCounter all;
        PortCounter parts[3];
        for (std::size_t segment = 0; segment < kSegments; ++segment) {
            all.add(scans.view(), segment);
            parts[segment % 3].add(scans.view(), segment);
        }
        PortCounter sum;
        for (const PortCounter& part : parts)
            sum.add(part);
        QVERIFY(sum.finish() == all.finish());
    }
}

void TestPortCounts::nothingIsEmpty() {
    Thresholds impossible = statisticsThresholds()[0];
    impossible.minTargets.value = 1e9;
    const ScanSet scans(1, 500, impossible, 1'000);
    PortCounter counter;
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        counter.add(scans.view(), segment);
    QVERIFY(counter.finish().empty());
}

QTEST_APPLESS_MAIN(TestPortCounts)
#include "tst_port_counts.moc"
