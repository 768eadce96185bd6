// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved_index.h"
#include "window/preferences_dialog.h"
#include "window/settings.h"
#include "window_driver.h"

#include <QFile>
#include <QTemporaryDir>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

void writeText(const QString& path, const char* text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

constexpr const char* kRules = "format = \"sweepscope-rules/1\"\n[[rule]]\nname = \"short\"\n"
                               "versions = \"any\"\nsource = \"this test\"\nlength = \"0-39\"\n"
                               "[[rule]]\nname = \"any-syn\"\nversions = \"any\"\n"
                               "source = \"this test\"\nttl = \"0-255\"\n"
                               "[[rule]]\nname = \"any-udp\"\nversions = \"any\"\nkind = \"udp\"\n"
                               "source = \"this test\"\nttl = \"0-255\"\n"
                               "[[rule]]\nname = \"any-ping\"\nversions = \"any\"\n"
                               "kind = \"icmp-request\"\nsource = \"this test\"\nttl = \"0-255\"\n";

} // namespace

/// Rules, profiles and lists of the user's own, and the dialogs that follow the window.
class TestOwnFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void profilesAreSavedAndDeleted();
    void aBadFileOfProfilesIsLeftAlone();
    void preferencesTakeFilesThatCanBeRead();
    void aListThatIsGoneIsNamed();
    void rulesAreShown();
    void aBadFileOfRulesIsNamed();
    void aggressiveScannersAreListed();
    void theDrillDownTellsWhatIsUncertain();
    void dependentPortsAreRankedByTheSwitch();

private:
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestOwnFiles::initTestCase() {
    setUpWindowTests();
    m_window = windowForSample({1440, 900});
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
}

void TestOwnFiles::profilesAreSavedAndDeleted() {
    ThresholdPanel& panel = m_window->thresholds();
    QComboBox* box = nullptr;
    for (QComboBox* const each : panel.findChildren<QComboBox*>())
        box = each->accessibleName() == QStringLiteral("Profile") ? each : box;
    if (box == nullptr)
        QFAIL("there is no list of profiles");
    const int shipped = box->count();
    QVERIFY(showsAnswerAfter(*m_window, [&] { panel.chooseProfile(QStringLiteral("merit")); }));
    QVERIFY(panel.ownProfiles().save(QStringLiteral("My telescope"), QStringLiteral("own choice")));
    QCOMPARE(box->count(), shipped + 1);
    QCOMPARE(panel.question().profile, std::string("my-telescope"));
    QCOMPARE(box->currentText(), QStringLiteral("My telescope"));
    QCOMPARE(panel.question().thresholds, findProfile("merit", 4096).value().thresholds);
    // Another window finds it; so does the command line, in the same file.
    MainWindow other{StartOptions()};
    other.thresholds().chooseProfile(QStringLiteral("my-telescope"));
    QCOMPARE(other.thresholds().question().thresholds, panel.question().thresholds);
    const QJsonObject report = commandLineReport({QStringLiteral("--profile-file"),
        Settings::profilesFile(), QStringLiteral("--profile"), QStringLiteral("my-telescope"),
        QStringLiteral("--telescope"), QStringLiteral("203.0.112.0/20"), sampleCapture()});
    QCOMPARE(report[QStringLiteral("totals")].toObject()[QStringLiteral("scans")].toInteger(),
        static_cast<qint64>(m_window->snapshot()->totals.scans));
    // No profile of one's own takes the name of a shipped one.
    QVERIFY(!panel.ownProfiles().save(QStringLiteral("Merit"), QString()));
    QVERIFY(panel.ownProfiles().remove(QStringLiteral("my-telescope")));
    QCOMPARE(box->count(), shipped);
    QCOMPARE(panel.question().profile, std::string("auto"));
    QVERIFY(!panel.ownProfiles().remove(QStringLiteral("my-telescope")));
    QVERIFY(showsAnswerAfter(*m_window, [&] { panel.chooseProfile(QStringLiteral("auto")); }));
}

void TestOwnFiles::aBadFileOfProfilesIsLeftAlone() {
    const QString path = m_folder.filePath(QStringLiteral("profiles.toml"));
    const char* const bad = "format = \"sweepscope-profiles/1\"\n[[profile]]\nnam = \"a\"\n";
    writeText(path, bad);
    OwnProfileMenu& own = m_window->thresholds().ownProfiles();
    own.setFile(path);
    QVERIFY2(m_window->noticeText().contains(path + QStringLiteral(":2: ")),
        qPrintable(m_window->noticeText()));
    QVERIFY(!own.save(QStringLiteral("Mine"), QString()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(bad));
    own.setFile(Settings::profilesFile());
}

void TestOwnFiles::preferencesTakeFilesThatCanBeRead() {
    const QString list = m_folder.filePath(QStringLiteral("list.txt"));
    const QString rules = m_folder.filePath(QStringLiteral("rules.toml"));
    const QString bad = m_folder.filePath(QStringLiteral("bad.toml"));
    writeText(list, "198.51.100.0/24\n");
    writeText(rules, kRules);
    writeText(bad, "format = \"sweepscope-rules/1\"\n[[rule]]\nnam = \"a\"\n");
    PreferencesDialog dialog;
    dialog.scannerListBox().tryFile(list);
    QCOMPARE(dialog.scannerLists(), QStringList{list});
    dialog.rulesBox().tryFile(bad);
    QVERIFY(dialog.rulesFile().isEmpty());
    QVERIFY2(
        dialog.problem().startsWith(bad + QStringLiteral(":2: ")), qPrintable(dialog.problem()));
    dialog.rulesBox().tryFile(rules);
    QCOMPARE(dialog.rulesFile(), rules);
    QVERIFY(dialog.problem().isEmpty());
    dialog.scannerListBox().tryFile(m_folder.filePath(QStringLiteral("missing.txt")));
    QVERIFY(!dialog.problem().isEmpty());
    QCOMPARE(dialog.scannerLists(), QStringList{list});
}

/// Lists are read with the first sources that are looked up; the shipped one is asked all the same.
void TestOwnFiles::aListThatIsGoneIsNamed() {
    const QString gone = m_folder.filePath(QStringLiteral("gone.csv"));
    Settings::setScannerLists({gone});
    const auto window = windowForSample();
    Settings::setScannerLists({});
    QVERIFY(showsAnswerAfter(*window, [&] { window->openCaptures({sampleCapture()}); }));
    QVERIFY2(window->noticeText().contains(gone), qPrintable(window->noticeText()));
    const SourceLabels& labels = *window->snapshot()->material.labels;
    QCOMPARE(labels.lists.size(), std::size_t{1});
    QVERIFY(labels.lists.front().isShipped);
}

void TestOwnFiles::rulesAreShown() {
    m_window->tabs().showPage(m_window->tabs().tools());
    OwnRulesCard& card = m_window->tabs().tools().ownRules();
    QVERIFY(card.isHidden());
    Settings::setRulesFile(m_folder.filePath(QStringLiteral("rules.toml")));
    QSignalSpy counted(&card, &OwnRulesCard::counted);
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->reload(); }));
    QTRY_VERIFY(!m_window->worker().isReading());
    QTRY_VERIFY(!counted.isEmpty());
    QVERIFY(!card.isHidden());
    TableModel& model = card.table().tableModel();
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("short"));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("0")); // no IP packet of TCP is
    QVERIFY(model.index(1, 1).data().toString() != QStringLiteral("0"));
    m_window->tabs().showPage(m_window->scannersPage());
    TableView& scanners = m_window->scannersPage().table();
    scanners.setCurrentIndex(scanners.tableModel().index(0, 0));
    QTRY_VERIFY(m_window->scanner().source().has_value());
    QStringList texts;
    for (const QLabel* const label : m_window->scanner().findChildren<QLabel*>())
        texts << label->text();
    QVERIFY2(!texts.filter(QStringLiteral("Own rule any-")).isEmpty(),
        qPrintable(texts.join(QLatin1Char('\n'))));
    // A session keeps that.
    QSignalSpy saved(&m_window->session(), &SessionActions::saved);
    const QString path = m_folder.filePath(QStringLiteral("rules.sweepscope"));
    m_window->session().saveTo(path);
    QTRY_VERIFY(!saved.isEmpty());
    const auto session = loadIndex({path.toStdString()}, 1);
    QVERIFY(session.ok() && session.value().captures.index->userRules != nullptr);
    QVERIFY(*session.value().captures.index->userRules ==
            *m_window->snapshot()->material.index->userRules);
}

void TestOwnFiles::aBadFileOfRulesIsNamed() {
    const QString bad = m_folder.filePath(QStringLiteral("bad.toml"));
    Settings::setRulesFile(bad);
    QSignalSpy answered(m_window.get(), &MainWindow::snapshotShown);
    m_window->reload();
    QVERIFY2(m_window->noticeText().contains(bad + QStringLiteral(":2: ")),
        qPrintable(m_window->noticeText()));
    QTRY_VERIFY(!m_window->worker().isReading());
    // The last answer: the tests that follow are not to be met by another.
    QTRY_VERIFY(!answered.isEmpty() && m_window->snapshot()->material.health != nullptr &&
                m_window->snapshot()->material.index->userRules == nullptr);
    QVERIFY(m_window->noticeText().contains(bad)); // answers do not wipe it away
    Settings::setRulesFile({});
}

void TestOwnFiles::aggressiveScannersAreListed() {
    m_window->showAggressive();
    auto* const dialog = m_window->findChild<AggressiveDialog*>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->table().tableModel().table() != nullptr);
    QTRY_VERIFY(dialog->explanation().contains(QStringLiteral("AH-1")));
    QVERIFY(dialog->explanation().contains(QStringLiteral("410 targets"))); // 10 % of 4,096, whole
    dialog->definition().setCurrentIndex(1);
    QTRY_VERIFY(!dialog->explanation().contains(QStringLiteral("AH-2")));
    QTRY_VERIFY(!dialog->table().tableModel().isSorting());
    // By the sample's truth 50 scans are large, from 10 % up: fewer or as many sources.
    const int rows = dialog->table().tableModel().rowCount();
    QVERIFY(rows > 0 && rows <= 50);
    QSignalSpy chosen(dialog, &AggressiveDialog::sourceChosen);
    dialog->table().setCurrentIndex(dialog->table().tableModel().index(0, 0));
    QTRY_COMPARE(chosen.count(), 1);
    dialog->close();
}

void TestOwnFiles::theDrillDownTellsWhatIsUncertain() {
    QTRY_VERIFY(m_window->scanner().source().has_value());
    QStringList texts;
    for (const QLabel* const label : m_window->scanner().findChildren<QLabel*>())
        texts << label->text();
    QVERIFY(texts.contains(QStringLiteral("Of the Internet, 95 %")));
    QVERIFY2(
        texts.contains(QStringLiteral("Localized")), qPrintable(texts.join(QLatin1Char('\n'))));
}

void TestOwnFiles::dependentPortsAreRankedByTheSwitch() {
    PortsPage& ports = m_window->portsPage();
    QVERIFY(!ports.keepsDependentPorts());
    QVERIFY(showsAnswerAfter(*m_window, [&] { ports.setKeepsDependentPorts(true); }));
    QVERIFY(m_window->snapshot()->question.keepsDependentPorts);
    QCOMPARE(m_window->snapshot()->leftOut.scans, std::uint64_t{0});
    QVERIFY(showsAnswerAfter(*m_window, [&] { ports.setKeepsDependentPorts(false); }));
}

QTEST_MAIN(TestOwnFiles)
#include "tst_own_files.moc"
