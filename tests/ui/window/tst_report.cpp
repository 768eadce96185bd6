// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/passing_name.h"
#include "format/display_text.h"
#include "publish/figure_dialog.h"
#include "publish/table_dialog.h"
#include "scans/own_profiles.h"
#include "support/limits.h"
#include "window/report_folder.h"
#include "window_driver.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

using namespace sweepscope;
using namespace sweepscope::tests;

/// What is published: dialogs, the report of one file, everything into a folder, with and without a
/// window.
class TestReport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void everythingIsWrittenTwiceAlike();
    void tablesNameTheirCommand();
    void whatTheWindowShowsIsExported();
    void reportNeedsNothingElse();
    void theStudyIsMadeAgain();
    void windowGoesOnWhileWriting();
    void unwritableFolderIsNamed();
    void fullDiskLeavesNothing();
    void whatAKilledOneLeftGoes();
    void noDisplayIsNeeded();
    void figureDialogSavesWhatIsChosen();
    void figureDialogSaysWhatFails();
    void tableDialogSavesSelection();

private:
    [[nodiscard]] Provenance provenance() const;
    [[nodiscard]] Status writeFolder(const QString& folder) const;
    static QStringList filesIn(const QString& folder);

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestReport::initTestCase() {
    setUpWindowTests();
    m_window = windowForSample({1280, 800});
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
}

Provenance TestReport::provenance() const {
    return provenanceOf(*m_window->snapshot(), *m_window->worker().databases(), {});
}

Status TestReport::writeFolder(const QString& folder) const {
    return ReportWork({m_window->snapshot(), provenance()}, folder, ReportWork::Kind::folder)
        .runAll();
}

QStringList TestReport::filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TestReport::everythingIsWrittenTwiceAlike() {
    const QString first = m_folder.filePath(QStringLiteral("first"));
    const QString second = m_folder.filePath(QStringLiteral("second"));
    QVERIFY(writeFolder(first).ok());
    const int begun = QTime::currentTime().second();
    QTRY_VERIFY(QTime::currentTime().second() != begun);
    QVERIFY(writeFolder(second).ok());
    const QStringList files = filesIn(first);
    QCOMPARE(files, filesIn(second));
    for (const char* const name : {"report.html", "report.json", "ports.csv", "ports.json",
             "scans.csv", "ports-by-scan-size.png", "ports-by-scan-size.svg",
             "ports-by-scan-size.pdf", "ports.csv.provenance.txt", "study.html", "study.pdf",
             "study.json", "all-packets.csv", "all-packets.svg", "backscatter.csv",
             "backscatter-services.csv", "aggressive-scanners.csv", "dependent-ports.csv",
             "known-scanners.csv", "user-rules.csv", "changes.csv", "campaigns.csv", "events.csv",
             "differences.csv", "studies.csv", "rhythm.svg", "comparison.pdf"})
        QVERIFY2(files.contains(QLatin1String(name)), name);
    // No known event is near the sample, and an empty picture says nothing.
    QVERIFY(!files.contains(QLatin1String("event.svg")));
    for (const QString& name : files)
        QVERIFY2(readBytes((first + QLatin1Char('/') + name).toStdString()) ==
                     readBytes((second + QLatin1Char('/') + name).toStdString()),
            qPrintable(name));
}

/// The command beside a table makes that table, also where it is none of `analyze`.
void TestReport::tablesNameTheirCommand() {
    const QString folder = m_folder.filePath(QStringLiteral("commands"));
    QVERIFY(writeFolder(folder).ok());
    for (const QString& name : {QStringLiteral("changes"), QStringLiteral("campaigns"),
             QStringLiteral("events"), QStringLiteral("differences")}) {
        const QString path = folder + QLatin1Char('/') + name + QStringLiteral(".csv");
        const QString origin =
            QString::fromStdString(readText(path.toStdString() + ".provenance.txt"));
        const QString before = QStringLiteral("command: sweepscope-cli ");
        const auto at = origin.indexOf(before);
        QVERIFY2(at >= 0, qPrintable(origin));
        const QString words = origin.mid(at + before.size()).section(QLatin1Char('\n'), 0, 0);
        QProcess program;
        program.start(QString::fromStdString(builtProgram("sweepscope-cli")),
            QProcess::splitCommand(words) +
                QStringList{QStringLiteral("--csv"), QStringLiteral("-")});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardOutput().toStdString(), readText(path.toStdString()));
    }
}

/// Own events, and the spans that are compared.
void TestReport::whatTheWindowShowsIsExported() {
    const QString folder = m_folder.filePath(QStringLiteral("as chosen"));
    const TimeRange& range = m_window->snapshot()->material.index->counts.range;
    Event own;
    own.begin = range.first + Duration::seconds(3'600);
    own.name = "of one's own";
    own.ports = {{Protocol::tcp, 23}};
    ReportContent content{m_window->snapshot(), provenance()};
    content.events = std::make_shared<const EventList>(EventList{{own}, "/own events.csv"});
    ComparePage::Wish wish = ComparePage::halves(content.snapshot);
    wish.a.last = wish.a.first + Duration::seconds(7'200) + Duration{-1};
    content.compared = wish;
    QVERIFY(ReportWork(content, folder, ReportWork::Kind::folder).runAll().ok());
    const auto text = [&](const char* name) {
        return readText((folder + QLatin1Char('/') + QLatin1String(name)).toStdString());
    };
    QVERIFY(text("events.csv").find("of one's own") != std::string::npos);
    QVERIFY(text("reactors.csv").find("country,") != std::string::npos);
    QVERIFY(text("event-intervals.csv").find("after,") != std::string::npos);
    QVERIFY(text("event.svg").find("of one's own") != std::string::npos);
    QVERIFY(text("report.html").find("of one's own") != std::string::npos);
    QVERIFY(text("events.csv.provenance.txt")
                .find("sweepscope-cli events --events '/own events.csv' ") != std::string::npos);
    const std::string spanA = toIso8601(wish.a.first) + ".." + toIso8601(wish.b.first);
    QVERIFY(text("differences.csv.provenance.txt").find(spanA) == std::string::npos);
    QVERIFY(text("differences.csv.provenance.txt")
                .find(toIso8601(wish.a.first) + ".." + toIso8601(wish.a.last + Duration{1})) !=
            std::string::npos);
}

void TestReport::reportNeedsNothingElse() {
    const QString path = m_folder.filePath(QStringLiteral("report.html"));
    QVERIFY(ReportWork({m_window->snapshot(), provenance()}, path, ReportWork::Kind::file)
                .runAll()
                .ok());
    const QString html = QString::fromStdString(readText(path.toStdString()));
    for (const char* const outside : {"src=", "<script", "<link", "@import", "url(http"})
        QVERIFY2(!html.contains(QLatin1String(outside)), outside);
    QCOMPARE(html.count(QLatin1String("<svg")), html.count(QLatin1String("<figure role=\"img\"")));
    QVERIFY(html.count(QLatin1String("<svg")) >= 4);
    QVERIFY(html.contains(QLatin1String(">telnet<")));
    QVERIFY(html.contains(displayCount(m_window->snapshot()->totals.scans)));
    QVERIFY(html.contains(QLatin1String("sweepscope-cli analyze --profile")));
}

/// Analysis > Reproduce the 2014/2018 Report: HTML, and beside it PDF and JSON.
void TestReport::theStudyIsMadeAgain() {
    const QDir folder(m_folder.path());
    const QString path = folder.filePath(QStringLiteral("made again.html"));
    QSignalSpy saved(&m_window->reportExport(), &ReportExport::saved);
    m_window->reportExport().writeStudy(path);
    QVERIFY(saved.wait());
    QCOMPARE(saved[0][0].toString(), path);
    const std::string html = readText(path.toStdString());
    QVERIFY(html.find("Table 3.") != std::string::npos);
    QVERIFY(QFileInfo(folder.filePath(QStringLiteral("made again.pdf"))).size() > 10'000);
    QVERIFY(folder.exists(QStringLiteral("made again.json")));
    QSignalSpy failed(&m_window->reportExport(), &ReportExport::failed);
    m_window->reportExport().writeStudy(folder.filePath(QStringLiteral("none/study.html")));
    QVERIFY(failed.wait());
}

void TestReport::windowGoesOnWhileWriting() {
    const QString folder = m_folder.filePath(QStringLiteral("from the window"));
    QSignalSpy saved(&m_window->reportExport(), &ReportExport::saved);
    m_window->reportExport().writeEverything(folder);
    QVERIFY(m_window->reportExport().isWriting());
    QVERIFY(!QFile::exists(folder + QLatin1String("/report.html"))); // it goes on later
    QVERIFY(saved.wait(30'000));
    QVERIFY(QFile::exists(folder + QLatin1String("/report.html")));
    QVERIFY(!m_window->reportExport().isWriting());
}

void TestReport::unwritableFolderIsNamed() {
    const NobodysRights nobody;
    const QString folder = QStringLiteral("/proc/no-such-place/report");
    const Status written = writeFolder(folder);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message().find("/proc/no-such-place/report") != std::string::npos,
        written.error().message().c_str());
}

void TestReport::fullDiskLeavesNothing() {
    const QString fresh = m_folder.filePath(QStringLiteral("full"));
    {
        const FileSizeLimit limit(20'000); // enough for the first files only
        const Status written = writeFolder(fresh);
        QVERIFY(!written.ok());
        QVERIFY2(written.error().message().find("cannot be written") != std::string::npos,
            written.error().message().c_str());
    }
    QVERIFY(!QDir(fresh).exists());
    // A folder that was there before keeps what it had.
    const QString old = m_folder.filePath(QStringLiteral("old"));
    QVERIFY(QDir().mkpath(old));
    QFile note(old + QLatin1String("/report.html"));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.write("mine");
    note.close();
    {
        const FileSizeLimit limit(20'000);
        QVERIFY(!writeFolder(old).ok());
    }
    QCOMPARE(filesIn(old), QStringList(QStringLiteral("report.html")));
    QCOMPARE(readText(note.fileName().toStdString()), std::string("mine"));
}

/// A million scans are a gigabyte; the next export into the same folder takes it away.
void TestReport::whatAKilledOneLeftGoes() {
    const QDir folder(m_folder.filePath(QStringLiteral("again")));
    QProcess gone;
    gone.start(QStringLiteral("true"), QStringList());
    QVERIFY(gone.waitForStarted());
    const QString number = QString::number(gone.processId());
    QVERIFY(gone.waitForFinished());
    const std::string mine =
        passingName(folder.filePath(QStringLiteral("report")).toStdString(), "parts");
    const QString left = QString::fromStdString(mine).replace(
        QString::number(QCoreApplication::applicationPid()), number);
    QVERIFY(QDir().mkpath(left));
    QVERIFY(writeFolder(folder.path()).ok());
    QVERIFY(!QDir(left).exists());
    QVERIFY(folder.exists(QStringLiteral("report.html")));
    QVERIFY(!QFileInfo::exists(QString::fromStdString(mine)));
}

void TestReport::noDisplayIsNeeded() {
    QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
    for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        bare.remove(QLatin1String(name));
    const auto run = [&](const QStringList& arguments) {
        auto program = std::make_unique<QProcess>();
        program->setProcessEnvironment(bare);
        program->start(QString::fromStdString(builtProgram("sweepscope")), arguments);
        program->waitForFinished(60'000);
        return program;
    };
    for (const char* const word : {"--help", "--version"}) {
        const auto program = run({QLatin1String(word)});
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
        QVERIFY(program->readAllStandardOutput().contains("weepscope"));
    }
    const QString folder = m_folder.filePath(QStringLiteral("headless"));
    const auto program = run({QStringLiteral("--export"), folder, QStringLiteral("--telescope"),
        QStringLiteral("203.0.112.0/20"), sampleCapture()});
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 0);
    QVERIFY(QFile::exists(folder + QLatin1String("/ports-by-scan-size.pdf")));
    // The same numbers as the window's.
    const QByteArray json =
        QByteArray::fromStdString(readText((folder + QLatin1String("/report.json")).toStdString()));
    QCOMPARE(QJsonDocument::fromJson(json)[QLatin1String("totals")][QLatin1String("scans")].toInt(),
        static_cast<int>(m_window->snapshot()->totals.scans));
    QCOMPARE(run({QStringLiteral("--export"), QStringLiteral("/proc/nowhere"), sampleCapture()})
                 ->exitCode(),
        2);
    // Profiles of one's own, out of a file.
    const QString profiles = m_folder.filePath(QStringLiteral("profiles.toml"));
    OwnProfile mine{"mine", "Mine", "this test", {}};
    mine.thresholds.largeCoverage = 0.37;
    QVERIFY(writeOwnProfiles(profiles.toStdString(), {mine}).ok());
    // The command line's thresholds are none of the window's: to pass over them would write other
    // numbers than were asked for.
    const auto wrong = run({QStringLiteral("--min-targets"), QStringLiteral("1"),
        QStringLiteral("--export"), folder, sampleCapture()});
    QCOMPARE(wrong->exitCode(), 1);
    QVERIFY(wrong->readAllStandardError().contains("--min-targets"));
    QCOMPARE(run({QStringLiteral("--export"), folder, QStringLiteral("--profile"),
                     QStringLiteral("mine"), QStringLiteral("--profile-file"), profiles,
                     sampleCapture()})
                 ->exitCode(),
        0);
    QVERIFY(readText((folder + QLatin1String("/report.json")).toStdString()).find("0.37") !=
            std::string::npos);
}

void TestReport::figureDialogSavesWhatIsChosen() {
    auto* const chart = m_window->portsPage().findChild<PortSizesChart*>();
    const QString path = m_folder.filePath(QStringLiteral("chosen.png"));
    FigureDialog dialog(
        *chart, QStringLiteral("ports"), {}, [&](const FigureChoice& choice, const QString& file) {
            return m_window->exporter().savePicture(
                *chart, QStringLiteral("ports"), file, choice.spec);
        });
    FigureChoice choice;
    choice.spec.unit = FigureSpec::Unit::millimetres;
    choice.spec.width = 100;
    choice.spec.height = 80;
    choice.spec.dpi = 254;
    choice.spec.style = FigureSpec::Style::grey;
    dialog.setChoice(choice);
    QCOMPARE(dialog.choice().spec, choice.spec);
    QVERIFY(dialog.saveTo(path));
    QCOMPARE(QImage(path).size(), QSize(1000, 800));
    QCOMPARE(FigureChoice::remembered().spec, choice.spec);
    FigureChoice().remember();
}

void TestReport::figureDialogSaysWhatFails() {
    auto* const chart = m_window->portsPage().findChild<PortSizesChart*>();
    FigureDialog dialog(
        *chart, QStringLiteral("ports"), {}, [&](const FigureChoice& choice, const QString& file) {
            return m_window->exporter().savePicture(
                *chart, QStringLiteral("ports"), file, choice.spec);
        });
    dialog.show();
    QVERIFY(!dialog.saveTo(QStringLiteral("/proc/nowhere/x.svg")));
    QVERIFY(dialog.isVisible());
    bool isSaid = false;
    for (const QLabel* const label : dialog.findChildren<QLabel*>())
        isSaid |=
            label->isVisible() && label->text().contains(QLatin1String("/proc/nowhere/x.svg"));
    QVERIFY(isSaid);
    FigureChoice small;
    small.spec.width = 20;
    dialog.setChoice(small);
    for (const QPushButton* const button : dialog.findChildren<QPushButton*>()) {
        if (button->text().contains(QLatin1String("Save")))
            QVERIFY(!button->isEnabled());
    }
}

void TestReport::tableDialogSavesSelection() {
    TableView& table = m_window->portsPage().table();
    table.setColumnHidden(0, true);
    table.selectRow(1);
    const QString path = m_folder.filePath(QStringLiteral("selection.json"));
    TableDialog dialog(
        table, QStringLiteral("ports"), [&](const TablePart& part, const QString& to) {
            return writeTableFile(part, {"content: ports"}, to.toStdString());
        });
    dialog.setRows(true);
    QVERIFY(dialog.saveTo(path));
    table.setColumnHidden(0, false);
    const QJsonDocument json =
        QJsonDocument::fromJson(QByteArray::fromStdString(readText(path.toStdString())));
    const QJsonArray rows = json[QLatin1String("rows")].toArray();
    QCOMPARE(rows.size(), 1);
    QVERIFY(!rows[0].toObject().contains(QLatin1String("protocol"))); // hidden
    QCOMPARE(rows[0].toObject()[QLatin1String("port")].toInt(),
        static_cast<int>(m_window->snapshot()->ports[1].port));
}

QTEST_MAIN(TestReport)
#include "tst_report.moc"
