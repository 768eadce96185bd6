// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_captures.h"
#include "analysis/reading_health.h"
#include "support/packet_script.h"
#include "support/pcapng_writer.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// A SYN every second from `begin` for `seconds`, each to another address of a /24.
std::string steady(int begin, int seconds) {
    std::string script;
    for (int second = begin; second < begin + seconds; ++second) {
        const std::string target = "192.0.2." + std::to_string(second % 256);
        script += std::to_string(second) + " 198.51.100.7:40000 > " + target + ":" + "23 SYN\n";
    }
    return script;
}

} // namespace

/// What is said of captures that are not as they should be, and what it does to the results.
class TestReadingHealth : public QObject {
    Q_OBJECT

private slots:
    void nothingSpeaksAgainstGoodCaptures();
    void saysWhatWasCut();
    void saysWhatWasSkipped();
    void findsGapsBetweenFiles();
    void findsTimeInCommon();
    void theOrderOfFilesChangesNothing();
    void findsSilences();
    void countsStepsBack();
    void countsDuplicates();
    void countsFramesWithoutTime();
    void countsSnappedFrames();
    void saysSnapLengths();
    void countsFrameCheckSequencesForNothing();
    void namesLinkTypes();
    void countsOddLengths();
    void findsSilentAddresses();

private:
    std::string write(const std::string& name, const std::string& script);
    ReadingHealth read(const std::vector<std::string>& paths, const std::string& telescope = "");
    static const Finding* find(const ReadingHealth& health, const std::string& what);
    static void holds(const ReadingHealth& health, const std::string& what, Concern concern,
        const std::string& seen);
    TemporaryFolder m_folder;
};

std::string TestReadingHealth::write(const std::string& name, const std::string& script) {
    return m_folder.write(name, pcapFile(packetScript(script)));
}

ReadingHealth TestReadingHealth::read(
    const std::vector<std::string>& paths, const std::string& telescope) {
    ReadOptions options;
    options.threads = 2;
    options.telescope = parsePrefixes(telescope).value();
    Progress progress;
    const auto captures = indexCaptures(paths, options, progress, {});
    if (!captures.ok())
        qFatal("%s", captures.error().message().c_str());
    return examineReading(*captures.value().index, captures.value().report, options.telescope);
}

const Finding* TestReadingHealth::find(const ReadingHealth& health, const std::string& what) {
    const auto found = std::find_if(health.findings.begin(), health.findings.end(),
        [&](const Finding& finding) { return finding.what == what; });
    return found == health.findings.end() ? nullptr : &*found;
}

/// There is such a finding, its sentence holds `seen`, and its effect is said.
void TestReadingHealth::holds(const ReadingHealth& health, const std::string& what, Concern concern,
    const std::string& seen) {
    const Finding* const finding = find(health, what);
    QVERIFY2(finding != nullptr, what.c_str());
    QVERIFY2(finding->seen.text().find(seen) != std::string::npos, finding->seen.text().c_str());
    QCOMPARE(std::string(nameOf(finding->concern)), std::string(nameOf(concern)));
    QVERIFY(finding->effect.text().ends_with('.'));
}

void TestReadingHealth::nothingSpeaksAgainstGoodCaptures() {
    const ReadingHealth health =
        read({write("a.pcap", steady(0, 300)), write("b.pcap", steady(300, 300))});
    QVERIFY(health.findings.empty());
    QVERIFY(health.worst() == Concern::none);
}

void TestReadingHealth::saysWhatWasCut() {
    const Bytes whole = pcapFile(packetScript(steady(0, 5)));
    const std::size_t record = (whole.size() - 24) / 5;
    const std::string path = m_folder.write("cut.pcap", frontOf(whole, whole.size() - 7));
    const ReadingHealth health = read({path});
    holds(health, "truncated", Concern::serious,
        path + " was read in part: cut at byte " + std::to_string(24 + 4 * record));
    QVERIFY(health.worst() == Concern::serious);
}

void TestReadingHealth::saysWhatWasSkipped() {
    const std::string bad = m_folder.write("bad.pcap", "no capture at all");
    const ReadingHealth health = read({write("good.pcap", steady(0, 10)), bad});
    holds(health, "skipped", Concern::serious, bad + ": is text, not a capture");
}

void TestReadingHealth::findsGapsBetweenFiles() {
    const std::string first = write("1.pcap", steady(0, 100));
    const ReadingHealth near = read({first, write("near.pcap", steady(159, 100))});
    QVERIFY(near.gaps.empty()); // 60 s from packet to packet
    const std::string far = write("far.pcap", steady(700, 100));
    const ReadingHealth health = read({first, far});
    QCOMPARE(health.gaps.size(), std::size_t{1});
    QCOMPARE(health.gaps[0].time.length().inSeconds(), 601.0);
    holds(health, "gap", Concern::some, "Between " + first + " and " + far + " lie 10 min");
    QVERIFY(health.silences.empty()); // the same silence is not said twice
}

void TestReadingHealth::findsTimeInCommon() {
    const std::string first = write("1.pcap", steady(0, 100));
    const std::string second = write("2.pcap", steady(90, 100));
    const ReadingHealth health = read({first, second});
    QCOMPARE(health.overlaps.size(), std::size_t{1});
    holds(health, "overlap", Concern::some, first + " and " + second + " have 9 s");
}

void TestReadingHealth::theOrderOfFilesChangesNothing() {
    std::vector<std::string> paths = {write("1.pcap", steady(0, 100)),
        write("2.pcap", steady(95, 100)), write("3.pcap", steady(900, 100))};
    const ReadingHealth health = read(paths);
    std::reverse(paths.begin(), paths.end());
    QVERIFY(read(paths) == health);
    QCOMPARE(health.gaps.size(), std::size_t{1});
    QCOMPARE(health.overlaps.size(), std::size_t{1});
}

void TestReadingHealth::findsSilences() {
    const ReadingHealth health = read({write("outage.pcap", steady(0, 400) + steady(700, 400))});
    QCOMPARE(health.silences.size(), std::size_t{1});
    holds(health, "silence", Concern::some, "Nothing at all was recorded for 5 min");
    // What speaks only now and then has no outages.
    QVERIFY(read({write("rare.pcap", steady(0, 3) + steady(700, 3))}).silences.empty());
}

void TestReadingHealth::countsStepsBack() {
    const std::string jump = write("back.pcap", steady(100, 50) + steady(0, 50));
    holds(read({jump}), "backwards", Concern::some, "backwards at 1 frame (1 % of all), by 149 s");
    const std::string jitter = write("jitter.pcap",
        "0.5 198.51.100.7:1 > 192.0.2.1:23 SYN\n0.4 198.51.100.7:2 > 192.0.2.1:23 SYN\n");
    holds(read({jitter}), "backwards", Concern::none, "by 0.1 s");
}

void TestReadingHealth::countsDuplicates() {
    const std::string line = " 198.51.100.7:1 > 192.0.2.1:23 SYN id=7\n";
    const std::string path = write("twice.pcap", "1.0" + line + "1.0005" + line + "3" + line);
    holds(read({path}), "duplicates", Concern::some, "1 frame (33 % of all) repeats");
}

void TestReadingHealth::countsFramesWithoutTime() {
    PcapngWriter writer;
    writer.section();
    writer.interface(link::kEthernet);
    const auto frames = packetScript(steady(0, 2));
    for (const OwnedFrame& frame : frames)
        writer.simple(frame.bytes, static_cast<std::uint32_t>(frame.bytes.size()));
    holds(read({m_folder.write("simple.pcapng", writer.file())}), "untimed", Concern::serious,
        "2 frames carry no time");
}

void TestReadingHealth::countsSnappedFrames() {
    const std::string path =
        write("snapped.pcap", "0 198.51.100.7:1 > 192.0.2.1:23 SYN opts=020405b4 cut=50\n"
                              "1 198.51.100.7:1 > 192.0.2.1:53 UDP len=300 cut=80\n"
                              "2 198.51.100.7:1 > 192.0.2.2:23 SYN\n");
    const ReadingHealth health = read({path});
    holds(health, "snapped", Concern::some, "2 frames (67 % of all) were not recorded whole");
    QVERIFY(find(health, "snapped")->effect.text().starts_with("On 1 of them"));
    holds(health, "snapped", Concern::some, "The snap length is 65535 bytes.");
}

/// Each file's own, as it claims.
void TestReadingHealth::saysSnapLengths() {
    PcapStyle style;
    style.snapLength = 80;
    const std::string line = "0 198.51.100.7:1 > 192.0.2.1:53 UDP len=300 cut=80\n";
    const std::string narrow = m_folder.write("80.pcap", pcapFile(packetScript(line), style));
    ReadOptions options;
    Progress progress;
    const auto captures = indexCaptures({narrow, write("1.pcap", line)}, options, progress, {});
    QVERIFY(captures.ok());
    const std::vector<FileReport>& files = captures.value().report.files;
    QCOMPARE(files[0].snapLength, 65535U); // of the same time: in order of their names
    QCOMPARE(files[1].snapLength, 80U);
    holds(examineReading(*captures.value().index, captures.value().report, {}), "snapped",
        Concern::none, "Snap lengths of the captures go from 80 to 65535 bytes.");
}

/// Original lengths of four more than were captured are no sign of cutting.
void TestReadingHealth::countsFrameCheckSequencesForNothing() {
    std::vector<OwnedFrame> frames = packetScript(steady(0, 3));
    for (OwnedFrame& frame : frames)
        frame.original = static_cast<std::uint32_t>(frame.bytes.size()) + 4;
    const ReadingHealth health = read({m_folder.write("checksum.pcap", pcapFile(frames))});
    QVERIFY(health.findings.empty());
}

void TestReadingHealth::namesLinkTypes() {
    PcapStyle style;
    style.link = {189};
    const std::string other =
        m_folder.write("usb.pcap", pcapFile(packetScript(steady(20, 4)), style));
    const ReadingHealth health = read({write("ethernet.pcap", steady(0, 10)), other});
    holds(health, "links", Concern::none, "10 ethernet, 4 usb-linux");
    holds(health, "unsupported_link", Concern::serious, "4 frames are of link types");
}

void TestReadingHealth::countsOddLengths() {
    std::vector<OwnedFrame> frames = packetScript("0 198.51.100.7:1 > 192.0.2.1:53 UDP len=8\n"
                                                  "1 198.51.100.7:1 > 192.0.2.1:23 SYN\n");
    frames[0].bytes[14 + 20 + 4] = 0xff; // of the datagram's length
    frames[1].bytes[14 + 2] = 0xff;      // of the IP packet's
    holds(read({m_folder.write("odd.pcap", pcapFile(frames))}), "odd_lengths", Concern::none,
        "2 packets (100 % of all) claim a length");
}

void TestReadingHealth::findsSilentAddresses() {
    std::string script;
    for (int round = 0; round < 8; ++round)
        script += steady(256 * round, 128); // the upper half never receives
    const ReadingHealth health = read({write("half.pcap", script)}, "192.0.2.0/24");
    QVERIFY(health.silentTargets.has_value());
    QCOMPARE(health.silentTargets->addresses, std::uint64_t{128});
    QVERIFY(health.silentTargets->prefixes == parsePrefixes("192.0.2.128/25").value().prefixes());
    holds(health, "silent_targets", Concern::some,
        "128 addresses of the telescope never received a packet");
    holds(health, "silent_targets", Concern::some, "The largest silent block is 192.0.2.128/25.");
}

QTEST_APPLESS_MAIN(TestReadingHealth)
#include "tst_reading_health.moc"
