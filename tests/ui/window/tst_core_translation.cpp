// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/comparison.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "models/displayed_table.h"
#include "support/packet_script.h"
#include "tables/snapshot_tables.h"
#include "window/language.h"
#include "window_driver.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace sweepscope;
using namespace sweepscope::tests;

/// What the core says, in a German window.
class TestCoreTranslation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findingsAreGerman();
    void sentencesOfTheCoreAreGerman();
    void warningsAreShownInGerman();
    void errorsAreShownInGerman();
};

void TestCoreTranslation::initTestCase() {
    setUpWindowTests();
    installLanguage(*qApp, QStringLiteral("de"));
    if (QCoreApplication::translate("sweepscope::OverviewPage", "Sources") !=
        QLatin1String("Quellen"))
        QSKIP("the translations were not packed: lrelease is not installed");
}

/// Of facts of the core sentences are made here, and its fixed words are translated.
void TestCoreTranslation::findingsAreGerman() {
    const auto words = [](std::uint64_t arrivals) {
        return displaySentence(
            sayCounted(arrivals, "%2: %1 source began to scan from %3 to %4, where %5 are usual",
                "%2: %1 sources began to scan from %3 to %4, where %5 are usual",
                {{"23/tcp"}, {"10:00"}, {"11:00"}, rounded(3)}));
    };
    QCOMPARE(words(1),
        QStringLiteral("23/tcp: von 10:00 bis 11:00 begann 1 Quelle zu scannen, üblich sind 3"));
    QCOMPARE(words(12),
        QStringLiteral(
            "23/tcp: von 10:00 bis 11:00 begannen 12 Quellen zu scannen, üblich sind 3"));
    QCOMPARE(coreText("too few sources"), QStringLiteral("zu wenige Quellen"));
    QCOMPARE(coreText(nameOf(Dimension::size)), QStringLiteral("Größe"));
    QCOMPARE(coreText("share of scans up to that coverage"),
        QStringLiteral("Anteil der Scans bis zu dieser Abdeckung"));
}

/// Each literal that the core says something with has a translation: the script that collects them
/// was run.
void TestCoreTranslation::sentencesOfTheCoreAreGerman() {
    static const QRegularExpression kSaid(QStringLiteral(
        R"re(\b(?:sayCounted\([^",]+,\s*(?:"[^"]*"\s*)+,|(?:say|word)\()\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
    static const QRegularExpression kLiteral(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    static const QStringList kSame = {QStringLiteral("%1 (%2)"), QStringLiteral("%1 %"),
        QStringLiteral("%1 s"), QStringLiteral("%1 min"), QStringLiteral("%1 h"),
        QStringLiteral("%1 d"), QStringLiteral("%1"), QStringLiteral("%1, %2"),
        QStringLiteral("%1 %2"), QStringLiteral("%1: %2"), QStringLiteral("%1:%2: %3"),
        QStringLiteral("Version"), QStringLiteral("Stack")};
    QStringList english;
    int found = 0;
    QDirIterator sources(QString::fromStdString(sourceFile("core")),
        {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
        QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        const std::string text = readText(sources.next().toStdString());
        for (auto said = kSaid.globalMatch(QString::fromStdString(text)); said.hasNext(); ++found) {
            QString form;
            for (auto part = kLiteral.globalMatch(said.next().captured(1)); part.hasNext();)
                form += part.next().captured(1);
            form.replace(QStringLiteral("\\\""), QStringLiteral("\""));
            if (!kSame.contains(form) && coreText(form.toStdString()) == form)
                english << form;
        }
    }
    QVERIFY(found > 80);
    QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
}

void TestCoreTranslation::warningsAreShownInGerman() {
    MainWindow window({});
    window.show();
    QVERIFY(showsAnswerAfter(window, [&] { window.openCaptures({sampleCapture()}); }));
    const SnapshotPointer snapshot = window.snapshot();
    QVERIFY(!snapshot->warnings.empty());
    for (const Sentence& warning : snapshot->warnings)
        QVERIFY(displaySentence(warning) != QString::fromStdString(warning.text()));
    const auto findings = asDisplayed(findingTable(snapshot));
    QVERIFY(findings->rows() > 0);
    const auto seen = std::get<std::string>(findings->cell(0, 2));
    QCOMPARE(seen, displaySentence(snapshot->material.health->findings[0].seen).toStdString());
    QVERIFY(seen != snapshot->material.health->findings[0].seen.text());
}

/// What is wrong with a file that was opened, and with an address that was typed.
void TestCoreTranslation::errorsAreShownInGerman() {
    const TemporaryFolder folder;
    Bytes capture = pcapFile(packetScript("1 198.51.100.7:40000 > 192.0.2.1:23 SYN\n"
                                          "2 198.51.100.7:40000 > 192.0.2.2:23 SYN\n"));
    capture.pop_back();
    const auto cut = QString::fromStdString(folder.write("cut.pcap", capture));
    MainWindow window({});
    window.show();
    QVERIFY(showsAnswerAfter(window, [&] { window.openCaptures({cut}); }));
    QVERIFY2(window.noticeText().contains(QStringLiteral("abgeschnitten bei Byte")) &&
                 window.noticeText().contains(QStringLiteral("1 Byte davon fehlt")),
        qPrintable(window.noticeText()));
    const auto captures = asDisplayed(captureTable(window.snapshot()));
    QVERIFY(std::get<std::string>(captures->cell(0, captures->columns().size() - 1))
                .starts_with("abgeschnitten"));

    QSignalSpy failed(&window.worker(), &AnalysisWorker::readingFailed);
    window.openCaptures({QStringLiteral("/nirgends.pcap")});
    QVERIFY(failed.wait());
    QVERIFY2(
        window.noticeText().contains(QStringLiteral("/nirgends.pcap: lässt sich nicht öffnen")),
        qPrintable(window.noticeText()));
    QCOMPARE(displaySentence(parsePrefix("10.0.0.1/8").error().sentence),
        QStringLiteral("„10.0.0.1/8“ hat Bits hinter seiner Länge; ist 10.0.0.0/8 gemeint?"));
}

QTEST_MAIN(TestCoreTranslation)
#include "tst_core_translation.moc"
