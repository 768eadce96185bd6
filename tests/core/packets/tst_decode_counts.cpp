// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/decode_counts.h"
#include "support/show.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sweepscope;

namespace {

std::string linksOf(const DecodeCounts& counts) {
    std::string text;
    for (const LinkCount& each : counts.links)
        text += std::to_string(each.link.number) + ":" + std::to_string(each.frames) + " ";
    return text;
}

DecodeCounts some(std::uint64_t frames, Bin bin, Reason reason, LinkType link, std::int64_t time) {
    DecodeCounts counts;
    counts.frames = frames;
    for (std::uint64_t i = 0; i < frames; ++i)
        counts.count(bin);
    counts.count(reason);
    counts.countLink(link, frames);
    counts.range.include(Timestamp{time});
    return counts;
}

} // namespace

class TestDecodeCounts : public QObject {
    Q_OBJECT

private slots:
    void countsUnderItsNames();
    void keepsLinksInOrder();
    void addsUpInAnyOrder();
    void countsBeyond32Bits();
    void namesItsReasons();
};

void TestDecodeCounts::countsUnderItsNames() {
    DecodeCounts counts;
    counts.count(Bin::probe);
    counts.count(Bin::probe);
    counts.count(Bin::unsupportedLink);
    counts.count(Reason::snapped);
    QCOMPARE(counts.of(Bin::probe), std::uint64_t{2});
    QCOMPARE(counts.of(Bin::unsupportedLink), std::uint64_t{1});
    QCOMPARE(counts.of(Bin::notIp), std::uint64_t{0});
    QCOMPARE(counts.of(Reason::snapped), std::uint64_t{1});
    QCOMPARE(counts.of(Reason::fingerprintCut), std::uint64_t{0});
}

void TestDecodeCounts::keepsLinksInOrder() {
    DecodeCounts counts;
    for (const std::uint32_t link : {113U, 1U, 276U, 1U, 113U, 0U})
        counts.countLink({link}, link + 1);
    QCOMPARE(linksOf(counts), std::string("0:1 1:4 113:228 276:277 "));
}

void TestDecodeCounts::addsUpInAnyOrder() {
    const std::vector<DecodeCounts> parts = {
        some(3, Bin::probe, Reason::snapped, link::kEthernet, 500),
        some(5, Bin::malformed, Reason::tcpHeaderCut, link::kRaw, -7),
        some(2, Bin::probe, Reason::snapped, link::kEthernet, 40), DecodeCounts()};
    DecodeCounts forward;
    for (const DecodeCounts& part : parts)
        forward.add(part);
    DecodeCounts backward;
    for (std::size_t i = parts.size(); i > 0; --i)
        backward.add(parts[i - 1]);
    QVERIFY(forward == backward);
    QCOMPARE(forward.frames, std::uint64_t{10});
    QCOMPARE(forward.of(Bin::probe), std::uint64_t{5});
    QCOMPARE(forward.of(Bin::malformed), std::uint64_t{5});
    QCOMPARE(forward.of(Reason::snapped), std::uint64_t{2});
    QCOMPARE(linksOf(forward), std::string("1:5 101:5 "));
    QVERIFY(forward.range == (TimeRange{{-7}, {500}}));
    DecodeCounts nothing;
    nothing.add(DecodeCounts());
    QVERIFY(nothing.range.isEmpty());
}

void TestDecodeCounts::countsBeyond32Bits() {
    DecodeCounts large;
    large.frames = large.bins[0] = large.reasons[0] = std::uint64_t{1} << 33;
    large.countLink(link::kEthernet, std::uint64_t{1} << 33);
    DecodeCounts sum = large;
    sum.add(large);
    QCOMPARE(sum.frames, std::uint64_t{1} << 34);
    QCOMPARE(sum.bins[0], std::uint64_t{1} << 34);
    QCOMPARE(sum.reasons[0], std::uint64_t{1} << 34);
    QCOMPARE(sum.links.at(0).frames, std::uint64_t{1} << 34);
}

void TestDecodeCounts::namesItsReasons() {
    const std::vector<std::string> names = {"link_header_cut", "ip_header_cut",
        "ip_version_contradicts", "ip_header_length_too_short", "ip_length_too_short",
        "extension_header_cut", "tcp_header_cut", "tcp_offset_contradicts", "udp_header_cut",
        "udp_length_too_short", "icmp_header_cut", "snapped", "fingerprint_cut",
        "ip_length_beyond_frame", "udp_length_beyond_ip"};
    QCOMPARE(names.size(), kReasonCount);
    for (std::size_t i = 0; i < kReasonCount; ++i)
        QCOMPARE(std::string(nameOf(static_cast<Reason>(i))), names[i]);
}

QTEST_APPLESS_MAIN(TestDecodeCounts)
#include "tst_decode_counts.moc"
