// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/threshold_notes.h"

#include <QLocale>
#include <QTest>

using namespace sweepscope;

/// What thresholds mean on a telescope of 4,096 addresses, worked out by hand.
class TestThresholdNotes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void telescopes();
    void targets();
    void rates();
    void large();
    void expiries();

private:
    Thresholds m_thresholds; ///< the paper's: 480 s, 100 targets, 10 pps Internet-wide, 10 %
    Telescope m_telescope{4096, false};
};

/// Nothing can be inferred before there are captures.
void TestThresholdNotes::telescopes() {
    QCOMPARE(telescopeNote(m_telescope, true), QStringLiteral("4,096 addresses"));
    QVERIFY(telescopeNote({4096, true}, true).contains(QLatin1String("inferred")));
    QVERIFY(telescopeNote({4096, true}, false).contains(QLatin1String("until captures")));
    QVERIFY(!telescopeNote({4096, true}, false).contains(QLatin1String("inferred")));
}

void TestThresholdNotes::targets() {
    m_thresholds.minTargets = {1024, false, 1};
    QVERIFY(targetsNote(m_thresholds, m_telescope).text.startsWith(QLatin1String("25.0")));
    QVERIFY(!targetsNote(m_thresholds, m_telescope).isWarning);
    m_thresholds.minTargets = {5000, false, 1};
    QVERIFY(targetsNote(m_thresholds, m_telescope).isWarning);
}

void TestThresholdNotes::rates() {
    m_thresholds.minRate = 0;
    QCOMPARE(rateNote(m_thresholds, m_telescope).text, QStringLiteral("any rate"));
    m_thresholds.minRate = 10;
    m_thresholds.internetSize = 4096 * 1000.0;
    QVERIFY(rateNote(m_thresholds, m_telescope).text.contains(QLatin1String("0.01 pps here")));
    QVERIFY(rateNote(m_thresholds, {16, false}).isWarning);
}

void TestThresholdNotes::large() {
    m_thresholds.largeCoverage = 0.1;
    QCOMPARE(largeNote(m_thresholds, m_telescope).text, QStringLiteral("410 of 4,096 addresses"));
}

/// One packet in 100 s at the telescope: a silence of 480 s happens with probability e^-4.8.
void TestThresholdNotes::expiries() {
    m_thresholds.minRate = 10;
    m_thresholds.internetSize = 4096 * 1000.0;
    m_thresholds.expiry = Duration::seconds(480);
    const ThresholdNote note = expiryNote(m_thresholds, m_telescope);
    QVERIFY(note.text.contains(QLatin1String("0.8")));
    QVERIFY(!note.isWarning);
    m_thresholds.expiry = Duration::seconds(100);
    QVERIFY(expiryNote(m_thresholds, m_telescope).isWarning);
}

QTEST_MAIN(TestThresholdNotes)
#include "tst_threshold_notes.moc"
