// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_captures.h"
#include "support/indexes.h"
#include "support/packet_script.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::int64_t kMillisecond = 1'000'000;

/// Sources that come by every 90 s for an hour, far more than a round of them.
std::vector<OwnedFrame> visits(int sources) {
    std::string script;
    for (int second = 0; second < 3'600; second += 90) {
        for (int source = 0; source < sources; ++source)
            script += std::to_string(second) + " 10.0." + std::to_string(source >> 8) + "." +
                      std::to_string(source & 255) + ":4000 > 198.51.100." +
                      std::to_string((source + second) % 200 + 1) + ":23 SYN\n";
    }
    return packetScript(script);
}

/// Sources that come by once, ten of them a second.
std::vector<OwnedFrame> singleVisits(int sources) {
    std::string script;
    for (int source = 0; source < sources; ++source)
        script += std::to_string(source / 10) + " 10.0." + std::to_string(source >> 8) + "." +
                  std::to_string(source & 255) + ":4000 > 198.51.100.7:23 SYN\n";
    return packetScript(script);
}

} // namespace

/// Pictures of an unfinished reading, and the ceiling of its memory.
class TestLiveReading : public QObject {
    Q_OBJECT

private slots:
    void firstPictureComesSoon();
    void picturesTakeATwentieth_data();
    void picturesTakeATwentieth();
    void watchersSeeTheIndexGrow();
    void ceilingsCoarsen();
    void ceilingsCoarsenNothingForNothing();
    void noCeilingCoarsensNothing();
};

void TestLiveReading::firstPictureComesSoon() {
    const SnapshotPace pace(1'000 * kMillisecond);
    QVERIFY(!pace.isDue(1'000 * kMillisecond, 0));
    QVERIFY(!pace.isDue(1'049 * kMillisecond, 0));
    QVERIFY(pace.isDue(1'050 * kMillisecond, 0));
}

void TestLiveReading::picturesTakeATwentieth_data() {
    QTest::addColumn<double>("cost"); // in milliseconds, of a picture at this many milliseconds:
    QTest::addColumn<double>("growth");
    QTest::addColumn<int>("expected");
    QTest::newRow("cheap") << 2.0 << 0.0 << 100;       // ten a second
    QTest::newRow("few sources") << 30.0 << 0.0 << 16; // 16 x 30 are less than 500
    QTest::newRow("many sources") << 20.0 << 0.01 << 8;
    QTest::newRow("too dear") << 600.0 << 0.0 << 1; // nothing is left after the first
}

/// Pictures are made for ten simulated seconds, whenever one is due. A picture costs a fixed time,
/// and more for each millisecond read so far; the index grows likewise.
void TestLiveReading::picturesTakeATwentieth() {
    QFETCH(double, cost);
    QFETCH(double, growth);
    QFETCH(int, expected);
    SnapshotPace pace(0);
    std::vector<double> begun;
    double spent = 0;
    for (std::int64_t now = 0; now < 10'000; ++now) {
        const double costNow = cost + growth * static_cast<double>(now);
        if (!pace.isDue(now * kMillisecond, static_cast<std::size_t>(costNow * 1e6)))
            continue;
        pace.begin(now * kMillisecond, static_cast<std::size_t>(costNow * 1e6));
        for (int part = 0; part < 2; ++part) // copying it, and answering about it
            pace.spent(static_cast<std::int64_t>(costNow / 2 * 1e6));
        spent += costNow;
        if (!begun.empty()) {
            QVERIFY(static_cast<double>(now) - begun.back() >= 100);
            QVERIFY(spent * 20 <= static_cast<double>(now) + 1e-3);
        }
        begun.push_back(static_cast<double>(now));
    }
    QCOMPARE(begun.front(), 50.0);
    QCOMPARE(static_cast<int>(begun.size()), expected);
}

void TestLiveReading::watchersSeeTheIndexGrow() {
    const TemporaryFolder folder;
    const std::string path = folder.write("visits.pcap", pcapFile(visits(5'000)));
    const auto pace = std::make_shared<SnapshotPace>(0); // long ago: each round may be shown
    std::vector<std::uint64_t> frames;
    const LiveReading live{[&](const IndexedCaptures& soFar) {
                               frames.push_back(soFar.index->counts.frames);
                               QCOMPARE(soFar.report.files.size(), std::size_t{1});
                               QCOMPARE(soFar.report.files[0].frames, frames.back());
                               QVERIFY(soFar.index->probeSources > 0);
                           },
        pace};
    Progress progress;
    ReadOptions options;
    options.threads = 2;
    const auto watched = indexCaptures({path}, options, progress, {}, &live);
    const auto alone = indexCaptures({path}, options, progress, {});
    QVERIFY(watched.ok() && alone.ok());
    QVERIFY(!frames.empty());
    QVERIFY(frames.front() < watched.value().index->counts.frames);
    const std::string different =
        differenceOf(contentOf(*watched.value().index), contentOf(*alone.value().index));
    QVERIFY2(different.empty(), different.c_str());
}

/// 200,000 bursts at a base gap of 60 s, 5,000 at 120 s.
void TestLiveReading::ceilingsCoarsen() {
    const TemporaryFolder folder;
    const std::string path = folder.write("visits.pcap", pcapFile(visits(5'000)));
    Progress progress;
    ReadOptions options;
    options.memoryCeiling = 4 << 20; // of which a quarter is for the index
    const auto captures = indexCaptures({path}, options, progress, {});
    QVERIFY(captures.ok());
    const BurstIndex& index = *captures.value().index;
    QVERIFY(index.baseGap >= Duration::seconds(120));
    QCOMPARE(index.burstCount(), std::size_t{5'000});
    options.memoryCeiling = 0;
    options.baseGap = index.baseGap;
    const auto coarse = indexCaptures({path}, options, progress, {});
    const std::string different = differenceOf(contentOf(index), contentOf(*coarse.value().index));
    QVERIFY2(different.empty(), different.c_str());
}

/// A burst for each source: no gap makes fewer of them, so the ceiling is passed and that is said.
void TestLiveReading::ceilingsCoarsenNothingForNothing() {
    const TemporaryFolder folder;
    const std::string path = folder.write("single.pcap", pcapFile(singleVisits(20'000)));
    Progress progress;
    ReadOptions options;
    options.memoryCeiling = 4 << 20; // of which a quarter is for the index
    const auto captures = indexCaptures({path}, options, progress, {});
    QVERIFY(captures.ok());
    QVERIFY(captures.value().index->baseGap == kBaseGap);
    QCOMPARE(captures.value().index->burstCount(), std::size_t{20'000});
    QVERIFY(captures.value().report.memoryOverrun > options.memoryCeiling / 4);
    options.memoryCeiling = 0;
    QCOMPARE(indexCaptures({path}, options, progress, {}).value().report.memoryOverrun,
        std::uint64_t{0});
}

void TestLiveReading::noCeilingCoarsensNothing() {
    const TemporaryFolder folder;
    const std::string path = folder.write("visits.pcap", pcapFile(visits(500)));
    Progress progress;
    const auto captures = indexCaptures({path}, {}, progress, {});
    QVERIFY(captures.ok());
    QVERIFY(captures.value().index->baseGap == kBaseGap);
    QCOMPARE(captures.value().index->burstCount(), std::size_t{20'000});
}

QTEST_APPLESS_MAIN(TestLiveReading)
#include "tst_live_reading.moc"
