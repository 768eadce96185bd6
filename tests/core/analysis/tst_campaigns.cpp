// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/campaigns.h"
#include "support/made_scans.h"
#include "support/show.h"
#include "support/snapshots.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

using Json = nlohmann::json;
using Sources = std::set<std::string>;

constexpr double kDay = 86'400;
constexpr std::uint32_t kBase = 0x0c000000;

Sources membersOf(const Snapshot& snapshot, const Campaign& campaign) {
    Sources members;
    for (const SourceId member : campaign.members)
        members.insert(toText(snapshot.view().addressOf(member)));
    return members;
}

std::shared_ptr<const Snapshot> sampleDay() {
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    return snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked);
}

/// `count` neighbours, `gap` addresses apart, each with `targets` of its own or at the same place.
std::vector<MadeScan> shards(std::uint32_t count, std::uint32_t gap, bool isDivided,
    bool isZmap = true, std::uint32_t targets = 400) {
    std::vector<MadeScan> scans;
    for (std::uint32_t i = 0; i < count; ++i)
        scans.push_back({kBase + i * gap, 8'443, 100.0 + i, targets,
            isDivided ? i * targets : i * 7, 0.5, isZmap});
    return scans;
}

std::size_t found(const std::vector<MadeScan>& scans) {
    return findCampaigns(*snapshotOfScans(scans, kDay)).size();
}

} // namespace

class TestCampaigns : public QObject {
    Q_OBJECT

private slots:
    void theSampleHoldsExactlyTwo();
    void noiseHoldsNone();
    void dividedWorkIsFound();
    void otherPeriodsPortsOrToolsAreNone();
    void neighboursWithoutAToolAreNone();
    void aCampaignCountsOnce();
    void noCampaignChangesNothing();
};

/// Without any country or network database: neighbours are enough.
void TestCampaigns::theSampleHoldsExactlyTwo() {
    const Json truth =
        Json::parse(readText(sourceFile("resources/sample/telescope-day.truth.json")));
    std::map<std::string, Sources> planted;
    for (const Json& member : truth["members"])
        planted[member["population"].get<std::string>()].insert(
            member["source"].get<std::string>());
    QCOMPARE(planted["campaign-1"].size(), std::size_t{8});
    QCOMPARE(planted["campaign-2"].size(), std::size_t{14});
    const auto snapshot = sampleDay();
    const std::vector<Campaign> campaigns = findCampaigns(*snapshot);
    QCOMPARE(campaigns.size(), std::size_t{2});
    QVERIFY(membersOf(*snapshot, campaigns[0]) == planted["campaign-2"]);
    QVERIFY(membersOf(*snapshot, campaigns[1]) == planted["campaign-1"]);
    QVERIFY(campaigns[0].tool == Tool::masscan && campaigns[1].tool == Tool::zmap);
    for (const Campaign& campaign : campaigns) {
        QVERIFY(campaign.work.isDivided());
        QCOMPARE(campaign.work.repeats(), std::uint64_t{0});
        QVERIFY(campaign.reasons.size() >= 4);
    }
    QCOMPARE(campaigns[1].targets, std::uint64_t{4'096});
}

void TestCampaigns::noiseHoldsNone() {
    std::size_t count = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed)
        count += found(noiseScans(seed, 400, kDay));
    QCOMPARE(count, std::size_t{0});
}

void TestCampaigns::dividedWorkIsFound() {
    QCOMPARE(found(shards(8, 16, true)), std::size_t{1});
    QCOMPARE(found(shards(8, 900, true)), std::size_t{1});
    QCOMPARE(found(shards(8, 900, true, false)), std::size_t{1}); // whatever the tool
    QCOMPARE(found(shards(8, 16, false)), std::size_t{1});        // close, with a tool
    QCOMPARE(found(shards(8, 900, false)), std::size_t{0}); // neighbours, but no more than that
    QCOMPARE(found(shards(2, 16, true)), std::size_t{0});   // two are no campaign
    QCOMPARE(found(shards(8, 16, true, false, 4)), std::size_t{0}); // too few targets to tell
}

void TestCampaigns::otherPeriodsPortsOrToolsAreNone() {
    auto scans = shards(8, 16, true);
    for (std::size_t i = 0; i < scans.size(); ++i)
        scans[i].at += 3'000.0 * static_cast<double>(i);
    QCOMPARE(found(scans), std::size_t{0});
    scans = shards(8, 16, true);
    for (std::size_t i = 0; i < scans.size(); ++i)
        scans[i].port = static_cast<std::uint16_t>(scans[i].port + i);
    QCOMPARE(found(scans), std::size_t{0});
    scans = shards(4, 16, true);
    scans[1].isZmap = scans[3].isZmap = false;
    QCOMPARE(found(scans), std::size_t{0});
}

void TestCampaigns::neighboursWithoutAToolAreNone() {
    QCOMPARE(found(shards(8, 16, false, false)), std::size_t{0});
}

void TestCampaigns::aCampaignCountsOnce() {
    std::vector<MadeScan> scans = shards(8, 16, true, true, 70); // 560 of 5,000 together
    scans.push_back({0x0d000000, 8'443, 5, 4});
    const auto snapshot = snapshotOfScans(scans, kDay);
    QCOMPARE(snapshot->totals.large, std::uint64_t{0});
    const auto campaigns = findCampaigns(*snapshot);
    QCOMPARE(campaigns.size(), std::size_t{1});
    QCOMPARE(campaigns[0].scans, std::uint64_t{8});
    const auto once = countOnce(*snapshot, campaigns);
    QCOMPARE(once->totals.scans, std::uint64_t{2});
    QCOMPARE(once->totals.large, std::uint64_t{1}); // together they cover 11 %
    QCOMPARE(once->totals.scanSources, std::uint64_t{2});
    QCOMPARE(once->totals.scanPackets, snapshot->totals.scanPackets);
    QCOMPARE(once->ports.size(), std::size_t{1});
    QCOMPARE(once->ports[0].scans, std::uint64_t{2});
    QCOMPARE(once->ports[0].large, std::uint64_t{1});
    QCOMPARE(once->ports[0].packets, snapshot->ports[0].packets);
    std::uint64_t inCountries = 0;
    for (const CountryCount& country : once->countries)
        inCountries += country.scans;
    QCOMPARE(inCountries, std::uint64_t{2});
    std::uint64_t byTools = 0;
    for (const ToolCount& tool : once->tools)
        byTools += tool.scans;
    QCOMPARE(byTools, std::uint64_t{2});
    QVERIFY(once->warnings.back().text().find("8 sources in 1 campaign ") != std::string::npos);
    QCOMPARE(countScans(once->scans), std::size_t{9});
}

void TestCampaigns::noCampaignChangesNothing() {
    const auto snapshot = snapshotOfScans(noiseScans(3, 200, kDay), kDay);
    const auto once = countOnce(*snapshot, {});
    QVERIFY(once->totals == snapshot->totals);
    QVERIFY(once->ports == snapshot->ports);
    QVERIFY(once->warnings == snapshot->warnings);
}

QTEST_APPLESS_MAIN(TestCampaigns)
#include "tst_campaigns.moc"
