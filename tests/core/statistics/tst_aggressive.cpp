// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/aggressive_scanners.h"
#include "statistics/aggressive.h"
#include "support/packet_script.h"
#include "support/scan_set.h"
#include "support/show.h"
#include "support/snapshots.h"
#include "tables/aggressive_table.h"

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

constexpr double kTelescope = 300;

/// The smallest of the values that at least 9,999 in 10,000 of them do not exceed, found by trying
/// each.
std::uint64_t naiveQuantile(std::vector<std::uint64_t> values) {
    std::sort(values.begin(), values.end());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto upper = std::upper_bound(values.begin(), values.end(), values[i]);
        const auto within = static_cast<std::uint64_t>(upper - values.begin());
        if (within * 10'000 >= values.size() * 9'999)
            return values[i];
    }
    return 0;
}

struct NaiveDay {
    std::uint64_t mostTargets = 0;
    std::uint64_t mostPackets = 0;
    std::set<std::pair<Protocol, std::uint16_t>> ports;
};

using Days = std::map<std::pair<std::string, std::int64_t>, NaiveDay>;

Days naiveDays(const std::vector<TwinScan>& twins) {
    Days days;
    for (const TwinScan& twin : twins) {
        NaiveDay& day = days[{twin.source, twin.first / 86'400'000'000'000}];
        day.mostTargets = std::max(day.mostTargets, twin.targets);
        day.mostPackets = std::max(day.mostPackets, twin.packets);
        for (const std::uint16_t port : twin.ports)
            day.ports.emplace(protocolOf(twin), port);
    }
    return days;
}

/// "address day 101", a digit for each definition.
std::vector<std::string> naiveLines(const std::vector<TwinScan>& twins) {
    const Days days = naiveDays(twins);
    std::vector<std::uint64_t> packets;
    std::vector<std::uint64_t> ports;
    for (const TwinScan& twin : twins)
        packets.push_back(twin.packets);
    for (const auto& [key, day] : days)
        ports.push_back(day.ports.size());
    std::vector<std::string> lines;
    for (const auto& [key, day] : days) {
        const bool one = static_cast<double>(day.mostTargets) * 10 >= kTelescope;
        const bool two = day.mostPackets > naiveQuantile(packets);
        const bool three = day.ports.size() > naiveQuantile(ports);
        if (one || two || three)
            lines.push_back(key.first + " " + std::to_string(key.second) + " " +
                            std::to_string(one) + std::to_string(two) + std::to_string(three));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> linesOf(const ScanView& view, const AggressiveScanners& found) {
    std::vector<std::string> lines;
    for (const SourceDay& day : found.days)
        lines.push_back(toText(view.addressOf(day.source)) + " " + std::to_string(day.day) + " " +
                        std::to_string(day.is[0]) + std::to_string(day.is[1]) +
                        std::to_string(day.is[2]));
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

class TestAggressive : public QObject {
    Q_OBJECT

private slots:
    void quantiles();
    void agreeWithTheTwin_data();
    void agreeWithTheTwin();
    void manyScansHaveQuantiles();
    void daysAreOfUtc();
    void aNarrowedAnswerChangesNothing();
};

void TestAggressive::quantiles() {
    QCOMPARE(aggressiveQuantile({}), std::uint64_t{0});
    Random random(7);
    for (const std::size_t count : {1U, 2U, 9'999U, 10'000U, 10'001U, 20'000U, 25'000U}) {
        std::vector<std::uint64_t> values;
        for (std::size_t i = 0; i < count; ++i)
            values.push_back(random.below(count * 2));
        QCOMPARE(aggressiveQuantile(values), naiveQuantile(values));
    }
    // Of 1 to 10,000 only the last lies above; of 9,999 nothing does.
    std::vector<std::uint64_t> values;
    for (std::uint64_t i = 1; i < 10'000; ++i)
        values.push_back(i);
    QCOMPARE(aggressiveQuantile(values), std::uint64_t{9'999});
    values.push_back(10'000);
    QCOMPARE(aggressiveQuantile(values), std::uint64_t{9'999});
}

void TestAggressive::agreeWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<int>("set");
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        for (int set = 0; set < 4; ++set)
            QTest::addRow("seed %d, thresholds %d", static_cast<int>(seed), set) << seed << set;
    }
}

void TestAggressive::agreeWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    QFETCH(int, set);
    const ScanSet scans(
        seed, 6'000, statisticsThresholds()[static_cast<std::size_t>(set)], kTelescope);
    const ScanView view = scans.view();
    const AggressiveScanners found = findAggressive(view);
    const std::vector<std::string> lines = linesOf(view, found);
    QCOMPARE(lines, naiveLines(scans.twins()));
    QVERIFY(!lines.empty());
    QCOMPARE(found.scans, scans.twins().size());
    QCOMPARE(found.sourceDays, naiveDays(scans.twins()).size());
    for (const SourceDay& day : found.days) {
        for (std::size_t i = 0; i < kAggressionCount; ++i)
            QCOMPARE(found.has(day.source, day.day, static_cast<Aggression>(i)), day.is[i]);
        QVERIFY(!found.has(day.source, day.day + 1000, Aggression::coverage));
    }
}

/// Enough scans that something lies above the quantiles. Scripts begin on 2026-01-01.
void TestAggressive::manyScansHaveQuantiles() {
    const TemporaryFolder folder;
    std::string script;
    for (int i = 0; i < 10'000; ++i) {
        const std::string source = "11." + std::to_string(i / 250 / 250) + "." +
                                   std::to_string(i / 250 % 250) + "." +
                                   std::to_string(i % 250 + 1);
        const int packets = i == 777 ? 5 : (i % 2) + 1;
        const int ports = i == 4'242 ? 3 : 1;
        for (int port = 0; port < ports; ++port) {
            for (int packet = 0; packet < packets; ++packet)
                script += "0 " + source + ":9 > 192.0.2." + std::to_string(packet) + ":" +
                          std::to_string(80 + port) + " SYN\n";
        }
    }
    Asked asked;
    asked.telescope = "192.0.2.0/24";
    asked.profile = "reproduction-2018";
    asked.change = [](Thresholds& thresholds) { thresholds.minRate = 0; };
    const auto snapshot = snapshotOfScript(folder, script, asked);
    const AggressiveScanners found = aggressiveScanners(*snapshot);
    QCOMPARE(found.scans, std::uint64_t{10'002});
    QCOMPARE(found.sourceDays, std::uint64_t{10'000});
    QCOMPARE(found.packetBorder, std::uint64_t{2});
    QCOMPARE(found.portBorder, std::uint64_t{1});
    QCOMPARE(linesOf(snapshot->view(), found),
        (std::vector<std::string>{"11.0.16.243 20454 001", "11.0.3.28 20454 010"}));
    QCOMPARE(borderText(found, Aggression::packets), std::string("more than 2, of 10002 scans"));
    QCOMPARE(aggressiveTable(snapshot, found)->rows(), std::size_t{2});
    QCOMPARE(aggressiveTable(snapshot, found, Aggression::ports)->rows(), std::size_t{1});
}

void TestAggressive::daysAreOfUtc() {
    Scan scan;
    scan.time = {{86'400'000'000'000 - 1}, {86'400'000'000'000 * 3}};
    QCOMPARE(dayOf(scan), std::int64_t{0});
    scan.time.first = {86'400'000'000'000};
    QCOMPARE(dayOf(scan), std::int64_t{1});
    scan.time.first = {-1};
    QCOMPARE(dayOf(scan), std::int64_t{-1});
}

/// Quantiles are of all scans, whatever is looked at.
void TestAggressive::aNarrowedAnswerChangesNothing() {
    const TemporaryFolder folder;
    std::string script;
    for (int i = 0; i < 40; ++i)
        script += "0 10.0.0.1:9 > 192.0.2." + std::to_string(i) + ":80 SYN\n";
    script += "0 10.0.0.2:9 > 192.0.2.1:81 SYN\n";
    Asked asked;
    asked.telescope = "192.0.2.0/24";
    asked.profile = "reproduction-2018";
    asked.change = [](Thresholds& thresholds) { thresholds.minRate = 0; };
    const auto all = snapshotOfScript(folder, script, asked);
    Question question = all->question;
    question.narrowing.only.emplace_back(PortTerm{Protocol::tcp, 81});
    const auto narrowed = SnapshotMaker(1).make(all->material, question, {});
    QCOMPARE(countScans(narrowed->scans), std::size_t{1});
    QCOMPARE(linesOf(narrowed->view(), aggressiveScanners(*narrowed)),
        linesOf(all->view(), aggressiveScanners(*all)));
    QCOMPARE(aggressiveScanners(*narrowed).targetBorder, std::uint64_t{26}); // 25.6, whole
    QCOMPARE(aggressiveScanners(*narrowed).days.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestAggressive)
#include "tst_aggressive.moc"
