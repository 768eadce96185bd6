// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "pages/all_packets_page.h"
#include "pages/backscatter_page.h"
#include "pages/ports_page.h"
#include "pages/scanners_page.h"
#include "support/show.h"
#include "support/snapshots.h"
#include "window/sensitivity_dialog.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

SnapshotPointer sampleSnapshot(bool keepsDependentPorts = false) {
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    asked.keepsDependentPorts = keepsDependentPorts;
    asked.change = [](Thresholds& thresholds) {
        thresholds.minTargets = {1, false, 1};
        thresholds.minRate = 0;
    };
    return snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked);
}

QString textAt(TableView& view, int row, const char* column) {
    const auto& columns = view.tableModel().table()->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column)
            return view.tableModel().index(row, static_cast<int>(i)).data().toString();
    }
    return {};
}

} // namespace

/// Pages of what is counted beside the scans, on the sample day.
class TestStatisticsPages : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { m_snapshot = sampleSnapshot(); }

    void allPacketsAddUp();
    void aBinListsItsSources();
    void aSourceOpens();
    void backscatterIsShown();
    void dependentPortsHaveASwitch();
    void thresholdsAreSwept();
    void emptyPagesSayWhy();

private:
    Exporter m_exporter{
        [](const QString&, const Subcommand&) { return std::vector<std::string>(); }};
    SnapshotPointer m_snapshot;
};

void TestStatisticsPages::allPacketsAddUp() {
    AllPacketsPage page(m_exporter);
    page.setSnapshot(m_snapshot);
    QCOMPARE(page.bins().tableModel().rowCount(), static_cast<int>(kAccountCount));
    std::uint64_t frames = 0;
    for (std::size_t i = 0; i < kAccountCount; ++i)
        frames += std::get<std::uint64_t>(page.bins().tableModel().table()->cell(i, 1));
    QCOMPARE(frames, std::uint64_t{135'462});
    QVERIFY(!page.charts().front().chart->description().isEmpty());
}

void TestStatisticsPages::aBinListsItsSources() {
    AllPacketsPage page(m_exporter);
    QSignalSpy shown(&page, &AllPacketsPage::sourcesShown);
    page.setSnapshot(m_snapshot);
    QVERIFY(shown.wait());
    page.bins().setCurrentIndex(
        page.bins().tableModel().index(static_cast<int>(Account::fragment), 0));
    QVERIFY(shown.count() > 1 || shown.wait());
    QTRY_COMPARE(page.sources().tableModel().rowCount(), 20);
    page.choose(Account::notIp);
    QTRY_COMPARE(page.sources().tableModel().rowCount(), 0);
}

void TestStatisticsPages::aSourceOpens() {
    AllPacketsPage page(m_exporter);
    QSignalSpy opened(&page, &Page::sourceChosen);
    page.setSnapshot(m_snapshot);
    page.choose(Account::outside);
    QTRY_COMPARE(page.sources().tableModel().rowCount(), 11);
    page.sources().setCurrentIndex(page.sources().tableModel().index(0, 0));
    QCOMPARE(opened.count(), 1);
}

void TestStatisticsPages::backscatterIsShown() {
    BackscatterPage page(m_exporter);
    page.setSnapshot(m_snapshot);
    QCOMPARE(page.attacks().tableModel().rowCount(),
        static_cast<int>(m_snapshot->material.facts->backscatter.attacks.size()));
    QCOMPARE(textAt(page.attacks(), 0, "packets"), QStringLiteral("2,600"));
    QCOMPARE(textAt(page.attacks(), 0, "rsdos"), QStringLiteral("fits"));
    QVERIFY(page.sentence().contains(QStringLiteral("543")));
    QVERIFY(page.services().tableModel().rowCount() > 5);
    QSignalSpy opened(&page, &Page::sourceChosen);
    page.attacks().setCurrentIndex(page.attacks().tableModel().index(2, 0));
    QCOMPARE(opened.count(), 1);
}

void TestStatisticsPages::dependentPortsHaveASwitch() {
    PortsPage page(m_exporter);
    page.setSnapshot(m_snapshot);
    QVERIFY(!page.dependentSwitch().isHidden());
    QVERIFY(!page.keepsDependentPorts());
    QSignalSpy changed(&page, &PortsPage::keepsDependentPortsChanged);
    page.dependentSwitch().click();
    QCOMPARE(changed.count(), 1);
    QVERIFY(page.keepsDependentPorts());
    const int without = page.table().tableModel().rowCount();
    page.setSnapshot(sampleSnapshot(true));
    QCOMPARE(page.table().tableModel().rowCount(), without + 8);
    // Where there are none, nothing is said.
    const TemporaryFolder folder;
    PortsPage quiet(m_exporter);
    quiet.setSnapshot(snapshotOfScript(folder, "0 10.0.0.1:1 > 192.0.2.1:23 SYN\n"));
    QVERIFY(quiet.dependentSwitch().isHidden());
}

void TestStatisticsPages::thresholdsAreSwept() {
    SensitivityDialog dialog(m_exporter);
    QSignalSpy swept(&dialog, &SensitivityDialog::swept);
    dialog.setSnapshot(m_snapshot);
    dialog.show();
    for (const int threshold : {0, 1, 2, 3}) {
        const auto before = swept.count();
        if (threshold != 0)
            dialog.threshold().setCurrentIndex(threshold);
        QTRY_VERIFY(swept.count() > before || (threshold == 0 && swept.count() > 0));
        int present = 0;
        for (int row = 0; row < dialog.table().tableModel().rowCount(); ++row)
            present += textAt(dialog.table(), row, "present") == QStringLiteral("present") ? 1 : 0;
        QCOMPARE(present, 1);
    }
}

/// While captures are read, where nothing matches, where nothing passes, and where there are no
/// probes: different texts.
void TestStatisticsPages::emptyPagesSayWhy() {
    Snapshot none = *m_snapshot;
    none.scans = {};
    none.ports.clear();
    none.sources.clear();
    none.scansInAll = 0;
    none.material.health = nullptr;
    const auto reading = std::make_shared<const Snapshot>(none);
    none.material.health = std::make_shared<const ReadingHealth>();
    const auto passing = std::make_shared<const Snapshot>(none);
    none.scansInAll = 7;
    const auto matching = std::make_shared<const Snapshot>(none);
    none.scansInAll = 0;
    const auto indexOf = [](std::uint64_t outside) {
        auto index = std::make_shared<BurstIndex>();
        index->counts.frames = 3'000;
        index->counts.bins[static_cast<std::size_t>(Bin::outside)] = outside;
        return index;
    };
    none.material.index = indexOf(2'999);
    const auto elsewhere = std::make_shared<const Snapshot>(none);
    none.material.index = indexOf(0);
    const auto answers = std::make_shared<const Snapshot>(none);
    PortsPage ports(m_exporter);
    ScannersPage scanners(m_exporter);
    AllPacketsPage packets(m_exporter);
    const auto texts = [&](const SnapshotPointer& snapshot) {
        for (Page* const page : std::initializer_list<Page*>{&ports, &scanners, &packets}) {
            page->sayWhyEmpty(*snapshot);
            page->setSnapshot(snapshot);
        }
        return std::vector<QString>{ports.charts().front().chart->emptyText(),
            ports.table().emptyText(), scanners.table().emptyText()};
    };
    const auto three = [](const char* begin, const std::vector<QString>& said) {
        return said.size() == 3 && std::all_of(said.begin(), said.end(), [&](const QString& text) {
            return text.startsWith(QLatin1String(begin));
        });
    };
    QVERIFY(three("The captures are being read", texts(reading)));
    QVERIFY(packets.charts().front().chart->emptyText().startsWith(
        QStringLiteral("The captures are being read")));
    QVERIFY(three("No scan passes the thresholds", texts(passing)));
    QVERIFY(three("None of the scans matches", texts(matching)));
    QVERIFY(three("No probe goes to the telescope: 2,999 of 3,000 frames", texts(elsewhere)));
    QVERIFY(three("None of these packets is a probe", texts(answers)));
    QCOMPARE(packets.charts().front().chart->emptyText(), QStringLiteral("No frames were read."));
}

QTEST_MAIN(TestStatisticsPages)
#include "tst_statistics_pages.moc"
