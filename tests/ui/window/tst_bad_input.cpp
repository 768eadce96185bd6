// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/packet_script.h"
#include "window_driver.h"

#include <filesystem>

using namespace sweepscope;
using namespace sweepscope::tests;

/// Whatever is dropped on it, the window says what is wrong and stays usable with what it had.
class TestBadInput : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { setUpWindowTests(); }

    void startPageSaysWhatIsWrong_data();
    void startPageSaysWhatIsWrong();
    void earlierResultStays();
    void cutCaptureIsShownWithANotice();
    void unreadableDatabaseIsNamed();
    void wrongTelescopeIsNotApplied();
    void closingWhileReadingEnds();

private:
    std::string smallCapture();

    TemporaryFolder m_folder;
};

std::string TestBadInput::smallCapture() {
    std::string script;
    for (int i = 1; i < 60; ++i)
        script +=
            std::to_string(i) + " 198.51.100.7:40000 > 192.0.2." + std::to_string(i) + ":23 SYN\n";
    return m_folder.write("small.pcap", pcapFile(packetScript(script)));
}

void TestBadInput::startPageSaysWhatIsWrong_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const auto row = [&](const char* name, const std::string& path, const char* words) {
        QTest::newRow(name) << QString::fromStdString(path) << QString::fromLatin1(words);
    };
    row("missing", m_folder.path("none.pcap"), "No such file");
    std::filesystem::create_directory(m_folder.path("folder"));
    row("folder without captures", m_folder.path("folder"), "no file in it begins as a capture");
    row("empty", m_folder.write("empty.pcap", std::string_view()), "is empty");
    row("text",
        m_folder.write("notes.pcap", std::string_view("Dear diary,\nnothing was scanned.\n")),
        "text");
    row("wrong magic", m_folder.write("wrong.pcap", Bytes{0, 1, 2, 3, 4, 5, 6, 7}), "00 01 02 03");
}

void TestBadInput::startPageSaysWhatIsWrong() {
    QFETCH(QString, path);
    QFETCH(QString, words);
    MainWindow window({});
    window.show();
    QSignalSpy failed(&window.worker(), &AnalysisWorker::readingFailed);
    window.openCaptures({path});
    QVERIFY(failed.wait());
    QStringList texts;
    for (const QLabel* const label : window.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    const QString all = texts.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(words), qPrintable(all));
    QVERIFY2(all.contains(path), qPrintable(all));
    QVERIFY(showsAnswerAfter(
        window, [&] { window.openCaptures({QString::fromStdString(smallCapture())}); }));
    QCOMPARE(window.snapshot()->totals.scans, std::uint64_t{1});
}

void TestBadInput::earlierResultStays() {
    MainWindow window({});
    window.show();
    QVERIFY(showsAnswerAfter(
        window, [&] { window.openCaptures({QString::fromStdString(smallCapture())}); }));
    QSignalSpy failed(&window.worker(), &AnalysisWorker::readingFailed);
    window.openCaptures({QStringLiteral("/nowhere/at/all.pcap")});
    QVERIFY(failed.wait());
    QVERIFY(window.noticeText().contains(QLatin1String("/nowhere/at/all.pcap")));
    QCOMPARE(window.snapshot()->totals.scans, std::uint64_t{1});
    QVERIFY(window.tabs().isVisible());
    // And its sliders still answer.
    auto* const row = window.thresholds().findChild<ThresholdRow*>(QStringLiteral("large"));
    QVERIFY(showsAnswerAfter(window, [&] { QTest::keyClick(&row->slider(), Qt::Key_PageDown); }));
}

void TestBadInput::cutCaptureIsShownWithANotice() {
    const std::string whole = smallCapture();
    Bytes bytes = readBytes(whole);
    bytes.resize(bytes.size() - 10);
    const std::string cut = m_folder.write("cut.pcap", bytes);
    MainWindow window({});
    window.show();
    QVERIFY(showsAnswerAfter(window, [&] { window.openCaptures({QString::fromStdString(cut)}); }));
    QVERIFY(window.noticeText().contains(QLatin1String("cut.pcap")));
    QVERIFY(window.noticeText().contains(QLatin1String("byte")));
    QCOMPARE(window.snapshot()->material.index->counts.frames, std::uint64_t{58});
}

void TestBadInput::unreadableDatabaseIsNamed() {
    const std::string path = m_folder.write("broken.mmdb", std::string_view("no database"));
    StartOptions options;
    options.geo = {QString::fromStdString(path)};
    MainWindow window(options);
    window.show();
    QVERIFY2(window.noticeText().contains(QString::fromStdString(path)),
        qPrintable(window.noticeText()));
    QVERIFY(showsAnswerAfter(
        window, [&] { window.openCaptures({QString::fromStdString(smallCapture())}); }));
}

void TestBadInput::wrongTelescopeIsNotApplied() {
    MainWindow window({});
    window.show();
    QVERIFY(showsAnswerAfter(
        window, [&] { window.openCaptures({QString::fromStdString(smallCapture())}); }));
    const Telescope before = window.snapshot()->question.telescope;
    auto* const field = window.thresholds().findChild<QLineEdit*>(QStringLiteral("telescope"));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("192.0.2.1/24"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->property("wrong").toBool());
    QCOMPARE(window.thresholds().question().telescope, before);
    field->clear();
    QTest::keyClicks(field, QStringLiteral("65536"));
    QVERIFY(showsAnswerAfter(window, [&] { QTest::keyClick(field, Qt::Key_Return); }));
    QCOMPARE(window.snapshot()->question.telescope, (Telescope{65536, false}));
}

void TestBadInput::closingWhileReadingEnds() {
    auto window = std::make_unique<MainWindow>(StartOptions());
    window->show();
    window->openCaptures({sampleCapture(), sampleCapture(), sampleCapture()});
    window->close();
    window.reset(); // must not wait for ever, crash or leak
}

QTEST_MAIN(TestBadInput)
#include "tst_bad_input.moc"
