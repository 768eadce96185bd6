// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <array>
#include <ctime>
#include <limits>
#include <string>

using namespace sweepscope;
using tests::Random;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

/// What the C library makes of whole seconds.
std::string naiveSeconds(std::int64_t seconds) {
    const std::time_t moment = seconds;
    std::tm parts{};
    gmtime_r(&moment, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

} // namespace

class TestTime : public QObject {
    Q_OBJECT

private slots:
    void prints_data();
    void prints();
    void printsSecondsAsTheCLibraryDoes();
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void parsesWhatItPrints();
    void differencesSaturate_data();
    void differencesSaturate();
    void shiftsSaturate_data();
    void shiftsSaturate();
    void wholeSecondsStayWhole();
    void secondsAreRoundedAndHeld_data();
    void secondsAreRoundedAndHeld();
    void rangesGrow();
};

void TestTime::prints_data() {
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("seconds");
    const auto row = [](const char* name, std::int64_t at, const char* text, const char* seconds) {
        QTest::newRow(name) << qint64{at} << std::string(text) << std::string(seconds);
    };
    row("the epoch", 0, "1970-01-01T00:00:00.000000Z", "1970-01-01T00:00:00Z");
    row("a quarter second", 1'540'857'600 * kSecond + 250'000'000, "2018-10-30T00:00:00.250000Z",
        "2018-10-30T00:00:00Z");
    row("microseconds do", 999'999'000, "1970-01-01T00:00:00.999999Z", "1970-01-01T00:00:00Z");
    row("nanoseconds must", 1, "1970-01-01T00:00:00.000000001Z", "1970-01-01T00:00:00Z");
    row("just before the epoch", -1, "1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59Z");
    row("a day before", -86'400 * kSecond, "1969-12-31T00:00:00.000000Z", "1969-12-31T00:00:00Z");
    row("leap day of 2000", 951'782'400 * kSecond, "2000-02-29T00:00:00.000000Z",
        "2000-02-29T00:00:00Z");
    row("behind it", 951'868'800 * kSecond, "2000-03-01T00:00:00.000000Z", "2000-03-01T00:00:00Z");
    row("1900 had none", -2'203'891'200 * kSecond, "1900-03-01T00:00:00.000000Z",
        "1900-03-01T00:00:00Z");
    row("the last second that 32 bits hold", 4'294'967'295 * kSecond, "2106-02-07T06:28:15.000000Z",
        "2106-02-07T06:28:15Z");
    row("the last moment", kMost, "2262-04-11T23:47:16.854775807Z", "2262-04-11T23:47:16Z");
    row("the first moment", kLeast, "1677-09-21T00:12:43.145224192Z", "1677-09-21T00:12:43Z");
}

void TestTime::prints() {
    QFETCH(qint64, nanoseconds);
    QFETCH(std::string, text);
    QFETCH(std::string, seconds);
    QCOMPARE(toIso8601(Timestamp{nanoseconds}), text);
    QCOMPARE(toIso8601Seconds(Timestamp{nanoseconds}), seconds);
}

void TestTime::printsSecondsAsTheCLibraryDoes() {
    Random random(1);
    for (int i = 0; i < 10'000; ++i) {
        const std::int64_t seconds =
            static_cast<std::int64_t>(random.below(18'000'000'000)) - 9'000'000'000;
        QCOMPARE(toIso8601Seconds(Timestamp{seconds * kSecond}), naiveSeconds(seconds));
    }
}

void TestTime::parses_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<qint64>("nanoseconds");
    const auto row = [](const char* text, std::int64_t nanoseconds) {
        QTest::newRow(text) << std::string(text) << qint64{nanoseconds};
    };
    row("1970-01-01", 0);
    row("1970-01-01T00:00Z", 0);
    row("2018-10-30", 1'540'857'600 * kSecond);
    row("2018-10-30Z", 1'540'857'600 * kSecond);
    row("2018-10-30T12:00", 1'540'900'800 * kSecond);
    row("2018-10-30 12:00:01", 1'540'900'801 * kSecond);
    row("2018-10-30T12:00:01Z", 1'540'900'801 * kSecond);
    row("2018-10-30T12:00:01.5", 1'540'900'801 * kSecond + 500'000'000);
    row("2018-10-30T12:00:01.000000001Z", 1'540'900'801 * kSecond + 1);
    row("2018-10-30T12:00:01.0000000019Z", 1'540'900'801 * kSecond + 1); // more is not kept
    row("1969-12-31T23:59:59.999999999Z", -1);
    row("2000-02-29", 951'782'400 * kSecond);
    row("2024-02-29T23:59:59Z", 1'709'251'199 * kSecond);
    row("1678-01-01", -9'214'560'000 * kSecond);
    row("2261-12-31T23:59:59Z", 9'214'646'399 * kSecond);
}

void TestTime::parses() {
    QFETCH(std::string, text);
    QFETCH(qint64, nanoseconds);
    const auto moment = parseIso8601(text);
    QVERIFY(moment.has_value());
    QCOMPARE(qint64{moment->nanoseconds}, nanoseconds);
}

void TestTime::refuses_data() {
    QTest::addColumn<std::string>("text");
    for (const char* const text : {"", "2018", "2018-10", "18-10-30", "2018-1-3", "2018/10/30",
             "2018-10-30T", "2018-10-30T12", "2018-10-30T24:00", "2018-10-30T12:60",
             "2018-10-30T12:00:60", "2018-10-30T12:00:00.", "2018-10-30T12:00:00.x",
             "2018-10-30T12:00:00+02:00", "2018-10-30T12:00:00ZZ", "2018-10-30T12:00:00 ",
             " 2018-10-30", "2018-13-01", "2018-00-01", "2018-02-29", "2100-02-29", "2018-04-31",
             "2018-10-00", "1677-12-31", "2262-01-01", "9999-01-01", "-018-10-30", "2018--1-30",
             "2018-10-30T-0:00", "2018-10-30T00:-0", "2018-10-30T00:00:-0", "2018-10-30T+1:00",
             "2018-10-30T12:00.5", "now"})
        QTest::newRow(text) << std::string(text);
}

void TestTime::refuses() {
    QFETCH(std::string, text);
    QVERIFY(!parseIso8601(text).has_value());
}

void TestTime::parsesWhatItPrints() {
    Random random(2);
    constexpr std::int64_t kRange = 9'200'000'000; // seconds, 1678 to 2261
    for (int i = 0; i < 10'000; ++i) {
        const std::int64_t seconds = static_cast<std::int64_t>(random.below(2 * kRange)) - kRange;
        const auto fraction = static_cast<std::int64_t>(random.below(kSecond));
        const Timestamp moment{
            seconds * kSecond + (random.oneIn(2) ? fraction / 1000 * 1000 : fraction)};
        QVERIFY(parseIso8601(toIso8601(moment)) == moment);
    }
}

void TestTime::differencesSaturate_data() {
    QTest::addColumn<qint64>("later");
    QTest::addColumn<qint64>("earlier");
    QTest::addColumn<qint64>("difference");
    const auto row = [](const char* name, std::int64_t later, std::int64_t earlier,
                         std::int64_t difference) {
        QTest::newRow(name) << qint64{later} << qint64{earlier} << qint64{difference};
    };
    row("plain", 7, 3, 4);
    row("negative", 3, 7, -4);
    row("across the epoch", 5, -5, 10);
    row("all of time", kMost, kLeast, kMost);
    row("all of time backwards", kLeast, kMost, kLeast);
    row("one too many", kMost, -1, kMost);
    row("just held", kMost - 1, -1, kMost);
    row("one too few", kLeast, 1, kLeast);
}

void TestTime::differencesSaturate() {
    QFETCH(qint64, later);
    QFETCH(qint64, earlier);
    QFETCH(qint64, difference);
    QCOMPARE(qint64{(Timestamp{later} - Timestamp{earlier}).nanoseconds}, difference);
}

void TestTime::shiftsSaturate_data() {
    QTest::addColumn<qint64>("moment");
    QTest::addColumn<qint64>("shift");
    QTest::addColumn<qint64>("sum");
    const auto row = [](const char* name, std::int64_t moment, std::int64_t shift,
                         std::int64_t sum) {
        QTest::newRow(name) << qint64{moment} << qint64{shift} << qint64{sum};
    };
    row("forward", 3, 4, 7);
    row("backward", 3, -4, -1);
    row("beyond the end", kMost - 3, 4, kMost);
    row("to the end", kMost - 4, 4, kMost);
    row("before the begin", kLeast + 3, -4, kLeast);
    row("not at all", kLeast, 0, kLeast);
}

void TestTime::shiftsSaturate() {
    QFETCH(qint64, moment);
    QFETCH(qint64, shift);
    QFETCH(qint64, sum);
    QCOMPARE(qint64{(Timestamp{moment} + Duration{shift}).nanoseconds}, sum);
}

/// Thresholds are whole seconds and are shown and written in reports: 480 s must not come out as
/// 480.00000000000006.
void TestTime::wholeSecondsStayWhole() {
    for (std::int64_t count = -100'000; count <= 100'000; ++count) {
        if (Duration::seconds(count).inSeconds() != static_cast<double>(count))
            QFAIL(qPrintable(QStringLiteral("%1 s become %2 s")
                                 .arg(count)
                                 .arg(Duration::seconds(count).inSeconds(), 0, 'g', 17)));
    }
    QCOMPARE(Duration{1'500'000'000}.inSeconds(), 1.5);
    QCOMPARE(Duration{1}.inSeconds(), 1e-9);
}

void TestTime::secondsAreRoundedAndHeld_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::newRow("zero") << 0.0 << qint64{0};
    QTest::newRow("half a second") << 0.5 << qint64{500'000'000};
    QTest::newRow("a tenth") << 0.1 << qint64{100'000'000};
    QTest::newRow("rounded up") << 1.6e-9 << qint64{2};
    QTest::newRow("rounded down") << 1.4e-9 << qint64{1};
    QTest::newRow("negative") << -2.5 << qint64{-2'500'000'000};
    QTest::newRow("480") << 480.0 << qint64{480'000'000'000};
}

void TestTime::secondsAreRoundedAndHeld() {
    QFETCH(double, seconds);
    QFETCH(qint64, nanoseconds);
    QCOMPARE(qint64{Duration::fromSeconds(seconds).nanoseconds}, nanoseconds);
    const std::int64_t most = Duration::fromSeconds(1e300).nanoseconds;
    const std::int64_t least = Duration::fromSeconds(-1e300).nanoseconds;
    QVERIFY(most > 9'000'000'000 * kSecond);
    QCOMPARE(least, -most);
    QCOMPARE(Duration::fromSeconds(std::numeric_limits<double>::infinity()).nanoseconds, most);
}

void TestTime::rangesGrow() {
    TimeRange range;
    QVERIFY(range.isEmpty());
    QCOMPARE(qint64{range.length().nanoseconds}, qint64{0});
    QVERIFY(!range.contains(Timestamp{0}));
    range.include(Timestamp{5});
    QVERIFY(!range.isEmpty());
    QCOMPARE(qint64{range.length().nanoseconds}, qint64{0});
    range.include(Timestamp{-7});
    QCOMPARE(qint64{range.length().nanoseconds}, qint64{12});
    QVERIFY(range.contains(Timestamp{5}) && range.contains(Timestamp{-7}));
    QVERIFY(!range.contains(Timestamp{6}) && !range.contains(Timestamp{-8}));
    range.include(TimeRange());
    QVERIFY(range == (TimeRange{{-7}, {5}}));
    TimeRange other;
    other.include(range);
    QVERIFY(other == range);
}

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
