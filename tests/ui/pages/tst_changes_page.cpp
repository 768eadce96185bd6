// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes_page.h"
#include "support/made_scans.h"
#include "support/snapshots.h"
#include "support/test_files.h"

#include <QSignalSpy>
#include <QTest>

using namespace sweepscope;
using namespace sweepscope::tests;

class TestChangesPage : public QObject {
    Q_OBJECT

private slots:
    void showsWhatIsFound();
    void aChangeIsALink();
    void countsCampaignsOnce();
    void hiddenPagesDoNotWork();

private:
    static SnapshotPointer sampleDay();
};

SnapshotPointer TestChangesPage::sampleDay() {
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    return snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked);
}

void TestChangesPage::showsWhatIsFound() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    ChangesPage page(exporter);
    page.resize(1000, 800);
    page.show();
    QSignalSpy worked(&page, &ChangesPage::worked);
    page.setSnapshot(sampleDay());
    QVERIFY(worked.wait());
    page.setView(ChangesPage::View::campaigns);
    QCOMPARE(page.table().tableModel().rowCount(), 2);
    QVERIFY(page.sentence().contains(QLatin1String("the same tool (masscan)")));
    QCOMPARE(page.members().tableModel().rowCount(), 14);
    page.setView(ChangesPage::View::rhythm);
    QCOMPARE(page.table().tableModel().rowCount(), 0);
    QVERIFY(!page.sentence().isEmpty());
}

/// A planted rise leads to the scans of its port in its time.
void TestChangesPage::aChangeIsALink() {
    constexpr double kHour = 3'600;
    std::vector<MadeScan> scans = noiseScans(1, 1'500, 24 * kHour);
    for (std::uint32_t i = 0; i < 50; ++i)
        scans.push_back({0x14000000 + i * 1'031, 3'389, 10 * kHour + 36 * i});
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    ChangesPage page(exporter);
    page.show();
    QSignalSpy worked(&page, &ChangesPage::worked);
    QSignalSpy narrowed(&page, &Page::narrowRequested);
    page.setSnapshot(snapshotOfScans(scans, 24 * kHour));
    QVERIFY(worked.wait());
    QVERIFY(page.table().tableModel().rowCount() > 0);
    QVERIFY(page.sentence().contains(QLatin1String("3389/tcp")));
    QVERIFY(page.sentence().contains(QLatin1String("<a ")));
    page.narrowToChange();
    QCOMPARE(narrowed.size(), 1);
    const auto step = narrowed[0][0].value<Narrowing>();
    const TimeRange time{madeTime(10 * kHour), madeTime(10.5 * kHour) + Duration{-1}};
    const Narrowing wanted{{PortTerm{Protocol::tcp, 3'389}, time}, {}};
    QVERIFY(step == wanted);
}

/// 37 scans of the farm become one for each of three ports, 8 shards one.
void TestChangesPage::countsCampaignsOnce() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    ChangesPage page(exporter);
    page.show();
    QSignalSpy worked(&page, &ChangesPage::worked);
    QSignalSpy counted(&page, &ChangesPage::counted);
    const SnapshotPointer snapshot = sampleDay();
    page.setSnapshot(snapshot);
    QVERIFY(worked.wait());
    page.setView(ChangesPage::View::campaigns);
    page.once().setChecked(true);
    QVERIFY(counted.wait());
    const auto once = counted.takeFirst()[0].value<SnapshotPointer>();
    QCOMPARE(once->totals.scans, snapshot->totals.scans - 37 - 8 + 3 + 1);
    page.once().setChecked(false);
    QCOMPARE(counted.size(), 1);
    QVERIFY(counted[0][0].value<SnapshotPointer>() == snapshot);
}

void TestChangesPage::hiddenPagesDoNotWork() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    ChangesPage page(exporter);
    QSignalSpy worked(&page, &ChangesPage::worked);
    page.setSnapshot(sampleDay());
    QVERIFY(!worked.wait(300));
    page.show();
    QVERIFY(worked.wait());
}

QTEST_MAIN(TestChangesPage)
#include "tst_changes_page.moc"
