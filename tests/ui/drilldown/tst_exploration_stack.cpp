// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/breadcrumb_bar.h"
#include "drilldown/exploration_stack.h"
#include "style/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sweepscope;

namespace {

const Term kTelnet = PortTerm{Protocol::tcp, 23};
const Term kSsh = PortTerm{Protocol::tcp, 22};
const Term kMirai = Tool::mirai;

} // namespace

class TestExplorationStack : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { applyLook(Look::light); }

    void goesInAndBack();
    void whatChangesNothingIsNoStep();
    void thresholdsStayThroughSteps();
    void forgetsWhatWasGoneBackFrom();
    void actionsFollow();
    void breadcrumbsShowTheWay();
    void searchNarrows();
    void searchSaysWhatItDoesNotKnow();
};

void TestExplorationStack::goesInAndBack() {
    ExplorationStack stack;
    QSignalSpy changed(&stack, &ExplorationStack::changed);
    stack.narrow({{kTelnet}, {}});
    stack.narrow({{kMirai}, {kSsh}});
    QCOMPARE(changed.count(), 2);
    QVERIFY(stack.narrowing() == (Narrowing{{kTelnet, kMirai}, {kSsh}}));
    stack.back();
    QVERIFY(stack.narrowing() == (Narrowing{{kTelnet}, {}}));
    stack.forward();
    QVERIFY(stack.narrowing().has(kMirai));
    stack.drop(kTelnet);
    QVERIFY(stack.narrowing() == (Narrowing{{kMirai}, {kSsh}}));
    stack.reset();
    QVERIFY(stack.narrowing().isEmpty());
    stack.back(); // a reset by mistake is undone
    QVERIFY(stack.narrowing().has(kMirai));
    QCOMPARE(changed.count(), 7);
    stack.clear();
    QVERIFY(stack.narrowing().isEmpty());
    QVERIFY(!stack.backAction()->isEnabled());
}

void TestExplorationStack::whatChangesNothingIsNoStep() {
    ExplorationStack stack;
    stack.narrow({{kTelnet}, {}});
    QSignalSpy changed(&stack, &ExplorationStack::changed);
    stack.narrow({{kTelnet}, {}});
    stack.drop(kMirai);
    stack.back();
    stack.back();
    stack.reset();
    QCOMPARE(changed.count(), 1);
}

void TestExplorationStack::thresholdsStayThroughSteps() {
    ExplorationStack stack;
    Question question;
    question.thresholds.minRate = 7;
    stack.setThresholds(question);
    stack.narrow({{kTelnet}, {}});
    question.thresholds.minRate = 8;
    stack.setThresholds(question);
    QVERIFY(stack.narrowing().has(kTelnet));
    stack.back();
    QCOMPARE(stack.question().thresholds.minRate, 8.0);
    QVERIFY(stack.narrowing().isEmpty());
}

void TestExplorationStack::forgetsWhatWasGoneBackFrom() {
    ExplorationStack stack;
    stack.narrow({{kTelnet}, {}});
    stack.back();
    stack.narrow({{kSsh}, {}});
    QVERIFY(!stack.forwardAction()->isEnabled());
    stack.forward();
    QVERIFY(stack.narrowing().has(kSsh));
}

void TestExplorationStack::actionsFollow() {
    ExplorationStack stack;
    QVERIFY(!stack.backAction()->isEnabled() && !stack.resetAction()->isEnabled());
    stack.narrow({{kTelnet}, {}});
    QVERIFY(stack.backAction()->isEnabled() && stack.resetAction()->isEnabled());
    QVERIFY(!stack.forwardAction()->isEnabled());
    stack.backAction()->trigger();
    QVERIFY(stack.narrowing().isEmpty());
    QVERIFY(stack.forwardAction()->isEnabled() && !stack.resetAction()->isEnabled());
}

void TestExplorationStack::breadcrumbsShowTheWay() {
    ExplorationStack stack;
    BreadcrumbBar bar(stack);
    QCOMPARE(bar.words(), QStringList({QStringLiteral("All scans")}));
    stack.narrow({{kMirai}, {}});
    stack.narrow({{kTelnet}, {CountryId::fromCode("NL")}});
    QCOMPARE(bar.words(), QStringList({QStringLiteral("All scans"), QStringLiteral("port 23/tcp"),
                              QStringLiteral("mirai"), QStringLiteral("not Netherlands")}));
    bar.resize(1200, 44);
    bar.show();
    for (QToolButton* const chip : bar.findChildren<QToolButton*>()) {
        if (chip->property("word").toString() == QLatin1String("mirai") && chip->isVisible())
            QTest::mouseClick(chip, Qt::LeftButton);
    }
    QTRY_VERIFY(!stack.narrowing().has(kMirai));
    QVERIFY(stack.narrowing().has(kTelnet));
}

void TestExplorationStack::searchNarrows() {
    ExplorationStack stack;
    BreadcrumbBar bar(stack);
    auto origins = std::make_shared<SourceOrigins>();
    origins->networks.push_back({4134, "Chinanet"});
    bar.setOrigins(origins);
    bar.resize(1200, 44);
    bar.show();
    const auto type = [&](const char* text) {
        bar.search().setFocus();
        QTest::keyClicks(&bar.search(), QLatin1String(text));
        QTest::keyClick(&bar.search(), Qt::Key_Return);
    };
    type("ssh");
    QVERIFY(stack.narrowing().has(kSsh));
    QVERIFY(bar.search().text().isEmpty());
    type("chinanet");
    QVERIFY(stack.narrowing().has(NetworkTerm{4134}));
    QVERIFY(bar.words().contains(QStringLiteral("AS4134 Chinanet")));
    type("10.1.2.0/24");
    QVERIFY(stack.narrowing().has(parsePrefix("10.1.2.0/24").value()));
}

void TestExplorationStack::searchSaysWhatItDoesNotKnow() {
    ExplorationStack stack;
    BreadcrumbBar bar(stack);
    bar.resize(1200, 44);
    bar.show();
    QSignalSpy missed(&bar.search(), &SearchField::notUnderstood);
    QTest::keyClicks(&bar.search(), QStringLiteral("xyzzy"));
    QTest::keyClick(&bar.search(), Qt::Key_Return);
    QCOMPARE(missed.count(), 1);
    QVERIFY(stack.narrowing().isEmpty());
    QCOMPARE(bar.search().text(), QStringLiteral("xyzzy")); // to be mended
    QTest::keyClick(&bar.search(), Qt::Key_Escape);
    QVERIFY(bar.search().text().isEmpty());
    QTest::keyClicks(&bar.search(), QStringLiteral("xyzzy"));
    auto* const clear = bar.search().findChild<QToolButton*>();
    QVERIFY(clear != nullptr);
    clear->click();
    QVERIFY(bar.search().text().isEmpty());
}

QTEST_MAIN(TestExplorationStack)
#include "tst_exploration_stack.moc"
