// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/packet_words.h"
#include "drilldown/packets_dialog.h"
#include "drilldown/scanner_facts.h"
#include "format/display_text.h"
#include "window_driver.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QPushButton>
#include <QTemporaryDir>

using namespace sweepscope;
using namespace sweepscope::tests;

/// The drill-down of a scanner on the shipped sample: its packets are those of the capture.
class TestDrilldown : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void packetsComeBySelf();
    void picturesShowThem();
    void tableShowsThemWithBytes();
    void savedCaptureHoldsThem();
    void filtersAreCopied();
    void thresholdsKeepThem();
    void scansNarrow();
    void victimsShowTheirAnswers();
    void wordsTellBehaviour();
    void goneCaptureIsTold();

private:
    PacketsPanel& panel() { return m_window->scanner().packets(); }

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
    QString m_capture;
    QString m_address;
};

void TestDrilldown::initTestCase() {
    setUpWindowTests();
    m_capture = m_folder.filePath(QStringLiteral("day.pcap.gz"));
    QVERIFY(QFile::copy(sampleCapture(), m_capture));
    m_window = windowForSample({1440, 900});
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({m_capture}); }));
}

void TestDrilldown::packetsComeBySelf() {
    QSignalSpy shown(&panel(), &PacketsPanel::packetsShown);
    TableView& scanners = m_window->scannersPage().table();
    m_window->tabs().showPage(m_window->scannersPage());
    scanners.setCurrentIndex(scanners.tableModel().index(4, 0));
    m_address = scanners.tableModel().index(4, 0).data().toString();
    QVERIFY(!shown.isEmpty() || shown.wait(30'000));
    std::uint64_t packets = 0;
    for (const Scan& scan : scansOf(*m_window->snapshot(), *m_window->scanner().source()))
        packets += scan.packets;
    QVERIFY(packets > 0);
    QVERIFY(panel().packets()->packets.size() >= std::min<std::uint64_t>(packets, 5'000));
    for (const PacketRecord& packet : panel().packets()->packets) {
        QCOMPARE(QString::fromStdString(toText(packet.source)), m_address);
        QVERIFY(isProbe(packet.kind));
    }
}

void TestDrilldown::picturesShowThem() {
    const auto& packets = panel().packets()->packets;
    const QList<QPointF> dots = panel().picture().points();
    QCOMPARE(dots.size(), static_cast<qsizetype>(packets.size()));
    QCOMPARE(dots.front().x(), 0.0);
    panel().picture().setQuantity(PacketScatterChart::Quantity::ttl);
    QCOMPARE(panel().picture().points().front().y(), static_cast<double>(packets.front().ttl));
    panel().picture().setQuantity(PacketScatterChart::Quantity::sourcePort);
    QCOMPARE(panel().picture().points().back().y(), static_cast<double>(packets.back().sourcePort));
    panel().picture().setQuantity(PacketScatterChart::Quantity::target);
    QCOMPARE(panel().words(), behaviourWords(behaviourOf(packets)).join(QLatin1Char('\n')));
}

void TestDrilldown::tableShowsThemWithBytes() {
    PacketsDialog* const dialog = panel().showTable();
    QVERIFY(dialog != nullptr);
    TableModel& model = dialog->table().tableModel();
    QTRY_COMPARE(model.rowCount(), static_cast<int>(panel().packets()->packets.size()));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    dialog->table().setCurrentIndex(model.index(0, 0));
    const PacketRecord& first = panel().packets()->packets.front();
    // The last line but one of sixteen bytes each, and the IPv4 target in hexadecimal.
    const QStringList lines = dialog->bytesText().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), static_cast<qsizetype>((first.captured + 15) / 16));
    QVERIFY(lines.front().startsWith(QStringLiteral("0000  ")));
    const ByteSpan bytes = panel().packets()->bytesOf(first);
    QVERIFY(lines.front().contains(QStringLiteral("%1").arg(bytes[0], 2, 16, QLatin1Char('0'))));
    dialog->close();
}

void TestDrilldown::savedCaptureHoldsThem() {
    const QString path = m_folder.filePath(QStringLiteral("saved.pcap"));
    QSignalSpy saved(&panel(), &PacketsPanel::saved);
    panel().save(path);
    QVERIFY(panel().saving().isSaving());
    QVERIFY(!saved.isEmpty() || saved.wait(60'000));
    QVERIFY(!panel().saving().isSaving());
    const QJsonObject report = commandLineReport({QStringLiteral("--min-targets"),
        QStringLiteral("1"), QStringLiteral("--min-rate"), QStringLiteral("0"), path});
    QCOMPARE(report[QStringLiteral("accounting")].toObject()[QStringLiteral("probe")].toInteger(),
        static_cast<qint64>(panel().packets()->packets.size()));
    QCOMPARE(
        report[QStringLiteral("totals")].toObject()[QStringLiteral("scan_sources")].toInteger(),
        qint64{1});
    QSignalSpy failed(&panel(), &PacketsPanel::saveFailed);
    panel().save(m_folder.filePath(QStringLiteral("no/folder.pcap")));
    QVERIFY(!failed.isEmpty() || failed.wait(60'000));
    QCOMPARE(saved.size(), qsizetype{1});
}

void TestDrilldown::filtersAreCopied() {
    const QList<QPushButton*> buttons = panel().findChildren<QPushButton*>();
    QStringList copied;
    for (QPushButton* const button : buttons) {
        if (button->menu() == nullptr || button->text() != QLatin1String("Copy filter"))
            continue;
        for (QAction* const action : button->menu()->actions()) {
            action->trigger();
            copied << QGuiApplication::clipboard()->text();
        }
    }
    QCOMPARE(copied.size(), qsizetype{2});
    QVERIFY(copied[0].startsWith(QStringLiteral("ip.src == ") + m_address));
    QVERIFY(copied[1].startsWith(QStringLiteral("ip src host ") + m_address));
    const QJsonObject report =
        commandLineReport({QStringLiteral("--filter"), copied[1], m_capture});
    QVERIFY(
        report[QStringLiteral("accounting")].toObject()[QStringLiteral("probe")].toInteger() > 0);
}

/// The packets do not depend on thresholds, so nothing is read again.
void TestDrilldown::thresholdsKeepThem() {
    const auto before = panel().packets();
    QVERIFY(showsAnswerAfter(
        *m_window, [&] { m_window->thresholds().chooseProfile(QStringLiteral("merit")); }));
    QCOMPARE(panel().packets(), before);
    QVERIFY(showsAnswerAfter(
        *m_window, [&] { m_window->thresholds().chooseProfile(QStringLiteral("auto")); }));
}

void TestDrilldown::scansNarrow() {
    TableView& scans = m_window->scanner().scans();
    QVERIFY(scans.tableModel().rowCount() > 0);
    scans.setCurrentIndex(scans.tableModel().index(0, 0));
    QVERIFY(showsAnswerAfter(*m_window, [&] { QTest::keyClick(&scans, Qt::Key_Return); }));
    QCOMPARE(m_window->snapshot()->totals.scanSources, std::uint64_t{1});
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->exploration().back(); }));
}

/// They send no probes, but what they send is looked at all the same.
void TestDrilldown::victimsShowTheirAnswers() {
    m_window->tabs().showPage(m_window->tabs().backscatter());
    TableView& attacks = m_window->tabs().backscatter().attacks();
    QTRY_VERIFY(attacks.tableModel().rowCount() > 0);
    QSignalSpy shown(&panel(), &PacketsPanel::packetsShown);
    attacks.setCurrentIndex(attacks.tableModel().index(0, 0));
    QVERIFY(!shown.isEmpty() || shown.wait(30'000));
    const QString victim = attacks.tableModel().index(0, 0).data().toString();
    QVERIFY(panel().packets()->packets.size() > 1'000);
    for (const PacketRecord& packet : panel().packets()->packets) {
        QCOMPARE(QString::fromStdString(toText(packet.source)), victim);
        QVERIFY(!isProbe(packet.kind));
    }
    QStringList lines;
    for (const auto& [name, value] :
        scannerFacts(*m_window->snapshot(), *m_window->docks().scanner().source()))
        lines << name + QLatin1Char('=') + value;
    QVERIFY2(lines.contains(
                 QStringLiteral("Answers=%1").arg(displayCount(panel().packets()->packets.size()))),
        qPrintable(lines.join(QLatin1Char('\n'))));
    QVERIFY(lines.filter(QStringLiteral("no scan is left")).isEmpty());
    QVERIFY(!m_window->docks().scanner().scans().isVisible());
    const QString path = m_folder.filePath(QStringLiteral("victim.pcap"));
    QSignalSpy saved(&panel(), &PacketsPanel::saved);
    panel().save(path);
    QVERIFY(!saved.isEmpty() || saved.wait(60'000));
    const QJsonObject bins = commandLineReport({path})[QStringLiteral("accounting")].toObject();
    QCOMPARE(bins[QStringLiteral("backscatter")].toInteger(),
        static_cast<qint64>(panel().packets()->packets.size()));
    m_window->tabs().showPage(m_window->scannersPage());
}

void TestDrilldown::wordsTellBehaviour() {
    PacketBehaviour behaviour;
    behaviour.packets = 20;
    behaviour.targets = 19;
    behaviour.repeated = 1;
    behaviour.order = TargetOrder::ascending;
    behaviour.shortestGap = 0.5;
    behaviour.medianGap = 1;
    behaviour.longestGap = 30;
    behaviour.ttls = 2;
    behaviour.lowestTtl = 50;
    behaviour.highestTtl = 51;
    behaviour.sourcePorts = 1;
    behaviour.lowestSourcePort = 40'000;
    const QStringList words = behaviourWords(behaviour);
    QCOMPARE(words.size(), qsizetype{4});
    QVERIFY(words[0].contains(QStringLiteral("19 targets in ascending order")));
    QVERIFY(words[0].contains(QStringLiteral("1 more than once")));
    QVERIFY(words[1].contains(QStringLiteral("median 1")));
    QCOMPARE(words[2], QStringLiteral("2 TTLs from 50 to 51."));
    QCOMPARE(words[3], QStringLiteral("One source port: 40000."));
    QVERIFY(behaviourWords({}).isEmpty());
}

void TestDrilldown::goneCaptureIsTold() {
    QVERIFY(QFile::remove(m_capture));
    TableView& scanners = m_window->scannersPage().table();
    scanners.setCurrentIndex(scanners.tableModel().index(0, 0));
    const auto isTold = [&] {
        const QList<QLabel*> labels = panel().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("day.pcap.gz"));
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 10'000);
    QVERIFY(panel().packets() == nullptr);
}

QTEST_MAIN(TestDrilldown)
#include "tst_drilldown.moc"
