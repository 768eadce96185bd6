// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/decoder.h"
#include "support/decoding.h"
#include "support/packet_script.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr std::size_t kEthernet = 14;
constexpr std::size_t kIp = kEthernet + 20;

constexpr const char* kSyn = "0 198.51.100.7:1111 > 192.0.2.1:2222 SYN";
constexpr const char* kUdp = "0 198.51.100.7:1111 > 192.0.2.1:2222 UDP len=20";

} // namespace

class TestDecoder : public QObject {
    Q_OBJECT

private slots:
    void decidesInTheOrderOfTheDesign_data();
    void decidesInTheOrderOfTheDesign();
    void fillsPackets();
    void fillsPacketsOfIpv6();
    void looksAtNothingBehindTheIpLength();
    void skipsIpOptions();
    void keepsTheSourceOfWhatIsNoPacket();
    void tellsTheTelescopeFromOutside_data();
    void tellsTheTelescopeFromOutside();
    void quotedHeadersAreNoPackets();
    void countsCutBytesWithoutRefusingThem_data();
    void countsCutBytesWithoutRefusingThem();
    void everyFrameIsInOneBin();
    void startsAnewWithEveryBatch();
    void tellsTheOrderOfFrames_data();
    void tellsTheOrderOfFrames();
};

void TestDecoder::decidesInTheOrderOfTheDesign_data() {
    QTest::addColumn<OwnedFrame>("frame");
    QTest::addColumn<std::string>("outcome");
    OwnedFrame frame = edited("0 198.51.100.7:1 > 203.0.113.1:2 SYN frag=5", {{kEthernet, 0x41}});
    frame.link = {147};
    frame.bytes[12] = 0x08;
    frame.bytes[13] = 0x06;
    // Each line takes away what decided the one before.
    QTest::newRow("unsupported link before all") << frame << std::string("unsupported_link");
    frame.link = link::kEthernet;
    QTest::newRow("not IP before malformed") << frame << std::string("not_ip");
    frame.bytes[13] = 0x00;
    QTest::newRow("malformed before fragment")
        << frame << std::string("malformed ip_header_length_too_short");
    frame.bytes[kEthernet] = 0x45;
    QTest::newRow("fragment before outside") << frame << std::string("fragment");
    frame.bytes[kEthernet + 7] = 0;
    QTest::newRow("outside before the kinds") << frame << std::string("outside");
    frame.bytes[kEthernet + 16] = 192;
    frame.bytes[kEthernet + 17] = 0;
    frame.bytes[kEthernet + 18] = 2;
    QTest::newRow("the kinds") << frame << std::string("probe");
    frame.bytes.resize(kIp + 10);
    frame.original = 0;
    QTest::newRow("a cut TCP header inside")
        << frame << std::string("malformed tcp_header_cut ip_length_beyond_frame");
    frame.bytes[kEthernet + 16] = 203;
    QTest::newRow("and outside") << frame
                                 << std::string("malformed tcp_header_cut ip_length_beyond_frame");
}

void TestDecoder::decidesInTheOrderOfTheDesign() {
    QFETCH(OwnedFrame, frame);
    QFETCH(std::string, outcome);
    QCOMPARE(outcomeOf(frame, "192.0.2.0/24"), outcome);
}

void TestDecoder::fillsPackets() {
    const auto frames = packetScript(
        "1.5 198.51.100.7:1111 > 192.0.2.1:2222 SYN id=54321 ttl=250 df=1 opts=020405b4\n"
        "2 198.51.100.8:53 > 192.0.2.2:4444 UDP len=100\n"
        "3 198.51.100.9 > 192.0.2.3 ICMP 0\n");
    const DecodedFrames decoded = decode(frames);
    QCOMPARE(decoded.packets.size(), std::size_t{3});
    const Packet& syn = decoded.packets[0];
    QVERIFY(syn.time == kScriptBegin + Duration::fromSeconds(1.5));
    QCOMPARE(syn.source, 0xc6336407U);
    QCOMPARE(syn.target, 0xc0000201U);
    QCOMPARE(syn.sourcePort, std::uint16_t{1111});
    QCOMPARE(syn.targetPort, std::uint16_t{2222});
    QCOMPARE(syn.ipLength, 44U);
    QCOMPARE(syn.transportBytes, std::uint16_t{24});
    QVERIFY(syn.transport == frames[0].bytes.data() + kIp);
    QCOMPARE(syn.ipId, std::uint16_t{54321});
    QCOMPARE(syn.ttl, std::uint8_t{250});
    QVERIFY(syn.doNotFragment && !syn.isV6);
    const Packet& answer = decoded.packets[1];
    QCOMPARE(answer.port, std::uint16_t{53});
    QCOMPARE(answer.targetPort, std::uint16_t{4444});
    QCOMPARE(answer.ipLength, 128U);
    QVERIFY(!answer.doNotFragment);
    QCOMPARE(decoded.packets[2].sourcePort, std::uint16_t{0});
    QCOMPARE(decoded.packets[2].port, std::uint16_t{0});
    QVERIFY(decoded.counts.range == (TimeRange{kScriptBegin + Duration::fromSeconds(1.5),
                                        kScriptBegin + Duration::seconds(3)}));
}

void TestDecoder::fillsPacketsOfIpv6() {
    const auto frames = packetScript("1 [2001:db8::7]:1111 > [2001:db8::1]:2222 SYN ttl=61\n");
    const DecodedFrames decoded = decode(frames);
    QVERIFY(decoded.packets.empty());
    QCOMPARE(decoded.packets6.size(), std::size_t{1});
    const Packet6& six = decoded.packets6[0];
    QVERIFY(six.source == (Ipv6{0x20010db800000000, 7}));
    QVERIFY(six.target == (Ipv6{0x20010db800000000, 1}));
    QVERIFY(six.packet.isV6);
    QCOMPARE(six.packet.source, 0U);
    QCOMPARE(six.packet.port, std::uint16_t{2222});
    QCOMPARE(six.packet.ttl, std::uint8_t{61});
    QCOMPARE(six.packet.ipLength, 60U);
    QCOMPARE(six.packet.ipId, std::uint16_t{0});
    QVERIFY(six.packet.transport == frames[0].bytes.data() + 54);
}

/// Ethernet pads to 60 bytes; the padding is no part of the packet.
void TestDecoder::looksAtNothingBehindTheIpLength() {
    OwnedFrame frame = scripted("0 198.51.100.7:1 > 192.0.2.1:2 UDP");
    frame.bytes.resize(60, 0xee);
    frame.original = 64; // with the checksum that was not captured
    const DecodedFrames decoded = decode({frame});
    QCOMPARE(decoded.packets.at(0).transportBytes, std::uint16_t{8});
    // A TCP packet whose header is cut by the IP length is not saved by padding.
    OwnedFrame tcp = edited(kSyn, {{kEthernet + 3, 30}});
    tcp.bytes.resize(60, 0x50);
    QCOMPARE(outcomeOf(tcp), std::string("malformed tcp_header_cut"));
}

void TestDecoder::skipsIpOptions() {
    for (std::size_t words = 5; words <= 15; ++words) {
        OwnedFrame frame = scripted("0 198.51.100.7:1 > 192.0.2.1:2222 SYN");
        const Bytes options((words - 5) * 4, 1);
        frame.bytes.insert(frame.bytes.begin() + kIp, options.begin(), options.end());
        frame.bytes[kEthernet] = static_cast<std::uint8_t>(0x40 | words);
        frame.bytes[kEthernet + 3] = static_cast<std::uint8_t>(frame.bytes.size() - kEthernet);
        const DecodedFrames decoded = decode({frame});
        QCOMPARE(outcomeOf(decoded.counts).substr(0, 5), std::string("probe"));
        QCOMPARE(decoded.packets.at(0).targetPort, std::uint16_t{2222});
    }
}

/// Malformed packets, fragments and packets outside keep their source and lose their port.
void TestDecoder::keepsTheSourceOfWhatIsNoPacket() {
    const std::vector<OwnedFrame> frames = {edited(kSyn, {{kIp + 12, 0x10}}),
        scripted("0 198.51.100.7:1 > 192.0.2.1:2 SYN frag=3"),
        scripted("0 198.51.100.7:1 > 203.0.113.1:2 SYN"),
        scripted("0 [2001:db8::7]:1 > [2001:db8:1::1]:2 SYN")};
    const DecodedFrames decoded = decode(frames, "192.0.2.0/24");
    QCOMPARE(decoded.packets.size(), std::size_t{3});
    QCOMPARE(decoded.packets6.size(), std::size_t{1});
    const std::array kinds = {Kind::malformed, Kind::fragment, Kind::outside};
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(decoded.packets[i].kind == kinds[i]);
        QCOMPARE(decoded.packets[i].source, 0xc6336407U);
        QCOMPARE(decoded.packets[i].port, std::uint16_t{0});
    }
    QVERIFY(decoded.packets6[0].packet.kind == Kind::outside);
    QCOMPARE(decoded.packets6[0].packet.port, std::uint16_t{0});
}

void TestDecoder::tellsTheTelescopeFromOutside_data() {
    QTest::addColumn<std::string>("telescope");
    QTest::addColumn<std::string>("outcome"); ///< of a packet to 192.0.2.1 and one to 2001:db8::1
    const auto row = [](const char* telescope, const char* outcome) {
        QTest::newRow(telescope) << std::string(telescope) << std::string(outcome);
    };
    row("", "probe probe");
    row("192.0.2.0/24", "probe outside");
    row("192.0.2.1", "probe outside");
    row("192.0.2.0", "outside outside");
    row("192.0.2.2/31", "outside outside");
    row("2001:db8::/32", "probe outside");
    row("2001:db8::/32 192.0.0.0/8", "probe probe");
    row("0.0.0.0/0", "probe outside");
    row("::/0", "probe outside");
}

void TestDecoder::tellsTheTelescopeFromOutside() {
    QFETCH(std::string, telescope);
    QFETCH(std::string, outcome);
    const auto frames = packetScript("0 198.51.100.7:1 > 192.0.2.1:2 SYN\n"
                                     "1 [2001:db8::7]:1 > [2001:db8::1]:2 SYN\n");
    QCOMPARE(outcomeOf(decode(frames, telescope.c_str()).counts), outcome);
}

/// An ICMP error quotes the SYN that it answers.
void TestDecoder::quotedHeadersAreNoPackets() {
    OwnedFrame frame = scripted("0 198.51.100.7 > 192.0.2.1 ICMP 3 len=40");
    const OwnedFrame quoted = scripted(kSyn);
    std::copy(quoted.bytes.begin() + kEthernet, quoted.bytes.end(), frame.bytes.begin() + kIp + 8);
    const DecodedFrames decoded = decode({frame});
    QCOMPARE(outcomeOf(decoded.counts), std::string("backscatter"));
    QCOMPARE(decoded.packets.size(), std::size_t{1});
}

void TestDecoder::countsCutBytesWithoutRefusingThem_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("outcome");
    const auto row = [](const char* name, const std::string& line, const char* outcome) {
        QTest::newRow(name) << line << std::string(outcome);
    };
    const std::string syn = kSyn;
    row("a whole SYN", syn, "probe");
    row("payload cut", syn + " len=100 cut=60", "probe snapped");
    row("up to the flags", syn + " cut=48", "probe snapped fingerprint_cut");
    row("up to the window", syn + " cut=50", "probe snapped fingerprint_cut"); // options unseen
    row("up to the end of the header", syn + " len=9 cut=54", "probe snapped");
    row("within the options", syn + " opts=020405b4 cut=56", "probe snapped fingerprint_cut");
    row("up to the options", syn + " opts=020405b4 len=9 cut=58", "probe snapped");
    row("an ACK up to the flags", "0 198.51.100.7:1 > 192.0.2.1:2 ACK cut=48",
        "other snapped"); // no rule looks at it
    row("IPv6, where no rule is tested", "0 [2001:db8::7]:1 > [2001:db8::1]:2 SYN cut=68",
        "probe snapped");
    row("UDP up to its header", std::string(kUdp) + " cut=42", "probe snapped");
}

void TestDecoder::countsCutBytesWithoutRefusingThem() {
    QFETCH(std::string, line);
    QFETCH(std::string, outcome);
    QCOMPARE(outcomeOf(scripted(line)), outcome);
}

void TestDecoder::everyFrameIsInOneBin() {
    std::vector<OwnedFrame> frames;
    std::uint32_t state = 1;
    for (int i = 0; i < 20'000; ++i) {
        OwnedFrame frame = scripted(i % 2 == 0 ? kSyn : kUdp);
        for (int change = 0; change < 3; ++change) {
            state = state * 1'664'525 + 1'013'904'223;
            frame.bytes[(state >> 8) % frame.bytes.size()] = static_cast<std::uint8_t>(state >> 24);
        }
        frame.bytes.resize(frame.bytes.size() - (state >> 16) % 30);
        frame.link = {state % 11 == 0 ? 147U : 1U};
        frames.push_back(std::move(frame));
    }
    const DecodeCounts counts = decode(frames, "192.0.2.0/24").counts;
    QCOMPARE(counts.frames, std::uint64_t{20'000});
    QCOMPARE(std::accumulate(counts.bins.begin(), counts.bins.end(), std::uint64_t{0}),
        std::uint64_t{20'000});
    std::uint64_t malformed = 0; // one reason each
    for (std::size_t i = 0; i < kReasonCount; ++i)
        malformed += makesMalformed(static_cast<Reason>(i)) ? counts.reasons[i] : 0;
    QCOMPARE(malformed, counts.of(Bin::malformed));
}

void TestDecoder::startsAnewWithEveryBatch() {
    DecodedFrames decoded;
    const Decoder decoder({PrefixSet(), false});
    const std::vector<OwnedFrame> two = {scripted(kSyn), scripted(kUdp)};
    decoder.decode(batchOf(two).frames, 0, decoded);
    decoder.decode(batchOf({two.front()}).frames, 0, decoded);
    QCOMPARE(decoded.counts.frames, std::uint64_t{1});
    QCOMPARE(decoded.packets.size(), std::size_t{1});
    decoder.decode({}, 0, decoded);
    QVERIFY(decoded.counts == DecodeCounts());
    QVERIFY(decoded.packets.empty() && decoded.activity.empty());
}

void TestDecoder::tellsTheOrderOfFrames_data() {
    QTest::addColumn<std::vector<int>>("milliseconds"); // of the frames, in the file's order
    QTest::addColumn<int>("backwards");
    QTest::addColumn<int>("largestStepBack");
    QTest::newRow("ascending") << std::vector<int>{1, 2, 2, 5} << 0 << 0;
    QTest::newRow("one frame") << std::vector<int>{7} << 0 << 0;
    QTest::newRow("one step back") << std::vector<int>{4, 9, 3, 8} << 1 << 6;
    QTest::newRow("all steps back") << std::vector<int>{4, 3, 1, 0} << 3 << 2;
    QTest::newRow("first is the latest") << std::vector<int>{9, 1, 2, 3} << 1 << 8;
    QTest::newRow("last is the earliest") << std::vector<int>{2, 3, 4, -5} << 1 << 9;
}

void TestDecoder::tellsTheOrderOfFrames() {
    QFETCH(std::vector<int>, milliseconds);
    QFETCH(int, backwards);
    QFETCH(int, largestStepBack);
    std::vector<OwnedFrame> frames;
    TimeRange range;
    for (const int time : milliseconds) {
        // One source after another, so that no frame is a repeat.
        frames.push_back(scripted(
            "0 198.51.100." + std::to_string(frames.size()) + ":1111 > 192.0.2.1:2222 SYN"));
        frames.back().time = {time * std::int64_t{1'000'000}};
        range.include(frames.back().time);
    }
    frames.push_back(frames.back()); // but for the last
    const DecodedFrames decoded = decode(frames);
    QVERIFY(decoded.counts.range == range);
    FrameOrder expected;
    expected.first = frames.front().time;
    expected.last = frames.back().time;
    expected.frames = frames.size();
    expected.backwards = static_cast<std::uint64_t>(backwards);
    expected.largestStepBack = {largestStepBack * std::int64_t{1'000'000}};
    expected.duplicates = 1;
    expected.untimed = static_cast<std::uint64_t>(std::count_if(frames.begin(), frames.end(),
        [](const OwnedFrame& frame) { return frame.time == Timestamp{}; }));
    QVERIFY(decoded.order == expected);
    const FrameBatch batch = batchOf(frames);
    FrameOrder::Walk walk(batch.frames);
    for (const Frame& frame : batch.frames)
        walk.goTo(frame);
    QVERIFY(walk.order() == expected);
}

QTEST_APPLESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
