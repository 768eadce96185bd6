// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_captures.h"
#include "support/indexes.h"
#include "support/packet_script.h"
#include "support/show.h"
#include "support/snapshots.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// All kinds of frames from few sources to few targets over two hours, in no order.
std::vector<OwnedFrame> randomFrames(std::uint64_t seed, std::size_t count) {
    static const std::vector<std::string> kWhat = {"SYN", "SYN id=54321", "SYN win=1024", "SYN+ACK",
        "RST", "ACK", "FIN", "UDP len=30", "UDP len=9 cut=40", "SYN frag=2", "SYN cut=47",
        "SYN len=200"};
    Random random(seed);
    std::string script;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string time =
            std::to_string(static_cast<double>(random.below(7'200'000)) / 1000);
        const std::string from = std::to_string(random.below(40));
        const std::string to = std::to_string(random.below(200));
        const std::string port = std::to_string(20 + random.below(6));
        const std::string& what = kWhat[random.below(kWhat.size())];
        if (random.oneIn(12))
            script += time + " ARP\n";
        else if (random.oneIn(8))
            script += time + " [2001:db8::" + from + "]:4000 > [2001:db8:1::" + to + "]:" + port +
                      " " + what.substr(0, what.find(' ')) + "\n";
        else
            script += time + " 192.0.2." + from + ":4000 > 198.51.100." + to + ":" + port + " " +
                      what + "\n";
    }
    return packetScript(script);
}

std::vector<std::uint64_t> binsOf(const BurstIndex& index) {
    return {index.counts.bins.begin(), index.counts.bins.end()};
}

/// Every chain is a scan, so that the report holds all that can differ.
Asked askingForAll(unsigned threads) {
    Asked asked;
    asked.threads = threads;
    asked.change = [](Thresholds& thresholds) {
        thresholds.minTargets = {1, false, 1};
        thresholds.minRate = 0;
    };
    return asked;
}

Result<IndexedCaptures> readAll(const std::vector<std::string>& paths, Progress& progress) {
    return indexCaptures(paths, {}, progress, {});
}

Result<IndexedCaptures> readAll(const std::vector<std::string>& paths) {
    Progress progress;
    return readAll(paths, progress);
}

std::string messageOf(const std::vector<std::string>& paths) {
    const Result<IndexedCaptures> captures = readAll(paths);
    return captures.ok() ? std::string() : captures.error().message();
}

} // namespace

class TestIndexCaptures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void threadsAndOrderChangeNothing_data();
    void threadsAndOrderChangeNothing();
    void bordersOfFilesChangeNothing();
    void aFileGivenTwiceCountsTwice();
    void reportsEachFile();
    void reportsBadFilesAmongGoodOnes();
    void reportsCutFiles();
    void failsWhenNothingCouldBeRead_data();
    void failsWhenNothingCouldBeRead();
    void emptyCapturesAreCaptures();
    void readsTheCapturesInFolders();
    void countsProgress();
    void keepsWhatWasReadUntilStopped();
    void readsNothingWhenStoppedBefore();
    void appliesTelescopeAndGap();

private:
    TemporaryFolder m_folder;
    std::vector<OwnedFrame> m_frames; ///< of all three captures together
    std::vector<std::string> m_captures;
};

/// Three captures of different make, whose times overlap, each of more than one piece.
void TestIndexCaptures::initTestCase() {
    m_frames = randomFrames(1, 18'000);
    std::vector<std::vector<OwnedFrame>> parts(3);
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        parts[i % 3].push_back(m_frames[i]);
    PcapStyle big;
    big.bigEndian = true;
    m_captures = {m_folder.write("c.pcap", pcapFile(parts[0])),
        m_folder.write("a.pcap", pcapFile(parts[1], big)),
        m_folder.write("b.pcap.gz", gzipped(pcapFile(parts[2])))};
    QVERIFY(std::filesystem::file_size(m_captures[0]) > 400'000);
}

void TestIndexCaptures::threadsAndOrderChangeNothing_data() {
    QTest::addColumn<unsigned>("threads");
    QTest::addColumn<std::vector<int>>("order");
    for (const unsigned threads : {1U, 2U, 3U, 4U}) {
        std::vector<int> order = {0, 1, 2};
        do {
            QTest::addRow("%u threads, %d%d%d", threads, order[0], order[1], order[2])
                << threads << order;
        } while (std::next_permutation(order.begin(), order.end()));
    }
}

void TestIndexCaptures::threadsAndOrderChangeNothing() {
    QFETCH(unsigned, threads);
    QFETCH(std::vector<int>, order);
    static const std::string kExpected = reportOf(*snapshotOf(m_captures, askingForAll(1)));
    QVERIFY(kExpected.size() > 100'000);
    std::vector<std::string> captures;
    for (const int place : order)
        captures.push_back(m_captures[static_cast<std::size_t>(place)]);
    const std::string report = reportOf(*snapshotOf(captures, askingForAll(threads)));
    QVERIFY2(report == kExpected, "the reports differ");
}

/// One file or many, cut anywhere: the index is the same.
void TestIndexCaptures::bordersOfFilesChangeNothing() {
    const auto whole = readAll({m_folder.write("whole.pcap", pcapFile(m_frames))});
    QVERIFY(whole.ok());
    const std::vector<std::string> expected = contentOf(*whole.value().index);
    for (const std::size_t files : {2U, 5U, 17U}) {
        std::vector<std::string> paths;
        const std::size_t length = m_frames.size() / files + 1;
        for (std::size_t begin = 0; begin < m_frames.size(); begin += length) {
            const auto at = m_frames.begin() + static_cast<std::ptrdiff_t>(begin);
            const std::vector<OwnedFrame> part(
                at, at + static_cast<std::ptrdiff_t>(std::min(length, m_frames.size() - begin)));
            paths.push_back(m_folder.write("part" + std::to_string(begin), pcapFile(part)));
        }
        const auto parts = readAll(paths);
        QVERIFY(parts.ok());
        const std::string different = differenceOf(contentOf(*parts.value().index), expected);
        QVERIFY2(different.empty(), different.c_str());
        QVERIFY(parts.value().index->counts == whole.value().index->counts);
        QVERIFY(parts.value().index->activity == whole.value().index->activity);
    }
}

void TestIndexCaptures::aFileGivenTwiceCountsTwice() {
    const auto once = readAll({m_captures[0]});
    const auto twice = readAll({m_captures[0], m_captures[0]});
    QVERIFY(once.ok() && twice.ok());
    QCOMPARE(twice.value().index->counts.frames, 2 * once.value().index->counts.frames);
    QCOMPARE(twice.value().index->burstCount(), once.value().index->burstCount());
    QCOMPARE(twice.value().report.files.size(), std::size_t{2});
}

void TestIndexCaptures::reportsEachFile() {
    const std::string early = m_folder.write("early.pcap",
        pcapFile(packetScript(
            "1 192.0.2.1:1 > 198.51.100.1:2 SYN\n3 192.0.2.1:1 > 198.51.100.2:2 SYN\n")));
    PcapStyle style;
    style.nanoseconds = true;
    const std::string late = m_folder.write("late.gz",
        gzipped(pcapFile(packetScript("9.5 192.0.2.1:1 > 198.51.100.1:2 RST\n"), style)));
    const auto captures = readAll({late, early});
    QVERIFY(captures.ok());
    QVERIFY(captures.value().report.isComplete());
    const std::vector<FileReport>& files = captures.value().report.files;
    QCOMPARE(files.size(), std::size_t{2});
    // In order of time, whatever the order in which they were given: 24 + 2 x (16 + 54) bytes.
    QCOMPARE(files[0].path, early);
    QCOMPARE(files[0].format, std::string("pcap"));
    QCOMPARE(files[0].link, std::string("ethernet"));
    QCOMPARE(files[0].frames, std::uint64_t{2});
    QCOMPARE(files[0].bytes, std::uint64_t{164});
    QVERIFY((files[0].time ==
             TimeRange{kScriptBegin + Duration::seconds(1), kScriptBegin + Duration::seconds(3)}));
    QVERIFY(!files[0].isTruncated && !files[0].isSkipped);
    QVERIFY(files[0].note.isEmpty());
    QCOMPARE(files[1].path, late);
    QCOMPARE(files[1].format, std::string("pcap (nanoseconds), gzip"));
    QCOMPARE(files[1].frames, std::uint64_t{1});
    QCOMPARE(files[1].bytes, std::uint64_t{std::filesystem::file_size(late)});
    QVERIFY(files[1].time.first == kScriptBegin + Duration::fromSeconds(9.5));
}

void TestIndexCaptures::reportsBadFilesAmongGoodOnes() {
    const std::string text = m_folder.write("notes.pcap", "no capture\n");
    const std::string missing = m_folder.path("missing.pcap");
    const auto captures = readAll({text, m_captures[0], missing, m_captures[1]});
    QVERIFY(captures.ok());
    QVERIFY(!captures.value().report.isComplete());
    QVERIFY(!captures.value().report.isStopped);
    std::vector<std::string> skipped;
    for (const FileReport& file : captures.value().report.files) {
        if (file.isSkipped)
            skipped.push_back(file.path);
        QCOMPARE(!file.note.isEmpty(), file.isSkipped);
        QVERIFY(file.note.text().find(file.path) == std::string::npos); // it stands beside the note
        QCOMPARE(file.frames == 0, file.isSkipped);
        QCOMPARE(file.format.empty(), file.isSkipped);
    }
    QVERIFY((skipped == std::vector<std::string>{missing, text}));
    const auto good = readAll({m_captures[0], m_captures[1]});
    QVERIFY(contentOf(*captures.value().index) == contentOf(*good.value().index));
}

void TestIndexCaptures::reportsCutFiles() {
    Bytes file = pcapFile({m_frames.begin(), m_frames.begin() + 1'000});
    std::size_t place = 24; // of the record after the first 700
    for (std::size_t i = 0; i < 700; ++i)
        place += 16 + m_frames[i].bytes.size();
    file.resize(place + 20);
    const std::string cut = m_folder.write("cut.pcap", file);
    const auto captures = readAll({cut});
    QVERIFY(captures.ok());
    QVERIFY(!captures.value().report.isComplete());
    const FileReport& report = captures.value().report.files.at(0);
    QVERIFY(report.isTruncated && !report.isSkipped);
    QCOMPARE(report.frames, std::uint64_t{700});
    QVERIFY2(report.note.text().find("byte " + std::to_string(place)) != std::string::npos,
        report.note.text().c_str());
    const auto whole = readAll(
        {m_folder.write("front.pcap", pcapFile({m_frames.begin(), m_frames.begin() + 700}))});
    QVERIFY(contentOf(*captures.value().index) == contentOf(*whole.value().index));
}

void TestIndexCaptures::failsWhenNothingCouldBeRead_data() {
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("said");
    const auto row = [](const char* name, const std::string& path, const char* said) {
        QTest::newRow(name) << path << std::string(said);
    };
    row("nothing there", m_folder.path("nothing"), "No such file");
    row("an empty file", m_folder.write("empty", ""), "is empty");
    row("text", m_folder.write("text", "some text\n"), "is text, not a capture");
    row("a cut header", m_folder.write("short", Bytes{0xd4, 0xc3, 0xb2, 0xa1, 2, 0}),
        "cut after 6");
}

void TestIndexCaptures::failsWhenNothingCouldBeRead() {
    QFETCH(std::string, path);
    QFETCH(std::string, said);
    const std::string message = messageOf({path});
    QVERIFY2(message.starts_with(path + ": "), message.c_str());
    QVERIFY2(message.find(said) != std::string::npos, message.c_str());
    // The first of several bad ones gives the reason.
    QCOMPARE(messageOf({path, path}), message);
    QVERIFY(!messageOf({}).empty());
}

void TestIndexCaptures::emptyCapturesAreCaptures() {
    const auto captures = readAll({m_folder.write("none.pcap", pcapFile({}))});
    QVERIFY(captures.ok());
    QVERIFY(captures.value().report.isComplete());
    QCOMPARE(captures.value().index->counts.frames, std::uint64_t{0});
    QVERIFY(captures.value().index->counts.range.isEmpty());
    QCOMPARE(captures.value().report.files.at(0).frames, std::uint64_t{0});
}

/// Captures lie beside notes and checksums; what a file is, its content tells.
void TestIndexCaptures::readsTheCapturesInFolders() {
    const TemporaryFolder folder;
    const Bytes one = pcapFile(packetScript("1 192.0.2.1:1 > 198.51.100.1:2 SYN\n"));
    const Bytes other = gzipped(pcapFile(packetScript("2 192.0.2.1:1 > 198.51.100.2:2 SYN\n")));
    const std::string first = folder.write("captures/b.txt", one);
    const std::string second = folder.write("captures/deep/er/a", other);
    (void)folder.write("captures/notes.pcap", "no capture\n");
    (void)folder.write("captures/deep/SHA256SUMS", "0123\n");
    const auto captures = readAll({folder.path("captures")});
    QVERIFY(captures.ok());
    const CaptureReport& report = captures.value().report;
    QCOMPARE(report.files.size(), std::size_t{2});
    QCOMPARE(report.files[0].path, first);
    QCOMPARE(report.files[1].path, second);
    QCOMPARE(report.ignoredFiles, std::size_t{2});
    QVERIFY(report.isComplete());
    QCOMPARE(captures.value().index->counts.frames, std::uint64_t{2});
    const std::string message = messageOf({folder.path("captures/deep/none")});
    QVERIFY(message.find("No such file") != std::string::npos);
    (void)folder.write("empty/notes", "no capture\n");
    QVERIFY(messageOf({folder.path("empty")}).starts_with(folder.path("empty") + ": "));
}

void TestIndexCaptures::countsProgress() {
    Progress progress;
    QVERIFY(readAll({m_captures[0], m_folder.path("missing"), m_captures[2]}, progress).ok());
    const std::uint64_t bytes =
        std::filesystem::file_size(m_captures[0]) + std::filesystem::file_size(m_captures[2]);
    QCOMPARE(progress.bytesTotal.load(), bytes);
    QCOMPARE(progress.bytesDone.load(), bytes);
    QCOMPARE(progress.frames.load(), std::uint64_t{12'000});
    QCOMPARE(progress.filesTotal.load(), 3U);
    QCOMPARE(progress.filesDone.load(), 3U);
}

/// A pipe gives its second half only when somebody has asked to stop.
void TestIndexCaptures::keepsWhatWasReadUntilStopped() {
    const std::string path = m_folder.path("pipe");
    QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    std::vector<OwnedFrame> frames;
    while (frames.size() < 150'000)
        frames.insert(frames.end(), m_frames.begin(), m_frames.begin() + 10'000);
    const Bytes content = pcapFile(frames);
    // Keeps the pipe alive until both are there; whoever is done first lets it go.
    std::atomic<int> held = ::open(path.c_str(), O_RDWR);
    std::signal(SIGPIPE, SIG_IGN);
    Progress progress;
    std::stop_source stop;
    std::jthread writer([&] {
        const int descriptor = ::open(path.c_str(), O_WRONLY);
        for (std::size_t done = 0; done < content.size();) {
            const std::size_t count = std::min<std::size_t>(65'536, content.size() - done);
            const ssize_t wrote = ::write(descriptor, content.data() + done, count);
            if (wrote <= 0)
                break;
            done += static_cast<std::size_t>(wrote);
            if (progress.frames > 0)
                stop.request_stop();
        }
        ::close(descriptor);
        ::close(held.exchange(-1));
    });
    ReadOptions options;
    options.threads = 1;
    const auto captures = indexCaptures({path}, options, progress, stop.get_token());
    ::close(held.exchange(-1));
    writer.join();
    QVERIFY(captures.ok());
    QVERIFY(captures.value().report.isStopped);
    QVERIFY(!captures.value().report.isComplete());
    const BurstIndex& index = *captures.value().index;
    QVERIFY(index.counts.frames > 0);
    QVERIFY2(index.counts.frames < frames.size() / 2, std::to_string(index.counts.frames).c_str());
    QCOMPARE(captures.value().report.files.at(0).frames, index.counts.frames);
    const auto bins = binsOf(index);
    QCOMPARE(std::accumulate(bins.begin(), bins.end(), std::uint64_t{0}), index.counts.frames);
    QVERIFY(index.burstCount() > 0);
}

void TestIndexCaptures::readsNothingWhenStoppedBefore() {
    Progress progress;
    std::stop_source stop;
    stop.request_stop();
    const auto captures = indexCaptures(m_captures, {}, progress, stop.get_token());
    QVERIFY(captures.ok());
    QVERIFY(captures.value().report.isStopped);
    QCOMPARE(captures.value().index->counts.frames, std::uint64_t{0});
}

void TestIndexCaptures::appliesTelescopeAndGap() {
    const std::string path = m_folder.write("gap.pcap",
        pcapFile(
            packetScript("0 192.0.2.1:1 > 198.51.100.1:2 SYN\n50 192.0.2.1:1 > 198.51.100.1:2 SYN\n"
                         "50 192.0.2.1:1 > 203.0.113.1:2 SYN\n")));
    Progress progress;
    ReadOptions options;
    options.telescope = parsePrefixes("198.51.100.0/24").value();
    options.baseGap = Duration::seconds(49);
    const auto captures = indexCaptures({path}, options, progress, {});
    QVERIFY(captures.ok());
    const BurstIndex& index = *captures.value().index;
    QVERIFY(index.baseGap == Duration::seconds(49));
    QVERIFY((binsOf(index) == std::vector<std::uint64_t>{2, 0, 0, 0, 1, 0, 0, 0}));
    QCOMPARE(index.burstCount(), std::size_t{3}); // two SYN bursts, and the one outside
    QCOMPARE(index.probeTargets, std::uint64_t{1});
}

QTEST_APPLESS_MAIN(TestIndexCaptures)
#include "tst_index_captures.moc"
