// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/packets_dialog.h"
#include "publish/figure_dialog.h"
#include "publish/table_dialog.h"
#include "window/about_dialog.h"
#include "window/help_window.h"
#include "window/preferences_dialog.h"
#include "window/shortcuts_dialog.h"
#include "window_driver.h"

#include <QAccessible>
#include <QCategoryAxis>
#include <QChart>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QWheelEvent>

using namespace sweepscope;
using namespace sweepscope::tests;

/// The window without a mouse: all that takes the keyboard says what it is and shows that it has
/// it, and charts do by key what they do by click.
class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void keysTurnPagesAndTabEntersThem();
    void pagesAreNamedAndShowTheirFocus();
    void dialogsAreNamedAndShowTheirFocus();
    void tabReachesEachChart();
    void keysNarrowAsClicksDo_data();
    void keysNarrowAsClicksDo();
    void shiftTakesInAStretch();
    void keysSpeak();
    void wheelComesCloserAndTheButtonLeadsBack();
    void narrowedTimeIsLookedAt();
    void keysZoomAndGoOn();
    void chartsNeverShownHaveTheSameAxes();
    void missingDatabaseIsSaid();

private:
    static void checkAll(QWidget& root, const QString& where);
    static void checkShowsFocus(const QPointer<QWidget>& widget, const QString& name);
    static QString nameOf(QWidget& widget);
    void focus(ChartWidget& chart, Page& page);

    std::unique_ptr<MainWindow> m_window;
};

void TestAccess::initTestCase() {
    setUpWindowTests();
    m_window = windowForSample({1280, 800});
    QSignalSpy detailed(m_window.get(), &MainWindow::detailsShown);
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
    QVERIFY(!detailed.isEmpty() || detailed.wait(60'000));
}

/// Whatever a test before left open or narrowed.
void TestAccess::init() {
    for (QDialog* const dialog : m_window->findChildren<QDialog*>())
        dialog->hide();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// What a screen reader says first.
QString TestAccess::nameOf(QWidget& widget) {
    QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(&widget);
    return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

/// Its picture is another one with the focus.
void TestAccess::checkShowsFocus(const QPointer<QWidget>& widget, const QString& name) {
    widget->window()->setFocus(Qt::OtherFocusReason);
    widget->clearFocus();
    QCoreApplication::processEvents();
    if (widget == nullptr)
        return;
    const QImage without = widget->grab().toImage();
    widget->setFocus(Qt::TabFocusReason);
    if (!widget->hasFocus())
        return; // hands it on to what is checked itself
    // What blinks is off and on by turns.
    QTRY_VERIFY2(widget == nullptr || widget->grab().toImage() != without, qPrintable(name));
}

void TestAccess::checkAll(QWidget& root, const QString& where) {
    int checked = 0;
    // Some go away while others take the focus: what is shown of a row follows it.
    QList<QPointer<QWidget>> all;
    for (QWidget* const widget : root.findChildren<QWidget*>())
        all << widget;
    for (const QPointer<QWidget>& widget : all) {
        const bool takesKeys = widget != nullptr && widget->isVisible() && widget->isEnabled() &&
                               (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                               widget->focusProxy() == nullptr && widget->window() == root.window();
        if (!takesKeys)
            continue;
        const QString what =
            QStringLiteral("%1: %2 %3")
                .arg(where, widget->metaObject()->className(), widget->objectName());
        QVERIFY2(!nameOf(*widget).isEmpty(), qPrintable(what));
        checkShowsFocus(widget, what + nameOf(*widget));
        if (QTest::currentTestFailed())
            return;
        ++checked;
    }
    QVERIFY2(checked > 0, qPrintable(where));
}

void TestAccess::pagesAreNamedAndShowTheirFocus() {
    for (int page = 0; page < m_window->tabs().count(); ++page) {
        m_window->tabs().setCurrentIndex(page);
        if (&m_window->tabs().currentPage() == &m_window->tabs().changes())
            QTRY_VERIFY_WITH_TIMEOUT(!m_window->tabs().changes().sentence().isEmpty(), 60'000);
        QCoreApplication::processEvents();
        checkAll(*m_window, m_window->tabs().tabText(page));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestAccess::dialogsAreNamedAndShowTheirFocus() {
    std::vector<std::unique_ptr<QWidget>> dialogs;
    dialogs.push_back(std::make_unique<AboutDialog>(m_window.get()));
    dialogs.push_back(std::make_unique<AboutDialog>(m_window.get(), AboutDialog::Page::folders));
    dialogs.push_back(std::make_unique<PreferencesDialog>(m_window.get()));
    dialogs.push_back(std::make_unique<ShortcutsDialog>(*m_window->menuBar(), m_window.get()));
    dialogs.push_back(std::make_unique<HelpWindow>(m_window.get()));
    dialogs.push_back(std::make_unique<PacketsDialog>(m_window.get()));
    dialogs.push_back(std::make_unique<OpenDialog>(
        OpenChoice{{sampleCapture()}, {}, std::nullopt, nullptr, false}, m_window.get()));
    const auto asIfSaved = [](const auto&, const QString&) { return Status(); };
    dialogs.push_back(std::make_unique<FigureDialog>(m_window->portsPage().chart(),
        QStringLiteral("ports"), FigureDialog::Provenance(), asIfSaved, m_window.get()));
    dialogs.push_back(std::make_unique<TableDialog>(
        m_window->portsPage().table(), QStringLiteral("ports"), asIfSaved, m_window.get()));
    m_window->showHealth();
    m_window->showSensitivity();
    m_window->showAggressive();
    std::vector<QWidget*> all;
    for (const auto& dialog : dialogs)
        all.push_back(dialog.get());
    for (QDialog* const dialog : m_window->findChildren<QDialog*>()) {
        if (dialog->isVisible())
            all.push_back(dialog);
    }
    QVERIFY(all.size() > dialogs.size());
    for (QWidget* const dialog : all) {
        dialog->show();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        checkAll(*dialog, QString::fromLatin1(dialog->metaObject()->className()));
        if (QTest::currentTestFailed())
            return;
        dialog->hide();
    }
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestAccess::focus(ChartWidget& chart, Page& page) {
    m_window->tabs().showPage(page);
    QCoreApplication::processEvents();
    chart.setFocus(Qt::TabFocusReason);
    QVERIFY(chart.hasFocus());
}

void TestAccess::keysTurnPagesAndTabEntersThem() {
    PageTabs& tabs = m_window->tabs();
    tabs.setCurrentIndex(0);
    m_window->thresholds().setFocus(Qt::OtherFocusReason);
    QTest::keyClick(m_window.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(tabs.currentIndex(), tabs.count() - 1);
    QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(tabs.currentIndex(), 0);
    for (const Qt::Key key : {Qt::Key_2, Qt::Key_6}) {
        m_window->thresholds().findChild<QLineEdit*>()->setFocus(Qt::OtherFocusReason);
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        QCOMPARE(tabs.currentIndex(), key - Qt::Key_1);
        int steps = 0;
        constexpr int kMost = 3; // past what folds the panels away
        const auto isInside = [&] { return tabs.currentPage().isAncestorOf(qApp->focusWidget()); };
        for (; steps < kMost && !isInside(); ++steps)
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
        QVERIFY2(isInside(), qApp->focusWidget()->metaObject()->className());
    }
}

void TestAccess::tabReachesEachChart() {
    for (Page* const page : m_window->tabs().pages()) {
        m_window->tabs().showPage(*page);
        QCoreApplication::processEvents();
        QSet<QWidget*> wanted;
        for (ChartWidget* const chart : page->findChildren<ChartWidget*>()) {
            if (chart->isVisible())
                wanted.insert(chart);
        }
        m_window->tabs().tabBar()->setFocus(Qt::TabFocusReason);
        constexpr int kMostSteps = 200;
        for (int step = 0; step < kMostSteps && !wanted.isEmpty(); ++step) {
            QVERIFY(QApplication::focusWidget() != nullptr);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            wanted.remove(QApplication::focusWidget());
        }
        QVERIFY2(wanted.isEmpty(), page->metaObject()->className());
    }
}

void TestAccess::keysNarrowAsClicksDo_data() {
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("term");
    const auto row = [&](const char* name, ChartWidget& chart, const Term& term) {
        int place = 0;
        for (Page* const page : m_window->tabs().pages()) {
            for (ChartWidget* const each : page->findChildren<ChartWidget*>()) {
                if (each == &chart)
                    QTest::newRow(name) << place << QString::fromStdString(toText(term));
                ++place;
            }
        }
    };
    const Snapshot& snapshot = *m_window->snapshot();
    const PortCount& port = snapshot.ports.front();
    row("bars of ports", m_window->portsPage().chart(), PortTerm{port.protocol, port.port});
    const CountryId country =
        rankCountries(snapshot.countries, Weight::scans).front().count.country;
    row("the curve of countries", m_window->tabs().countries().chart(), country);
    row("the map", m_window->tabs().countries().map(), country);
    row("bars of tools", m_window->tabs().tools().chart(), snapshot.tools.front().tool);
}

void TestAccess::keysNarrowAsClicksDo() {
    QFETCH(int, place);
    QFETCH(QString, term);
    int at = 0;
    for (Page* const page : m_window->tabs().pages()) {
        for (ChartWidget* const chart : page->findChildren<ChartWidget*>()) {
            if (at++ != place)
                continue;
            focus(*chart, *page);
            QSignalSpy narrowed(chart, &ChartWidget::narrowRequested);
            QTest::keyClick(chart, Qt::Key_Home);
            QVERIFY(chart->spot() == std::size_t{0});
            QVERIFY(showsAnswerAfter(*m_window, [&] { QTest::keyClick(chart, Qt::Key_Return); }));
            QCOMPARE(narrowed.size(), 1);
            const Narrowing& narrowing = m_window->exploration().narrowing();
            QCOMPARE(QString::fromStdString(toText(narrowing.only.front())), term);
            QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->exploration().clear(); }));
            // And leaves it out.
            QTest::keyClick(chart, Qt::Key_Home);
            QVERIFY(showsAnswerAfter(
                *m_window, [&] { QTest::keyClick(chart, Qt::Key_Return, Qt::ControlModifier); }));
            QCOMPARE(
                QString::fromStdString(toText(m_window->exploration().narrowing().without.front())),
                term);
            QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->exploration().clear(); }));
        }
    }
}

void TestAccess::shiftTakesInAStretch() {
    PacketsChart& chart = m_window->tabs().overview().packets();
    focus(chart, m_window->tabs().overview());
    const TimeGrid grid = chart.grid();
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Right);
    for (int step = 0; step < 3; ++step)
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QSignalSpy narrowed(&chart, &ChartWidget::narrowRequested);
    QVERIFY(showsAnswerAfter(*m_window, [&] { QTest::keyClick(&chart, Qt::Key_Space); }));
    QCOMPARE(narrowed.size(), 1);
    const Narrowing& narrowing = m_window->exploration().narrowing();
    QVERIFY(
        narrowing.only.front() == Term(TimeRange{grid.beginOf(1), grid.beginOf(5) + Duration{-1}}));
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->exploration().clear(); }));
    QVERIFY(!chart.zoom().isZoomed());
}

/// The place that a key comes to is said; without the focus, the whole is.
void TestAccess::keysSpeak() {
    PortSizesChart& chart = m_window->portsPage().chart();
    focus(chart, m_window->portsPage());
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Down);
    const PortCount& second = m_window->snapshot()->ports[1];
    QVERIFY2(chart.accessibleDescription().contains(QString::number(second.port)),
        qPrintable(chart.accessibleDescription()));
    chart.clearFocus();
    QCOMPARE(chart.accessibleDescription(), chart.description());
}

void TestAccess::wheelComesCloserAndTheButtonLeadsBack() {
    TimelineChart& chart = m_window->tabs().timeline().chart();
    m_window->tabs().showPage(m_window->tabs().timeline());
    QCoreApplication::processEvents();
    auto* const back = chart.viewport()->findChild<QToolButton*>();
    if (back == nullptr)
        QFAIL("there is no button that leads back");
    QVERIFY(!back->isVisible());
    const QPointF place(chart.viewport()->rect().center());
    QWheelEvent wheel(place, chart.viewport()->mapToGlobal(place), {}, {0, 240}, Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(chart.viewport(), &wheel);
    QVERIFY(chart.zoom().isZoomed());
    QVERIFY(back->isVisible());
    // What is drawn and what is said agree: a drag takes a stretch of what is shown.
    const auto terms = chart.termsIn(QRectF(0, 50, chart.viewport()->width(), 50));
    const TimeRange range = std::get<TimeRange>(terms.front());
    QVERIFY(range.length().inSeconds() <
            chart.grid().step.inSeconds() * static_cast<double>(chart.grid().count) * 0.7);
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(!chart.zoom().isZoomed());
    QVERIFY(!back->isVisible());
}

void TestAccess::narrowedTimeIsLookedAt() {
    TimelineChart& chart = m_window->tabs().timeline().chart();
    const TimeGrid grid = chart.grid();
    const TimeRange range{grid.beginOf(grid.count / 4), grid.beginOf(grid.count / 2)};
    QSignalSpy detailed(m_window.get(), &MainWindow::detailsShown);
    m_window->exploration().narrow({{range}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(chart.zoom().isZoomed(), 60'000);
    QVERIFY(std::abs(chart.zoom().shown().from - (range.first - grid.begin).inSeconds()) < 1);
    m_window->exploration().clear();
    QTRY_VERIFY_WITH_TIMEOUT(!chart.zoom().isZoomed(), 60'000);
}

void TestAccess::keysZoomAndGoOn() {
    CountryCdfChart& chart = m_window->tabs().countries().chart();
    focus(chart, m_window->tabs().countries());
    const std::size_t all = chart.spots().size();
    QTest::keyClick(&chart, Qt::Key_Home);
    for (int step = 0; step < 6; ++step)
        QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.zoom().isZoomed());
    QVERIFY(chart.spots().size() < all);
    // Beyond the edge the axis moves along.
    const double before = chart.zoom().shown().to;
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.zoom().shown().to > before);
    QTest::keyClick(&chart, Qt::Key_0);
    QVERIFY(!chart.zoom().isZoomed());
    QCOMPARE(chart.spots().size(), all);
}

/// Files are drawn of charts that were never laid out.
void TestAccess::chartsNeverShownHaveTheSameAxes() {
    const auto labelsOf = [](const ChartWidget& chart) {
        QStringList labels;
        const auto axes = chart.chart()->axes(Qt::Vertical);
        for (QAbstractAxis* const axis : axes)
            labels << qobject_cast<QCategoryAxis*>(axis)->categoriesLabels();
        return labels;
    };
    for (ChartWidget* const chart :
        {static_cast<ChartWidget*>(&m_window->tabs().overview().packets()),
            static_cast<ChartWidget*>(&m_window->tabs().timeline().chart())}) {
        QVERIFY(!labelsOf(*chart).isEmpty());
        QCOMPARE(labelsOf(*chart->copy()), labelsOf(*chart));
    }
}

/// The first page names where it looked, and leads to a file.
void TestAccess::missingDatabaseIsSaid() {
    WelcomePage page;
    page.show();
    const auto texts = [&page] {
        QString all;
        for (const QLabel* const label : page.findChildren<QLabel*>())
            all += label->text();
        return all;
    };
    const QString path = QStringLiteral("/usr/share/sweepscope/sweepscope-geo.mmdb");
    QPushButton* choose = nullptr;
    for (QPushButton* const button : page.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Choose a database…"))
            choose = button;
    }
    if (choose == nullptr)
        QFAIL("there is no button that chooses a database");
    page.showDatabases({path}, true);
    QVERIFY(texts().contains(path));
    QVERIFY(!choose->isVisible());
    page.showDatabases({path}, false);
    QVERIFY(texts().contains(path));
    QVERIFY(choose->isVisible());
    QSignalSpy requested(&page, &WelcomePage::databaseRequested);
    QTest::mouseClick(choose, Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
