// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/beside_studies.h"
#include "support/made_scans.h"
#include "tables/study_tables.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kDay = 86'400;

const BesideStudy& find(
    const std::vector<BesideStudy>& all, Metric metric, const std::string& key, int year) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const BesideStudy& each) {
        return each.baseline.metric == metric && each.baseline.key == key &&
               each.baseline.study.year == year;
    });
    Q_ASSERT(found != all.end());
    return *found;
}

/// Twelve small scans of 445, six of 23, and two large ones of 80 (of 5,000 addresses).
std::vector<MadeScan> twentyScans() {
    std::vector<MadeScan> scans;
    for (std::uint32_t i = 0; i < 18; ++i)
        scans.push_back(
            {0x0b000000 + i * 999, static_cast<std::uint16_t>(i < 12 ? 445 : 23), i * 4'000.0});
    for (std::uint32_t i = 0; i < 2; ++i)
        scans.push_back({0x0c000000 + i * 999, 80, 1'000 + i * 80'000.0, 1'000});
    return scans;
}

} // namespace

class TestBesideStudies : public QObject {
    Q_OBJECT

private slots:
    void sharesByHand();
    void ranksByHand();
    void everyBaselineHasAFigureOrAReason();
    void aPartOfTheScansStandsBesideNothing();
    void aSmallTelescopeTellsNoSizes();
    void tableFlagsTheContaminated();
};

void TestBesideStudies::sharesByHand() {
    const auto snapshot = snapshotOfScans(twentyScans(), kDay);
    const auto all = besideStudies(*snapshot);
    const BesideStudy& port = find(all, Metric::scanPortShare, "tcp/445", 2014);
    QCOMPARE(*port.here, 12.0 / 20);
    // Wilson's interval of 12 in 20: 0.3866 to 0.7812 (the closed form, in Python by hand).
    QVERIFY(std::abs(port.interval->low - 0.3866) < 1e-4);
    QVERIFY(std::abs(port.interval->high - 0.7812) < 1e-4);
    QCOMPARE(*find(all, Metric::smallScanPortShare, "tcp/23", 2018).here, 6.0 / 18);
    QCOMPARE(*find(all, Metric::scanShareAboveTenth, "", 2014).here, 2.0 / 20);
    // 18 scans of four packets and two of a thousand.
    QCOMPARE(*find(all, Metric::packetShareAboveTenth, "", 2014).here, 2'000.0 / 2'072);
    QVERIFY(!find(all, Metric::packetShareAboveTenth, "", 2014).interval);
}

void TestBesideStudies::ranksByHand() {
    const auto snapshot = snapshotOfScans(twentyScans(), kDay);
    const auto all = besideStudies(*snapshot);
    QCOMPARE(*find(all, Metric::targetRank, "tcp/445", 2010).here, 1.0);
    QCOMPARE(*find(all, Metric::targetRank, "tcp/23", 2018).here, 2.0);
    QCOMPARE(*find(all, Metric::targetRank, "tcp/80", 2004).here, 3.0);
    const BesideStudy& none = find(all, Metric::targetRank, "tcp/3389", 2014);
    QVERIFY(!none.here && none.whyNot);
}

void TestBesideStudies::everyBaselineHasAFigureOrAReason() {
    const auto snapshot = snapshotOfScans(twentyScans(), kDay);
    const auto all = besideStudies(*snapshot);
    QCOMPARE(all.size(), Baselines::shipped().size());
    for (const BesideStudy& each : all)
        QCOMPARE(each.here.has_value(), !each.whyNot.has_value());
}

void TestBesideStudies::aPartOfTheScansStandsBesideNothing() {
    auto snapshot = std::make_shared<Snapshot>(*snapshotOfScans(twentyScans(), kDay));
    QVERIFY(canStandBesideStudies(*snapshot));
    snapshot->question.narrowing.only = {PortTerm{Protocol::tcp, 445}};
    QVERIFY(!canStandBesideStudies(*snapshot));
    for (const BesideStudy& each : besideStudies(*snapshot))
        QVERIFY(!each.here);
}

void TestBesideStudies::aSmallTelescopeTellsNoSizes() {
    const auto snapshot = snapshotOfScans(twentyScans(), kDay, 64);
    const auto all = besideStudies(*snapshot);
    QVERIFY(!find(all, Metric::smallScanPortShare, "tcp/23", 2018).here);
    QVERIFY(find(all, Metric::scanPortShare, "tcp/445", 2014).here);
}

void TestBesideStudies::tableFlagsTheContaminated() {
    const auto table = studyTable(snapshotOfScans(twentyScans(), kDay));
    std::size_t weak = 0;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        constexpr std::size_t kHere = 3;
        constexpr std::size_t kContaminated = 9;
        const bool isFlagged = table->cell(row, kContaminated) != Cell();
        const bool isMissing = table->cell(row, kHere) == Cell();
        QCOMPARE(table->isWeak(row), isFlagged || isMissing);
        weak += table->isWeak(row) ? 1 : 0;
    }
    QVERIFY(weak > 40 && weak < table->rows());
}

QTEST_APPLESS_MAIN(TestBesideStudies)
#include "tst_beside_studies.moc"
