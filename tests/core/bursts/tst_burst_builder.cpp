// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_builder.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::int64_t kBegin = 1'540'857'600'000'000'000;

BurstPacket packetAt(std::int64_t nanoseconds, std::uint32_t target = 0xc6336401) {
    BurstPacket packet;
    packet.time = {kBegin + nanoseconds};
    packet.source = 0xc0000207;
    packet.target = target;
    packet.port = 23;
    packet.kind = Kind::syn;
    return packet;
}

IndexSegment build(const std::vector<BurstPacket>& packets, Duration gap = kBaseGap) {
    BurstBuilder builder(gap);
    builder.add(packets);
    return builder.finish();
}

/// Bursts as "first..last x packets", in nanoseconds after the begin.
std::string timesOf(const IndexSegment& segment) {
    std::string text;
    for (const Burst& burst : segment.bursts)
        text += std::to_string(burst.time.first.nanoseconds - kBegin) + ".." +
                std::to_string(burst.time.last.nanoseconds - kBegin) + "x" +
                std::to_string(burst.packets) + " ";
    return text;
}

constexpr std::int64_t kMinute = 60'000'000'000;

} // namespace

class TestBurstBuilder : public QObject {
    Q_OBJECT

private slots:
    void gapsAtTheBorder_data();
    void gapsAtTheBorder();
    void keysAreKeptApart();
    void countsBeyond16Bits();
    void countsBeyond32Bits();
    void latePacketsFindTheirBurst_data();
    void latePacketsFindTheirBurst();
    void latePacketsBridgeGaps();
    void wildDisorderStaysBounded_data();
    void wildDisorderStaysBounded();
    void runsAreTakenAsOneByOne_data();
    void runsAreTakenAsOneByOne();
    void consolidatingAtALongerGapJoins();
    void consolidatingGivesMemoryBack();
    void finishesInOrder();
    void isEmptyAfterFinishing();
    void holdsTimesAtTheEnds();
};

void TestBurstBuilder::gapsAtTheBorder_data() {
    QTest::addColumn<qint64>("silence");
    QTest::addColumn<int>("bursts");
    QTest::newRow("none") << qint64{0} << 1;
    QTest::newRow("one nanosecond less") << qint64{kMinute - 1} << 1;
    QTest::newRow("exactly") << qint64{kMinute} << 1;
    QTest::newRow("one nanosecond more") << qint64{kMinute + 1} << 2;
    QTest::newRow("a year") << qint64{525'960} * kMinute << 2;
}

void TestBurstBuilder::gapsAtTheBorder() {
    QFETCH(qint64, silence);
    QFETCH(int, bursts);
    const std::vector<BurstPacket> forward = {packetAt(0), packetAt(silence)};
    const std::vector<BurstPacket> backward = {packetAt(silence), packetAt(0)};
    for (const auto& packets : {forward, backward}) {
        const IndexSegment segment = build(packets);
        QCOMPARE(segment.bursts.size(), static_cast<std::size_t>(bursts));
        QCOMPARE(segment.sources.size(), std::size_t{1});
    }
    // The same with another gap: half of the silence is too short a gap, the silence is not.
    if (silence > 0) {
        QCOMPARE(build(forward, Duration{silence}).bursts.size(), std::size_t{1});
        QCOMPARE(build(forward, Duration{silence - 1}).bursts.size(), std::size_t{2});
    }
}

void TestBurstBuilder::keysAreKeptApart() {
    std::vector<BurstPacket> packets(5, packetAt(0));
    packets[1].source += 1;
    packets[2].port += 1;
    packets[3].kind = Kind::fin;
    packets[4].target += 1; // not part of the key
    const IndexSegment segment = build(packets);
    QCOMPARE(segment.bursts.size(), std::size_t{4});
    QCOMPARE(segment.sources.size(), std::size_t{2});
    // In order of source, kind, port: SYN to 23, SYN to 24, FIN to 23, and the other source.
    QCOMPARE(segment.bursts[0].packets, std::uint64_t{2});
    QCOMPARE(segment.bursts[0].targets.count, 2U);
    QCOMPARE(segment.bursts[1].port, std::uint16_t{24});
    QVERIFY(segment.bursts[2].kind == Kind::fin);
    QCOMPARE(segment.bursts[3].source, 1U);
}

void TestBurstBuilder::countsBeyond16Bits() {
    std::vector<BurstPacket> packets;
    for (std::uint32_t i = 0; i < 200'000; ++i)
        packets.push_back(packetAt(std::int64_t{i} * 1'000, 0x0a000000 + i % 70'000));
    const IndexSegment segment = build(packets);
    QCOMPARE(segment.bursts.size(), std::size_t{1});
    QCOMPARE(segment.bursts[0].packets, std::uint64_t{200'000});
    QCOMPARE(segment.bursts[0].targets.count, 70'000U);
    QCOMPARE(segment.targets.sorted(segment.bursts[0].targets).size(), std::size_t{70'000});
}

/// Nobody adds 2^32 packets in a test, but bursts of such size must join.
void TestBurstBuilder::countsBeyond32Bits() {
    IndexSegment segment = build({packetAt(0), packetAt(2 * kMinute)});
    QCOMPARE(segment.bursts.size(), std::size_t{2});
    RuleSet zmap;
    zmap.add(Rule::zmapId);
    segment.bursts[0].packets = segment.bursts[1].packets = 5'000'000'000;
    segment.bursts[0].rules = zmap; // of all packets of one, and of none of the other
    joinInto(segment, segment.bursts[0], segment.bursts[1]);
    QCOMPARE(segment.bursts[0].packets, std::uint64_t{10'000'000'000});
    QCOMPARE(segment.matches(segment.bursts[0], Rule::zmapId), std::uint64_t{5'000'000'000});
}

void TestBurstBuilder::latePacketsFindTheirBurst_data() {
    QTest::addColumn<std::vector<int>>("minutes");
    QTest::addColumn<std::string>("bursts");
    QTest::newRow("into the first of three")
        << std::vector<int>{0, 10, 20, 1} << std::string("0..1x2 10..10x1 20..20x1 ");
    QTest::newRow("before all") << std::vector<int>{10, 20, 9, 0}
                                << std::string("0..0x1 9..10x2 20..20x1 ");
    QTest::newRow("a burst of late ones")
        << std::vector<int>{0, 30, 15, 16, 17} << std::string("0..0x1 15..17x3 30..30x1 ");
    QTest::newRow("two files that overlap")
        << std::vector<int>{0, 1, 10, 11, 0, 1, 10, 11} << std::string("0..1x4 10..11x4 ");
    QTest::newRow("backwards") << std::vector<int>{5, 4, 3, 2, 1, 0} << std::string("0..5x6 ");
}

void TestBurstBuilder::latePacketsFindTheirBurst() {
    QFETCH(std::vector<int>, minutes);
    QFETCH(std::string, bursts);
    std::vector<BurstPacket> packets;
    for (const int minute : minutes)
        packets.push_back(packetAt(minute * kMinute));
    std::string text;
    for (const Burst& burst : build(packets).bursts)
        text += std::to_string((burst.time.first.nanoseconds - kBegin) / kMinute) + ".." +
                std::to_string((burst.time.last.nanoseconds - kBegin) / kMinute) + "x" +
                std::to_string(burst.packets) + " ";
    QCOMPARE(text, bursts);
}

/// Two bursts lie 100 s apart until a packet comes that is within the gap of both.
void TestBurstBuilder::latePacketsBridgeGaps() {
    const std::int64_t second = 1'000'000'000;
    QCOMPARE(timesOf(build({packetAt(0), packetAt(100 * second)})),
        std::string("0..0x1 100000000000..100000000000x1 "));
    QCOMPARE(timesOf(build({packetAt(0), packetAt(100 * second), packetAt(50 * second)})),
        std::string("0..100000000000x3 "));
}

void TestBurstBuilder::wildDisorderStaysBounded_data() {
    QTest::addColumn<bool>("isAtOnce");
    QTest::newRow("run by run") << false;
    QTest::newRow("all runs at once") << true;
}

void TestBurstBuilder::wildDisorderStaysBounded() {
    QFETCH(bool, isAtOnce);
    // Twenty keys, each with 10,000 packets at steps of one second: one burst a key when all is in.
    std::vector<BurstPacket> packets;
    for (std::uint32_t i = 0; i < 200'000; ++i) {
        BurstPacket packet = packetAt(i / 20 * 1'000'000'000LL, i % 977);
        packet.source += i % 20;
        packets.push_back(packet);
    }
    Random random(1);
    for (std::size_t i = packets.size(); i > 1; --i)
        std::swap(packets[i - 1], packets[random.below(i)]);
    BurstBuilder builder;
    std::vector<BurstBuilder::Run> runs;
    std::size_t most = 0;
    for (std::size_t at = 0; at < packets.size(); at += 1'000) {
        runs.emplace_back(std::span(packets).subspan(at, 1'000));
        if (!isAtOnce)
            builder.add(runs.back());
        most = std::max(most, builder.burstCount());
    }
    if (isAtOnce)
        builder.add(runs);
    most = std::max(most, builder.burstCount());
    QVERIFY2(most < 50'000, std::to_string(most).c_str());
    QVERIFY2(builder.bytes() < 16'000'000, std::to_string(builder.bytes()).c_str());
    const IndexSegment segment = builder.finish();
    QCOMPARE(segment.bursts.size(), std::size_t{20});
    for (const Burst& burst : segment.bursts) {
        QCOMPARE(burst.packets, std::uint64_t{10'000});
        QCOMPARE(burst.time.length().nanoseconds, std::int64_t{9'999'000'000'000});
    }
}

void TestBurstBuilder::runsAreTakenAsOneByOne_data() {
    QTest::addColumn<std::size_t>("longest");
    for (const std::size_t longest : {2U, 9U, 26U, 34U, 300U, 20'000U})
        QTest::addRow("runs of less than %zu", longest) << longest;
}

/// Packets are on the way for a while, and bursts begin and end meanwhile: the index is the same as
/// where each arrives before the next begins.
void TestBurstBuilder::runsAreTakenAsOneByOne() {
    QFETCH(std::size_t, longest);
    const std::vector<RandomPacket> traffic = shuffled(randomTraffic(5, 20'000), 8);
    std::array<std::vector<BurstPacket>, kSegments> packets;
    std::array<std::vector<BurstPacket6>, kSegments> packets6;
    for (const RandomPacket& each : traffic) {
        const unsigned segment = segmentOf(each.source());
        if (each.packet.isV6)
            packets6[segment].push_back({each.packet, each.source6, each.target6});
        else
            packets[segment].push_back(each.packet);
    }
    const std::vector<std::string> expected = contentOf(indexOf(traffic));
    Random random(longest);
    BurstIndex index = indexOf(traffic);
    for (unsigned segment = 0; segment < kSegments; ++segment) {
        std::vector<BurstBuilder::Run> runs;
        for (BurstBuilder::Run rest = packets[segment]; !rest.empty();) {
            runs.push_back(rest.first(std::min<std::size_t>(random.below(longest), rest.size())));
            rest = rest.subspan(runs.back().size());
        }
        BurstBuilder builder;
        builder.add(runs);
        builder.add(packets6[segment]);
        index.segments[segment] = builder.finish();
    }
    const std::string difference = differenceOf(contentOf(index), expected);
    QVERIFY2(difference.empty(), difference.c_str());
}

void TestBurstBuilder::consolidatingAtALongerGapJoins() {
    BurstBuilder builder;
    builder.add(std::vector{packetAt(0), packetAt(2 * kMinute), packetAt(6 * kMinute)});
    QCOMPARE(builder.burstCount(), std::size_t{3});
    builder.consolidate(Duration{2 * kMinute});
    QCOMPARE(builder.burstCount(), std::size_t{2});
    builder.add(std::vector{packetAt(8 * kMinute)}); // the gap stays longer
    QCOMPARE(builder.burstCount(), std::size_t{2});
    builder.consolidate(kBaseGap); // and is never made shorter
    builder.add(std::vector{packetAt(10 * kMinute)});
    QCOMPARE(timesOf(builder.finish()), "0.." + std::to_string(2 * kMinute) + "x2 " +
                                            std::to_string(6 * kMinute) + ".." +
                                            std::to_string(10 * kMinute) + "x3 ");
}

/// Twenty sources whose visits are two minutes apart: doubled, the gap joins them, and the targets
/// of what was joined do not stay behind.
void TestBurstBuilder::consolidatingGivesMemoryBack() {
    BurstBuilder builder;
    for (std::int64_t i = 0; i < 60'000; ++i) {
        BurstPacket packet = packetAt(i * kMinute / 10, static_cast<std::uint32_t>(i % 40));
        packet.source += static_cast<std::uint32_t>(i % 20);
        builder.add(std::array{packet});
    }
    const std::size_t before = builder.bytes();
    QCOMPARE(builder.burstCount(), std::size_t{60'000});
    builder.consolidate(Duration{2 * kMinute});
    QCOMPARE(builder.burstCount(), std::size_t{20});
    QVERIFY2(builder.bytes() < before / 4, std::to_string(builder.bytes()).c_str());
    const IndexSegment segment = builder.finish();
    for (const Burst& burst : segment.bursts)
        QCOMPARE(burst.packets, std::uint64_t{3'000});
}

void TestBurstBuilder::finishesInOrder() {
    const BurstIndex index = indexOf(shuffled(randomTraffic(11, 6'000), 3));
    for (const IndexSegment& segment : index.segments) {
        for (std::size_t i = 1; i < segment.sources.size(); ++i)
            QVERIFY(segment.sources[i - 1] < segment.sources[i]);
        const auto key = [](const Burst& burst) {
            return std::tuple(burst.source, burst.kind, burst.port, burst.time.first);
        };
        std::vector<bool> hasBurst(segment.sources.size());
        for (std::size_t i = 0; i < segment.bursts.size(); ++i) {
            hasBurst[segment.bursts[i].source] = true;
            QVERIFY(i == 0 || key(segment.bursts[i - 1]) < key(segment.bursts[i]));
            if (i > 0 && segment.bursts[i].hasSameKey(segment.bursts[i - 1]))
                QVERIFY(segment.bursts[i].time.first - segment.bursts[i - 1].time.last > kBaseGap);
        }
        QVERIFY(std::find(hasBurst.begin(), hasBurst.end(), false) == hasBurst.end());
    }
}

void TestBurstBuilder::isEmptyAfterFinishing() {
    BurstBuilder builder;
    QVERIFY(builder.finish().bursts.empty());
    builder.add(std::vector{packetAt(0)});
    QCOMPARE(builder.finish().bursts.size(), std::size_t{1});
    QCOMPARE(builder.burstCount(), std::size_t{0});
    builder.add(std::vector{packetAt(5)});
    QCOMPARE(timesOf(builder.finish()), std::string("5..5x1 "));
}

/// Readers hold times within 4.6e18 ns of 1970; differences between the ends must not overflow.
void TestBurstBuilder::holdsTimesAtTheEnds() {
    std::vector<BurstPacket> packets(4, packetAt(0));
    packets[0].time = {4'600'000'000'000'000'000};
    packets[1].time = {-4'600'000'000'000'000'000};
    packets[2].time = {0};
    packets[3].time = {4'600'000'000'000'000'000 - kMinute};
    const IndexSegment segment = build(packets);
    QCOMPARE(segment.bursts.size(), std::size_t{3});
    QCOMPARE(segment.bursts[2].packets, std::uint64_t{2});
}

QTEST_APPLESS_MAIN(TestBurstBuilder)
#include "tst_burst_builder.moc"
