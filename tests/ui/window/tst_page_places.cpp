// SPDX-License-Identifier: GPL-3.0-or-later
// Pages are made when they are needed, and show the newest whenever they are seen or asked for.
#include "window_driver.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QWheelEvent>

#include <utility>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Writes down what it is told: "snapshot 2 after 1".
class ToldPage : public Page {
public:
    explicit ToldPage(QStringList& told)
        : m_told(told) {}

    void setSnapshot(SnapshotPointer snapshot) override {
        m_told << QStringLiteral("snapshot %1 after %2").arg(textOf(snapshot), textOf(m_before));
    }

    void setBefore(const SnapshotPointer& before) override { m_before = before; }

    void setDetails(const DetailsPointer& details) override {
        m_told << QStringLiteral("details of %1").arg(textOf(details->snapshot));
    }

    void setEvents(const EventsPointer& events) override {
        m_told << QStringLiteral("%1 events").arg(events->events.size());
    }

    [[nodiscard]] bool worksOutOfSight() const override { return works; }

    bool works = false;

private:
    static QString textOf(const SnapshotPointer& snapshot) {
        return snapshot == nullptr ? QStringLiteral("none")
                                   : QString::fromStdString(snapshot->question.profile);
    }

    QStringList& m_told;
    SnapshotPointer m_before;
};

SnapshotPointer snapshotCalled(const char* name) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->question.profile = name;
    return snapshot;
}

DetailsPointer detailsOf(const SnapshotPointer& snapshot) {
    auto details = std::make_shared<Details>();
    details->snapshot = snapshot;
    return details;
}

} // namespace

class TestPagePlaces : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void nothingIsMadeBeforeItIsNeeded();
    void onlyTheNewestIsShownLate();
    void whatIsInSightIsToldAtOnce();
    void aPageThatWorksIsToldOutOfSight();
    void aWindowThatStartsMakesNoPage();
    void thresholdsComeOnceTheWindowIsThere();
    void aPanelMadeLateKnowsWhatTheProgramWasStartedWith();
    void closingLeavesNoFigures();
    void aPageOutOfSightShowsTheNewestWhenSeen();
    void aPageMadeLateHasItsPlaceInTheTabOrder();
    void aPageScrollsWhereThereIsNoRoom();
    void aWheelOverAChartScrollsWhatScrolls();

private:
    QStringList m_told;
};

void TestPagePlaces::initTestCase() {
    setUpWindowTests();
}

void TestPagePlaces::init() {
    m_told.clear();
}

void TestPagePlaces::nothingIsMadeBeforeItIsNeeded() {
    PagePlace place([this] { return new ToldPage(m_told); });
    place.setSnapshot(snapshotCalled("1"));
    QVERIFY(place.pageIfMade() == nullptr);
    QSignalSpy made(&place, &PagePlace::made);
    const Page& page = place.page();
    QCOMPARE(place.pageIfMade(), &page);
    QCOMPARE(&place.page(), &page);
    QCOMPARE(made.size(), 1);
}

void TestPagePlaces::onlyTheNewestIsShownLate() {
    PagePlace place([this] { return new ToldPage(m_told); });
    const SnapshotPointer first = snapshotCalled("1");
    const SnapshotPointer second = snapshotCalled("2");
    place.setEvents(std::make_shared<const EventList>(EventList{std::vector<Event>(3), {}}));
    place.setSnapshot(first);
    place.setDetails(detailsOf(first));
    place.setSnapshot(second, first);
    place.setDetails(detailsOf(second));
    QVERIFY(m_told.isEmpty());
    (void)place.page();
    QCOMPARE(m_told, QStringList({QStringLiteral("3 events"), QStringLiteral("snapshot 2 after 1"),
                         QStringLiteral("details of 2")}));
    (void)place.page(); // knows it all
    QCOMPARE(m_told.size(), 3);
}

void TestPagePlaces::whatIsInSightIsToldAtOnce() {
    PagePlace place([this] { return new ToldPage(m_told); });
    place.show();
    place.setSnapshot(snapshotCalled("1"));
    place.setSnapshot(snapshotCalled("2"));
    place.hide();
    place.setSnapshot(snapshotCalled("3"));
    place.setSnapshot(snapshotCalled("4"));
    QCOMPARE(m_told, QStringList({QStringLiteral("snapshot 1 after none"),
                         QStringLiteral("snapshot 2 after none")}));
    place.show();
    QCOMPARE(m_told.size(), 3);
    QCOMPARE(m_told.last(), QStringLiteral("snapshot 4 after none"));
}

void TestPagePlaces::aPageThatWorksIsToldOutOfSight() {
    PagePlace place([this] { return new ToldPage(m_told); });
    static_cast<ToldPage&>(place.page()).works = true;
    place.setSnapshot(snapshotCalled("1"));
    QCOMPARE(m_told, QStringList({QStringLiteral("snapshot 1 after none")}));
}

void TestPagePlaces::aWindowThatStartsMakesNoPage() {
    const auto window = windowForSample();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    QVERIFY(window->findChildren<Page*>().isEmpty());
    QVERIFY(window->findChildren<PageTabs*>().isEmpty());
    QVERIFY(showsAnswerAfter(*window, [&] { window->openSample(); }));
    QCOMPARE(window->findChildren<Page*>(), QList<Page*>{&window->tabs().overview()});
    QCOMPARE(window->focusWidget(), window->tabs().tabBar()); // it was on the welcome
}

void TestPagePlaces::thresholdsComeOnceTheWindowIsThere() {
    const auto window = windowForSample();
    QVERIFY(window->findChildren<ThresholdPanel*>().isEmpty());
    QTRY_COMPARE(window->findChildren<ThresholdPanel*>().size(), 1); // without being asked for
    const auto* const panel = window->findChild<ThresholdPanel*>();
    QVERIFY(panel->isVisible());
    QCOMPARE(&window->thresholds(), panel);
    QCOMPARE(panel->width(), panel->parentWidget()->width());
}

void TestPagePlaces::aPanelMadeLateKnowsWhatTheProgramWasStartedWith() {
    StartOptions options;
    options.telescopeAddresses = 65'536;
    options.profile = QStringLiteral("small-telescope");
    MainWindow window(options);
    window.docks().thresholds().reset();
    QCOMPARE(window.thresholds().question().telescope.addresses, 65'536.0);
    QCOMPARE(window.thresholds().question().profile, std::string("small-telescope"));
}

void TestPagePlaces::closingLeavesNoFigures() {
    const auto window = std::make_unique<MainWindow>(StartOptions{});
    window->show();
    const auto words = [&] {
        QStringList said;
        const auto labels = window->thresholds().findChildren<QLabel*>();
        for (const QLabel* const label : labels)
            said << (label->isVisibleTo(window.get()) ? label->text() : QString());
        return said;
    };
    const QStringList atFirst = words();
    const Question question = window->thresholds().question();
    const auto hasChips = [&] {
        return window->breadcrumbs().findChild<QToolButton*>()->isVisible();
    };
    QVERIFY(!hasChips());
    QVERIFY(showsAnswerAfter(*window, [&] { window->openCaptures({sampleCapture()}); }));
    QVERIFY(words() != atFirst);
    QVERIFY(hasChips());
    QCOMPARE(window->focusWidget(), window->tabs().tabBar());
    window->closeCaptures();
    QCOMPARE(window->focusWidget()->parentWidget(), window->findChild<WelcomePage*>());
    QCOMPARE(words(), atFirst);
    QCOMPARE(window->thresholds().question(), question);
    QVERIFY(!hasChips());
}

void TestPagePlaces::aPageOutOfSightShowsTheNewestWhenSeen() {
    const auto window = windowForSample();
    QVERIFY(showsAnswerAfter(*window, [&] { window->openSample(); }));
    window->tabs().showPage(window->portsPage());
    const TableModel& ports = window->portsPage().table().tableModel();
    const int before = ports.rowCount();
    QVERIFY(before > 1);
    window->tabs().setCurrentIndex(0);
    const auto& first = window->snapshot()->ports.front();
    QVERIFY(showsAnswerAfter(*window, [&] {
        window->exploration().narrow({{PortTerm{first.protocol, first.port}}, {}});
    }));
    QCOMPARE(ports.rowCount(), before); // nobody looks
    window->tabs().setCurrentIndex(1);
    QCOMPARE(ports.rowCount(), 1);
}

/// The keyboard goes from the titles into the page, not past it to what was made earlier.
void TestPagePlaces::aPageMadeLateHasItsPlaceInTheTabOrder() {
    const auto window = windowForSample();
    QVERIFY(showsAnswerAfter(*window, [&] { window->openSample(); }));
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    window->tabs().showPage(window->scannersPage());
    window->tabs().tabBar()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &window->scannersPage().filter());
}

/// With large texts a page may need more than the screen has; the window does not grow for it.
void TestPagePlaces::aPageScrollsWhereThereIsNoRoom() {
    ToldPage* page = nullptr;
    PagePlace place([&] {
        page = new ToldPage(m_told);
        page->setMinimumSize(300, 1'000);
        return page;
    });
    place.setSnapshot(snapshotCalled("first"));
    place.resize(400, 500);
    QVERIFY(place.findChildren<QWidget*>().isEmpty()); // what nobody sees is not even begun
    place.show();
    auto* const area = place.findChild<QScrollArea*>();
    QVERIFY(area != nullptr);
    QTRY_COMPARE(page->height(), 1'000);
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 1'000 - area->viewport()->height());
    QVERIFY(area->verticalScrollBar()->maximum() >= 500);
    QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    QVERIFY(place.minimumSizeHint().height() < 500);
    QCOMPARE(place.minimumSizeHint().width(), 300);
    page->setMinimumSize(350, 100);
    QTRY_COMPARE(page->height(), area->viewport()->height());
    QTRY_COMPARE(place.minimumSizeHint().width(), 350);
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
}

/// Where all of the page is seen the wheel comes closer; elsewhere it wants Ctrl for that.
void TestPagePlaces::aWheelOverAChartScrollsWhatScrolls() {
    const auto window = windowForSample({1280, 500});
    QVERIFY(showsAnswerAfter(*window, [&] { window->openCaptures({sampleCapture()}); }));
    TimelineChart& chart = window->tabs().timeline().chart();
    window->tabs().showPage(window->tabs().timeline());
    const auto* const area = window->tabs().currentWidget()->findChild<QScrollArea*>();
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    QTRY_VERIFY(chart.zoom().canZoom());
    const auto turn = [&](int angle, Qt::KeyboardModifiers keys) {
        const QPointF place(chart.viewport()->rect().center());
        QWheelEvent wheel(place, chart.viewport()->mapToGlobal(place), {}, {0, angle}, Qt::NoButton,
            keys, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart.viewport(), &wheel);
    };
    turn(240, Qt::NoModifier);
    QVERIFY(!chart.zoom().isZoomed());
    turn(240, Qt::ControlModifier);
    QVERIFY(chart.zoom().isZoomed());
}

QTEST_MAIN(TestPagePlaces)
#include "tst_page_places.moc"
