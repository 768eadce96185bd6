// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/events.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

const std::string kHeader = "date,event,cve,ports,visibility,confidence,note\n";

std::string portsText(const Event& event) {
    std::string text;
    for (const PortId port : event.ports)
        text += (text.empty() ? "" : " ") + toText(port);
    return text;
}

const Event& shipped(const std::string& name) {
    const auto& events = shippedEventList();
    const auto found = std::find_if(
        events.begin(), events.end(), [&](const Event& each) { return each.name == name; });
    Q_ASSERT(found != events.end());
    return *found;
}

Timestamp moment(const char* text) {
    return *parseIso8601(text);
}

} // namespace

class TestEvents : public QObject {
    Q_OBJECT

private slots:
    void theShippedListIsRead();
    void datesAreDaysMonthsOrMoments();
    void quotesAndLineEnds();
    void wrongLinesAreNamed_data();
    void wrongLinesAreNamed();
    void filesAreNamed();
    void marksAreThoseInView();
};

void TestEvents::theShippedListIsRead() {
    const auto& events = shippedEventList();
    QCOMPARE(events.size(), std::size_t{71});
    QVERIFY(std::is_sorted(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.begin < b.begin; }));
    for (const Event& event : events)
        QVERIFY(event.confidence != EventConfidence::own);
    const Event& ntp = shipped("NTP monlist (TA14-013A 2014-01-13)");
    QCOMPARE(dateText(ntp), std::string("2013-12-30"));
    QCOMPARE(portsText(ntp), std::string("udp/123"));
    QCOMPARE(ntp.cve, std::string("CVE-2013-5211"));
    QVERIFY(ntp.confidence == EventConfidence::checked);
    QVERIFY(ntp.visibility == Visibility::own);
    QCOMPARE(portsText(shipped("Satori")), std::string("tcp/37215 tcp/52869"));
    QVERIFY(shipped("Masscan first versions").concerns({Protocol::udp, 7}));
    QVERIFY(!ntp.concerns({Protocol::tcp, 123}));
}

void TestEvents::datesAreDaysMonthsOrMoments() {
    const auto events =
        parseEvents(kHeader + "2024-02,month,,,,,\n2013-12,year's end,,,,,\n2018-03-28,day,,,,,\n"
                              "2018-03-28T14:00Z,moment,,,,,\n");
    QVERIFY(events.ok());
    std::vector<std::string> dates;
    for (const Event& event : events.value())
        dates.push_back(dateText(event) + " " +
                        std::to_string(static_cast<int>(event.span.inSeconds() / 86'400)));
    const std::vector<std::string> expected = {
        "2013-12 31", "2018-03-28 1", "2018-03-28T14:00:00Z 0", "2024-02 29"};
    QVERIFY(dates == expected);
}

void TestEvents::quotesAndLineEnds() {
    const auto events = parseEvents(
        "date,event,cve,ports\r\n\r\n# a comment\r\n2020-01-01,\"a, \"\"b\"\"\",,tcp/1 udp/2\r\n");
    QVERIFY(events.ok());
    QCOMPARE(events.value().size(), std::size_t{1});
    QCOMPARE(events.value()[0].name, std::string("a, \"b\""));
    QCOMPARE(portsText(events.value()[0]), std::string("tcp/1 udp/2"));
    QVERIFY(events.value()[0].confidence == EventConfidence::own);
}

void TestEvents::wrongLinesAreNamed_data() {
    QTest::addColumn<std::string>("csv");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char* name, const std::string& line, const char* message) {
        QTest::newRow(name) << kHeader + "2020-01-01,good,,,,,\n" + line << std::string(message);
    };
    QTest::newRow("header") << std::string("day,event\n") << std::string("line 1: ");
    row("date", "yesterday,x,,,,,\n", "line 3: 'yesterday' is no date");
    row("no name", "2020-01-01,,,,,,\n", "line 3: the event has no name");
    row("ports", "2020-01-01,x,,80,,,\n", "line 3: '80' are no ports");
    row("visibility", "2020-01-01,x,,,loud,,\n", "line 3: the visibility");
    row("confidence", "2020-01-01,x,,,,sure,\n", "line 3: the confidence");
    row("quote", "2020-01-01,\"x,,,,,\n", "line 3: too many fields");
    row("fields", "2020-01-01,x,,,,,,,\n", "line 3: too many fields");
}

void TestEvents::wrongLinesAreNamed() {
    QFETCH(std::string, csv);
    QFETCH(std::string, message);
    const auto events = parseEvents(csv);
    QVERIFY(!events.ok());
    QVERIFY2(events.error().message().starts_with(message), events.error().message().c_str());
}

void TestEvents::filesAreNamed() {
    const TemporaryFolder folder;
    QVERIFY(!readEvents(folder.path("none.csv")).ok());
    const auto bad = readEvents(folder.write("bad.csv", kHeader + "x,y\n"));
    QVERIFY(!bad.ok());
    QVERIFY(bad.error().message().find("bad.csv, line 2: ") != std::string::npos);
    QCOMPARE(readEvents(folder.write("good.csv", kHeader + "2020-01-01,y\n")).value().size(),
        std::size_t{1});
}

void TestEvents::marksAreThoseInView() {
    const TimeRange year{moment("2018-03-28T12:00"), moment("2018-04-18")};
    const auto names = [&](const std::vector<PortId>& ports) {
        std::string text;
        for (const Event& event : eventsIn(shippedEventList(), year, ports))
            text += event.name + "; ";
        return text;
    };
    QCOMPARE(names({}), std::string("Drupalgeddon 2; Cisco Smart Install; WebLogic T3; "));
    QCOMPARE(names({{Protocol::tcp, 4786}}), std::string("Cisco Smart Install; "));
    QCOMPARE(names({{Protocol::udp, 4786}}), std::string());
}

QTEST_APPLESS_MAIN(TestEvents)
#include "tst_events.moc"
