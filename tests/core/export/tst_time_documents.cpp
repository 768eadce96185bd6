// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/time_documents.h"
#include "export/time_figures.h"
#include "support/made_scans.h"
#include "support/show.h"

#include <QTest>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kDay = 86'400;

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Event planted(double at) {
    Event event;
    event.begin = madeTime(at);
    event.name = "planted event";
    event.ports = {{Protocol::tcp, 23}};
    return event;
}

} // namespace

class TestTimeDocuments : public QObject {
    Q_OBJECT

private slots:
    void comparison();
    void events();
    void changes();
    void nothing();
};

void TestTimeDocuments::comparison() {
    std::vector<MadeScan> after = noiseScans(2, 400, kDay);
    for (std::uint32_t i = 0; i < 60; ++i)
        after.push_back({0x14000000 + i * 5'000, 9'999, i * 100.0});
    const Comparison comparison =
        compare({"monday", snapshotOfScans(noiseScans(1, 400, kDay), kDay), std::nullopt},
            {"tuesday", snapshotOfScans(after, kDay), std::nullopt});
    const std::string html = htmlOf(comparisonDocument(comparison));
    for (const char* part : {"monday", "tuesday", "tcp/9999", "Scan sizes", "Benjamini"})
        QVERIFY2(has(html, part), part);
    const std::string ranks = rankFigure(comparison, Dimension::port);
    QVERIFY(has(ranks, "tcp/9999") && has(ranks, "telnet (tcp/23)"));
    QVERIFY(!has(ranks, "United"));
    QVERIFY(has(differenceFigure(comparison), "tcp/9999"));
    QVERIFY(has(coverageFigure(comparison), "monday"));
}

void TestTimeDocuments::events() {
    const auto snapshot = snapshotOfScans(noiseScans(1, 400, kDay), kDay);
    const EventReaction reaction = reactionTo(*snapshot, planted(kDay / 2));
    QVERIFY(has(reactionFigure(reaction), "planted event"));
    for (std::size_t i = 0; i < reaction.intervals.size(); ++i) {
        const auto at = [&](ReactionMeasure measure) {
            return reactionCurves(reaction, measure).curves[0].points[2 * i].second;
        };
        QCOMPARE(at(ReactionMeasure::packets), double(reaction.intervals[i].packets));
        QCOMPARE(at(ReactionMeasure::scans), double(reaction.intervals[i].scans));
        QCOMPARE(at(ReactionMeasure::sources), double(reaction.intervals[i].sources));
    }
    const std::string html = htmlOf(eventDocument({reaction}));
    for (const char* part : {"planted event", "First scan after: ", "Who came, by country."})
        QVERIFY2(has(html, part), part);
}

/// Marks are those that concern the port and lie in view.
void TestTimeDocuments::changes() {
    const auto snapshot = snapshotOfScans(noiseScans(1, 1'500, kDay), kDay);
    const Rhythm rhythm = findChanges(*snapshot);
    QVERIFY(!rhythm.ports.empty());
    QCOMPARE(toText(rhythm.ports[0].port), std::string("tcp/23"));
    const std::vector<Event> events = {planted(kDay / 2)};
    QVERIFY(has(rhythmFigure(rhythm, rhythm.ports[0], events), "planted event"));
    QVERIFY(!has(rhythmFigure(rhythm, rhythm.ports[1], events), "planted event"));
    QVERIFY(!has(rhythmFigure(rhythm, rhythm.ports[0], {planted(9 * kDay)}), "planted event"));
    QVERIFY(has(htmlOf(changeDocument(rhythm, events)), "Nothing stands out"));
}

void TestTimeDocuments::nothing() {
    QVERIFY(has(htmlOf(comparisonDocument({})), "No difference stands"));
    QVERIFY(coverageFigure({}).empty());
    QVERIFY(has(htmlOf(changeDocument({}, {})), "Nothing stands out"));
    QVERIFY(has(htmlOf(eventDocument({})), "0 events"));
}

QTEST_APPLESS_MAIN(TestTimeDocuments)
#include "tst_time_documents.moc"
