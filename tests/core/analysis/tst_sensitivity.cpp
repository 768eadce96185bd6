// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/make_snapshot.h"
#include "analysis/sensitivity.h"
#include "support/indexes.h"
#include "support/naive_twin.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kTelescope = 4096;

Material materialOf(const std::vector<RandomPacket>& traffic) {
    auto index = std::make_shared<const BurstIndex>(indexOf(traffic));
    return {index, lookUpOrigins(*index, {}), std::make_shared<const CaptureReport>(), {}};
}

Question questionOf(double minTargets, double minRate, Grouping by = Grouping::sourcePort) {
    Question question;
    question.telescope = {kTelescope, false};
    question.thresholds.minTargets = {minTargets, false, 1};
    question.thresholds.minRate = minRate;
    question.thresholds.rateScope = RateScope::telescope;
    question.thresholds.largeCoverage = 0.005;
    question.thresholds.by = by;
    return question;
}

Sensitivity swept(const Material& material, const Question& question, SweptThreshold threshold) {
    Team team(2);
    return sweep(material, question, threshold, team, [](std::size_t, std::size_t) {}, {}).value();
}

/// The first ports of the twin's scans: by scans (or large ones), packets, port, protocol.
std::vector<std::string> naiveTopTen(
    const std::vector<TwinScan>& scans, const std::vector<PortCount>& counts, bool byLarge) {
    std::map<std::pair<std::string, std::uint16_t>, std::uint64_t> numbers;
    for (const TwinScan& scan : scans) {
        if (byLarge && !scan.isLarge)
            continue;
        const Kind kind = [&] {
            for (std::size_t i = 0; i < kKindCount; ++i)
                if (nameOf(static_cast<Kind>(i)) == scan.kind)
                    return static_cast<Kind>(i);
            return Kind::ip;
        }();
        for (const std::uint16_t port : scan.ports)
            ++numbers[{std::string(nameOf(protocolOf(kind))), port}];
    }
    std::vector<std::pair<std::string, std::uint64_t>> rows;
    for (const PortCount& each : counts) { // in the order that ties want
        const auto found = numbers.find({std::string(nameOf(each.protocol)), each.port});
        if (found != numbers.end())
            rows.emplace_back(found->first.first + std::to_string(each.port), found->second);
    }
    std::stable_sort(
        rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> top;
    for (std::size_t i = 0; i < std::min<std::size_t>(10, rows.size()); ++i)
        top.push_back(rows[i].first);
    return top;
}

} // namespace

class TestSensitivity : public QObject {
    Q_OBJECT

private slots:
    void namesThresholds();
    void valuesHaveThePresentOne_data();
    void valuesHaveThePresentOne();
    void agreesWithTheTwin_data();
    void agreesWithTheTwin();
    void everyPointIsAnAnswer();
    void stops();
    void sameForAnyTeam();
};

void TestSensitivity::namesThresholds() {
    for (std::size_t i = 0; i < kSweptCount; ++i) {
        const auto threshold = static_cast<SweptThreshold>(i);
        QVERIFY(findSweptThreshold(nameOf(threshold)) == threshold);
    }
    QVERIFY(!findSweptThreshold("weather"));
}

void TestSensitivity::valuesHaveThePresentOne_data() {
    QTest::addColumn<int>("threshold");
    for (int i = 0; i < static_cast<int>(kSweptCount); ++i)
        QTest::newRow(std::string(nameOf(static_cast<SweptThreshold>(i))).c_str()) << i;
}

void TestSensitivity::valuesHaveThePresentOne() {
    QFETCH(int, threshold);
    const Material material = materialOf(randomTraffic(1, 500));
    for (const double targets : {1.0, 7.0, 50'000.0}) {
        Question question = questionOf(targets, 0.037);
        question.thresholds.expiry = Duration::fromSeconds(targets + 100);
        const Sensitivity result =
            swept(material, question, static_cast<SweptThreshold>(threshold));
        QVERIFY(result.points.size() >= 9);
        std::size_t present = 0;
        for (std::size_t i = 0; i < result.points.size(); ++i) {
            QVERIFY(i == 0 || result.points[i - 1].value < result.points[i].value);
            present += result.points[i].isPresent ? 1 : 0;
            if (!result.points[i].isPresent)
                continue;
            QCOMPARE(result.points[i].topTenKept, 1.0);
            QVERIFY(result.points[i].topTenOrder.value_or(1) == 1);
        }
        QCOMPARE(present, std::size_t{1});
    }
}

void TestSensitivity::agreesWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<bool>("bySource");
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        for (const bool bySource : {false, true})
            QTest::addRow("seed %llu %s", static_cast<unsigned long long>(seed),
                bySource ? "by source" : "by source and port")
                << seed << bySource;
    }
}

void TestSensitivity::agreesWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(bool, bySource);
    const std::vector<RandomPacket> traffic = randomTraffic(seed, 2'500);
    const Material material = materialOf(traffic);
    const Question question =
        questionOf(3, 0.01, bySource ? Grouping::source : Grouping::sourcePort);
    for (std::size_t i = 0; i < kSweptCount; ++i) {
        const auto threshold = static_cast<SweptThreshold>(i);
        for (const SensitivityPoint& point : swept(material, question, threshold).points) {
            const Question changed = withValue(question, threshold, point.value);
            const auto scans = naiveScans(traffic, changed.thresholds, kTelescope);
            QCOMPARE(point.scans, std::uint64_t{scans.size()});
            std::uint64_t packets = 0;
            std::uint64_t large = 0;
            for (const TwinScan& scan : scans) {
                packets += scan.packets;
                large += scan.isLarge ? 1 : 0;
            }
            QCOMPARE(point.scanPackets, packets);
            QCOMPARE(point.large, large);
        }
    }
}

/// Each point says what a snapshot with that threshold says, and the top ten are compared right.
void TestSensitivity::everyPointIsAnAnswer() {
    const std::vector<RandomPacket> traffic = randomTraffic(9, 4'000);
    const Material material = materialOf(traffic);
    const Question question = questionOf(4, 0);
    SnapshotMaker maker(2);
    const auto countsFor = [&](const Question& asked) {
        return maker.make(material, asked, {})->ports;
    };
    for (const auto threshold : {SweptThreshold::minTargets, SweptThreshold::large}) {
        const bool byLarge = threshold == SweptThreshold::large;
        const auto present = naiveTopTen(
            naiveScans(traffic, question.thresholds, kTelescope), countsFor(question), byLarge);
        for (const SensitivityPoint& point : swept(material, question, threshold).points) {
            const Question changed = withValue(question, threshold, point.value);
            const auto counts = countsFor(changed);
            const auto top =
                naiveTopTen(naiveScans(traffic, changed.thresholds, kTelescope), counts, byLarge);
            double kept = 0;
            std::vector<std::size_t> places;
            for (const std::string& port : present) {
                const auto found = std::find(top.begin(), top.end(), port);
                if (found == top.end())
                    continue;
                ++kept;
                places.push_back(static_cast<std::size_t>(found - top.begin()));
            }
            QCOMPARE(
                point.topTenKept, present.empty() ? 1 : kept / static_cast<double>(present.size()));
            double concordant = 0;
            double pairs = 0;
            for (std::size_t a = 0; a < places.size(); ++a) {
                for (std::size_t b = a + 1; b < places.size(); ++b) {
                    concordant += places[a] < places[b] ? 1 : 0;
                    ++pairs;
                }
            }
            QCOMPARE(point.topTenOrder.has_value(), pairs > 0);
            if (pairs > 0)
                QVERIFY(std::abs(*point.topTenOrder - (2 * concordant / pairs - 1)) < 1e-12);
        }
    }
}

void TestSensitivity::stops() {
    const Material material = materialOf(randomTraffic(2, 500));
    std::stop_source stop;
    Team team(1);
    std::size_t finished = 0;
    const auto result = sweep(
        material, questionOf(2, 0), SweptThreshold::minRate, team,
        [&](std::size_t done, std::size_t) {
            finished = done;
            if (done == 3)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!result);
    QCOMPARE(finished, std::size_t{3});
}

void TestSensitivity::sameForAnyTeam() {
    const Material material = materialOf(randomTraffic(3, 3'000));
    Team one(1);
    Team four(4);
    for (std::size_t i = 0; i < kSweptCount; ++i) {
        const auto with = [&](Team& team) {
            return sweep(material, questionOf(2, 0.02), static_cast<SweptThreshold>(i), team,
                [](std::size_t, std::size_t) {}, {});
        };
        QVERIFY(with(one) == with(four));
    }
}

QTEST_APPLESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"
