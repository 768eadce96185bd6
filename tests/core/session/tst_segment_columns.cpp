// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packed_column.h"
#include "session/segment_columns.h"
#include "session/varint.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::array<std::uint64_t, 9> kNumbers = {0, 1, 127, 128, 300, 16'383, 16'384,
    0x123456789abcdef, std::numeric_limits<std::uint64_t>::max()};

ColumnReading readingOf(unsigned segment, Duration gap = kBaseGap) {
    ColumnReading reading;
    reading.segment = segment;
    reading.gap = gap;
    for (const std::string_view name : kStoredRuleNames)
        reading.rules.push_back(bitOfStoredName(name));
    return reading;
}

std::array<ByteSpan, kColumnCount> spansOf(const PackedColumns& columns) {
    std::array<ByteSpan, kColumnCount> spans;
    for (std::size_t i = 0; i < kColumnCount; ++i)
        spans[i] = columns[i];
    return spans;
}

/// The index after each segment went through its columns; empty segments where one was refused.
BurstIndex throughColumns(BurstIndex index) {
    for (unsigned i = 0; i < kSegments; ++i) {
        const PackedColumns columns = packSegment(index.segments[i]);
        index.segments[i] = unpackSegment(spansOf(columns), readingOf(i, index.baseGap)).segment;
    }
    return index;
}

/// A segment with this many bursts at least, and its number.
std::pair<unsigned, IndexSegment> largeSegment(BurstIndex index) {
    unsigned largest = 0;
    for (unsigned i = 0; i < kSegments; ++i) {
        if (index.segments[i].bursts.size() > index.segments[largest].bursts.size())
            largest = i;
    }
    return {largest, std::move(index.segments[largest])};
}

} // namespace

class TestSegmentColumns : public QObject {
    Q_OBJECT

private slots:
    void numbersComeBack();
    void whatHardlyShrinksStaysAsItIs();
    void shortBytesAreNoticed();
    void columnsComeBack();
    void claimedSizesAreNotBelieved();
    void segmentsComeBack_data();
    void segmentsComeBack();
    void everySizeOfTargetSetComesBack();
    void timesAtTheEndsComeBack();
    void rulesAreFoundByName();
    void sourcesOfAnotherSegmentAreRefused();
    void burstsThatShouldBeJoinedAreRefused();
    void damageIsNeverFollowed();
};

void TestSegmentColumns::numbersComeBack() {
    VarintWriter writer;
    for (const std::uint64_t number : kNumbers) {
        writer.add(number);
        writer.addSigned(static_cast<std::int64_t>(number));
    }
    VarintReader reader(writer.bytes());
    for (const std::uint64_t number : kNumbers) {
        QCOMPARE(reader.next(), number);
        QCOMPARE(reader.nextSigned(), static_cast<std::int64_t>(number));
    }
    QVERIFY(reader.isWhole());
}

/// It would shrink by an eighth, and take ten times as long to unpack.
void TestSegmentColumns::whatHardlyShrinksStaysAsItIs() {
    std::vector<std::uint8_t> content;
    std::uint32_t random = 1;
    for (int i = 0; i < 20'000; ++i) {
        random = random * 1'664'525 + 1'013'904'223;
        content.push_back(static_cast<std::uint8_t>(random >> 25));
    }
    const std::vector<std::uint8_t> packed = packColumn(content);
    QVERIFY(std::search(packed.begin(), packed.end(), content.begin(), content.begin() + 10'000) !=
            packed.end());
    QVERIFY(unpackColumn(packed) == content);
    const std::vector<std::uint8_t> shrinks(20'000, 7);
    QVERIFY(packColumn(shrinks).size() < 100);
}

void TestSegmentColumns::shortBytesAreNoticed() {
    VarintWriter writer;
    writer.add(300);
    const ByteSpan bytes = writer.bytes();
    VarintReader cut(bytes.first(1));
    QCOMPARE(cut.next(), std::uint64_t{0});
    QVERIFY(!cut.isWhole());
    VarintReader unread(bytes);
    QVERIFY(!unread.isWhole());
    const std::vector<std::uint8_t> endless(20, 0xff);
    VarintReader tooLong(endless);
    tooLong.next();
    QVERIFY(!tooLong.isWhole());
}

void TestSegmentColumns::columnsComeBack() {
    for (const std::size_t size : {0U, 1U, 1000U, 1'000'000U}) {
        const std::vector<std::uint8_t> content(size, 7);
        const std::vector<std::uint8_t> packed = packColumn(content);
        const auto unpacked = unpackColumn(packed);
        QVERIFY(unpacked.has_value());
        QVERIFY(*unpacked == content);
        for (std::size_t cut = 0; cut < packed.size(); ++cut)
            QVERIFY(!unpackColumn(ByteSpan(packed).first(cut)));
        std::vector<std::uint8_t> longer = packed;
        longer.push_back(0);
        QVERIFY(!unpackColumn(longer));
    }
}

void TestSegmentColumns::claimedSizesAreNotBelieved() {
    // Magic, a descriptor with checksum and a content size of eight bytes: 2^62.
    const std::vector<std::uint8_t> forged = {
        0x28, 0xb5, 0x2f, 0xfd, 0xe4, 0, 0, 0, 0, 0, 0, 0, 0x40, 1, 0, 0, 0, 0, 0, 0};
    QVERIFY(!unpackColumn(forged));
}

void TestSegmentColumns::segmentsComeBack_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("packets");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed << 20'000;
    QTest::newRow("nothing") << 1 << 0;
    QTest::newRow("one") << 1 << 1;
}

void TestSegmentColumns::segmentsComeBack() {
    QFETCH(int, seed);
    QFETCH(int, packets);
    const BurstIndex index =
        indexOf(randomTraffic(static_cast<std::uint64_t>(seed), static_cast<std::size_t>(packets)));
    const std::vector<std::string> before = contentOf(index);
    const BurstIndex again = throughColumns(indexOf(
        randomTraffic(static_cast<std::uint64_t>(seed), static_cast<std::size_t>(packets))));
    QCOMPARE(differenceOf(contentOf(again), before), std::string());
}

/// `make` chooses a form at once that inserting reaches step by step; both must be the same set,
/// and go on alike.
void TestSegmentColumns::everySizeOfTargetSetComesBack() {
    Random random(5);
    for (const std::uint32_t spread : {1U, 3U, 1000U, 200'000U}) {
        for (std::uint32_t size = 0; size < 3000; size += 1 + size / 7) {
            std::vector<std::uint32_t> targets;
            std::uint32_t target = size % 2 == 0 ? 0 : 0xc0000200;
            TargetStore store;
            TargetSet one;
            for (std::uint32_t i = 0; i < size; ++i) {
                targets.push_back(target);
                store.insert(one, target);
                target += 1 + static_cast<std::uint32_t>(random.below(spread));
            }
            TargetSet made = store.make(targets);
            QCOMPARE(made.count, size);
            QVERIFY(store.sorted(made) == targets);
            for (std::uint32_t i = 0; i < 600; i += 7) {
                store.insert(made, 0x0a000000 + i * spread);
                store.insert(one, 0x0a000000 + i * spread);
            }
            QVERIFY(store.sorted(made) == store.sorted(one));
        }
    }
}

void TestSegmentColumns::timesAtTheEndsComeBack() {
    std::vector<RandomPacket> packets = randomTraffic(3, 3);
    packets[0].packet.time = {-4'600'000'000'000'000'000};
    packets[1].packet.time = {4'600'000'000'000'000'000};
    packets[2].packet.time = {1};
    const BurstIndex index = indexOf(packets);
    QCOMPARE(
        differenceOf(contentOf(throughColumns(indexOf(packets))), contentOf(index)), std::string());
}

/// A file of an older program knows fewer rules, one of another has them in another order.
void TestSegmentColumns::rulesAreFoundByName() {
    const auto [number, segment] = largeSegment(indexOf(randomTraffic(2, 20'000)));
    const PackedColumns columns = packSegment(segment);
    ColumnReading swapped = readingOf(number);
    std::swap(swapped.rules[0], swapped.rules[1]);
    swapped.rules[2] = std::nullopt;
    const UnpackedSegment read = unpackSegment(spansOf(columns), swapped);
    QCOMPARE(read.wrongColumn, std::string());
    std::uint64_t matches = 0;
    for (std::size_t i = 0; i < segment.bursts.size(); ++i) {
        const Burst& was = segment.bursts[i];
        const Burst& is = read.segment.bursts[i];
        QCOMPARE(
            read.segment.matches(is, Rule::zmapId), segment.matches(was, Rule::masscanRelation));
        QCOMPARE(
            read.segment.matches(is, Rule::masscanRelation), segment.matches(was, Rule::zmapId));
        QCOMPARE(read.segment.matches(is, Rule::miraiSequence), std::uint64_t{0});
        QCOMPARE(
            read.segment.matches(is, Rule::scapyFields), segment.matches(was, Rule::scapyFields));
        matches += segment.matches(was, Rule::zmapId) + segment.matches(was, Rule::miraiSequence);
    }
    QVERIFY(matches > 0);
}

void TestSegmentColumns::sourcesOfAnotherSegmentAreRefused() {
    const auto [number, segment] = largeSegment(indexOf(randomTraffic(2, 5'000)));
    const PackedColumns columns = packSegment(segment);
    const UnpackedSegment read =
        unpackSegment(spansOf(columns), readingOf((number + 1) % kSegments));
    QVERIFY(read.wrongColumn.starts_with("sources"));
}

void TestSegmentColumns::burstsThatShouldBeJoinedAreRefused() {
    const auto [number, segment] = largeSegment(indexOf(randomTraffic(2, 20'000)));
    const PackedColumns columns = packSegment(segment);
    QCOMPARE(unpackSegment(spansOf(columns), readingOf(number)).wrongColumn, std::string());
    const ColumnReading longGap = readingOf(number, Duration::seconds(100'000'000));
    QCOMPARE(unpackSegment(spansOf(columns), longGap).wrongColumn, std::string("firsts"));
}

/// Bytes behind the checksum may be anything where somebody means ill: each column in turn is given
/// content that was changed before it was packed. Whatever comes, it is refused or in order.
void TestSegmentColumns::damageIsNeverFollowed() {
    const auto [number, segment] = largeSegment(indexOf(randomTraffic(4, 3'000)));
    const PackedColumns columns = packSegment(segment);
    Random random(11);
    int refused = 0;
    for (int round = 0; round < 4'000; ++round) {
        PackedColumns changed = columns;
        std::vector<std::uint8_t>& column = changed[random.below(kColumnCount)];
        std::vector<std::uint8_t> content = *unpackColumn(column);
        if (content.empty())
            continue;
        if (random.oneIn(4))
            content.resize(random.below(content.size()));
        else
            content[random.below(content.size())] ^=
                static_cast<std::uint8_t>(1U << random.below(8));
        column = packColumn(content);
        const UnpackedSegment read = unpackSegment(spansOf(changed), readingOf(number));
        refused += read.wrongColumn.empty() ? 0 : 1;
        if (!read.wrongColumn.empty())
            continue;
        // What was let through can be used: every place that it names is there.
        for (const Burst& burst : read.segment.bursts) {
            QVERIFY(burst.source < read.segment.sources.size());
            QVERIFY(burst.ruleCounts <= read.segment.ruleCounts.size());
            std::uint64_t targets = 0;
            read.segment.forEachTarget(burst, [&](const Address&) { ++targets; });
            QCOMPARE(targets, std::uint64_t{burst.targets.count});
        }
    }
    QVERIFY(refused > 1'000);
}

QTEST_APPLESS_MAIN(TestSegmentColumns)
#include "tst_segment_columns.moc"
