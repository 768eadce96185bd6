// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pcap_layout.h"
#include "support/hex.h"
#include "support/show.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

Q_DECLARE_METATYPE(sweepscope::tests::PcapStyle)

namespace {

/// One frame of 6 bytes out of 90, at 1,500,000,000.123456789 s.
std::vector<OwnedFrame> oneFrame() {
    return {{Timestamp{1'500'000'000'123'456'789}, {1, 2, 3, 4, 5, 6}, 90, link::kEthernet}};
}

ByteSpan header(const Bytes& file) {
    return ByteSpan(file).first(24);
}

} // namespace

class TestPcapLayout : public QObject {
    Q_OBJECT

private slots:
    void readsHeadersSpelledOut();
    void readsEveryVariant_data();
    void readsEveryVariant();

    void readsTheRecordsOfEveryVariant_data() { readsEveryVariant_data(); }

    void readsTheRecordsOfEveryVariant();
    void knowsItsVersions_data();
    void knowsItsVersions();
    void version23WasWrittenBothWays();
    void boundsRecords_data();
    void boundsRecords();
    void takesTheLinkTypeWithoutChecksumBits_data();
    void takesTheLinkTypeWithoutChecksumBits();
    void looksAtTheMagicAlone();
    void refusesCutHeaders();
    void holdsTimesWithinBounds();
    void stopsAtTheLimit();
    void guessesARecordAmongOtherBytes();
    void guessesNoneAmongZeros();
};

void TestPcapLayout::readsHeadersSpelledOut() {
    const auto little =
        readPcapLayout(fromHex("d4c3b2a1 0200 0400 00000000 00000000 60000000 71000000"));
    QVERIFY(little.ok());
    QVERIFY(!little.value().bigEndian);
    QCOMPARE(little.value().snapLength, 96U);
    QCOMPARE(little.value().link.number, 113U);
    QCOMPARE(little.value().fractionUnit, std::int64_t{1'000});
    const auto big =
        readPcapLayout(fromHex("a1b23c4d 0002 0004 00000000 00000000 00040000 00000065"));
    QVERIFY(big.ok());
    QVERIFY(big.value().bigEndian);
    QCOMPARE(big.value().snapLength, 262'144U);
    QCOMPARE(big.value().link.number, 101U);
    QCOMPARE(big.value().fractionUnit, std::int64_t{1});
}

void TestPcapLayout::readsEveryVariant_data() {
    QTest::addColumn<PcapStyle>("style");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<qint64>("unit");
    QTest::addColumn<std::uint32_t>("recordHeader");
    for (const bool big : {false, true}) {
        const char* const order = big ? "big" : "little";
        PcapStyle style;
        style.bigEndian = big;
        QTest::addRow("microseconds, %s", order)
            << style << std::string("pcap") << qint64{1'000} << 16U;
        style.nanoseconds = true;
        QTest::addRow("nanoseconds, %s", order)
            << style << std::string("pcap (nanoseconds)") << qint64{1} << 16U;
        style.nanoseconds = false;
        style.modified = true;
        QTest::addRow("modified, %s", order)
            << style << std::string("pcap (modified)") << qint64{1'000} << 24U;
    }
}

void TestPcapLayout::readsEveryVariant() {
    QFETCH(PcapStyle, style);
    QFETCH(std::string, name);
    QFETCH(qint64, unit);
    QFETCH(std::uint32_t, recordHeader);
    style.link = link::kLinuxSll;
    style.snapLength = 1'234;
    const Bytes file = pcapFile(oneFrame(), style);
    QVERIFY(looksLikePcap(file));
    const Result<PcapLayout> layout = readPcapLayout(header(file));
    QVERIFY(layout.ok());
    QCOMPARE(std::string(layout.value().name), name);
    QCOMPARE(qint64{layout.value().fractionUnit}, unit);
    QCOMPARE(layout.value().recordHeaderBytes, recordHeader);
    QCOMPARE(layout.value().bigEndian, style.bigEndian);
    QCOMPARE(layout.value().snapLength, 1'234U);
    QVERIFY(layout.value().link == link::kLinuxSll);
    QVERIFY(layout.value().lengths == PcapLayout::Lengths::captureFirst);
}

void TestPcapLayout::readsTheRecordsOfEveryVariant() {
    QFETCH(PcapStyle, style);
    QFETCH(qint64, unit);
    QFETCH(std::uint32_t, recordHeader);
    const Bytes file = pcapFile(oneFrame(), style);
    const PcapLayout layout = readPcapLayout(header(file)).value();
    const PcapRecord record = readPcapRecord(layout, file.data() + 24);
    QCOMPARE(record.captured, 6U);
    QCOMPARE(record.original, 90U);
    QCOMPARE(qint64{record.time.nanoseconds}, qint64{1'500'000'000'123'456'789} / unit * unit);
    std::vector<Frame> frames;
    const Walk walk = walkPcapRecords(layout, file, 24, file.size(), frames);
    QVERIFY(walk.end == WalkEnd::limit);
    QCOMPARE(walk.stoppedAt, std::size_t{24 + recordHeader + 6});
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(frames[0].bytes[0], std::uint8_t{1});
    QCOMPARE(frames[0].captured, 6U);
    QCOMPARE(frames[0].original, 90U);
}

void TestPcapLayout::knowsItsVersions_data() {
    QTest::addColumn<int>("major");
    QTest::addColumn<int>("minor");
    QTest::addColumn<int>("lengths"); ///< -1: the version is not known
    using Lengths = PcapLayout::Lengths;
    const auto row = [](int major, int minor, int lengths) {
        QTest::addRow("%d.%d", major, minor) << major << minor << lengths;
    };
    for (const int minor : {0, 1, 2})
        row(2, minor, static_cast<int>(Lengths::originalFirst));
    row(2, 3, static_cast<int>(Lengths::smallerFirst));
    for (const int minor : {4, 5, 100}) // there is none after 2.4, only slips
        row(2, minor, static_cast<int>(Lengths::captureFirst));
    row(543, 0, static_cast<int>(Lengths::originalFirst));
    row(1, 4, -1);
    row(3, 0, -1);
    row(0, 0, -1);
    row(543, 1, -1);
    row(512, 1024, -1); // 2.4 in the other byte order
}

void TestPcapLayout::knowsItsVersions() {
    QFETCH(int, major);
    QFETCH(int, minor);
    QFETCH(int, lengths);
    for (const bool big : {false, true}) {
        PcapStyle style;
        style.bigEndian = big;
        style.major = static_cast<std::uint16_t>(major);
        style.minor = static_cast<std::uint16_t>(minor);
        style.originalFirst = lengths == static_cast<int>(PcapLayout::Lengths::originalFirst);
        const Bytes file = pcapFile(oneFrame(), style);
        const Result<PcapLayout> layout = readPcapLayout(header(file));
        QCOMPARE(layout.ok(), lengths >= 0);
        if (!layout.ok()) {
            const std::string version = std::to_string(major) + "." + std::to_string(minor);
            QVERIFY(layout.error().message().find(version) != std::string::npos);
            continue;
        }
        QCOMPARE(static_cast<int>(layout.value().lengths), lengths);
        std::vector<Frame> frames;
        walkPcapRecords(layout.value(), file, 24, file.size(), frames);
        QCOMPARE(frames.size(), std::size_t{1});
        QCOMPARE(frames[0].captured, 6U);
        QCOMPARE(frames[0].original, 90U);
    }
}

void TestPcapLayout::version23WasWrittenBothWays() {
    for (const bool originalFirst : {false, true}) {
        PcapStyle style;
        style.minor = 3;
        style.originalFirst = originalFirst;
        const Bytes file = pcapFile(oneFrame(), style);
        const PcapLayout layout = readPcapLayout(header(file)).value();
        const PcapRecord record = readPcapRecord(layout, file.data() + 24);
        QCOMPARE(record.captured, 6U);
        QCOMPARE(record.original, 90U);
    }
}

void TestPcapLayout::boundsRecords_data() {
    QTest::addColumn<std::uint32_t>("snap");
    QTest::addColumn<std::uint32_t>("longest");
    QTest::newRow("zero") << 0U << 262'144U;
    QTest::newRow("small") << 96U << 262'144U;
    QTest::newRow("usual") << 262'144U << 262'144U;
    QTest::newRow("large") << 1'000'000U << 1'000'000U;
    QTest::newRow("senseless") << 0xffffffffU << 16'777'216U;
    QTest::newRow("negative") << 0x80000000U << 16'777'216U;
}

void TestPcapLayout::boundsRecords() {
    QFETCH(std::uint32_t, snap);
    QFETCH(std::uint32_t, longest);
    PcapStyle style;
    style.snapLength = snap;
    Bytes file = pcapFile({}, style);
    const PcapLayout layout = readPcapLayout(header(file)).value();
    QCOMPARE(layout.longestRecord, longest);
    // A record may be as long as that, and not longer; neither is there, and nothing is read.
    const auto claim = [&](std::uint32_t captured) {
        Bytes record(16);
        for (unsigned i = 0; i < 4; ++i)
            record[8 + i] = record[12 + i] = static_cast<std::uint8_t>(captured >> 8 * i);
        std::vector<Frame> frames;
        return walkPcapRecords(layout, record, 0, record.size(), frames);
    };
    QVERIFY(claim(longest).end == WalkEnd::needsMore);
    QCOMPARE(claim(longest).needed, std::size_t{16} + longest);
    QVERIFY(claim(longest + 1).end == WalkEnd::impossible);
    QVERIFY(claim(0xffffffffU).end == WalkEnd::impossible);
}

void TestPcapLayout::takesTheLinkTypeWithoutChecksumBits_data() {
    QTest::addColumn<std::uint32_t>("written");
    QTest::addColumn<std::uint32_t>("number");
    QTest::newRow("plain") << 1U << 1U;
    QTest::newRow("four bytes of checksum") << 0x28000001U << 1U;
    QTest::newRow("the flag alone") << 0x04000001U << 1U;
    QTest::newRow("all of them") << 0xfc000065U << 101U;
}

void TestPcapLayout::takesTheLinkTypeWithoutChecksumBits() {
    QFETCH(std::uint32_t, written);
    QFETCH(std::uint32_t, number);
    PcapStyle style;
    style.link = {written};
    QCOMPARE(readPcapLayout(header(pcapFile({}, style))).value().link.number, number);
}

void TestPcapLayout::looksAtTheMagicAlone() {
    for (const char* const magic :
        {"a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1", "a1b2cd34", "34cdb2a1"})
        QVERIFY2(looksLikePcap(fromHex(magic)), magic);
    for (const char* const other :
        {"0a0d0d0a", "1f8b0800", "a1b2c3d5", "a1b2c3", "", "00000000", "a1b2a1b2", "c3d4a1b2"})
        QVERIFY2(!looksLikePcap(fromHex(other)), other);
    QVERIFY(!readPcapLayout(fromHex("0a0d0d0a 1c000000 4d3c2b1a 01000000 ffffffff ffffffff")).ok());
}

void TestPcapLayout::refusesCutHeaders() {
    const Bytes file = pcapFile({});
    for (std::size_t bytes = 0; bytes < 24; ++bytes) {
        const Result<PcapLayout> layout = readPcapLayout(ByteSpan(file).first(bytes));
        QVERIFY(!layout.ok());
        if (bytes >= 4)
            QCOMPARE(layout.error().message(),
                "the file header of 24 bytes is cut after " + std::to_string(bytes));
    }
    QVERIFY(readPcapLayout(file).ok());
}

/// Seconds and fraction are 32 bits each and may claim anything.
void TestPcapLayout::holdsTimesWithinBounds() {
    for (const bool nanoseconds : {false, true}) {
        PcapStyle style;
        style.nanoseconds = nanoseconds;
        const PcapLayout layout = readPcapLayout(header(pcapFile({}, style))).value();
        const Bytes record(16, 0xff);
        const Timestamp time = readPcapRecord(layout, record.data()).time;
        QVERIFY(time.nanoseconds > 4'294'967'295'000'000'000);
        QVERIFY(time.nanoseconds <= kMostNanoseconds);
    }
}

void TestPcapLayout::stopsAtTheLimit() {
    const OwnedFrame frame = oneFrame().front();
    const Bytes file = pcapFile({frame, frame, frame});
    const PcapLayout layout = readPcapLayout(header(file)).value();
    const auto countUpTo = [&](std::size_t limit) {
        std::vector<Frame> frames;
        const Walk walk = walkPcapRecords(layout, file, 24, limit, frames);
        return std::pair(frames.size(), walk.stoppedAt);
    };
    // Records begin at 24, 46 and 68.
    QVERIFY(countUpTo(24) == std::pair(std::size_t{0}, std::size_t{24}));
    QVERIFY(countUpTo(25) == std::pair(std::size_t{1}, std::size_t{46}));
    QVERIFY(countUpTo(46) == std::pair(std::size_t{1}, std::size_t{46}));
    QVERIFY(countUpTo(47) == std::pair(std::size_t{2}, std::size_t{68}));
    QVERIFY(countUpTo(90) == std::pair(std::size_t{3}, std::size_t{90}));
}

void TestPcapLayout::guessesARecordAmongOtherBytes() {
    std::vector<OwnedFrame> frames;
    for (std::uint8_t i = 0; i < 12; ++i)
        frames.push_back({Timestamp{1'500'000'000'000'000'000}, Bytes(50 + i, 0xee), 0, {}});
    const Bytes file = pcapFile(frames);
    const PcapLayout layout = readPcapLayout(header(file)).value();
    // From anywhere inside the first record the second is found.
    for (std::size_t from = 25; from <= 24 + 16 + 50; ++from) {
        const auto guess = guessPcapRecord(layout, file, from, file.size());
        QVERIFY(guess.has_value());
        QCOMPARE(*guess, std::size_t{24 + 16 + 50});
    }
    QVERIFY(!guessPcapRecord(layout, file, 25, 60).has_value());
}

void TestPcapLayout::guessesNoneAmongZeros() {
    const PcapLayout layout = readPcapLayout(header(pcapFile({}))).value();
    for (const std::uint8_t fill : {std::uint8_t{0x00}, std::uint8_t{0xff}}) {
        const Bytes bytes(10'000, fill);
        QVERIFY(!guessPcapRecord(layout, bytes, 0, bytes.size()).has_value());
    }
}

QTEST_APPLESS_MAIN(TestPcapLayout)
#include "tst_pcap_layout.moc"
