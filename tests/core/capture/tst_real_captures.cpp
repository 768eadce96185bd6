// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_source.h"
#include "support/collect.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;
namespace fs = std::filesystem;

namespace {

/// Where the own readers and libpcap 1.10 may differ, and how.
enum class Exception {
    signedTime, ///< libpcap takes seconds and fraction for signed, the format has them unsigned:
                ///< times from 2038 on and senseless fractions come out earlier. All else is equal
    snapLength, ///< libpcap keeps no more of a frame than the file's snap length, although the file
                ///< holds more; the own reader keeps what is there
    onlyHere,   ///< libpcap refuses it or stops early: a minor version behind 2.4, interfaces of
                ///< different types, a section without interfaces, packing other than gzip. What
                ///< libpcap gives are the first frames
};

const std::map<std::string, Exception>& exceptions() {
    static const std::map<std::string, Exception> kExceptions = {
        {"PcapPlusPlus-fuzz/clusterfuzz-testcase-minimized-FuzzTarget-5204104585674752",
            Exception::signedTime},
        {"PcapPlusPlus-fuzz/clusterfuzz-testcase-minimized-FuzzTarget-5421416466481152",
            Exception::signedTime},
        {"PcapPlusPlus-fuzz/clusterfuzz-testcase-minimized-FuzzTarget-5814090897948672",
            Exception::signedTime},
        {"PcapPlusPlus-fuzz/crash-exception-cast-constructed-record", Exception::signedTime},
        {"nDPI-traces/fuzz-2021-06-07-c6c72a0a56.pcap", Exception::signedTime},
        {"tcpdump-tests/time_2038_overflow.pcap", Exception::signedTime},
        {"tcpdump-tests/time_2039.pcap", Exception::signedTime},
        {"tcpdump-tests/time_2106_max.pcap", Exception::signedTime},
        {"tcpdump-tests/timestamp_invalid_nano.pcap", Exception::signedTime},
        {"tcpdump-tests/extract_read2_asan.pcap", Exception::snapLength},
        {"tcpdump-tests/mobility_opt_asan_3.pcap", Exception::snapLength},
        {"zeek-traces/trunc__trunc-hdr.pcap", Exception::snapLength},
        {"libpcap-tests/pcap-invalid-version-2.pcap", Exception::onlyHere},
        {"PcapPlusPlus-fuzz/clusterfuzz-testcase-minimized-FuzzTarget-6185045124251648",
            Exception::onlyHere},
        {"PcapPlusPlus/GrePackets.pcap", Exception::onlyHere},
        {"PcapPlusPlus/ipv4-malformed.pcap", Exception::onlyHere},
        {"PcapPlusPlus/many_interfaces-1.pcapng", Exception::onlyHere},
        {"PcapPlusPlus/too_many_interfaces.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_advanced_test100.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_basic_test002.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_basic_test004.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_basic_test005.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_basic_test006.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_basic_test008.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_basic_test014.pcapng", Exception::onlyHere},
        {"hadrielk-pcapng-test/le_basic_test017.pcapng", Exception::onlyHere},
        {"libtrace-traces/complex.pcapng", Exception::onlyHere},
        {"derived-editcap/masscan.pcap.bz2", Exception::onlyHere},
        {"derived-editcap/masscan.pcap.lz4", Exception::onlyHere},
        {"derived-editcap/masscan.pcap.xz", Exception::onlyHere},
        {"derived-editcap/masscan.pcap.zst", Exception::onlyHere},
    };
    return kExceptions;
}

std::vector<std::string> captureFiles() {
    std::vector<std::string> paths;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(*publicCaptures())) {
        const std::string ending = entry.path().extension().string();
        if (entry.is_regular_file() && ending != ".md" && ending != ".json" && ending != ".mmdb")
            paths.push_back(fs::relative(entry.path(), *publicCaptures()).string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// What zlib makes of a file; the file's own bytes where it is no gzip.
Bytes unpacked(const std::string& path) {
    Bytes content;
    gzFile file = gzopen(path.c_str(), "rb");
    std::array<std::uint8_t, 65'536> some{};
    for (int got = gzread(file, some.data(), some.size()); got > 0;
         got = gzread(file, some.data(), some.size()))
        content.insert(content.end(), some.begin(), some.begin() + got);
    gzclose(file);
    return content;
}

struct Reading {
    bool isOpen = false;
    std::string message; ///< why not
    std::uint32_t snapLength = 0;
    Collected content;
};

Reading read(Result<std::unique_ptr<FrameSource>> opened) {
    Reading reading;
    reading.isOpen = opened.ok();
    if (!opened.ok()) {
        reading.message = opened.error().message();
        return reading;
    }
    reading.content = collect(*opened.value());
    reading.snapLength = opened.value()->format().snapLength;
    // Three numbers for the same: IP with nothing before it.
    for (OwnedFrame& frame : reading.content.frames) {
        if (frame.link == link::kRawBsd || frame.link == link::kRawOpenBsd)
            frame.link = link::kRaw;
    }
    return reading;
}

/// Brings the own frames to what libpcap makes of them.
void forgive(Exception exception, Reading& own, const Reading& libpcap) {
    std::vector<OwnedFrame>& frames = own.content.frames;
    const std::vector<OwnedFrame>& others = libpcap.content.frames;
    if (exception == Exception::onlyHere)
        frames.resize(std::min(frames.size(), others.size()));
    for (std::size_t i = 0; i < std::min(frames.size(), others.size()); ++i) {
        if (exception == Exception::snapLength)
            frames[i].bytes.resize(
                std::min<std::size_t>(frames[i].bytes.size(), libpcap.snapLength));
        if (exception == Exception::signedTime)
            frames[i].time = others[i].time;
    }
}

} // namespace

/// Every public capture through the own readers and through libpcap, frame by frame. Where libpcap
/// cannot read a file to its end, both give the same frames before that.
class TestRealCaptures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void agreesWithLibpcap_data();
    void agreesWithLibpcap();
    void packingChangesNothing_data();
    void packingChangesNothing();
    void packedFilesCutAnywhere_data();
    void packedFilesCutAnywhere();
};

void TestRealCaptures::initTestCase() {
    if (!publicCaptures())
        QSKIP("the folder of public captures is not there");
}

void TestRealCaptures::agreesWithLibpcap_data() {
    QTest::addColumn<std::string>("name");
    const std::vector<std::string> files = captureFiles();
    QVERIFY2(files.size() > 300, "the folder of public captures is not whole");
    for (const std::string& name : files)
        QTest::newRow(name.c_str()) << name;
}

void TestRealCaptures::agreesWithLibpcap() {
    QFETCH(std::string, name);
    const std::string path = (*publicCaptures() / name).string();
    const TemporaryFolder folder;
    const bool isPacked = name.ends_with(".gz");
    Reading own = read(openCapture(path));
    const Reading libpcap =
        read(openWithLibpcap(isPacked ? folder.write("unpacked", unpacked(path)) : path));
    const auto exception = exceptions().find(name);
    const bool isOnlyHere =
        exception != exceptions().end() && exception->second == Exception::onlyHere;
    QVERIFY2(own.isOpen == libpcap.isOpen || isOnlyHere, (own.message + libpcap.message).c_str());
    QVERIFY(own.isOpen || !isOnlyHere);
    if (!own.isOpen) {
        QVERIFY2(own.message.starts_with(path + ": "), own.message.c_str());
        return;
    }
    if (exception != exceptions().end())
        forgive(exception->second, own, libpcap);
    const std::string different = differenceOf(own.content.frames, libpcap.content.frames);
    QVERIFY2(different.empty(), different.c_str());
    const std::string cuts =
        "own: " + (own.content.cut ? own.content.cut->reason.text() : "none") +
        "; libpcap: " + (libpcap.content.cut ? libpcap.content.cut->reason.text() : "none");
    QVERIFY2(
        own.content.cut.has_value() == libpcap.content.cut.has_value() || isOnlyHere, cuts.c_str());
}

/// One capture, rewritten and packed by other programs in many ways.
void TestRealCaptures::packingChangesNothing_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("times"); ///< that the capture stands in the file
    for (const char* const name :
        {"masscan.pcap.gz", "masscan.pcap.zst", "masscan.pcap.xz", "masscan.pcap.lz4",
            "masscan.pcap.bz2", "masscan.nsec.pcap", "masscan.modpcap.pcap", "masscan.pcapng"})
        QTest::newRow(name) << std::string(name) << 1;
    QTest::newRow("two sections") << std::string("masscan.two-sections.pcapng") << 2;
}

void TestRealCaptures::packingChangesNothing() {
    QFETCH(std::string, name);
    QFETCH(int, times);
    const fs::path folder = *publicCaptures();
    const std::vector<OwnedFrame> once =
        read(openCapture((folder / "seriouszyx-ScannerRecognition/masscan.pcap").string()))
            .content.frames;
    QCOMPARE(once.size(), std::size_t{612});
    std::vector<OwnedFrame> expected;
    for (int i = 0; i < times; ++i)
        expected.insert(expected.end(), once.begin(), once.end());
    const Reading packed = read(openCapture((folder / "derived-editcap" / name).string()));
    QVERIFY2(packed.isOpen, packed.message.c_str());
    const std::string different = differenceOf(packed.content.frames, expected);
    QVERIFY2(different.empty(), different.c_str());
    QVERIFY(!packed.content.cut.has_value());
}

void TestRealCaptures::packedFilesCutAnywhere_data() {
    QTest::addColumn<std::string>("name");
    for (const char* const name : {"masscan.pcap.gz", "masscan.pcap.zst", "masscan.pcap.xz",
             "masscan.pcap.lz4", "masscan.pcap.bz2"})
        QTest::newRow(name) << std::string(name);
}

/// What comes out of a cut file are the first frames, and the cut is said.
void TestRealCaptures::packedFilesCutAnywhere() {
    QFETCH(std::string, name);
    const TemporaryFolder folder;
    const std::string path = (*publicCaptures() / "derived-editcap" / name).string();
    const std::vector<OwnedFrame> all = read(openCapture(path)).content.frames;
    QCOMPARE(all.size(), std::size_t{612});
    const Bytes packed = readBytes(path);
    std::size_t most = 0;
    for (std::size_t bytes = 1; bytes < packed.size(); bytes += 1 + bytes / 20) {
        const Reading cut = read(openCapture(folder.write("cut", frontOf(packed, bytes))));
        QVERIFY2(!cut.isOpen || cut.content.cut.has_value(), std::to_string(bytes).c_str());
        const std::vector<OwnedFrame>& frames = cut.content.frames;
        QVERIFY(frames.size() < all.size() || bytes + 100 > packed.size());
        const std::string different = differenceOf(
            frames, {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(frames.size())});
        QVERIFY2(different.empty(), different.c_str());
        most = std::max(most, frames.size());
    }
    // Some packings come out in blocks that are larger than this file; others give their part.
    if (name.ends_with(".gz"))
        QVERIFY2(most > 500, std::to_string(most).c_str());
}

QTEST_APPLESS_MAIN(TestRealCaptures)
#include "tst_real_captures.moc"
