// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/index_file.h"
#include "session/index_parts.h"
#include "session/saved_index.h"
#include "window_driver.h"

#include <QDir>
#include <QMenuBar>
#include <QProcess>
#include <QTemporaryDir>

using namespace sweepscope;
using namespace sweepscope::tests;

/// A session saved by the window is the window again: the same answer, thresholds and telescope.
class TestSession : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void nothingCanBeSavedBeforeAnAnswer();
    void savedSessionComesBack();
    void itsReportIsKept();
    void windowAndCommandLineAgree();
    void aFolderOfShardsOpensAsOne();
    void titleAndRecentListNameTheSession();
    void savingNeverHoldsTheWindow();
    void prefixesOfASessionCannotBeChanged();
    void failureIsSaidAndTheOldFileStays();
    void damagedSessionLeavesWhatIsShown();

private:
    QString saved(const QString& name);

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestSession::initTestCase() {
    setUpWindowTests();
    m_window = windowForSample();
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
    QVERIFY(showsAnswerAfter(*m_window, [&] {
        Thresholds thresholds = m_window->snapshot()->question.thresholds;
        thresholds.minTargets = {37, false, 1};
        thresholds.minRate = 3;
        m_window->thresholds().setThresholds(QStringLiteral("merit"), thresholds);
        emit m_window->thresholds().questionChanged();
    }));
}

/// Saves what the window shows and waits for the end of it.
QString TestSession::saved(const QString& name) {
    QSignalSpy done(&m_window->session(), &SessionActions::saved);
    m_window->session().saveTo(path(name));
    return done.wait(30'000) ? path(name) : QString();
}

void TestSession::nothingCanBeSavedBeforeAnAnswer() {
    MainWindow window({});
    for (QAction* const menu : window.menuBar()->actions()) {
        for (QAction* const action : menu->menu()->actions()) {
            if (action->text().contains(QStringLiteral("Save Session")))
                QVERIFY(!action->isEnabled());
        }
    }
    window.session().saveTo(path(QStringLiteral("none")));
    QVERIFY(!QFile::exists(path(QStringLiteral("none"))));
}

/// The command line says of the file what it would say if it counted again.
void TestSession::itsReportIsKept() {
    const QString session = saved(QStringLiteral("kept.sweepscope"));
    Result<IndexFile> file = IndexFile::open(session.toStdString());
    QVERIFY(file.ok());
    const Result<std::optional<KeptReport>> kept = file.value().readReport();
    QVERIFY(kept.ok() && kept.value());
    const auto run = [&](const QStringList& words) {
        QProcess program;
        program.start(QString::fromStdString(builtProgram("sweepscope-cli")),
            QStringList{QStringLiteral("analyze")} + words + QStringList{session});
        program.waitForFinished(60'000);
        return program.readAllStandardOutput().toStdString() +
               program.readAllStandardError().toStdString();
    };
    const QString afresh = QStringLiteral("--afresh");
    const QStringList json = {
        QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--quiet")};
    QCOMPARE(run(json), kept.value()->json);
    QCOMPARE(run(json + QStringList{afresh}), kept.value()->json);
    QCOMPARE(run({QStringLiteral("--quiet")}), kept.value()->summary);
    QCOMPARE(run({afresh}), run({}));
}

void TestSession::savedSessionComesBack() {
    const QString session = saved(QStringLiteral("a.sweepscope"));
    QVERIFY(!session.isEmpty());
    StartOptions options;
    options.captures = {session};
    MainWindow again(options);
    again.show();
    QVERIFY(showsAnswerAfter(again, [] {}));
    QVERIFY(again.snapshot()->question == m_window->snapshot()->question);
    QVERIFY(again.snapshot()->totals == m_window->snapshot()->totals);
    QVERIFY(again.snapshot()->ports == m_window->snapshot()->ports);
    QVERIFY(*again.snapshot()->material.captures == *m_window->snapshot()->material.captures);
    QVERIFY(*again.snapshot()->material.health == *m_window->snapshot()->material.health);
    QVERIFY(again.thresholds().telescopePrefixes() == m_window->thresholds().telescopePrefixes());
}

void TestSession::windowAndCommandLineAgree() {
    const QString session = saved(QStringLiteral("b.sweepscope"));
    const QJsonObject report = commandLineReport({session});
    QCOMPARE(report[QStringLiteral("totals")][QStringLiteral("scans")].toInteger(),
        static_cast<qint64>(m_window->snapshot()->totals.scans));
    QCOMPARE(report[QStringLiteral("thresholds")][QStringLiteral("min_rate_pps")].toDouble(), 3.0);
}

void TestSession::aFolderOfShardsOpensAsOne() {
    const QString session = saved(QStringLiteral("whole.sweepscope"));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("shards")));
    const Result<IndexParts> parts = IndexParts::open({session.toStdString()});
    QVERIFY(parts.ok());
    for (unsigned shard = 0; shard < 3; ++shard) {
        const QString name = path(QStringLiteral("shards/%1").arg(shard));
        QVERIFY(mergeParts(name.toStdString(), parts.value(), {false, {shard, 3}, 1}).ok());
    }
    StartOptions options;
    options.captures = {path(QStringLiteral("shards"))};
    MainWindow again(options);
    again.show();
    QVERIFY(showsAnswerAfter(again, [] {}));
    QVERIFY(again.windowTitle().startsWith(QStringLiteral("shards")));
    QVERIFY(again.snapshot()->question == m_window->snapshot()->question);
    QVERIFY(again.snapshot()->totals == m_window->snapshot()->totals);
    QVERIFY(again.snapshot()->ports == m_window->snapshot()->ports);
    QVERIFY(again.snapshot()->countries == m_window->snapshot()->countries);
    QVERIFY(*again.snapshot()->material.captures == *m_window->snapshot()->material.captures);
}

void TestSession::titleAndRecentListNameTheSession() {
    const QString session = saved(QStringLiteral("named.sweepscope"));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("named.sweepscope")));
    QCOMPARE(Settings::recentFiles().first(), QFileInfo(session).absoluteFilePath());
}

/// The event loop turns while the file is written.
void TestSession::savingNeverHoldsTheWindow() {
    QSignalSpy done(&m_window->session(), &SessionActions::saved);
    QElapsedTimer held;
    held.start();
    m_window->session().saveTo(path(QStringLiteral("c.sweepscope")));
    QVERIFY2(held.elapsed() < 50, qPrintable(QString::number(held.elapsed())));
    QVERIFY(done.isEmpty());
    QVERIFY(done.wait(30'000));
}

void TestSession::prefixesOfASessionCannotBeChanged() {
    StartOptions options;
    options.captures = {saved(QStringLiteral("d.sweepscope"))};
    MainWindow again(options);
    again.show();
    QVERIFY(showsAnswerAfter(again, [] {}));
    again.thresholds().setTelescope(parsePrefixes("203.0.112.0/24").value(), std::nullopt);
    emit again.thresholds().telescopePrefixesChanged();
    QVERIFY(again.noticeText().contains(QStringLiteral("open the captures")));
    QVERIFY(again.thresholds().telescopePrefixes() == parsePrefixes("203.0.112.0/20").value());
}

void TestSession::failureIsSaidAndTheOldFileStays() {
    QSignalSpy failed(&m_window->session(), &SessionActions::failed);
    m_window->session().saveTo(path(QStringLiteral("none/e.sweepscope")));
    QVERIFY(failed.wait(30'000));
    QVERIFY(m_window->noticeText().contains(QStringLiteral("none/e.sweepscope")));
    saved(QStringLiteral("e.sweepscope"));
    QVERIFY2(!m_window->noticeText().contains(QStringLiteral("none/e.sweepscope")),
        qPrintable(m_window->noticeText()));
}

void TestSession::damagedSessionLeavesWhatIsShown() {
    const QString session = saved(QStringLiteral("f.sweepscope"));
    QFile file(session);
    QVERIFY(file.resize(file.size() / 2));
    const SnapshotPointer before = m_window->snapshot();
    QSignalSpy failed(&m_window->worker(), &AnalysisWorker::readingFailed);
    m_window->openCaptures({session});
    QVERIFY(failed.wait(30'000));
    QVERIFY(m_window->noticeText().contains(QStringLiteral("f.sweepscope")));
    QVERIFY(m_window->snapshot() == before);
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
