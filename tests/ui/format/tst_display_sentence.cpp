// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_sentence.h"
#include "format/display_zone.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace sweepscope;

namespace {

/// Turns the order around, and has forms for one and for many.
class Turning : public QTranslator {
public:
    [[nodiscard]] QString translate(
        const char* context, const char* text, const char* /*remark*/, int count) const override {
        if (qstrcmp(context, "core") != 0)
            return {};
        if (qstrcmp(text, "%1 frames at %2") == 0)
            return count == 1 ? QStringLiteral("um %2: %1 Rahmen")
                              : QStringLiteral("um %2 mehrere: %1 Rahmen");
        return qstrcmp(text, "noon") == 0 ? QStringLiteral("Mittag") : QString();
    }

    [[nodiscard]] bool isEmpty() const override { return false; }
};

Sentence frames(std::uint64_t count) {
    return sayCounted(count, "%1 frame at %2", "%1 frames at %2", {{"noon"}});
}

} // namespace

class TestDisplaySentence : public QObject {
    Q_OBJECT

private slots:

    void init() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        setDisplayZone(DisplayZone::utc);
    }

    void numbersAreTheLocales();
    void oneInBothLanguages();
    void timesAreInTheZone();
    void portsAreShort();
    void notesBecomeSentences();
};

void TestDisplaySentence::numbersAreTheLocales() {
    const Sentence sentence =
        say("%1 of %2 in %3", {{std::uint64_t{18204}}, rounded(4096.5, 1), significant(0.02, 2)});
    QCOMPARE(displaySentence(sentence), QStringLiteral("18,204 of 4,096.5 in 0.02"));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(displaySentence(sentence), QStringLiteral("18.204 of 4.096,5 in 0,02"));
    QCOMPARE(QString::fromStdString(sentence.text()), QStringLiteral("18204 of 4096.5 in 0.02"));
}

void TestDisplaySentence::oneInBothLanguages() {
    QCOMPARE(displaySentence(frames(1)), QStringLiteral("1 frame at noon"));
    QCOMPARE(displaySentence(frames(2000)), QStringLiteral("2,000 frames at noon"));
    Turning turning;
    QCoreApplication::installTranslator(&turning);
    QCOMPARE(displaySentence(frames(1)), QStringLiteral("um Mittag: 1 Rahmen"));
    QCOMPARE(displaySentence(frames(2000)), QStringLiteral("um Mittag mehrere: 2,000 Rahmen"));
    QCoreApplication::removeTranslator(&turning);
}

void TestDisplaySentence::timesAreInTheZone() {
    const Moment moment{*parseIso8601("2026-03-10T10:20:05Z"), Moment::Detail::minute};
    QCOMPARE(displaySentence(say("from %1", {{moment}})), QStringLiteral("from 2026-03-10 10:20"));
    QCOMPARE(displaySentence(say("from %1", {{Moment{moment.time}}})),
        QStringLiteral("from 2026-03-10 10:20:05"));
}

void TestDisplaySentence::portsAreShort() {
    const std::vector<PortId> ports = {{Protocol::tcp, 23}, {Protocol::icmp, 0}};
    QCOMPARE(displaySentence(say("on %1", {{ports}})), QStringLiteral("on 23/tcp, ICMP"));
}

void TestDisplaySentence::notesBecomeSentences() {
    const std::vector<Sentence> notes = {say("too few of %1", {{"port 23"}}), frames(3)};
    QCOMPARE(displayNotes(notes), QStringLiteral("Too few of port 23. 3 frames at noon."));
    QCOMPARE(displaySentences(notes), QStringLiteral("too few of port 23; 3 frames at noon"));
    QCOMPARE(displayNotes({}), QString());
}

QTEST_GUILESS_MAIN(TestDisplaySentence)
#include "tst_display_sentence.moc"
