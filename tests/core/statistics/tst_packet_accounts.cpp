// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/packet_accounts.h"
#include "support/scan_set.h"
#include "support/show.h"
#include "support/small_scene.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kTelescope = 4096;

struct NaiveBin {
    std::uint64_t frames = 0;
    std::uint64_t groups = 0;
    std::map<std::string, std::uint64_t> packetsBySource;
};

/// Any chain at all: what the accounts tell apart.
Thresholds loosest(Thresholds thresholds) {
    thresholds.minTargets = {1, false, 1};
    thresholds.minRate = 0;
    return thresholds;
}

std::string binOf(const TwinScan& group, const Thresholds& thresholds) {
    const auto least = static_cast<double>(thresholds.minTargets.on(kTelescope));
    const double seconds = std::max(static_cast<double>(group.last - group.first) / 1e9, 1.0);
    double rate = static_cast<double>(group.packets) / seconds;
    if (thresholds.rateScope == RateScope::internet)
        rate = rate * thresholds.internetSize / kTelescope;
    const bool isFew = static_cast<double>(group.targets) < least;
    const bool isSlow = rate < thresholds.minRate;
    if (isFew && isSlow)
        return "too_few_targets_and_too_slow";
    return isFew ? "too_few_targets" : (isSlow ? "too_slow" : "scan");
}

/// Packet by packet for what is no probe, group by group for what is.
std::map<std::string, NaiveBin> naiveBins(
    const std::vector<RandomPacket>& traffic, const Thresholds& thresholds) {
    std::map<std::string, NaiveBin> bins;
    for (const RandomPacket& each : traffic) {
        const Kind kind = each.packet.kind;
        if (isProbe(kind))
            continue;
        NaiveBin& bin = bins[std::string(nameOf(sweepscope::binOf(kind)))];
        ++bin.frames;
        ++bin.packetsBySource[toText(each.source())];
    }
    for (const TwinScan& group : naiveScans(traffic, loosest(thresholds), kTelescope)) {
        NaiveBin& bin = bins[binOf(group, thresholds)];
        bin.frames += group.packets;
        ++bin.groups;
        bin.packetsBySource[group.source] += group.packets;
    }
    return bins;
}

std::vector<Thresholds> thresholdSets() {
    std::vector<Thresholds> sets;
    for (const Grouping by : {Grouping::sourcePort, Grouping::source}) {
        for (const double targets : {1.0, 5.0, 25.0}) {
            for (const double rate : {0.0, 0.05, 2.0}) {
                Thresholds thresholds;
                thresholds.by = by;
                thresholds.minTargets = {targets, false, 1};
                thresholds.minRate = rate;
                thresholds.rateScope = rate > 1 ? RateScope::telescope : RateScope::internet;
                thresholds.internetSize = rate > 1 ? kAllIpv4 : 40'960;
                sets.push_back(thresholds);
            }
        }
    }
    return sets;
}

} // namespace

class TestPacketAccounts : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTwin_data();
    void agreesWithTheTwin();
    void everyBinHasAnAccount();
    void smallScene();

private:
    TemporaryFolder m_folder;
};

void TestPacketAccounts::agreesWithTheTwin_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestPacketAccounts::agreesWithTheTwin() {
    QFETCH(std::uint64_t, seed);
    const std::vector<RandomPacket> traffic = randomTraffic(seed, 3'000);
    for (const Thresholds& thresholds : thresholdSets()) {
        const ScanSet set(seed, 3'000, thresholds, kTelescope);
        const ScanGate gate(thresholds, {kTelescope, false});
        AccountCounter odd(gate);
        AccountCounter even(gate);
        for (std::size_t segment = 0; segment < kSegments; ++segment)
            (segment % 2 == 0 ? even : odd).add(set.view(), segment);
        even.add(odd);
        const PacketAccounts accounts = even.finish(set.index().counts);
        const auto others = countSourcesBesides(set.view());
        std::map<std::string, NaiveBin> expected = naiveBins(traffic, thresholds);
        std::uint64_t frames = 0;
        for (std::size_t i = 0; i < kAccountCount; ++i) {
            const auto account = static_cast<Account>(i);
            const NaiveBin& bin = expected[std::string(nameOf(account))];
            QCOMPARE(accounts[i].frames, bin.frames);
            QCOMPARE(accounts[i].chains, bin.groups);
            frames += accounts[i].frames;
            std::map<std::string, std::uint64_t> sources;
            for (const AccountSource& each : sourcesIn(set.view(), gate, account))
                sources[toText(set.view().addressOf(each.source))] += each.packets;
            QVERIFY(sources == bin.packetsBySource);
            QCOMPARE(accounts[i].sources + others[i], std::uint64_t{bin.packetsBySource.size()});
        }
        QCOMPARE(frames, std::uint64_t{traffic.size()});
    }
}

void TestPacketAccounts::everyBinHasAnAccount() {
    std::set<Account> accounts;
    for (std::size_t bin = 1; bin < kBinCount; ++bin) {
        const Account account = accountOf(static_cast<Bin>(bin));
        QCOMPARE(std::string(nameOf(account)), std::string(nameOf(static_cast<Bin>(bin))));
        accounts.insert(account);
    }
    QCOMPARE(accounts.size(), kBinCount - 1);
    QCOMPARE(accountOf(Shortfall::none), Account::scan);
    QCOMPARE(accountOf(Shortfall::fewTargets), Account::fewTargets);
    QCOMPARE(accountOf(Shortfall::slow), Account::slow);
    QCOMPARE(accountOf(Shortfall::both), Account::fewTargetsAndSlow);
}

/// Worked out by hand (small_scene.h): 3 probes are below the 4 targets asked for.
void TestPacketAccounts::smallScene() {
    const auto snapshot = smallSnapshot(m_folder);
    const auto framesOf = [&](Account account) {
        return snapshot->accounts[static_cast<std::size_t>(account)].frames;
    };
    QCOMPARE(framesOf(Account::scan), std::uint64_t{33});
    QCOMPARE(framesOf(Account::fewTargets), std::uint64_t{3});
    QCOMPARE(framesOf(Account::slow), std::uint64_t{0});
    for (const Account one : {Account::backscatter, Account::other, Account::fragment,
             Account::outside, Account::malformed, Account::notIp})
        QCOMPARE(framesOf(one), std::uint64_t{1});
    const auto malformed = sourcesIn(snapshot->view(), snapshot->gate(), Account::malformed);
    QCOMPARE(malformed.size(), std::size_t{1});
    QCOMPARE(toText(snapshot->view().addressOf(malformed[0].source)), std::string("13.0.0.1"));
    QVERIFY(sourcesIn(snapshot->view(), snapshot->gate(), Account::notIp).empty());
}

QTEST_APPLESS_MAIN(TestPacketAccounts)
#include "tst_packet_accounts.moc"
