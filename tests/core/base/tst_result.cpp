// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "support/show.h"

#include <QTest>

#include <memory>
#include <string>
#include <type_traits>

using namespace sweepscope;

namespace {

Result<int> half(int number) {
    if (number % 2 != 0)
        return Error{"odd"};
    return number / 2;
}

} // namespace

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void holdsAValueOrAnError();
    void tellsAFalseValueFromAnError();
    void tellsAnErrorValueFromAnError();
    void handsOutWhatCannotBeCopied();
    void isNoTruthValue();
    void statusHoldsNothingOrAnError();
};

void TestResult::holdsAValueOrAnError() {
    QVERIFY(half(10).ok());
    QCOMPARE(half(10).value(), 5);
    QVERIFY(!half(11).ok());
    QCOMPARE(half(11).error().message(), std::string("odd"));
    Result<int> changed = half(10);
    changed.value() = 8;
    QCOMPARE(changed.value(), 8);
}

void TestResult::tellsAFalseValueFromAnError() {
    const Result<bool> no = false;
    QVERIFY(no.ok());
    QCOMPARE(no.value(), false);
    const Result<std::string> empty = std::string();
    QVERIFY(empty.ok());
}

void TestResult::tellsAnErrorValueFromAnError() {
    // The same type on both sides of the choice must not mix them up.
    const Result<std::string> text = std::string("a message that is the value");
    QVERIFY(text.ok());
    QCOMPARE(text.value(), std::string("a message that is the value"));
    const Result<std::string> failed = Error{"a message"};
    QVERIFY(!failed.ok());
}

void TestResult::handsOutWhatCannotBeCopied() {
    Result<std::unique_ptr<int>> held = std::make_unique<int>(7);
    QVERIFY(held.ok());
    const std::unique_ptr<int> taken = std::move(held).value();
    QCOMPARE(*taken, 7);
}

void TestResult::isNoTruthValue() {
    // Result<bool> would read either way, so neither kind converts.
    static_assert(!std::is_constructible_v<bool, Result<bool>>);
    static_assert(!std::is_constructible_v<bool, Result<int>>);
    static_assert(!std::is_constructible_v<bool, Status>);
    QVERIFY((std::is_constructible_v<Result<int>, Error>));
}

void TestResult::statusHoldsNothingOrAnError() {
    QVERIFY(Status().ok());
    const Status failed = Error{"the disk is full"};
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().message(), std::string("the disk is full"));
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
