// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/elided_box.h"
#include "thresholds/notations.h"
#include "thresholds/threshold_row.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <set>

using namespace sweepscope;

class TestThresholdRow : public QObject {
    Q_OBJECT

private slots:
    void scaleHasExactEnds();
    void scaleGoesBothWays();
    void sliderTellsOfEachMove();
    void targetsAreWhole();
    void arrowsGoToTheNextValue();
    void fieldTellsWhenTypingEnds();
    void nonsenseIsTakenBack();
    void longChoicesKeepBothEnds();

private:
    static std::unique_ptr<ThresholdRow> makeRow();
};

std::unique_ptr<ThresholdRow> TestThresholdRow::makeRow() {
    ThresholdRow::Notation notation{[](double value) { return QString::number(value); },
        [](const QString& text) -> std::optional<double> {
            bool isNumber = false;
            const double number = text.toDouble(&isNumber);
            return isNumber ? std::optional(number) : std::nullopt;
        }};
    auto row = std::make_unique<ThresholdRow>(
        QStringLiteral("Expiry"), ThresholdScale(60, 600'000), notation);
    row->setValue(480);
    row->show();
    return row;
}

void TestThresholdRow::scaleHasExactEnds() {
    const ThresholdScale scale(60, 604'800);
    QCOMPARE(scale.valueAt(0), 60.0);
    QCOMPARE(scale.valueAt(ThresholdScale::kSteps), 604'800.0);
    QCOMPARE(scale.placeOf(1), 0);
    QCOMPARE(scale.placeOf(1e12), ThresholdScale::kSteps);
    const ThresholdScale withZero(0.001, 1e6, true);
    QCOMPARE(withZero.valueAt(0), 0.0);
    QCOMPARE(withZero.placeOf(0), 0);
    QCOMPARE(withZero.valueAt(1), 0.001);
}

void TestThresholdRow::scaleGoesBothWays() {
    const ThresholdScale scale(0.01, 100);
    double before = 0;
    for (int place = 0; place <= ThresholdScale::kSteps; ++place) {
        const double value = scale.valueAt(place);
        QVERIFY(value >= before);
        QVERIFY(std::abs(scale.placeOf(value) - place) <= 6); // two digits cost up to 5 %
        before = value;
    }
}

void TestThresholdRow::sliderTellsOfEachMove() {
    const auto row = makeRow();
    QSignalSpy changed(row.get(), &ThresholdRow::valueChanged);
    row->slider().setFocus();
    QTest::keyClick(&row->slider(), Qt::Key_PageUp);
    QTest::keyClick(&row->slider(), Qt::Key_PageUp);
    QCOMPARE(changed.count(), 2);
    QVERIFY(row->value() > 480);
    QCOMPARE(row->field().text(), QString::number(row->value()));
}

/// On a small telescope most places lie between two numbers of targets: what the field shows is
/// what is asked for.
void TestThresholdRow::targetsAreWhole() {
    constexpr double kAddresses = 8;
    ThresholdRow row(QStringLiteral("Targets"), ThresholdScale::ofWholes(1, kAddresses),
        targetsNotation([] { return kAddresses; }));
    std::set<double> values;
    for (int place = ThresholdScale::kSteps; place >= 0; --place) {
        row.slider().setValue(place);
        QCOMPARE(row.field().text().toDouble(), row.value());
        values.insert(row.value());
    }
    QCOMPARE(values, (std::set<double>{1, 2, 3, 4, 5, 6, 7, 8}));
}

/// Never to none, and never to the one that already holds.
void TestThresholdRow::arrowsGoToTheNextValue() {
    const auto row = makeRow();
    QSignalSpy changed(row.get(), &ThresholdRow::valueChanged);
    for (const double next : {490.0, 500.0}) {
        QTest::keyClick(&row->slider(), Qt::Key_Right);
        QCOMPARE(row->value(), next);
    }
    QTest::keyClick(&row->slider(), Qt::Key_Left);
    QCOMPARE(row->value(), 490.0);
    QCOMPARE(changed.count(), 3);
    row->setValue(1234); // typed: between two of the slider's
    QTest::keyClick(&row->slider(), Qt::Key_Right);
    QVERIFY(row->value() > 1234);
    row->setValue(600'000);
    QTest::keyClick(&row->slider(), Qt::Key_Right);
    QCOMPARE(row->value(), 600'000.0);
    QCOMPARE(changed.count(), 4);
    row->setValue(101);
    row->slider().setValue(row->slider().value() + 1);
    const auto moves = changed.count();
    const double value = row->value();
    row->slider().setValue(row->slider().value() + 1); // 100 as well
    QCOMPARE(row->value(), value);
    QCOMPARE(changed.count(), moves);
}

void TestThresholdRow::fieldTellsWhenTypingEnds() {
    const auto row = makeRow();
    QSignalSpy changed(row.get(), &ThresholdRow::valueChanged);
    row->field().selectAll();
    QTest::keyClicks(&row->field(), QStringLiteral("1234"));
    QCOMPARE(changed.count(), 0);
    QTest::keyClick(&row->field(), Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(row->value(), 1234.0); // exact, though the slider has no such place
}

void TestThresholdRow::nonsenseIsTakenBack() {
    const auto row = makeRow();
    QSignalSpy changed(row.get(), &ThresholdRow::valueChanged);
    row->field().selectAll();
    QTest::keyClicks(&row->field(), QStringLiteral("soon"));
    QVERIFY(row->field().property("wrong").toBool());
    QTest::keyClick(&row->field(), Qt::Key_Return);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(row->field().text(), QStringLiteral("480"));
    QVERIFY(!row->field().property("wrong").toBool());
}

/// Of "Reproduction 2018, changed" the last word counts.
void TestThresholdRow::longChoicesKeepBothEnds() {
    const QString text = QStringLiteral("Reproduction 2018, changed");
    ElidedBox box;
    box.addItem(text);
    box.resize(box.fontMetrics().horizontalAdvance(text) * 3 / 4, 30);
    const QString shown = box.shownText();
    QVERIFY2(shown.startsWith(QLatin1String("Rep")), qPrintable(shown));
    QVERIFY2(shown.endsWith(QLatin1String("ged")), qPrintable(shown));
    QVERIFY(shown.size() < text.size());
    box.resize(box.fontMetrics().horizontalAdvance(text) * 3, 30);
    QCOMPARE(box.shownText(), text);
}

QTEST_MAIN(TestThresholdRow)
#include "tst_threshold_row.moc"
