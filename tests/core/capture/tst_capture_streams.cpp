// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/count_text.h"
#include "capture/frame_source.h"
#include "support/collect.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <thread>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

const std::vector<OwnedFrame>& someFrames() {
    static const std::vector<OwnedFrame> kFrames = noisyFrames(200);
    return kFrames;
}

/// Standard input is something else while this lives.
class StandardInput {
public:
    explicit StandardInput(int descriptor)
        : m_before(::dup(STDIN_FILENO)) {
        ::dup2(descriptor, STDIN_FILENO);
        ::close(descriptor);
    }

    ~StandardInput() {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
    }

    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;

private:
    int m_before;
};

/// Writes in steps of odd lengths, as a slow sender would.
void writeAll(int descriptor, const Bytes& content) {
    std::size_t done = 0;
    for (std::size_t step = 1; done < content.size(); step = step * 3 % 4'001) {
        const std::size_t count = std::min(step, content.size() - done);
        const ssize_t wrote = ::write(descriptor, content.data() + done, count);
        if (wrote <= 0)
            break;
        done += static_cast<std::size_t>(wrote);
    }
    ::close(descriptor);
}

} // namespace

/// Captures out of pipes and standard input: what can be read only once, and in any portions.
class TestCaptureStreams : public QObject {
    Q_OBJECT

private slots:
    void readsAPipe_data();
    void readsAPipe();
    void readsStandardInput_data();
    void readsStandardInput();
    void readsStreamsCutAnywhere();
    void streamsOfLongRecords();

private:
    void compare(const std::string& path, const std::string& format);
    TemporaryFolder m_folder;
};

void TestCaptureStreams::compare(const std::string& path, const std::string& format) {
    auto opened = openCapture(path);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message().c_str());
    const Collected got = collect(*opened.value());
    const std::string different = differenceOf(got.frames, someFrames());
    QVERIFY2(different.empty(), different.c_str());
    QVERIFY2(!got.cut, got.cut ? got.cut->reason.text().c_str() : "");
    QCOMPARE(opened.value()->format().name, format);
}

void TestCaptureStreams::readsAPipe_data() {
    QTest::addColumn<bool>("isPacked");
    QTest::newRow("plain") << false;
    QTest::newRow("gzip") << true;
}

void TestCaptureStreams::readsAPipe() {
    QFETCH(bool, isPacked);
    const Bytes file = pcapFile(someFrames());
    const std::string path = m_folder.path(isPacked ? "pipe.gz" : "pipe");
    QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    // The writer waits in open() for the reader, or the reader for the writer.
    const std::jthread writer(
        [&] { writeAll(::open(path.c_str(), O_WRONLY), isPacked ? gzipped(file) : file); });
    compare(path, isPacked ? "pcap, gzip" : "pcap");
}

void TestCaptureStreams::readsStandardInput_data() {
    QTest::addColumn<bool>("isPipe");
    QTest::addColumn<bool>("isPacked");
    QTest::addColumn<int>("skipped"); ///< bytes of a file that somebody has read before
    QTest::newRow("a pipe") << true << false << 0;
    QTest::newRow("a pipe with gzip") << true << true << 0;
    QTest::newRow("a file") << false << false << 0;
    QTest::newRow("a file with gzip") << false << true << 0;
    QTest::newRow("a file, not from its front") << false << false << 17;
    QTest::newRow("a file with gzip, not from its front") << false << true << 17;
}

void TestCaptureStreams::readsStandardInput() {
    QFETCH(bool, isPipe);
    QFETCH(bool, isPacked);
    QFETCH(int, skipped);
    const Bytes file = pcapFile(someFrames());
    const Bytes content =
        joined(Bytes(static_cast<std::size_t>(skipped), 'x'), isPacked ? gzipped(file) : file);
    std::jthread writer;
    int descriptor = -1;
    if (isPipe) {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        descriptor = ends[0];
        writer = std::jthread([ends, content] { writeAll(ends[1], content); });
    } else {
        descriptor = ::open(m_folder.write("stdin", content).c_str(), O_RDONLY);
        QCOMPARE(::lseek(descriptor, skipped, SEEK_SET), off_t{skipped});
    }
    const StandardInput input(descriptor);
    compare("-", isPacked ? "pcap, gzip" : "pcap");
}

/// A stream that ends in the middle of a record: the frames before it and the right place.
void TestCaptureStreams::readsStreamsCutAnywhere() {
    const Bytes file = pcapFile({someFrames().begin(), someFrames().begin() + 4});
    for (std::size_t bytes = 24; bytes <= file.size(); ++bytes) {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        writeAll(ends[1], frontOf(file, bytes)); // a pipe holds that much
        const StandardInput input(ends[0]);
        auto opened = openCapture("-");
        QVERIFY(opened.ok());
        const Collected got = collect(*opened.value());
        const std::size_t whole = (bytes - 24) / 76;
        QCOMPARE(got.frames.size(), whole);
        QCOMPARE(got.cut.has_value(), bytes != 24 + 76 * whole);
        if (!got.cut)
            continue;
        QCOMPARE(quint64{got.cut->offset}, quint64{24 + 76 * whole});
        const std::size_t there = bytes - got.cut->offset;
        const std::string missing = counted((there < 16 ? 16 : 76) - there, "byte");
        QVERIFY2(got.cut->reason.text().find(missing) != std::string::npos,
            got.cut->reason.text().c_str());
    }
}

/// Records longer than any block that a stream is read in.
void TestCaptureStreams::streamsOfLongRecords() {
    std::vector<OwnedFrame> frames = {someFrames().begin(), someFrames().begin() + 6};
    PcapStyle style;
    style.snapLength = 1'000'000;
    for (const std::size_t place : {0U, 3U, 5U})
        frames[place].bytes.assign(900'000 + place, static_cast<std::uint8_t>(place));
    const Bytes file = pcapFile(frames, style);
    for (const Bytes& content : {file, gzipped(file)}) {
        auto opened = openCapture(m_folder.write("long", content));
        QVERIFY(opened.ok());
        const Collected got = collect(*opened.value());
        const std::string different = differenceOf(got.frames, frames);
        QVERIFY2(different.empty(), different.c_str());
        QVERIFY(!got.cut.has_value());
    }
}

QTEST_APPLESS_MAIN(TestCaptureStreams)
#include "tst_capture_streams.moc"
