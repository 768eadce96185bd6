// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/country_cdf_chart.h"
#include "window_driver.h"

#include <QLineSeries>
#include <QStyle>

using namespace sweepscope;
using namespace sweepscope::tests;

/// Thresholds by hand: dragged, typed, undone; and what is said of each move.
class TestThresholds : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void cleanupTestCase() { m_window.reset(); }

    void differenceIsToldInWords();
    void typingIsNotAppliedBeforeItEnds();
    void nonsenseIsNotApplied();
    void aDragIsOneMove();
    void slowAnswersWaitForTheHand();
    void moveIsUndoneAndDoneAgain();
    void backToTheStartIsNoMove();
    void resetBringsTheProfileBack();
    void ghostStandsBehindTheCurve();

private:
    ThresholdRow& row(const char* name);
    void type(ThresholdRow& row, const QString& text);
    void drag(QSlider& slider, double to, int steps);
    [[nodiscard]] QString difference() const;

    std::unique_ptr<MainWindow> m_window;
};

void TestThresholds::initTestCase() {
    setUpWindowTests();
    m_window = windowForSample({1280, 800});
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
}

/// Each begins with the profile's thresholds and nothing to undo.
void TestThresholds::init() {
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->thresholds().reset(); }));
    m_window->docks().thresholdHistory().clear();
}

ThresholdRow& TestThresholds::row(const char* name) {
    return *m_window->thresholds().findChild<ThresholdRow*>(QLatin1String(name));
}

void TestThresholds::type(ThresholdRow& row, const QString& text) {
    row.field().setFocus();
    row.field().selectAll();
    QTest::keyClicks(&row.field(), text);
}

/// From the handle's place to a share of the groove, with the mouse.
void TestThresholds::drag(QSlider& slider, double to, int steps) {
    const auto placeOf = [&](double share) {
        const int handle = 16;
        return QPoint(
            handle / 2 + static_cast<int>(share * (slider.width() - handle)), slider.height() / 2);
    };
    const double from = static_cast<double>(slider.value()) / slider.maximum();
    QTest::mousePress(&slider, Qt::LeftButton, {}, placeOf(from));
    for (int i = 1; i <= steps; ++i)
        QTest::mouseMove(&slider, placeOf(from + (to - from) * i / steps));
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, placeOf(to));
}

QString TestThresholds::difference() const {
    return m_window->thresholds().findChild<QLabel*>(QStringLiteral("difference"))->text();
}

void TestThresholds::differenceIsToldInWords() {
    QCOMPARE(differenceText(100, 312), QStringLiteral("+212 scans, +212.0\u00A0%"));
    QCOMPARE(differenceText(400, 388), QStringLiteral("−12 scans, −3.0\u00A0%"));
    QCOMPARE(differenceText(0, 7), QStringLiteral("+7 scans"));
    QCOMPARE(differenceText(7, 7), QString());
    const auto before = m_window->snapshot()->totals.scans;
    QVERIFY(showsAnswerAfter(*m_window, [&] {
        type(row("minTargets"), QStringLiteral("200"));
        QTest::keyClick(&row("minTargets").field(), Qt::Key_Return);
    }));
    QCOMPARE(difference(), differenceText(before, m_window->snapshot()->totals.scans));
    QVERIFY(difference().startsWith(QStringLiteral("−")));
}

void TestThresholds::typingIsNotAppliedBeforeItEnds() {
    QSignalSpy asked(&m_window->thresholds(), &ThresholdPanel::questionChanged);
    const Thresholds before = m_window->thresholds().question().thresholds;
    type(row("expiry"), QStringLiteral("6"));
    QTest::keyClicks(&row("expiry").field(), QStringLiteral("00"));
    QCOMPARE(asked.count(), 0);
    QCOMPARE(m_window->thresholds().question().thresholds, before);
    QTest::keyClick(&row("expiry").field(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(m_window->thresholds().question().thresholds.expiry, Duration::seconds(600));
    QCOMPARE(row("expiry").slider().value(), ThresholdScale(60, 7 * 86'400).placeOf(600));
}

void TestThresholds::nonsenseIsNotApplied() {
    QSignalSpy asked(&m_window->thresholds(), &ThresholdPanel::questionChanged);
    type(row("expiry"), QStringLiteral("soon"));
    QTest::keyClick(&row("expiry").field(), Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
    QCOMPARE(row("expiry").field().text(), QStringLiteral("480 s"));
}

void TestThresholds::aDragIsOneMove() {
    const Question before = m_window->thresholds().question();
    drag(row("minTargets").slider(), 0.9, 12);
    QCOMPARE(m_window->docks().thresholdHistory().count(), 1);
    QTRY_COMPARE(m_window->snapshot()->question, m_window->thresholds().question());
    QVERIFY(m_window->thresholds().question().thresholds.minTargets.value > 500);
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->docks().thresholdHistory().undo(); }));
    QCOMPARE(m_window->thresholds().question(), before);
}

void TestThresholds::slowAnswersWaitForTheHand() {
    ThresholdPanel& panel = m_window->thresholds();
    panel.setSnapshot(m_window->snapshot(), 5000); // as if it had taken so long
    QSignalSpy asked(&panel, &ThresholdPanel::questionChanged);
    QSlider& slider = row("minTargets").slider();
    slider.setSliderDown(true);
    for (int i = 1; i <= 5; ++i)
        slider.setValue(slider.value() + 10);
    QCOMPARE(asked.count(), 0);
    slider.setSliderDown(false);
    QCOMPARE(asked.count(), 1);
    QTRY_COMPARE(m_window->snapshot()->question, panel.question());
    slider.setSliderDown(true);
    slider.setValue(slider.value() + 10); // now answers are fast again
    QCOMPARE(asked.count(), 2);
    slider.setSliderDown(false);
    QCOMPARE(asked.count(), 2);
    QTRY_COMPARE(m_window->snapshot()->question, panel.question());
}

void TestThresholds::moveIsUndoneAndDoneAgain() {
    const Question begin = m_window->thresholds().question();
    const auto scans = m_window->snapshot()->totals.scans;
    type(row("minTargets"), QStringLiteral("1000"));
    QTest::keyClick(&row("minTargets").field(), Qt::Key_Return);
    type(row("large"), QStringLiteral("50 %"));
    QTest::keyClick(&row("large").field(), Qt::Key_Return);
    QTRY_COMPARE(m_window->snapshot()->question, m_window->thresholds().question());
    const Question end = m_window->thresholds().question();
    QCOMPARE(m_window->docks().thresholdHistory().count(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(
        m_window->thresholds().question().thresholds.largeCoverage, begin.thresholds.largeCoverage);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->snapshot()->question, begin);
    QCOMPARE(m_window->snapshot()->totals.scans, scans);
    QCOMPARE(row("minTargets").field().text(), QStringLiteral("100"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_window->snapshot()->question, end);
}

void TestThresholds::backToTheStartIsNoMove() {
    QSlider& slider = row("large").slider();
    const int begin = slider.value();
    slider.setSliderDown(true);
    slider.setValue(begin + 100);
    QCOMPARE(m_window->docks().thresholdHistory().count(), 1);
    slider.setValue(begin);
    slider.setSliderDown(false);
    QCOMPARE(m_window->thresholds().question().thresholds.largeCoverage, 0.1);
}

void TestThresholds::resetBringsTheProfileBack() {
    const Question begin = m_window->thresholds().question();
    type(row("minTargets"), QStringLiteral("7"));
    QTest::keyClick(&row("minTargets").field(), Qt::Key_Return);
    QTRY_COMPARE(m_window->snapshot()->question, m_window->thresholds().question());
    for (QToolButton* const button : m_window->thresholds().findChildren<QToolButton*>()) {
        if (button->text() == QLatin1String("Reset"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(m_window->snapshot()->question, begin);
    QVERIFY(m_window->docks().thresholdHistory().canUndo());
}

void TestThresholds::ghostStandsBehindTheCurve() {
    m_window->tabs().showPage(m_window->tabs().countries());
    auto* const chart = m_window->tabs().countries().findChild<CountryCdfChart*>();
    const auto curves = [&] { return chart->chart()->series().size(); };
    m_window->thresholds().setMaterial(*m_window->worker().material());
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->thresholds().reset(); }));
    QCOMPARE(curves(), 1);
    type(row("minTargets"), QStringLiteral("1500"));
    QVERIFY(showsAnswerAfter(
        *m_window, [&] { QTest::keyClick(&row("minTargets").field(), Qt::Key_Return); }));
    QCOMPARE(curves(), 2);
    const auto* const ghost = static_cast<const QLineSeries*>(chart->chart()->series().first());
    QCOMPARE(ghost->pen().style(), Qt::DashLine);
    const auto* const curve = static_cast<const QLineSeries*>(chart->chart()->series().last());
    QVERIFY(ghost->points() != curve->points());
}

QTEST_MAIN(TestThresholds)
#include "tst_thresholds.moc"
