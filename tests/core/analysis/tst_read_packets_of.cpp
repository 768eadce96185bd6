// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_captures.h"
#include "analysis/packet_behaviour.h"
#include "analysis/read_packets_of.h"
#include "capture/frame_filter.h"
#include "export/packet_filters.h"
#include "support/packet_script.h"
#include "support/show.h"
#include "support/small_scene.h"
#include "support/test_files.h"

#include <QTest>

#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

class TestReadPacketsOf : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsThoseOfASource();
    void findsThoseOfAPortAndTime();
    void findsIpv6();
    void stopsAtTheLimit();
    void stopsWhenAsked();
    void saysWhatCannotBeReadAgain();
    void takesTheSameFilter();
    void filtersFindTheSamePackets();
    void tellsBehaviour();

private:
    CaptureReport reportFor(const std::string& name, const std::string& script);
    FoundPackets find(const WantedPackets& choice, const PacketLimits& limits = {});

    TemporaryFolder m_folder;
    CaptureReport m_small;
    Progress m_progress;
};

namespace {

WantedPackets fromSource(const char* prefix) {
    WantedPackets choice;
    choice.sources = parsePrefixes(prefix).value();
    return choice;
}

} // namespace

CaptureReport TestReadPacketsOf::reportFor(const std::string& name, const std::string& script) {
    Progress progress;
    const auto path = m_folder.write(name, pcapFile(packetScript(script)));
    return indexCaptures({path}, {}, progress, {}).value().report;
}

void TestReadPacketsOf::initTestCase() {
    m_small = reportFor("small.pcap", smallScript());
}

FoundPackets TestReadPacketsOf::find(const WantedPackets& choice, const PacketLimits& limits) {
    Progress progress;
    const auto found = readPacketsOf(m_small, {}, choice, limits, progress, {});
    if (!found.ok())
        qFatal("%s", found.error().message().c_str());
    return found.value();
}

void TestReadPacketsOf::findsThoseOfASource() {
    const FoundPackets found = find(fromSource("10.0.0.1"));
    QCOMPARE(found.packets.size(), std::size_t{16});
    QVERIFY(!found.isCutOff && !found.isStopped && found.problems.empty());
    for (std::size_t i = 0; i < found.packets.size(); ++i) {
        const PacketRecord& packet = found.packets[i];
        QCOMPARE(toText(packet.source), std::string("10.0.0.1"));
        QCOMPARE(toText(packet.target), "192.0.2." + std::to_string(i));
        QCOMPARE(packet.time.nanoseconds,
            (kScriptBegin + Duration::seconds(static_cast<std::int64_t>(i))).nanoseconds);
        QCOMPARE(packet.sourcePort, std::uint16_t{40000});
        QCOMPARE(packet.targetPort, std::uint16_t{23});
        QCOMPARE(packet.ipId, std::uint16_t{54321});
        QCOMPARE(packet.flags, std::uint8_t{2});
        QVERIFY(packet.kind == Kind::syn);
        QCOMPARE(found.bytesOf(packet).size(), std::size_t{packet.captured});
        // The frame is the packet's own: its IPv4 target ends at byte 34.
        QCOMPARE(found.bytesOf(packet)[33], static_cast<std::uint8_t>(i));
    }
    QCOMPARE(find(fromSource("10.0.0.0/8")).packets.size(), std::size_t{19});
    QVERIFY(find(fromSource("198.51.100.1")).packets.empty());
}

void TestReadPacketsOf::findsThoseOfAPortAndTime() {
    WantedPackets choice = fromSource("11.0.0.1");
    choice.time = {kScriptBegin + Duration::seconds(101), kScriptBegin + Duration::seconds(586)};
    QCOMPARE(find(choice).packets.size(), std::size_t{6}); // four of the first visit, two more
    choice = {};
    choice.ports = {PortTerm{Protocol::udp, 53}};
    QCOMPARE(find(choice).packets.size(), std::size_t{8});
    choice.ports = {PortTerm{Protocol::tcp, 53}};
    QVERIFY(find(choice).packets.empty());
    choice.ports = {PortTerm{{}, 80}};
    QCOMPARE(find(choice).packets.size(), std::size_t{4}); // and an answer from there
    choice.isProbesOnly = true;
    QCOMPARE(find(choice).packets.size(), std::size_t{3});
}

void TestReadPacketsOf::findsIpv6() {
    const CaptureReport report =
        reportFor("six.pcap", "0 [2001:db8::7]:40000 > [2001:db8::1]:80 SYN ttl=61\n"
                              "1 [2001:db8::8]:40000 > [2001:db8::1]:80 SYN\n");
    const auto found =
        readPacketsOf(report, {}, fromSource("2001:db8::7"), {}, m_progress, {}).value();
    QCOMPARE(found.packets.size(), std::size_t{1});
    QCOMPARE(toText(found.packets[0].target), std::string("2001:db8::1"));
    QCOMPARE(found.packets[0].ttl, std::uint8_t{61});
}

void TestReadPacketsOf::stopsAtTheLimit() {
    PacketLimits limits;
    limits.packets = 7;
    const FoundPackets few = find(fromSource("10.0.0.1"), limits);
    QCOMPARE(few.packets.size(), std::size_t{7});
    QVERIFY(few.isCutOff);
    limits.packets = 16;
    QVERIFY(!find(fromSource("10.0.0.1"), limits).isCutOff); // exactly as many
    limits.expected = 3;
    QCOMPARE(find(fromSource("10.0.0.1"), limits).packets.size(), std::size_t{3});
    limits = {};
    limits.bytes = 130;
    const FoundPackets small = find(fromSource("10.0.0.1"), limits);
    QVERIFY(small.isCutOff && small.bytes.size() <= 130 && !small.packets.empty());
}

void TestReadPacketsOf::stopsWhenAsked() {
    std::stop_source stop;
    stop.request_stop();
    const auto found =
        readPacketsOf(m_small, {}, fromSource("10.0.0.1"), {}, m_progress, stop.get_token());
    QVERIFY(found.ok());
    QVERIFY(found.value().isStopped && found.value().packets.empty());
}

void TestReadPacketsOf::saysWhatCannotBeReadAgain() {
    CaptureReport gone = m_small;
    gone.files[0].path = m_folder.path("gone.pcap");
    const auto none = readPacketsOf(gone, {}, fromSource("10.0.0.1"), {}, m_progress, {});
    QVERIFY(!none.ok());
    QVERIFY(none.error().message().find("gone.pcap") != std::string::npos);
    CaptureReport some = m_small;
    some.files.push_back(gone.files[0]);
    const auto part = readPacketsOf(some, {}, fromSource("10.0.0.1"), {}, m_progress, {});
    QVERIFY(part.ok());
    QCOMPARE(part.value().packets.size(), std::size_t{16});
    QCOMPARE(part.value().problems.size(), std::size_t{1});
    gone.files[0].path = "-";
    QVERIFY(!readPacketsOf(gone, {}, {}, {}, m_progress, {}).ok());
}

void TestReadPacketsOf::takesTheSameFilter() {
    CaptureReport filtered = m_small;
    filtered.filter = "dst host 192.0.2.5";
    const auto found = readPacketsOf(filtered, {}, fromSource("10.0.0.1"), {}, m_progress, {});
    QVERIFY(found.ok());
    QCOMPARE(found.value().packets.size(), std::size_t{1});
}

/// The expression for tcpdump and --filter finds what the program itself finds.
void TestReadPacketsOf::filtersFindTheSamePackets() {
    const Address source = *parseAddress("10.0.0.1");
    CaptureReport filtered = m_small;
    filtered.filter = captureFilterFor(source, {PortTerm{Protocol::tcp, 23}});
    const auto found = readPacketsOf(filtered, {}, {}, {}, m_progress, {});
    QVERIFY(found.ok());
    QCOMPARE(found.value().packets.size(), std::size_t{16});
    filtered.filter = captureFilterFor(source, {PortTerm{Protocol::udp, 23}});
    QVERIFY(readPacketsOf(filtered, {}, {}, {}, m_progress, {}).value().packets.empty());
    QCOMPARE(displayFilterFor(source), std::string("ip.src == 10.0.0.1"));
    QCOMPARE(displayFilterFor(*parseAddress("2001:db8::7"),
                 {PortTerm{Protocol::tcp, 23}, PortTerm{Protocol::udp, 53}}),
        std::string("ipv6.src == 2001:db8::7 and (tcp.dstport == 23 or udp.dstport == 53)"));
}

void TestReadPacketsOf::tellsBehaviour() {
    const PacketBehaviour sweep = behaviourOf(find(fromSource("10.0.0.1")).packets);
    QVERIFY(sweep.order == TargetOrder::ascending);
    QCOMPARE(sweep.targets, std::uint64_t{16});
    QCOMPARE(sweep.repeated, std::uint64_t{0});
    QCOMPARE(sweep.shareOfUpSteps, 1.0);
    QCOMPARE(sweep.shortestGap.value(), 1.0);
    QCOMPARE(sweep.medianGap.value(), 1.0);
    QCOMPARE(sweep.longestGap.value(), 1.0);
    QCOMPARE(sweep.sourcePorts, std::uint64_t{1});
    QCOMPARE(sweep.lowestSourcePort, std::uint16_t{40000});
    std::vector<PacketRecord> packets = find(fromSource("10.0.0.1")).packets;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        packets[i].target = Ipv4{static_cast<std::uint32_t>(i * 7 % 16)};
        packets[i].ttl = static_cast<std::uint8_t>(50 + i % 3);
    }
    const PacketBehaviour mixed = behaviourOf(packets);
    QVERIFY(mixed.order == TargetOrder::unordered);
    QCOMPARE(mixed.ttls, std::uint64_t{3});
    QCOMPARE(mixed.lowestTtl, std::uint8_t{50});
    QCOMPARE(mixed.highestTtl, std::uint8_t{52});
    packets.resize(3);
    QVERIFY(behaviourOf(packets).order == TargetOrder::tooFew);
    QVERIFY(behaviourOf({}) == PacketBehaviour());
}

QTEST_APPLESS_MAIN(TestReadPacketsOf)
#include "tst_read_packets_of.moc"
