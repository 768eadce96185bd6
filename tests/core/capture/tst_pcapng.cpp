// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_source.h"
#include "capture/pcapng_layout.h"
#include "support/collect.h"
#include "support/pcapng_writer.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

OwnedFrame frame(std::int64_t time, Bytes bytes, std::uint32_t original, LinkType link) {
    return {{time}, std::move(bytes), original, link};
}

} // namespace

class TestPcapng : public QObject {
    Q_OBJECT

private slots:
    void readsEveryKindOfPacketBlock_data();
    void readsEveryKindOfPacketBlock();
    void countsTimeAsTheInterfaceSays_data();
    void countsTimeAsTheInterfaceSays();
    void eachInterfaceHasItsLinkType();
    void sectionsBeginAnew();
    void skipsWhatIsNoPacket();
    void cutAtEveryByte();
    void readsItPacked();
    void refusesLies_data();
    void refusesLies();
    void readsNothingOfNothing();

private:
    Collected read(const Bytes& file);
    TemporaryFolder m_folder;
};

Collected TestPcapng::read(const Bytes& file) {
    auto opened = openCapture(m_folder.write("test.pcapng", file));
    return opened.ok() ? collect(*opened.value()) : Collected{{}, Cut{0, opened.error().sentence}};
}

void TestPcapng::readsEveryKindOfPacketBlock_data() {
    QTest::addColumn<bool>("isBigEndian");
    QTest::newRow("little-endian") << false;
    QTest::newRow("big-endian") << true;
}

void TestPcapng::readsEveryKindOfPacketBlock() {
    QFETCH(bool, isBigEndian);
    PcapngWriter writer(isBigEndian);
    writer.section();
    writer.interface(link::kEthernet);
    writer.enhanced(0, 1'500'000'000'123'456, {1, 2, 3, 4, 5}, 60);
    writer.obsolete(0, 1'500'000'001'000'000, {6, 7}, 2);
    writer.simple({8, 9, 10}, 3);
    writer.enhanced(0, 0, {}, 0);
    const Collected got = read(writer.file());
    const std::string different = differenceOf(got.frames,
        {frame(1'500'000'000'123'456'000, {1, 2, 3, 4, 5}, 60, link::kEthernet),
            frame(1'500'000'001'000'000'000, {6, 7}, 2, link::kEthernet),
            frame(0, {8, 9, 10}, 3, link::kEthernet), frame(0, {}, 0, link::kEthernet)});
    QVERIFY2(different.empty(), different.c_str());
    QVERIFY2(!got.cut, got.cut ? got.cut->reason.text().c_str() : "");
}

void TestPcapng::countsTimeAsTheInterfaceSays_data() {
    QTest::addColumn<int>("resolution");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<quint64>("units");
    QTest::addColumn<qint64>("nanoseconds");
    const auto row = [](const char* name, int resolution, qint64 offset, quint64 units,
                         qint64 nanoseconds) {
        QTest::newRow(name) << resolution << offset << units << nanoseconds;
    };
    row("not said: microseconds", 255, 0, 5, 5'000);
    row("seconds", 0, 0, 7, 7'000'000'000);
    row("milliseconds", 3, 0, 1'500, 1'500'000'000);
    row("nanoseconds", 9, 0, 1'500'000'000'123'456'789, 1'500'000'000'123'456'789);
    row("picoseconds", 12, 0, 5'000, 5);
    row("halves", 0x81, 0, 3, 1'500'000'000);
    row("2^-32", 0xa0, 0, quint64{5} << 31, 2'500'000'000);
    row("an offset", 6, 1'500'000'000, 250'000, 1'500'000'000'250'000'000);
    row("a negative offset", 6, -10, 0, -10'000'000'000);
}

void TestPcapng::countsTimeAsTheInterfaceSays() {
    QFETCH(int, resolution);
    QFETCH(qint64, offset);
    QFETCH(quint64, units);
    QFETCH(qint64, nanoseconds);
    PcapngWriter writer;
    writer.section();
    writer.interface(link::kEthernet, resolution, 0, offset);
    writer.enhanced(0, units, {1}, 1);
    const Collected got = read(writer.file());
    QCOMPARE(got.frames.size(), std::size_t{1});
    QCOMPARE(qint64{got.frames[0].time.nanoseconds}, nanoseconds);
    // Whatever is claimed, differences of times must not overflow.
    PcapngWriter far;
    far.section();
    far.interface(link::kEthernet, resolution, 0, offset);
    for (const std::uint64_t time :
        {std::uint64_t{1} << 40, std::uint64_t{1} << 62, ~std::uint64_t{0}})
        far.enhanced(0, time, {1}, 1);
    for (const OwnedFrame& each : read(far.file()).frames) {
        QVERIFY(each.time.nanoseconds <= kMostNanoseconds);
        QVERIFY(each.time.nanoseconds >= -kMostNanoseconds);
    }
}

void TestPcapng::eachInterfaceHasItsLinkType() {
    PcapngWriter writer;
    writer.section();
    writer.interface(link::kRaw);
    writer.interface(link::kEthernet, 9);
    writer.enhanced(1, 7, {1}, 1);
    writer.interface(link::kLinuxSll);
    writer.enhanced(2, 7, {2}, 1);
    writer.enhanced(0, 7, {3}, 1);
    writer.simple({4}, 1); // always of the first
    const std::string different = differenceOf(read(writer.file()).frames,
        {frame(7, {1}, 1, link::kEthernet), frame(7'000, {2}, 1, link::kLinuxSll),
            frame(7'000, {3}, 1, link::kRaw), frame(0, {4}, 1, link::kRaw)});
    QVERIFY2(different.empty(), different.c_str());
}

/// A new section forgets the interfaces, and may have another byte order.
void TestPcapng::sectionsBeginAnew() {
    PcapngWriter first;
    first.section();
    first.interface(link::kRaw);
    first.enhanced(0, 1, {1}, 1);
    PcapngWriter second(true);
    second.section();
    second.interface(link::kEthernet, 9);
    second.enhanced(0, 2, {2}, 1);
    const std::string different = differenceOf(read(joined(first.file(), second.file())).frames,
        {frame(1'000, {1}, 1, link::kRaw), frame(2, {2}, 1, link::kEthernet)});
    QVERIFY2(different.empty(), different.c_str());
    PcapngWriter without;
    without.section();
    without.enhanced(0, 3, {3}, 1);
    const Collected got = read(joined(first.file(), without.file()));
    QCOMPARE(got.frames.size(), std::size_t{1});
    QVERIFY(got.cut.has_value());
}

void TestPcapng::skipsWhatIsNoPacket() {
    PcapngWriter writer;
    writer.section();
    writer.interface(link::kEthernet);
    writer.block(4, Bytes(20, 0));     // names
    writer.block(5, Bytes(12, 0));     // statistics
    writer.block(0xbad, Bytes(40, 1)); // custom
    writer.block(0x12345678, {});      // unknown
    writer.enhanced(0, 5, {1}, 1);
    writer.block(4, {});
    const Collected got = read(writer.file());
    QCOMPARE(got.frames.size(), std::size_t{1});
    QVERIFY(!got.cut.has_value());
}

void TestPcapng::cutAtEveryByte() {
    PcapngWriter writer;
    writer.section();
    writer.interface(link::kEthernet);
    std::vector<OwnedFrame> frames;
    std::vector<std::size_t> ends = {0, 28, writer.size()}; // of whole blocks
    for (std::uint8_t i = 0; i < 6; ++i) {
        frames.push_back(frame(std::int64_t{i} * 1'000, Bytes(3U + i, i), 90, link::kEthernet));
        writer.enhanced(0, i, frames.back().bytes, 90);
        ends.push_back(writer.size());
    }
    for (std::size_t bytes = 28; bytes <= writer.size(); ++bytes) {
        std::size_t blocks = 0;
        while (blocks + 1 < ends.size() && ends[blocks + 1] <= bytes)
            ++blocks;
        const auto whole = static_cast<std::ptrdiff_t>(blocks < 2 ? 0 : blocks - 2);
        const Collected got = read(frontOf(writer.file(), bytes));
        const std::string different =
            differenceOf(got.frames, {frames.begin(), frames.begin() + whole});
        QVERIFY2(different.empty(), (std::to_string(bytes) + ": " + different).c_str());
        QCOMPARE(got.cut.has_value(), ends[blocks] != bytes);
        if (got.cut)
            QCOMPARE(quint64{got.cut->offset}, quint64{ends[blocks]});
    }
}

void TestPcapng::readsItPacked() {
    PcapngWriter writer;
    writer.section();
    writer.interface(link::kEthernet);
    std::vector<OwnedFrame> frames = noisyFrames(8'000); // more than a block of a stream
    for (const OwnedFrame& each : frames)
        writer.enhanced(
            0, static_cast<std::uint64_t>(each.time.nanoseconds / 1'000), each.bytes, 60);
    auto opened = openCapture(m_folder.write("packed", gzipped(writer.file())));
    QVERIFY(opened.ok());
    const std::string different = differenceOf(collect(*opened.value()).frames, frames);
    QVERIFY2(different.empty(), different.c_str());
    QCOMPARE(opened.value()->format().name, std::string("pcapng, gzip"));
}

/// One good frame, then a block that lies: the frame, and where the lie begins.
void TestPcapng::refusesLies_data() {
    QTest::addColumn<Bytes>("lie");
    const auto row = [](const char* name, const char* hex) {
        Bytes bytes;
        for (std::size_t i = 0; hex[i] != 0; i += 2)
            bytes.push_back(
                static_cast<std::uint8_t>(std::stoul(std::string(hex + i, 2), nullptr, 16)));
        QTest::newRow(name) << bytes;
    };
    row("a length of zero", "060000000000000000000000");
    row("a length of eight", "060000000800000008000000");
    row("a length that is no multiple of four", "060000000d0000000000000000");
    row("two lengths that differ", "04000000100000000000000014000000");
    row("a gigabyte", "06000000000000400000000000000040");
    row("an interface that is not there", "0600000024000000070000000000000000000000010000000100"
                                          "00000100000024000000");
    row("more bytes than the block has", "060000002400000000000000000000000000000000010000000100"
                                         "000100000024000000");
    row("too short for a packet", "0600000010000000000000001000000000");
    row("a section of another version", "0a0d0d0a1c0000004d3c2b1a02000000ffffffffffffffff1c000000");
    row("a section without a byte order",
        "0a0d0d0a1c0000000000000001000000ffffffffffffffff1c000000");
}

void TestPcapng::refusesLies() {
    QFETCH(Bytes, lie);
    PcapngWriter writer;
    writer.section();
    writer.interface(link::kEthernet);
    writer.enhanced(0, 5, {1, 2, 3, 4}, 4);
    const std::size_t place = writer.size();
    const Collected got = read(joined(writer.file(), lie));
    QCOMPARE(got.frames.size(), std::size_t{1});
    QVERIFY(got.cut.has_value());
    QVERIFY2(!got.cut->reason.isEmpty(), "no reason is given");
    QCOMPARE(quint64{got.cut->offset}, quint64{place});
}

void TestPcapng::readsNothingOfNothing() {
    PcapngWriter writer;
    writer.section();
    QVERIFY(looksLikePcapng(writer.file()));
    QVERIFY(!looksLikePcapng(Bytes{0x0a, 0x0d, 0x0d}));
    const Collected got = read(writer.file());
    QVERIFY(got.frames.empty());
    QVERIFY(!got.cut.has_value());
    for (std::size_t bytes = 4; bytes < 28; ++bytes) {
        auto opened = openCapture(m_folder.write("short", frontOf(writer.file(), bytes)));
        QVERIFY2(!opened.ok() || collect(*opened.value()).cut.has_value(),
            std::to_string(bytes).c_str());
    }
}

QTEST_APPLESS_MAIN(TestPcapng)
#include "tst_pcapng.moc"
