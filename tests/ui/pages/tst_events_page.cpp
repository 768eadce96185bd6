// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/events_page.h"
#include "pages/timeline_page.h"
#include "support/made_scans.h"

#include <QSignalSpy>
#include <QTest>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kHour = 3'600;
constexpr double kDay = 24 * kHour;

Event eventAt(double seconds, std::uint16_t port, const char* name) {
    Event event;
    event.begin = madeTime(seconds);
    event.name = name;
    event.ports = {{Protocol::tcp, port}};
    return event;
}

EventsPointer listOf(std::vector<Event> events) {
    return std::make_shared<const EventList>(EventList{std::move(events), {}});
}

/// An hour with one scan of port 4786 each; from 12:00 on ten more in each of two hours.
SnapshotPointer reactingDay() {
    std::vector<MadeScan> scans;
    for (std::uint32_t hour = 0; hour < 24; ++hour)
        scans.push_back({0x0b000000 + hour * 999, 4'786, hour * kHour + 600});
    for (std::uint32_t i = 0; i < 20; ++i)
        scans.push_back(
            {0x0c000000 + i * 999, 4'786, 12 * kHour + 300 + i * 360, i == 2 ? 60U : 4U});
    scans.push_back({0x0d000000, 80, 23.9 * kHour});
    return snapshotOfScans(scans, kDay);
}

} // namespace

class TestEventsPage : public QObject {
    Q_OBJECT

private slots:
    void showsAReaction();
    void ownEventsAreAdded();
    void noEventsAreSaidSo();
    void marksAreThoseInView();
};

void TestEventsPage::showsAReaction() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    EventsPage page(exporter);
    page.resize(1000, 800);
    page.show();
    QSignalSpy worked(&page, &EventsPage::worked);
    page.setEvents(
        listOf({eventAt(6 * kHour, 80, "nobody came"), eventAt(12 * kHour, 4'786, "planted")}));
    page.setSnapshot(reactingDay());
    QVERIFY(worked.wait());
    QCOMPARE(page.table().tableModel().rowCount(), 2); // the clearest is chosen
    QVERIFY(page.facts().contains(QLatin1String("usual before: <b>1</b>")));
    QVERIFY(page.facts().contains(QLatin1String("peak after: <b>11</b>")));
    QVERIFY(page.facts().contains(QLatin1String("first scan after <b>300")));
    QVERIFY(page.detailTable().tableModel().rowCount() > 2);
    page.setBelow(EventsPage::Below::intervals);
    QCOMPARE(page.detailTable().tableModel().rowCount(), 25); // the last one begun
    // What the chart draws are the intervals' counts, by each measure.
    for (const auto measure :
        {ReactionMeasure::packets, ReactionMeasure::scans, ReactionMeasure::sources}) {
        page.setMeasure(measure);
        const auto& curves = std::get<Curves>(page.chart().figure());
        const auto table = page.chart().numbers();
        const std::size_t column = 2 + static_cast<std::size_t>(measure);
        for (std::size_t i = 0; i < table->rows(); ++i)
            QVERIFY(table->cell(i, column) ==
                    Cell(static_cast<std::uint64_t>(curves.curves[0].points[2 * i].second)));
    }
    // A drag over the second half narrows to the port and that time.
    const std::vector<Term> terms = page.chart().termsIn(
        QRectF(page.chart().width() / 2.0, 50, page.chart().width() / 2.0, 50));
    QCOMPARE(terms.size(), std::size_t{2});
    QVERIFY(terms[0] == Term(PortTerm{Protocol::tcp, 4'786}));
    QVERIFY(std::get<TimeRange>(terms[1]).last == madeTime(25 * kHour) + Duration{-1});
}

void TestEventsPage::ownEventsAreAdded() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    EventsPage page(exporter);
    page.show();
    QSignalSpy worked(&page, &EventsPage::worked);
    page.setSnapshot(reactingDay());
    QVERIFY(worked.wait());
    const int before = page.table().tableModel().rowCount();
    std::vector<Event> events = shippedEventList();
    events.push_back(eventAt(6 * kHour, 80, "of one's own"));
    page.setEvents(listOf(events));
    QVERIFY(worked.wait());
    QCOMPARE(page.table().tableModel().rowCount(), before + 1);
}

void TestEventsPage::noEventsAreSaidSo() {
    Exporter exporter([](const QString&, const Subcommand&) { return std::vector<std::string>(); });
    EventsPage page(exporter);
    page.show();
    QSignalSpy worked(&page, &EventsPage::worked);
    page.setEvents(listOf({}));
    page.setSnapshot(reactingDay());
    QVERIFY(worked.wait());
    QVERIFY(page.facts().contains(QLatin1String("No known event")));
    QCOMPARE(page.detailTable().tableModel().rowCount(), 0);
}

/// Of four events those are marked that lie in the capture's time and concern a port that is
/// scanned in it.
void TestEventsPage::marksAreThoseInView() {
    const SnapshotPointer snapshot = reactingDay();
    Team team(1);
    const DetailsPointer details = makeDetails(snapshot, team);
    TimelineChart chart;
    chart.setEvents(listOf({eventAt(-kDay, 4'786, "before"), eventAt(kHour, 4'786, "seen"),
        eventAt(2 * kHour, 9'999, "no such port"), eventAt(3 * kDay, 4'786, "after")}));
    chart.setDetails(details);
    QCOMPARE(chart.events().size(), std::size_t{1});
    QCOMPARE(chart.events()[0].name, std::string("seen"));
    // Narrowed to another port, it is not in view.
    auto narrowed = std::make_shared<Snapshot>(*snapshot);
    narrowed->question.narrowing.only = {PortTerm{Protocol::tcp, 80}};
    QVERIFY(portsInView(*narrowed) == std::vector<PortId>({{Protocol::tcp, 80}}));
    const auto other = std::make_shared<Details>(*details);
    other->snapshot = narrowed;
    chart.setDetails(other);
    QVERIFY(chart.events().empty());
}

QTEST_MAIN(TestEventsPage)
#include "tst_events_page.moc"
