// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/count_text.h"
#include "capture/pcap_file_source.h"
#include "support/collect.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Frames whose payload is a capture itself, so that guessing where a record begins goes wrong.
std::vector<OwnedFrame> trickyFrames(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<OwnedFrame> frames;
    for (std::size_t i = 0; i < count; ++i) {
        OwnedFrame frame;
        frame.time = {1'500'000'000'000'000'000 + static_cast<std::int64_t>(i) * 1'000'000};
        if (!frames.empty() && random.oneIn(3)) {
            const std::size_t inner = std::min<std::size_t>(frames.size(), 1 + random.below(3));
            frame.bytes =
                pcapFile({frames.end() - static_cast<std::ptrdiff_t>(inner), frames.end()});
            frame.bytes.resize(std::min<std::size_t>(frame.bytes.size(), 600));
        } else {
            frame.bytes.resize(random.below(90), static_cast<std::uint8_t>(random.next()));
        }
        frame.original = static_cast<std::uint32_t>(frame.bytes.size() + random.below(2) * 1'000);
        if (frame.original == 0)
            frame.original = 1;
        frames.push_back(std::move(frame));
    }
    return frames;
}

struct Style {
    const char* name;
    PcapStyle style;
};

std::vector<Style> styles() {
    std::vector<Style> all = {{"usual", {}}};
    all.push_back({"big-endian", {.bigEndian = true}});
    all.push_back({"nanoseconds", {.nanoseconds = true}});
    all.push_back({"modified", {.modified = true}});
    all.push_back({"version 2.2", {.originalFirst = true, .minor = 2}});
    all.push_back({"version 2.3", {.bigEndian = true, .minor = 3}});
    all.push_back({"version 543.0", {.originalFirst = true, .major = 543, .minor = 0}});
    return all;
}

std::unique_ptr<PcapFileSource> open(const std::string& path, std::uint64_t pieceBytes) {
    Result<FileHandle> file = FileHandle::openToRead(path);
    std::vector<std::uint8_t> header(PcapLayout::kLeastHeaderBytes);
    if (!file.ok() || !file.value().readAt(0, header).ok())
        throw std::runtime_error("cannot open " + path);
    return std::make_unique<PcapFileSource>(
        std::move(file).value(), readPcapLayout(header).value(), pieceBytes);
}

/// Where each record of the file begins, and the end of the last.
std::vector<std::size_t> recordPlaces(
    const std::vector<OwnedFrame>& frames, std::size_t recordHeader = 16) {
    std::vector<std::size_t> places = {24};
    for (const OwnedFrame& frame : frames)
        places.push_back(places.back() + recordHeader + frame.bytes.size());
    return places;
}

void setLittle32(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (unsigned i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<std::uint8_t>(value >> 8 * i);
}

} // namespace

/// Pieces of any size and threads of any number must give the frames that were written.
class TestPcapFileSource : public QObject {
    Q_OBJECT

private slots:
    void everyPieceSizeGivesTheFrames_data();
    void everyPieceSizeGivesTheFrames();
    void threadsGiveTheFrames_data();
    void threadsGiveTheFrames();
    void recordsReachOverPieces_data();
    void recordsReachOverPieces();

    void everyCutGivesTheFramesBeforeIt_data() { pieceSizes(); }

    void everyCutGivesTheFramesBeforeIt();

    void impossibleLengthsEndTheReading_data() { pieceSizes(); }

    void impossibleLengthsEndTheReading();

    void lengthsBeyondTheFileEndTheReading_data() { pieceSizes(); }

    void lengthsBeyondTheFileEndTheReading();
    void emptyCapturesGiveNothing();
    void placesCoverTheFileOnce();

private:
    static void pieceSizes();
    TemporaryFolder m_folder;
};

void TestPcapFileSource::pieceSizes() {
    QTest::addColumn<quint64>("piece");
    for (const quint64 piece : {quint64{40}, quint64{41}, quint64{97}, quint64{333}, quint64{4'096},
             quint64{PcapFileSource::kPieceBytes}})
        QTest::addRow("pieces of %llu bytes", static_cast<unsigned long long>(piece)) << piece;
}

void TestPcapFileSource::everyPieceSizeGivesTheFrames_data() {
    QTest::addColumn<int>("style");
    const auto all = styles();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void TestPcapFileSource::everyPieceSizeGivesTheFrames() {
    QFETCH(int, style);
    const std::vector<OwnedFrame> frames = trickyFrames(30, 1);
    const Bytes file = pcapFile(frames, styles()[static_cast<std::size_t>(style)].style);
    const std::string path = m_folder.write("every.pcap", file);
    for (std::uint64_t piece = 1; piece < file.size() + 50; piece += 1 + piece / 64) {
        const Collected got = collect(*open(path, piece));
        const std::string different = differenceOf(got.frames, frames);
        QVERIFY2(different.empty(), (std::to_string(piece) + ": " + different).c_str());
        QVERIFY(!got.cut.has_value());
    }
}

void TestPcapFileSource::threadsGiveTheFrames_data() {
    QTest::addColumn<unsigned>("threads");
    QTest::addColumn<quint64>("piece");
    for (const unsigned threads : {1U, 2U, 4U}) {
        for (const quint64 piece : {64U, 500U, 4'000U, 65'536U})
            QTest::addRow(
                "%u threads, pieces of %llu bytes", threads, static_cast<unsigned long long>(piece))
                << threads << piece;
    }
}

void TestPcapFileSource::threadsGiveTheFrames() {
    QFETCH(unsigned, threads);
    QFETCH(quint64, piece);
    const std::vector<OwnedFrame> frames = trickyFrames(2'000, 2);
    const std::string path = m_folder.write("threads.pcap", pcapFile(frames));
    const Collected got = collectByThreads(*open(path, piece), threads);
    const std::string different = differenceOf(got.frames, frames);
    QVERIFY2(different.empty(), different.c_str());
    QVERIFY(!got.cut.has_value());
}

void TestPcapFileSource::recordsReachOverPieces_data() {
    QTest::addColumn<quint64>("piece");
    QTest::addColumn<unsigned>("threads");
    for (const quint64 piece : {100U, 1'000U, 5'000U, 20'000U}) {
        for (const unsigned threads : {1U, 3U})
            QTest::addRow(
                "pieces of %llu bytes, %u threads", static_cast<unsigned long long>(piece), threads)
                << piece << threads;
    }
}

void TestPcapFileSource::recordsReachOverPieces() {
    QFETCH(quint64, piece);
    QFETCH(unsigned, threads);
    std::vector<OwnedFrame> frames = trickyFrames(20, 3);
    const Bytes inner = pcapFile(trickyFrames(700, 4));
    for (const std::size_t place : {2U, 9U, 10U, 19U}) {
        frames[place].bytes = Bytes(inner.begin(), inner.begin() + 60'000);
        frames[place].original = 60'000;
    }
    const std::string path = m_folder.write("long.pcap", pcapFile(frames));
    const Collected got = collectByThreads(*open(path, piece), threads);
    const std::string different = differenceOf(got.frames, frames);
    QVERIFY2(different.empty(), different.c_str());
    QVERIFY(!got.cut.has_value());
}

void TestPcapFileSource::everyCutGivesTheFramesBeforeIt() {
    QFETCH(quint64, piece);
    const std::vector<OwnedFrame> frames = trickyFrames(14, 5);
    const Bytes file = pcapFile(frames);
    const std::vector<std::size_t> places = recordPlaces(frames);
    const std::string path = m_folder.write("cut.pcap", file);
    for (std::size_t bytes = file.size(); bytes >= 24; --bytes) {
        std::filesystem::resize_file(path, bytes);
        std::size_t whole = 0;
        while (whole < frames.size() && places[whole + 1] <= bytes)
            ++whole;
        const std::vector<OwnedFrame> expected(
            frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(whole));
        const Collected got = collect(*open(path, piece));
        const std::string different = differenceOf(got.frames, expected);
        QVERIFY2(different.empty(), (std::to_string(bytes) + ": " + different).c_str());
        QCOMPARE(got.cut.has_value(), bytes != places[whole]);
        if (!got.cut)
            continue;
        QCOMPARE(quint64{got.cut->offset}, quint64{places[whole]});
        const std::size_t there = bytes - places[whole];
        const std::size_t needed = there < 16 ? 16 : 16 + frames[whole].bytes.size();
        const std::string missing = counted(needed - there, "byte");
        QVERIFY2(got.cut->reason.text().find(missing) != std::string::npos,
            got.cut->reason.text().c_str());
    }
}

void TestPcapFileSource::impossibleLengthsEndTheReading() {
    QFETCH(quint64, piece);
    const std::vector<OwnedFrame> frames = trickyFrames(14, 6);
    const std::vector<std::size_t> places = recordPlaces(frames);
    for (std::size_t broken = 0; broken < frames.size(); ++broken) {
        Bytes file = pcapFile(frames);
        setLittle32(file, places[broken] + 8, 262'145);
        const std::string path = m_folder.write("impossible.pcap", file);
        const Collected got = collect(*open(path, piece));
        const std::string different = differenceOf(
            got.frames, {frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(broken)});
        QVERIFY2(different.empty(), different.c_str());
        QVERIFY(got.cut.has_value());
        QCOMPARE(quint64{got.cut->offset}, quint64{places[broken]});
        QVERIFY2(got.cut->reason.text().find("262145") != std::string::npos,
            got.cut->reason.text().c_str());
    }
}

void TestPcapFileSource::lengthsBeyondTheFileEndTheReading() {
    QFETCH(quint64, piece);
    const std::vector<OwnedFrame> frames = trickyFrames(14, 7);
    const std::vector<std::size_t> places = recordPlaces(frames);
    for (std::size_t broken = 0; broken < frames.size(); ++broken) {
        Bytes file = pcapFile(frames);
        setLittle32(file, places[broken] + 8, 200'000); // possible, but not there
        const std::string path = m_folder.write("beyond.pcap", file);
        const Collected got = collectByThreads(*open(path, piece), 2);
        const std::string different = differenceOf(
            got.frames, {frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(broken)});
        QVERIFY2(different.empty(), different.c_str());
        QVERIFY(got.cut.has_value());
        QCOMPARE(quint64{got.cut->offset}, quint64{places[broken]});
        const std::size_t missing = places[broken] + 16 + 200'000 - file.size();
        QVERIFY2(got.cut->reason.text().find(std::to_string(missing)) != std::string::npos,
            got.cut->reason.text().c_str());
    }
}

void TestPcapFileSource::emptyCapturesGiveNothing() {
    const std::string path = m_folder.write("empty.pcap", pcapFile({}));
    for (const unsigned threads : {1U, 3U}) {
        const Collected got = collectByThreads(*open(path, 100), threads);
        QVERIFY(got.frames.empty());
        QVERIFY(!got.cut.has_value());
    }
}

/// Batches are numbered from 0 and their confirmed places stand end to end, from the file header to
/// the end of the file.
void TestPcapFileSource::placesCoverTheFileOnce() {
    const std::vector<OwnedFrame> frames = trickyFrames(200, 8);
    const Bytes file = pcapFile(frames);
    const auto source = open(m_folder.write("places.pcap", file), 700);
    FrameBatch batch;
    std::uint64_t sequence = 0;
    std::uint64_t end = PcapLayout::kLeastHeaderBytes;
    while (source->next(batch)) {
        QCOMPARE(batch.place.sequence, sequence++);
        if (!source->confirm(batch.place))
            source->reread(batch);
        QCOMPARE(quint64{batch.place.begin}, quint64{end});
        QVERIFY(batch.place.end >= batch.place.begin);
        end = batch.place.end;
        QCOMPARE(quint64{source->bytesTaken()}, quint64{end});
    }
    QCOMPARE(quint64{end}, quint64{file.size()});
    QVERIFY(!source->next(batch));
    QVERIFY(batch.frames.empty());
}

QTEST_APPLESS_MAIN(TestPcapFileSource)
#include "tst_pcap_file_source.moc"
