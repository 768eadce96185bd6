// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/details.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/scan_set.h"
#include "support/show.h"
#include "support/small_scene.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// A snapshot of random traffic with countries and networks.
std::shared_ptr<const Snapshot> randomSnapshot(std::uint64_t seed, Grouping by) {
    Question question;
    question.thresholds.minTargets.value = 1;
    question.thresholds.minRate = 0;
    question.thresholds.largeCoverage = 0.01;
    question.thresholds.by = by;
    question.telescope = {1'000, false};
    auto index = std::make_shared<const BurstIndex>(indexOf(randomTraffic(seed, 4'000)));
    auto origins = std::make_shared<SourceOrigins>();
    for (std::uint32_t number = 1; number <= 3; ++number)
        origins->networks.push_back({number, "Network"});
    for (const IndexSegment& segment : index->segments) {
        OriginSegment& into = origins->segments.emplace_back();
        for (const Address source : segment.sources) {
            into.countries.push_back(ScanSet::countryOf(source));
            into.networks.push_back({ScanSet::networkOf(source)});
        }
    }
    return SnapshotMaker(2).make(
        {index, origins, std::make_shared<const CaptureReport>(), {}}, question, {});
}

/// Every scan with its bursts, the plain way.
template <typename Use>
void forEachScan(const Snapshot& snapshot, Use use) {
    for (const auto& segment : snapshot.scans) {
        for (const Scan& scan : segment)
            use(scan, burstsOf(*snapshot.material.index, *snapshot.chains, scan));
    }
}

} // namespace

class TestDetails : public QObject {
    Q_OBJECT

private slots:
    void agreeWithPlainMaps_data();
    void agreeWithPlainMaps();
    void timelineAgreesWithPlainSets_data();
    void timelineAgreesWithPlainSets();
    void threadsChangeNothing();
    void sizeClassesHaveTheirBorders();
    void ofNothing();
    void highlightsSpeakOfWhatIsThere();
    void highlightsNarrowToWhatTheySpeakOf();
    void highlightsDoNotRepeatTheNarrowing_data();
    void highlightsDoNotRepeatTheNarrowing();
};

void TestDetails::agreeWithPlainMaps_data() {
    QTest::addColumn<std::uint64_t>("seed");
    QTest::addColumn<bool>("bySource");
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        QTest::addRow("seed %d by port", static_cast<int>(seed)) << seed << false;
        QTest::addRow("seed %d by source", static_cast<int>(seed)) << seed << true;
    }
}

void TestDetails::agreeWithPlainMaps() {
    QFETCH(std::uint64_t, seed);
    QFETCH(bool, bySource);
    const auto snapshot = randomSnapshot(seed, bySource ? Grouping::source : Grouping::sourcePort);
    Team team(3);
    const auto details = makeDetails(snapshot, team);
    std::map<std::uint32_t, NetworkCount> networks;
    std::map<std::uint32_t, std::set<SourceId>> networkSources;
    std::map<std::pair<Protocol, std::uint16_t>, PortDetail> ports;
    ToolCoverage tools;
    const ScanView view = snapshot->view();
    forEachScan(*snapshot, [&](const Scan& scan, const auto& bursts) {
        const NetworkId network = view.networkOf(scan.source);
        NetworkCount& count = networks[network.place];
        count.network = network;
        ++count.scans;
        ++(scan.size == ScanSize::large ? count.large : count.small);
        ++count.tools[static_cast<std::size_t>(scan.tool)];
        count.packets += scan.packets;
        networkSources[network.place].insert(scan.source);
        std::set<std::uint16_t> itsPorts;
        for (const Burst* burst : bursts)
            itsPorts.insert(burst->port);
        const double coverage = scan.targets / 1'000.0;
        for (const std::uint16_t port : itsPorts) {
            PortDetail& detail = ports[{protocolOf(scan.kind), port}];
            detail.countries.resize(CountryId::kCount);
            ++detail.scans;
            ++detail.countries[view.countryOf(scan.source).number()];
            ++detail.sizes[coverage < 0.001 ? 0 : coverage < 0.01 ? 1 : coverage < 0.1 ? 2 : 3];
        }
        std::size_t place = 0;
        for (const double border : {0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3})
            place += coverage >= border ? 1 : 0;
        ++tools.classes[place][static_cast<std::size_t>(scan.tool)];
    });
    QCOMPARE(details->networks.size(), networks.size());
    for (const NetworkCount& count : details->networks) {
        NetworkCount expected = networks[count.network.place];
        expected.sources = networkSources[count.network.place].size();
        QVERIFY(count == expected);
    }
    QVERIFY(!details->networks.back().network.isKnown());
    QCOMPARE(details->ports.size(), std::min(kDetailedPorts, snapshot->ports.size()));
    for (std::size_t i = 0; i < details->ports.size(); ++i) {
        const PortDetail& detail = details->ports[i];
        QCOMPARE(detail.port, snapshot->ports[i].port);
        QCOMPARE(detail.scans, snapshot->ports[i].scans);
        PortDetail expected = ports[{detail.protocol, detail.port}];
        expected.protocol = detail.protocol;
        expected.port = detail.port;
        QVERIFY(detail == expected);
    }
    QVERIFY(details->toolCoverage == tools);
}

void TestDetails::timelineAgreesWithPlainSets_data() {
    agreeWithPlainMaps_data();
}

void TestDetails::timelineAgreesWithPlainSets() {
    QFETCH(std::uint64_t, seed);
    QFETCH(bool, bySource);
    const auto snapshot = randomSnapshot(seed, bySource ? Grouping::source : Grouping::sourcePort);
    Team team(2);
    const auto details = makeDetails(snapshot, team);
    const Timeline& timeline = details->timeline;
    const TimeGrid& grid = timeline.grid();

    struct Seen {
        std::set<std::pair<SourceId, std::uint32_t>> scans;
        std::set<SourceId> sources;
    };

    std::vector<Seen> all(grid.count);
    std::vector<std::map<Tool, Seen>> tools(grid.count);
    std::vector<std::map<std::size_t, Seen>> ports(grid.count);
    forEachScan(*snapshot, [&](const Scan& scan, const auto& bursts) {
        for (const Burst* burst : bursts) {
            std::size_t place = 0;
            while (place < timeline.ports().size() &&
                   !(timeline.ports()[place].port == burst->port &&
                       timeline.ports()[place].protocol == protocolOf(burst->kind)))
                ++place;
            for (std::size_t i = 0; i < grid.count; ++i) {
                if (grid.beginOf(i + 1) <= burst->time.first || burst->time.last < grid.beginOf(i))
                    continue;
                for (Seen* seen : {&all[i], &tools[i][scan.tool], &ports[i][place]}) {
                    seen->scans.insert({scan.source, scan.chain});
                    seen->sources.insert(scan.source);
                }
            }
        }
    });
    std::uint64_t packets = 0;
    for (std::size_t i = 0; i < grid.count; ++i) {
        packets += timeline.all(i).packets;
        QCOMPARE(timeline.all(i).scans, all[i].scans.size());
        QCOMPARE(timeline.all(i).sources, all[i].sources.size());
        std::uint64_t byTool = 0;
        for (std::size_t tool = 0; tool < kToolCount; ++tool) {
            const IntervalCounts& counts = timeline.of(i, static_cast<Tool>(tool));
            QCOMPARE(counts.scans, tools[i][static_cast<Tool>(tool)].scans.size());
            QCOMPARE(counts.sources, tools[i][static_cast<Tool>(tool)].sources.size());
            QCOMPARE(counts.packets, snapshot->packetsOverTime[i][tool]);
            byTool += counts.packets;
        }
        std::uint64_t byPort = 0;
        for (std::size_t place = 0; place <= timeline.ports().size(); ++place) {
            QCOMPARE(timeline.ofPort(i, place).scans, ports[i][place].scans.size());
            QCOMPARE(timeline.ofPort(i, place).sources, ports[i][place].sources.size());
            byPort += timeline.ofPort(i, place).packets;
        }
        QCOMPARE(byTool, timeline.all(i).packets);
        QCOMPARE(byPort, timeline.all(i).packets);
    }
    QCOMPARE(packets, snapshot->totals.scanPackets);
}

void TestDetails::threadsChangeNothing() {
    const auto snapshot = randomSnapshot(8, Grouping::sourcePort);
    Team one(1);
    const auto expected = makeDetails(snapshot, one);
    for (const unsigned threads : {2U, 3U, 8U}) {
        Team team(threads);
        const auto got = makeDetails(snapshot, team);
        QVERIFY(got->networks == expected->networks);
        QVERIFY(got->ports == expected->ports);
        QVERIFY(got->sizes == expected->sizes);
        QVERIFY(got->toolCoverage == expected->toolCoverage);
        QVERIFY(got->timeline == expected->timeline);
    }
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(makeDetails(snapshot, one, stop.get_token()) == nullptr);
}

void TestDetails::sizeClassesHaveTheirBorders() {
    QCOMPARE(sizeClassOf(0), std::size_t{0});
    QCOMPARE(sizeClassOf(0.000999), std::size_t{0});
    QCOMPARE(sizeClassOf(0.001), std::size_t{1});
    QCOMPARE(sizeClassOf(0.01), std::size_t{2});
    QCOMPARE(sizeClassOf(0.0999), std::size_t{2});
    QCOMPARE(sizeClassOf(0.1), std::size_t{3});
    QCOMPARE(sizeClassOf(1), std::size_t{3});
}

void TestDetails::ofNothing() {
    const auto index = std::make_shared<const BurstIndex>();
    const Material material{index, std::make_shared<const SourceOrigins>(),
        std::make_shared<const CaptureReport>(), {}};
    Question question;
    question.telescope = {16, false};
    const auto snapshot = SnapshotMaker(1).make(material, question, {});
    Team team(2);
    const auto details = makeDetails(snapshot, team);
    QVERIFY(details->networks.empty() && details->ports.empty() && details->highlights.empty());
    QCOMPARE(details->timeline.grid().count, std::size_t{0});
}

/// See smallScript: four scans of ports 23, 445 (twice) and 53.
void TestDetails::highlightsSpeakOfWhatIsThere() {
    const TemporaryFolder folder;
    const auto snapshot = smallSnapshot(folder);
    Team team(2);
    const auto details = makeDetails(snapshot, team);
    std::vector<std::string> sentences;
    for (const Highlight& highlight : details->highlights)
        sentences.push_back(sentenceFor(highlight, *snapshot));
    const std::vector<std::string> expected = {
        "port 445/tcp takes 50.0 % of scans; 100 % of them are by no known tool",
        "port 23/tcp takes 25.0 % of scans; 100 % of them are zmap",
        "10.0.0.1 (Netherlands) covered 100.0 % of the telescope on port 23/tcp in 15 s",
        "Germany sends 50.0 % of scans",
        "AS3333 RIPE NCC sends 48.5 % of the packets of scans, from 1 source",
        "10.0.0.1 sent 48.5 % of the packets of scans"};
    QCOMPARE(sentences, expected);
}

void TestDetails::highlightsNarrowToWhatTheySpeakOf() {
    const TemporaryFolder folder;
    const auto snapshot = smallSnapshot(folder);
    Team team(2);
    const auto details = makeDetails(snapshot, team);
    for (const Highlight& highlight : details->highlights) {
        Question question = snapshot->question;
        question.narrowing = highlight.step;
        const auto narrowed = SnapshotMaker(1).make(snapshot->material, question, {});
        QVERIFY(narrowed->totals.scans > 0);
        QVERIFY(narrowed->totals.scans < snapshot->totals.scans);
        if (highlight.kind == HighlightKind::port || highlight.kind == HighlightKind::country)
            QCOMPARE(static_cast<double>(narrowed->totals.scans) / 4, highlight.share);
    }
}

void TestDetails::highlightsDoNotRepeatTheNarrowing_data() {
    QTest::addColumn<QString>("only");
    QTest::addColumn<QString>("repeated");
    QTest::addColumn<QString>("said");
    QTest::newRow("port") << "port=445/tcp"
                          << "port 445/tcp takes"
                          << "Germany sends 100.0 %";
    QTest::newRow("any protocol") << "port=445"
                                  << "port 445/tcp takes"
                                  << "Germany sends 100.0 %";
    QTest::newRow("two ports") << "port=445/tcp,port=23/tcp"
                               << ""
                               << "port 445/tcp takes 66.7 % of scans";
    QTest::newRow("country") << "country=DE"
                             << "Germany sends"
                             << "port 445/tcp takes 100.0 %";
    QTest::newRow("network") << "network=AS3333"
                             << "AS3333 RIPE NCC sends"
                             << "port 23/tcp takes 100.0 %";
}

/// What one narrowed to has all scans; what else holds for them is still said.
void TestDetails::highlightsDoNotRepeatTheNarrowing() {
    QFETCH(QString, only);
    QFETCH(QString, repeated);
    QFETCH(QString, said);
    const TemporaryFolder folder;
    const auto snapshot = smallSnapshot(folder);
    Question question = snapshot->question;
    question.narrowing.only = parseTerms(only.toStdString()).value();
    const auto narrowed = SnapshotMaker(1).make(snapshot->material, question, {});
    Team team(2);
    const auto details = makeDetails(narrowed, team);
    QStringList sentences;
    for (const Highlight& highlight : details->highlights)
        sentences << QString::fromStdString(sentenceFor(highlight, *narrowed));
    const QString all = sentences.join('\n');
    QVERIFY2(all.contains(said), qPrintable(all));
    QVERIFY2(repeated.isEmpty() || !all.contains(repeated), qPrintable(all));
}

QTEST_APPLESS_MAIN(TestDetails)
#include "tst_details.moc"
