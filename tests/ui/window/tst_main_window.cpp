// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_text.h"
#include "statistics/country_counts.h"
#include "window_driver.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>

#include <set>

using namespace sweepscope;
using namespace sweepscope::tests;

/// The window from end to end, on the shipped sample: what it shows is what the command line says.
class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { m_window.reset(); }

    void pagesAgreeWithTheCommandLine();
    void modelsAreModels();
    void sliderRecomputesWithoutReading();
    void fieldTakesAnExactValue();
    void groupingAndScopeCanBeChosen();
    void profileComesBack();
    void clickOpensTheScanner();
    void scannerStaysThroughThresholds();
    void portBarAndRowAreOne();
    void countriesFollowTheWeight();
    void filterNarrowsScanners();
    void exportedPictureCarriesItsOrigin();
    void exportedTableIsAsShown();
    void exportedCommandMakesTheSameNumbers();
    void tabsAreReachedByKeyboard();

private:
    [[nodiscard]] QJsonObject totals() const;
    [[nodiscard]] QStringList thresholdArguments() const;
    QString cell(TableView& table, int row, const char* column);

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestMainWindow::initTestCase() {
    setUpWindowTests();
    m_window = windowForSample({1280, 800});
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
}

QString TestMainWindow::cell(TableView& table, int row, const char* column) {
    TableModel& model = table.tableModel();
    for (int i = 0; i < model.columnCount(); ++i) {
        if (model.headerData(i, Qt::Horizontal, TableModel::exportNameRole) ==
            QLatin1String(column))
            return model.index(row, i).data().toString();
    }
    return QStringLiteral("no such column");
}

/// The question of the window as the command line asks it.
QStringList TestMainWindow::thresholdArguments() const {
    const Thresholds& t = m_window->snapshot()->question.thresholds;
    return {QStringLiteral("--telescope"), QStringLiteral("203.0.112.0/20"),
        QStringLiteral("--expiry"), QString::number(t.expiry.inSeconds()),
        QStringLiteral("--min-targets"),
        QString::number(t.minTargets.value) +
            (t.minTargets.isPercent ? QStringLiteral("%") : QString()),
        QStringLiteral("--min-rate"), QString::number(t.minRate), QStringLiteral("--large"),
        QString::number(t.largeCoverage * 100), QStringLiteral("--rate-scope"),
        t.rateScope == RateScope::internet ? QStringLiteral("internet")
                                           : QStringLiteral("telescope"),
        QStringLiteral("--by"),
        t.by == Grouping::source ? QStringLiteral("source") : QStringLiteral("source-port"),
        sampleCapture()};
}

QJsonObject TestMainWindow::totals() const {
    return commandLineReport(thresholdArguments())[QLatin1String("totals")].toObject();
}

void TestMainWindow::pagesAgreeWithTheCommandLine() {
    const QJsonObject report = commandLineReport(thresholdArguments());
    const SnapshotPointer& snapshot = m_window->snapshot();
    QCOMPARE(static_cast<int>(snapshot->totals.scans),
        report[QLatin1String("totals")][QLatin1String("scans")].toInt());
    QVERIFY(snapshot->totals.scans > 100);
    const QJsonArray ports = report[QLatin1String("ports")].toArray();
    TableView& table = m_window->portsPage().table();
    QCOMPARE(table.tableModel().rowCount(), static_cast<int>(ports.size()));
    for (int row = 0; row < table.tableModel().rowCount(); ++row) {
        const QJsonObject port = ports[row].toObject();
        QCOMPARE(cell(table, row, "port"), QString::number(port[QLatin1String("port")].toInt()));
        QCOMPARE(cell(table, row, "small"),
            displayCount(static_cast<std::uint64_t>(port[QLatin1String("small")].toInt())));
        QCOMPARE(cell(table, row, "packets"),
            displayCount(static_cast<std::uint64_t>(port[QLatin1String("packets")].toInt())));
    }
    const QJsonArray countries = report[QLatin1String("countries")].toArray();
    QCOMPARE(m_window->tabs().countries().table().tableModel().rowCount(),
        static_cast<int>(countries.size()));
    QCOMPARE(cell(m_window->tabs().countries().table(), 0, "code"),
        countries[0][QLatin1String("code")].toString());
    const QJsonArray tools = report[QLatin1String("tools")].toArray();
    QCOMPARE(
        m_window->tabs().tools().table().tableModel().rowCount(), static_cast<int>(tools.size()));
    QCOMPARE(m_window->scannersPage().table().tableModel().rowCount(),
        report[QLatin1String("totals")][QLatin1String("scan_sources")].toInt());
}

void TestMainWindow::modelsAreModels() {
    for (TableView* const table :
        {&m_window->portsPage().table(), &m_window->tabs().countries().table(),
            &m_window->tabs().tools().table(), &m_window->scannersPage().table()}) {
        QAbstractItemModelTester tester(
            &table->tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table->sortByColumn(1, Qt::DescendingOrder);
        table->sortByColumn(-1, Qt::AscendingOrder);
    }
}

void TestMainWindow::sliderRecomputesWithoutReading() {
    auto* const row = m_window->thresholds().findChild<ThresholdRow*>(QStringLiteral("minTargets"));
    QVERIFY(row != nullptr);
    const auto index = m_window->snapshot()->material.index;
    const std::uint64_t before = m_window->snapshot()->totals.scans;
    row->slider().setFocus();
    QVERIFY(showsAnswerAfter(*m_window, [&] {
        QTest::keyClick(&row->slider(), Qt::Key_PageDown);
        QTest::keyClick(&row->slider(), Qt::Key_PageDown);
        QTest::keyClick(&row->slider(), Qt::Key_PageDown);
    }));
    QTRY_COMPARE(m_window->snapshot()->question, m_window->thresholds().question());
    QVERIFY(m_window->snapshot()->totals.scans > before);
    QCOMPARE(m_window->snapshot()->material.index, index); // the same index: nothing was read again
    QCOMPARE(static_cast<int>(m_window->snapshot()->totals.scans),
        totals()[QLatin1String("scans")].toInt());
}

void TestMainWindow::fieldTakesAnExactValue() {
    auto* const row = m_window->thresholds().findChild<ThresholdRow*>(QStringLiteral("expiry"));
    row->field().setFocus();
    row->field().selectAll();
    QTest::keyClicks(&row->field(), QStringLiteral("137 s"));
    QVERIFY(showsAnswerAfter(*m_window, [&] { QTest::keyClick(&row->field(), Qt::Key_Return); }));
    QCOMPARE(m_window->snapshot()->question.thresholds.expiry, Duration::seconds(137));
    QCOMPARE(static_cast<int>(m_window->snapshot()->totals.scans),
        totals()[QLatin1String("scans")].toInt());
}

void TestMainWindow::groupingAndScopeCanBeChosen() {
    const auto boxes = m_window->thresholds().findChildren<QComboBox*>();
    const auto choose = [&](const QString& name, int place) {
        for (QComboBox* const box : boxes) {
            if (box->accessibleName() != name)
                continue;
            box->setCurrentIndex(place);
            emit box->activated(place);
        }
    };
    QVERIFY(showsAnswerAfter(*m_window, [&] { choose(QStringLiteral("What makes one scan"), 1); }));
    QCOMPARE(m_window->snapshot()->question.thresholds.by, Grouping::source);
    const QJsonObject grouped = totals();
    QCOMPARE(static_cast<int>(m_window->snapshot()->totals.scans),
        grouped[QLatin1String("scans")].toInt());
    QCOMPARE(static_cast<int>(m_window->snapshot()->totals.scanPackets),
        grouped[QLatin1String("scan_packets")].toInt());
    QVERIFY(
        showsAnswerAfter(*m_window, [&] { choose(QStringLiteral("Where the rate is meant"), 1); }));
    QCOMPARE(m_window->snapshot()->question.thresholds.rateScope, RateScope::telescope);
    QCOMPARE(static_cast<int>(m_window->snapshot()->totals.scans),
        totals()[QLatin1String("scans")].toInt());
}

void TestMainWindow::profileComesBack() {
    QVERIFY(showsAnswerAfter(
        *m_window, [&] { m_window->thresholds().chooseProfile(QStringLiteral("auto")); }));
    QCOMPARE(m_window->snapshot()->question.thresholds,
        findProfile("paper-2014", 4096).value().thresholds);
}

void TestMainWindow::clickOpensTheScanner() {
    m_window->tabs().showPage(m_window->scannersPage());
    TableView& table = m_window->scannersPage().table();
    QTRY_VERIFY(!table.visualRect(table.tableModel().index(2, 0)).isEmpty());
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
        table.visualRect(table.tableModel().index(2, 0)).center());
    QVERIFY(m_window->scanner().isVisible());
    const auto source = m_window->scanner().source();
    QVERIFY(source.has_value());
    QCOMPARE(QString::fromStdString(toText(m_window->snapshot()->view().addressOf(*source))),
        table.tableModel().index(2, 0).data().toString());
    // The evidence: "m of n packets" for each tool rule.
    int evidenceLines = 0;
    for (const QLabel* const label : m_window->scanner().findChildren<QLabel*>())
        evidenceLines += label->isVisible() && label->text().contains(QLatin1String(" packets")) &&
                                 label->text().contains(QLatin1String(" of "))
                             ? 1
                             : 0;
    QVERIFY2(evidenceLines >= 5, qPrintable(QString::number(evidenceLines)));
}

void TestMainWindow::scannerStaysThroughThresholds() {
    const auto before = m_window->scanner().source();
    auto* const row = m_window->thresholds().findChild<ThresholdRow*>(QStringLiteral("large"));
    QVERIFY(showsAnswerAfter(*m_window, [&] { QTest::keyClick(&row->slider(), Qt::Key_PageUp); }));
    QCOMPARE(m_window->scanner().source(), before);
    QVERIFY(m_window->scanner().isVisible());
}

/// A chosen row marks its bar; a clicked bar narrows every page to its port, and back undoes it.
void TestMainWindow::portBarAndRowAreOne() {
    m_window->tabs().showPage(m_window->portsPage());
    PortSizesChart& chart = m_window->portsPage().chart();
    const auto scans = m_window->snapshot()->totals.scans;
    const PortCount first = m_window->snapshot()->ports.front();
    const auto clickFirstBar = [&] {
        QTest::mouseClick(
            chart.viewport(), Qt::LeftButton, {}, {chart.viewport()->width() / 2, 40});
    };
    QVERIFY(showsAnswerAfter(*m_window, clickFirstBar));
    QCOMPARE(m_window->snapshot()->totals.scans, first.scans);
    QCOMPARE(m_window->portsPage().table().tableModel().rowCount(), 1);
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->exploration().back(); }));
    QCOMPARE(m_window->snapshot()->totals.scans, scans);
}

void TestMainWindow::countriesFollowTheWeight() {
    CountriesPage& page = m_window->tabs().countries();
    m_window->tabs().showPage(page);
    const QString byScans = cell(page.table(), 0, "share");
    for (QToolButton* const button : page.findChildren<QToolButton*>()) {
        if (button->text() == QLatin1String("Packets"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(cell(page.table(), 0, "share") != byScans);
    const auto ranked = rankCountries(m_window->snapshot()->countries, Weight::packets);
    QCOMPARE(cell(page.table(), 0, "share"), displayShare(ranked.front().share));
}

void TestMainWindow::filterNarrowsScanners() {
    m_window->tabs().showPage(m_window->scannersPage());
    TableView& table = m_window->scannersPage().table();
    const int all = table.tableModel().rowCount();
    QTest::keyClicks(&m_window->scannersPage().filter(), QStringLiteral("mirai"));
    QTRY_VERIFY(table.tableModel().rowCount() < all);
    for (int row = 0; row < table.tableModel().rowCount(); ++row)
        QCOMPARE(cell(table, row, "tool"), QStringLiteral("mirai"));
    m_window->scannersPage().filter().clear();
    QTRY_COMPARE(table.tableModel().rowCount(), all);
}

void TestMainWindow::exportedPictureCarriesItsOrigin() {
    const QString path = m_folder.filePath(QStringLiteral("ports.png"));
    const auto* const chart = m_window->portsPage().findChild<PortSizesChart*>();
    QVERIFY(m_window->exporter().savePicture(*chart, QStringLiteral("ports"), path).ok());
    const QImage image(path);
    QCOMPARE(image.size(), QSize(1600, 1000)); // whatever the monitor
    QVERIFY(
        image.text(QStringLiteral("command")).startsWith(QLatin1String("sweepscope-cli analyze")));
    QVERIFY(image.text(QStringLiteral("capture")).contains(QLatin1String("telescope-day.pcap.gz")));
    // Not an empty sheet: both bar colours are there.
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY(colours.contains(theme().smallScan.rgb()));
    QVERIFY(colours.contains(theme().largeScan.rgb()));
}

void TestMainWindow::exportedTableIsAsShown() {
    TableView& table = m_window->tabs().tools().table();
    table.setColumnHidden(2, true);
    const QString path = m_folder.filePath(QStringLiteral("tools.csv"));
    QVERIFY(m_window->exporter().saveTable(table, QStringLiteral("tools"), path).ok());
    table.setColumnHidden(2, false);
    const QStringList lines =
        QString::fromStdString(readText(path.toStdString())).trimmed().split(QLatin1Char('\n'));
    QCOMPARE(lines.first(),
        QStringLiteral("tool,scans,large,share_of_small,share_of_large,packets,share_of_packets"));
    QCOMPARE(lines.size(), table.tableModel().rowCount() + 1);
    QCOMPARE(lines[1].section(QLatin1Char(','), 0, 0), cell(table, 0, "tool"));
}

void TestMainWindow::exportedCommandMakesTheSameNumbers() {
    const QString path = m_folder.filePath(QStringLiteral("countries.csv"));
    const auto numbers = m_window->tabs().countries().findChild<CountryCdfChart*>()->numbers();
    QVERIFY(m_window->exporter().saveNumbers(numbers, QStringLiteral("countries"), path).ok());
    const QStringList arguments =
        commandArguments(readText(path.toStdString() + ".provenance.txt"));
    QVERIFY(arguments.contains(QStringLiteral("--expiry")));
    const QJsonObject report = commandLineReport(arguments);
    QCOMPARE(report[QLatin1String("totals")][QLatin1String("scans")].toInt(),
        static_cast<int>(m_window->snapshot()->totals.scans));
    QCOMPARE(report[QLatin1String("totals")][QLatin1String("large")].toInt(),
        static_cast<int>(m_window->snapshot()->totals.large));
}

void TestMainWindow::tabsAreReachedByKeyboard() {
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(&m_window->tabs().currentPage(), &m_window->tabs().countries());
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
