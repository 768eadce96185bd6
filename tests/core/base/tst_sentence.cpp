// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sentence.h"

#include <QTest>

using namespace sweepscope;

class TestSentence : public QObject {
    Q_OBJECT

private slots:
    void partsGoToTheirPlaces();
    void oneHasAFormOfItsOwn();
    void figuresHaveTheirDigits();
    void timesAsFarAsTheyMatter();
    void portsAreListed();
    void sentencesWithinSentences();
    void whatIsNoPlaceStays();
    void whatIsSaidAboutAName();
    void joins();
};

void TestSentence::partsGoToTheirPlaces() {
    QCOMPARE(say("%2 before %1, and %2 again", {{"a"}, {"b"}}).text(),
        std::string("b before a, and b again"));
    QCOMPARE(say("Nothing to fill in").text(), std::string("Nothing to fill in"));
}

void TestSentence::oneHasAFormOfItsOwn() {
    const auto text = [](std::uint64_t count) {
        return sayCounted(count, "%1 frame was cut at %2", "%1 frames were cut at %2", {{"noon"}})
            .text();
    };
    QCOMPARE(text(0), std::string("0 frames were cut at noon"));
    QCOMPARE(text(1), std::string("1 frame was cut at noon"));
    QCOMPARE(text(18'446'744'073'709'551'615U),
        std::string("18446744073709551615 frames were cut at noon"));
}

void TestSentence::figuresHaveTheirDigits() {
    QCOMPARE(say("%1", {rounded(4096.4)}).text(), std::string("4096"));
    QCOMPARE(say("%1", {rounded(2.25, 1)}).text(), std::string("2.2"));
    QCOMPARE(say("%1", {significant(0.0202, 2)}).text(), std::string("0.02"));
    QCOMPARE(say("%1", {significant(480)}).text(), std::string("480"));
}

void TestSentence::timesAsFarAsTheyMatter() {
    const Timestamp time = *parseIso8601("2026-03-10T10:20:05Z");
    const auto text = [&](Moment::Detail detail) {
        return say("%1", {{Moment{time, detail}}}).text();
    };
    QCOMPARE(text(Moment::Detail::second), std::string("2026-03-10T10:20:05Z"));
    QCOMPARE(text(Moment::Detail::minute), std::string("2026-03-10 10:20"));
    QCOMPARE(text(Moment::Detail::day), std::string("2026-03-10"));
}

void TestSentence::portsAreListed() {
    const std::vector<PortId> ports = {{Protocol::tcp, 23}, {Protocol::udp, 53}};
    QCOMPARE(say("ports: %1", {{ports}}).text(), std::string("ports: tcp/23, udp/53"));
}

void TestSentence::sentencesWithinSentences() {
    const Sentence span = say("%1 h", {rounded(7.5, 1)});
    QCOMPARE(say("Nothing for %1, %1 long", {{span}}).text(),
        std::string("Nothing for 7.5 h, 7.5 h long"));
    QVERIFY(say("%1", {{span}}) == say("%1", {{span}}));
    QVERIFY(!(say("%1", {{span}}) == say("%1", {{say("%1 h", {rounded(7.6, 1)})}})));
}

/// A name may hold what looks like a place, and a per cent sign is often just that.
void TestSentence::whatIsNoPlaceStays() {
    QCOMPARE(say("%1 is 100 % of %2, not %3", {{"a%2"}, {"%1"}}).text(),
        std::string("a%2 is 100 % of %1, not %3"));
    QCOMPARE(say("ends in %").text(), std::string("ends in %"));
}

/// Whoever shows the name itself takes the rest, and nothing else is taken for a name.
void TestSentence::whatIsSaidAboutAName() {
    const Sentence what = say("is larger than %1 MiB", {{64U}});
    const Sentence named = about("a: b%1", what);
    QCOMPARE(named.text(), std::string("a: b%1: is larger than 64 MiB"));
    QVERIFY(withoutName(named, "a: b%1") == what);
    QVERIFY(withoutName(named, "a") == named);
    QVERIFY(withoutName(what, "64") == what);
    QVERIFY(withoutName(say("%1: %2", {{"a"}, {1U}}), "a") == say("%1: %2", {{"a"}, {1U}}));
    QCOMPARE(verbatim("100 %1 %").text(), std::string("100 %1 %"));
    QVERIFY(Sentence().isEmpty());
    QVERIFY(!what.isEmpty());
}

void TestSentence::joins() {
    const std::vector<Sentence> two = {say("first"), say("second %1", {{"b"}})};
    QCOMPARE(joinedText(two, kBetweenSentences), std::string("first; second b"));
    QCOMPARE(joinedText({}, kBetweenSentences), std::string());
    QCOMPARE(textsOf(two), (std::vector<std::string>{"first", "second b"}));
}

QTEST_APPLESS_MAIN(TestSentence)
#include "tst_sentence.moc"
