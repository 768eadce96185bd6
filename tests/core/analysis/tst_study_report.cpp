// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/study_report.h"
#include "support/packet_script.h"
#include "support/show.h"
#include "support/small_scene.h"
#include "support/snapshots.h"

#include <QTest>

#include <algorithm>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Scans of `targets` addresses each from `count` sources of a network, to one port.
std::string scansOf(int network, int count, int port, int targets) {
    std::string script;
    for (int source = 1; source <= count; ++source) {
        for (int target = 0; target < targets; ++target)
            script += std::to_string(target) + "." + std::to_string(source) + " " +
                      std::to_string(network) + ".0.0." + std::to_string(source) +
                      ":4000 > 192.0." + std::to_string(2 + target / 256) + "." +
                      std::to_string(target % 256) + ":" + std::to_string(port) + " SYN id=54321\n";
    }
    return script;
}

Asked asked(double addresses, std::uint64_t minTargets) {
    Asked asked;
    asked.addresses = addresses;
    asked.change = [minTargets](Thresholds& thresholds) {
        thresholds.minTargets = {static_cast<double>(minTargets), false, 1};
        thresholds.minRate = 0;
        thresholds.largeCoverage = 0.1;
    };
    return asked;
}

bool isLeftOut(const StudyReport& report, const std::string& what) {
    return std::any_of(report.leftOut.begin(), report.leftOut.end(), [&](const LeftOut& each) {
        return each.what.find(what) != std::string::npos && !each.reason.empty();
    });
}

} // namespace

class TestStudyReport : public QObject {
    Q_OBJECT

private slots:
    void countsByHand();
    void aSmallTelescopeSaysNothingOfSizes();
    void fewScansSayNothing();
    void unknownCountriesGiveNoFigure();
    void impossibleClassesAreLeftOut();
    void publishedTargetsAreByYear();
    void methodsNameTheThresholds();
};

/// On a telescope of 5,000 addresses: 12 scans of port 23 with 10 targets (0.2 %), 3 of port 80
/// with 600 (12 %); the former from the Netherlands, the latter from Germany.
void TestStudyReport::countsByHand() {
    const TemporaryFolder folder;
    const auto snapshot =
        snapshotOfScript(folder, scansOf(10, 12, 23, 10) + scansOf(11, 3, 80, 600), asked(5'000, 5),
            databasesOf(folder, smallGeo()));
    QCOMPARE(snapshot->totals.scans, std::uint64_t{15});
    const StudyReport report = makeStudyReport(*snapshot);
    QVERIFY(report.portsByCountry && report.portsBySize && report.small && report.topFive);
    QCOMPARE(report.portsByCountry->rows[0].scans, (std::vector<std::uint64_t>{12, 0}));
    QCOMPARE(report.portsByCountry->rows[1].scans, (std::vector<std::uint64_t>{0, 3}));
    QCOMPARE(report.portsByCountry->rows[1].others, std::uint64_t{0});
    QVERIFY((*report.topFive == ScanShare{15, 15}));
    // 5 targets are 0.1 % of 5,000, so the class below that is empty by definition.
    QCOMPARE(report.portsBySize->totals, (std::vector<std::uint64_t>{12, 0, 3}));
    QCOMPARE(report.portsBySize->rows[0].scans, (std::vector<std::uint64_t>{12, 0, 0}));
    QCOMPARE(report.small->all, std::uint64_t{12});
    QCOMPARE(report.small->rows.size(), std::size_t{1});
    QVERIFY(!report.large); // three scans are too few for shares
    QVERIFY(isLeftOut(report, "table 2"));
    QVERIFY(!report.aboveTenth);
    QVERIFY(isLeftOut(report, "more than 10 %"));
    QVERIFY(!report.toolCurve.empty());
    QVERIFY(
        std::all_of(report.toolCurve.begin(), report.toolCurve.end(), [](const ToolsAbove& each) {
            return each.scans >= kLeastScansForShares && each.zmap == each.scans &&
                   each.masscan == 0;
        }));
    QVERIFY((report.targets.back().ports ==
             std::vector<PortId>{{Protocol::tcp, 23}, {Protocol::tcp, 80}}));
    QCOMPARE(report.targets.back().year, 2026);
}

void TestStudyReport::aSmallTelescopeSaysNothingOfSizes() {
    const TemporaryFolder folder;
    const auto snapshot = snapshotOfScript(
        folder, scansOf(10, 12, 23, 8), asked(8, 2), databasesOf(folder, smallGeo()));
    const StudyReport report = makeStudyReport(*snapshot);
    QVERIFY(report.portsByCountry && report.topFive);
    QVERIFY(!report.portsBySize && !report.small && !report.large && !report.aboveTenth &&
            !report.aboveHalf && report.toolCurve.empty());
    QVERIFY(isLeftOut(report, "scan size"));
}

void TestStudyReport::fewScansSayNothing() {
    const TemporaryFolder folder;
    const StudyReport report = makeStudyReport(*smallSnapshot(folder));
    QVERIFY(!report.portsByCountry && !report.portsBySize && !report.topFive && !report.small);
    QCOMPARE(report.targets.size(), std::size_t{4});
    QVERIFY(isLeftOut(report, "all figures"));
}

void TestStudyReport::unknownCountriesGiveNoFigure() {
    const TemporaryFolder folder;
    const StudyReport report =
        makeStudyReport(*snapshotOfScript(folder, scansOf(10, 12, 23, 10), asked(5'000, 5)));
    QVERIFY(!report.portsByCountry && !report.topFive && report.countries.empty());
    QVERIFY(isLeftOut(report, "figures 1 and 3"));
    QVERIFY(report.small.has_value());
}

void TestStudyReport::impossibleClassesAreLeftOut() {
    const TemporaryFolder folder;
    const StudyReport report =
        makeStudyReport(*snapshotOfScript(folder, scansOf(10, 12, 23, 60), asked(5'000, 50)));
    QCOMPARE(report.portsBySize->classes.size(), std::size_t{2});
    QCOMPARE(report.portsBySize->classes[0].from, 0.01);
    QVERIFY(isLeftOut(report, "0 % to 0.1 %"));
    QVERIFY(isLeftOut(report, "0.1 % to 1 %"));
}

void TestStudyReport::publishedTargetsAreByYear() {
    const TemporaryFolder folder;
    const StudyReport report = makeStudyReport(*smallSnapshot(folder));
    std::vector<int> years;
    for (const TargetColumn& column : report.targets) {
        years.push_back(column.year);
        QCOMPARE(column.ports.size(), std::size_t{5});
        QCOMPARE(column.contaminated.empty(), column.year != 2018);
    }
    QCOMPARE(years, (std::vector<int>{2004, 2010, 2014, 2018}));
}

void TestStudyReport::methodsNameTheThresholds() {
    const TemporaryFolder folder;
    const StudyReport report = makeStudyReport(*smallSnapshot(folder));
    std::string text;
    for (const std::string& sentence : report.methods)
        text += sentence + " ";
    for (const char* part : {"192.0.2.0/28", "16 addresses", "480 s", "at least 4 distinct targets",
             "large from 100 %"})
        QVERIFY2(text.find(part) != std::string::npos, part);
}

QTEST_APPLESS_MAIN(TestStudyReport)
#include "tst_study_report.moc"
