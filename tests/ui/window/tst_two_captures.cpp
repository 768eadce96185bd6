// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

using namespace sweepscope;
using namespace sweepscope::tests;

/// More than one capture at a time: dropped together they are one timeline, and one is held against
/// another, or against a session.
class TestTwoCaptures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void droppedTogetherTheyAreOneTimeline();
    void aDroppedFolderIsOpened();
    void theMenuLeadsToTheComparison();
    void aSessionIsComparedWith();
    void whatCannotBeReadIsSaid();

private:
    void drop(const QStringList& paths);

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestTwoCaptures::initTestCase() {
    setUpWindowTests();
    for (const char* const name : {"one.pcap.gz", "two.pcap.gz"})
        QVERIFY(QFile::copy(sampleCapture(), path(QString::fromLatin1(name))));
    QDir(m_folder.path()).mkdir(QStringLiteral("hours"));
    QVERIFY(QFile::copy(sampleCapture(), path(QStringLiteral("hours/first.pcap.gz"))));
    m_window = windowForSample();
}

void TestTwoCaptures::drop(const QStringList& paths) {
    QMimeData files;
    QList<QUrl> urls;
    for (const QString& each : paths)
        urls << QUrl::fromLocalFile(each);
    files.setUrls(urls);
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &dropped);
}

/// Their list is shown first; what it says is opened when it is accepted.
void TestTwoCaptures::droppedTogetherTheyAreOneTimeline() {
    const QStringList paths = {path(QStringLiteral("one.pcap.gz")),
        path(QStringLiteral("two.pcap.gz")), path(QStringLiteral("hours"))};
    QStringList listed;
    QTimer looking;
    connect(&looking, &QTimer::timeout, this, [&] {
        auto* const dialog = qobject_cast<OpenDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return;
        QPushButton* const open =
            dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open);
        if (!open->isEnabled())
            return; // the filter is still being checked
        listed = dialog->choice().paths;
        looking.stop();
        open->click();
    });
    looking.start(20);
    QVERIFY(showsAnswerAfter(*m_window, [&] { drop(paths); }));
    QCOMPARE(listed, paths);
    QCOMPARE(m_window->snapshot()->material.captures->files.size(), std::size_t{3});
    constexpr std::uint64_t kFrames = 135'462; // of the sample
    QCOMPARE(m_window->snapshot()->material.index->counts.frames, 3 * kFrames);
}

void TestTwoCaptures::aDroppedFolderIsOpened() {
    QVERIFY(showsAnswerAfter(*m_window, [&] { drop({path(QStringLiteral("hours"))}); }));
    QCOMPARE(m_window->snapshot()->material.captures->files.size(), std::size_t{1});
}

void TestTwoCaptures::theMenuLeadsToTheComparison() {
    QAction* compare = nullptr;
    for (QAction* const menu : m_window->menuBar()->actions()) {
        for (QAction* const action : menu->menu()->actions()) {
            if (action->text().contains(QStringLiteral("Compare With")))
                compare = action;
        }
    }
    QVERIFY(compare != nullptr);
    QTimer looking;
    bool wasAsked = false;
    connect(&looking, &QTimer::timeout, this, [&] {
        if (auto* const dialog = qobject_cast<OpenDialog*>(QApplication::activeModalWidget())) {
            wasAsked = true;
            dialog->reject();
        }
    });
    looking.start(20);
    compare->trigger();
    QVERIFY(wasAsked);
    QVERIFY(&m_window->tabs().currentPage() == &m_window->tabs().compare());
}

/// Held against itself a capture shows no difference, whichever form it is in.
void TestTwoCaptures::aSessionIsComparedWith() {
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
    QSignalSpy saved(&m_window->session(), &SessionActions::saved);
    m_window->session().saveTo(path(QStringLiteral("day.sweepscope")));
    QVERIFY(!saved.isEmpty() || saved.wait(60'000));
    ComparePage& page = m_window->tabs().compare();
    m_window->tabs().showPage(page);
    m_window->timeActions().readOther(
        {{path(QStringLiteral("day.sweepscope"))}, {}, std::nullopt, nullptr, false});
    QTRY_VERIFY_WITH_TIMEOUT(page.comparison() != nullptr && !page.comparison()->nameB.empty() &&
                                 page.comparison()->nameB == "day.sweepscope",
        60'000);
    const Comparison& comparison = *page.comparison();
    QCOMPARE(comparison.scansA, m_window->snapshot()->totals.scans);
    QCOMPARE(comparison.scansB, comparison.scansA);
    QCOMPARE(comparison.sourcesB, comparison.sourcesA);
    for (const Difference& difference : comparison.differences)
        QVERIFY(!difference.stands());
    // What is exported names the command that compares them.
    const std::string command =
        m_window->exporter().provenance(QStringLiteral("differences")).back();
    const std::string sample = sampleCapture().toStdString();
    QVERIFY2(command.starts_with("command: sweepscope-cli compare --telescope-b 203.0.112.0/20 "),
        command.c_str());
    QVERIFY2(command.ends_with(" " + sample + " " + sample), command.c_str());
}

void TestTwoCaptures::whatCannotBeReadIsSaid() {
    ComparePage& page = m_window->tabs().compare();
    QSignalSpy failed(&m_window->timeActions(), &TimeActions::failed);
    m_window->timeActions().readOther(
        {{path(QStringLiteral("none.pcap"))}, {}, std::nullopt, nullptr, false});
    QVERIFY(!failed.isEmpty() || failed.wait(60'000));
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("none.pcap")));
    QVERIFY(page.comparison() == nullptr);
}

QTEST_MAIN(TestTwoCaptures)
#include "tst_two_captures.moc"
