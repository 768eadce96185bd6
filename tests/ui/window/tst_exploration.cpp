// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/term_text.h"
#include "window_driver.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCompleter>
#include <QJsonArray>

using namespace sweepscope;
using namespace sweepscope::tests;

/// Looking and touching: every click narrows all pages to what the command line says of the same
/// terms.
class TestExploration : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void cleanupTestCase() { m_window.reset(); }

    void aBarNarrows();
    void rowsOfBarsNarrowTogether();
    void aCountryOnTheCurveNarrows();
    void aCountryOnTheMapNarrows();
    void aToolAndItsSizeNarrow();
    void aStretchOfTimeNarrows();
    void aRowNarrows();
    void aNetworkNarrows();
    void aClassOfCoverageNarrows();
    void controlLeavesOut();
    void sentencesNarrow();
    void keysGoBackAndReset();
    void escapeClearsWhatIsTypedFirst();
    void pagesAgreeWithTheCore();
    void modelsAreModels();
    void otherCapturesBeginWide();

private:
    /// The window shows what the command line says with these terms.
    void agrees(const QStringList& options);
    bool narrowsAfter(const std::function<void()>& act);

    [[nodiscard]] const Totals& totals() const { return m_window->snapshot()->totals; }

    std::unique_ptr<MainWindow> m_window;
};

void TestExploration::initTestCase() {
    setUpWindowTests();
    m_window = windowForSample({1440, 900});
    QSignalSpy detailed(m_window.get(), &MainWindow::detailsShown);
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
    QVERIFY(!detailed.isEmpty() || detailed.wait(30'000));
}

void TestExploration::init() {
    if (m_window->exploration().narrowing().isEmpty())
        return;
    QVERIFY(narrowsAfter([&] { m_window->exploration().clear(); }));
}

bool TestExploration::narrowsAfter(const std::function<void()>& act) {
    QSignalSpy detailed(m_window.get(), &MainWindow::detailsShown);
    return showsAnswerAfter(*m_window, act) && (!detailed.isEmpty() || detailed.wait(30'000));
}

void TestExploration::agrees(const QStringList& options) {
    const QJsonObject report =
        commandLineReport(options + QStringList{QStringLiteral("--telescope"),
                                        QStringLiteral("203.0.112.0/20"), sampleCapture()});
    const QJsonObject expected = report[QStringLiteral("totals")].toObject();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(static_cast<qint64>(totals().scans), expected[QStringLiteral("scans")].toInteger());
    QCOMPARE(static_cast<qint64>(totals().scanPackets),
        expected[QStringLiteral("scan_packets")].toInteger());
    QCOMPARE(static_cast<qint64>(totals().scanSources),
        expected[QStringLiteral("scan_sources")].toInteger());
    QCOMPARE(m_window->portsPage().table().tableModel().rowCount(),
        static_cast<int>(report[QStringLiteral("ports")].toArray().size()));
    QCOMPARE(m_window->tabs().countries().table().tableModel().rowCount(),
        static_cast<int>(report[QStringLiteral("countries")].toArray().size()));
    QVERIFY(totals().scans < m_window->snapshot()->scansInAll);
    QVERIFY(totals().scans > 0);
}

void TestExploration::aBarNarrows() {
    m_window->tabs().showPage(m_window->portsPage());
    const PortCount first = m_window->snapshot()->ports.front();
    QWidget* const view = m_window->portsPage().chart().viewport();
    QVERIFY(narrowsAfter([&] {
        QTest::mouseClick(view, Qt::LeftButton, {}, {view->width() / 2, 40});
    }));
    const QString term = QStringLiteral("port=%1/tcp").arg(first.port);
    agrees({QStringLiteral("--only"), term});
    QCOMPARE(
        m_window->breadcrumbs().words().last(), displayTerm(PortTerm{Protocol::tcp, first.port}));
}

void TestExploration::rowsOfBarsNarrowTogether() {
    m_window->tabs().showPage(m_window->portsPage());
    m_window->portsPage().setView(PortsPage::View::fourSizes);
    BarRowsChart& bars = m_window->portsPage().bars();
    const QPoint from = bars.pieceRect(0, 0).center().toPoint();
    const QPoint to = bars.pieceRect(1, 0).center().toPoint();
    QVERIFY(narrowsAfter([&] {
        QTest::mousePress(bars.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(bars.viewport(), (from + to) / 2);
        QTest::mouseMove(bars.viewport(), to);
        QTest::mouseRelease(bars.viewport(), Qt::LeftButton, {}, to);
    }));
    QCOMPARE(m_window->exploration().narrowing().only.size(), std::size_t{2});
    m_window->portsPage().setView(PortsPage::View::twoSizes);
    QStringList options;
    for (const Term& term : m_window->exploration().narrowing().only)
        options << QStringLiteral("--only") << QString::fromStdString(toText(term));
    agrees(options);
}

void TestExploration::aCountryOnTheCurveNarrows() {
    m_window->tabs().showPage(m_window->tabs().countries());
    QWidget* const view = m_window->tabs().countries().chart().viewport();
    QVERIFY(
        narrowsAfter([&] { QTest::mouseClick(view, Qt::LeftButton, {}, view->rect().center()); }));
    const Narrowing& narrowing = m_window->exploration().narrowing();
    QCOMPARE(narrowing.only.size(), std::size_t{1});
    QVERIFY(facetOf(narrowing.only.front()) == Facet::country);
    agrees({QStringLiteral("--only"), QString::fromStdString(toText(narrowing.only.front()))});
}

void TestExploration::aCountryOnTheMapNarrows() {
    m_window->tabs().showPage(m_window->tabs().countries());
    WorldMap& map = m_window->tabs().countries().map();
    std::optional<QPointF> place;
    CountryId country;
    for (const CountryCount& count : m_window->snapshot()->countries) {
        country = count.country;
        place = map.pointIn(country);
        if (place)
            break;
    }
    QVERIFY(place);
    QVERIFY(narrowsAfter(
        [&] { QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, place->toPoint()); }));
    agrees({QStringLiteral("--only"),
        QStringLiteral("country=") + QString::fromStdString(country.code())});
}

void TestExploration::aToolAndItsSizeNarrow() {
    m_window->tabs().showPage(m_window->tabs().tools());
    ToolSharesChart& chart = m_window->tabs().tools().chart();
    // The third bar is that of large scans; its left end is the first tool.
    const QPoint place(chart.viewport()->width() / 2, chart.viewport()->height() / 2 + 20);
    QVERIFY(narrowsAfter([&] { QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, place); }));
    QVERIFY(facetOf(m_window->exploration().narrowing().only.front()) == Facet::tool);
    QVERIFY(m_window->exploration().narrowing().has(ScanSize::large));
    QStringList options;
    for (const Term& term : m_window->exploration().narrowing().only)
        options << QStringLiteral("--only") << QString::fromStdString(toText(term));
    agrees(options);
}

void TestExploration::aStretchOfTimeNarrows() {
    m_window->tabs().showPage(m_window->tabs().overview());
    QWidget* const view = m_window->tabs().overview().packets().viewport();
    const QPoint from(view->width() / 3, view->height() / 2);
    const QPoint to(view->width() / 2, view->height() / 2);
    QVERIFY(narrowsAfter([&] {
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, to);
        QTest::mouseRelease(view, Qt::LeftButton, {}, to);
    }));
    const Narrowing narrowing = m_window->exploration().narrowing();
    QVERIFY(facetOf(narrowing.only.front()) == Facet::time);
    agrees({QStringLiteral("--only"), QString::fromStdString(toText(narrowing.only.front()))});
    for (const auto& segment : m_window->snapshot()->scans) {
        for (const Scan& scan : segment)
            QVERIFY(scan.time.last >= std::get<TimeRange>(narrowing.only.front()).first);
    }
}

void TestExploration::aRowNarrows() {
    m_window->tabs().showPage(m_window->scannersPage());
    TableView& table = m_window->scannersPage().table();
    const auto sources = totals().scanSources;
    QVERIFY(sources > 1);
    table.setCurrentIndex(table.tableModel().index(1, 0));
    const QString address = table.tableModel().index(1, 0).data().toString();
    QVERIFY(narrowsAfter([&] { QTest::keyClick(&table, Qt::Key_Return); }));
    QCOMPARE(totals().scanSources, std::uint64_t{1});
    agrees({QStringLiteral("--only"), QStringLiteral("source=") + address});
}

void TestExploration::aNetworkNarrows() {
    NetworksPage& page = m_window->tabs().networks();
    m_window->tabs().showPage(page);
    page.table().setCurrentIndex(page.table().tableModel().index(0, 0));
    QVERIFY(narrowsAfter([&] { QTest::keyClick(&page.table(), Qt::Key_Return); }));
    const Narrowing& narrowing = m_window->exploration().narrowing();
    QVERIFY(facetOf(narrowing.only.front()) == Facet::network);
    agrees({QStringLiteral("--only"), QString::fromStdString(toText(narrowing.only.front()))});
    QCOMPARE(page.table().tableModel().rowCount(), 1);
}

void TestExploration::aClassOfCoverageNarrows() {
    m_window->tabs().showPage(m_window->tabs().tools());
    BarRowsChart& chart = m_window->tabs().tools().coverage();
    QVERIFY(!chart.rows().rows.empty());
    const QPoint name(20, chart.pieceRect(0, 0).center().toPoint().y());
    QVERIFY(narrowsAfter([&] { QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, name); }));
    const Narrowing& narrowing = m_window->exploration().narrowing();
    QVERIFY(facetOf(narrowing.only.front()) == Facet::coverage);
    agrees({QStringLiteral("--only"), QString::fromStdString(toText(narrowing.only.front()))});
}

void TestExploration::controlLeavesOut() {
    m_window->tabs().showPage(m_window->portsPage());
    const PortCount first = m_window->snapshot()->ports.front();
    QWidget* const view = m_window->portsPage().chart().viewport();
    QVERIFY(narrowsAfter([&] {
        QTest::mouseClick(view, Qt::LeftButton, Qt::ControlModifier, {view->width() / 2, 40});
    }));
    agrees({QStringLiteral("--not"), QStringLiteral("port=%1/tcp").arg(first.port)});
}

void TestExploration::sentencesNarrow() {
    HighlightList& list = m_window->tabs().overview().highlights();
    const QStringList sentences = list.sentences();
    QVERIFY(sentences.size() >= 2);
    const PortCount first = m_window->snapshot()->ports.front();
    QVERIFY2(sentences.front().contains(displayPort(first.protocol, first.port)),
        qPrintable(sentences.front()));
    QVERIFY(narrowsAfter([&] { list.follow(0); }));
    QCOMPARE(totals().scans, first.scans);
}

void TestExploration::keysGoBackAndReset() {
    const auto all = totals().scans;
    QVERIFY(narrowsAfter([&] { m_window->exploration().narrow({{Tool::mirai}, {}}); }));
    const auto mirai = totals().scans;
    QVERIFY(narrowsAfter([&] { m_window->exploration().narrow({{PortTerm{{}, 23}}, {}}); }));
    m_window->activateWindow();
    m_window->tabs().setFocus();
    QVERIFY(narrowsAfter([&] { QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier); }));
    QCOMPARE(totals().scans, mirai);
    QVERIFY(narrowsAfter([&] { QTest::keyClick(m_window.get(), Qt::Key_Escape); }));
    QCOMPARE(totals().scans, all);
}

/// Only where nothing is typed it means the whole exploration.
void TestExploration::escapeClearsWhatIsTypedFirst() {
    QVERIFY(narrowsAfter([&] { m_window->exploration().narrow({{Tool::mirai}, {}}); }));
    const auto mirai = totals().scans;
    m_window->activateWindow();
    SearchField& search = m_window->breadcrumbs().search();
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("23"));
    const QCompleter* const completer = search.findChild<QCompleter*>();
    QVERIFY(completer->popup()->isVisible());
    QTest::keyClick(&search, Qt::Key_Escape);
    QCOMPARE(search.text(), QString());
    QVERIFY(!completer->popup()->isVisible());
    QVERIFY(!m_window->exploration().narrowing().isEmpty());
    QCOMPARE(totals().scans, mirai);
    QVERIFY(narrowsAfter([&] { QTest::keyClick(&search, Qt::Key_Escape); }));
    QVERIFY(totals().scans > mirai);
}

/// What pages show after the snapshot is what the core counts.
void TestExploration::pagesAgreeWithTheCore() {
    Team team(2);
    const auto details = makeDetails(m_window->snapshot(), team);
    QCOMPARE(m_window->tabs().networks().table().tableModel().rowCount(),
        static_cast<int>(details->networks.size()));
    QCOMPARE(m_window->tabs().timeline().table().tableModel().rowCount(),
        static_cast<int>(details->timeline.grid().count));
    const BarRows& bars = m_window->tabs().networks().chart().rows();
    QCOMPARE(bars.rows.front().pieces[0].value + bars.rows.front().pieces[1].value,
        static_cast<double>(details->networks.front().scans));
    m_window->portsPage().setView(PortsPage::View::countries);
    const BarRows& ports = m_window->portsPage().bars().rows();
    QCOMPARE(ports.rows.size(), details->ports.size());
    for (const BarRow& row : ports.rows) {
        double sum = 0;
        for (const BarPiece& piece : row.pieces)
            sum += piece.value;
        QVERIFY(qAbs(sum - 1) < 1e-9);
    }
    m_window->portsPage().setView(PortsPage::View::twoSizes);
}

void TestExploration::modelsAreModels() {
    for (TableView* const table :
        {&m_window->tabs().networks().table(), &m_window->tabs().timeline().table()}) {
        QAbstractItemModelTester tester(
            &table->tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table->sortByColumn(2, Qt::DescendingOrder);
        table->sortByColumn(-1, Qt::AscendingOrder);
    }
}

void TestExploration::otherCapturesBeginWide() {
    QVERIFY(narrowsAfter([&] { m_window->exploration().narrow({{Tool::mirai}, {}}); }));
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openSample(); }));
    QTRY_VERIFY(m_window->snapshot()->question.narrowing.isEmpty());
}

QTEST_MAIN(TestExploration)
#include "tst_exploration.moc"
