// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_captures.h"

#include "support/packed.h"
#include "support/packet_script.h"
#include "support/pcapng_writer.h"

#include <utility>

namespace sweepscope::tests {

namespace {

/// Of different lengths, so that a frame taken for another shows.
std::vector<OwnedFrame> fewFrames() {
    return packetScript("0 198.51.100.7:40000 > 192.0.2.1:23 SYN\n"
                        "1 198.51.100.7:40000 > 192.0.2.2:23 SYN opts=020405b4\n"
                        "2 198.51.100.8:53 > 192.0.2.1:4444 UDP len=30\n"
                        "3 198.51.100.9 > 192.0.2.3 ICMP 8\n"
                        "4 [2001:db8::7]:40000 > [2001:db8::1]:80 SYN\n");
}

struct Variant {
    const char* name;
    const char* format;
    PcapStyle style;
};

const std::vector<Variant>& variants() {
    static const std::vector<Variant> kAll = {
        {"pcap", "pcap", {}},
        {"pcap-nanoseconds", "pcap (nanoseconds)", {.nanoseconds = true}},
        {"pcap-modified", "pcap (modified)", {.modified = true}},
        {"pcap-modified-1999-04", "pcap (modified 1999-04)", {.recordHeaderBytes = 24}},
        {"pcap-modified-1999-09", "pcap (modified 1999-09)",
            {.modified = true, .recordHeaderBytes = 28}},
        {"pcap-nokia", "pcap (Nokia)", {.recordHeaderBytes = 20}},
        {"pcap-ixia-hardware", "pcap (Ixia, hardware)",
            {.nanoseconds = true, .magic = 0x1c0001ac, .fileHeaderBytes = 28}},
        {"pcap-ixia-software", "pcap (Ixia, software)",
            {.magic = 0x1c0001ab, .fileHeaderBytes = 28}},
        {"pcap-2.2", "pcap", {.originalFirst = true, .minor = 2}},
        {"pcap-2.3", "pcap", {.minor = 3}},
        {"pcap-543.0", "pcap", {.originalFirst = true, .major = 543, .minor = 0}},
        {"pcap-aix", "pcap (AIX)",
            {.nanoseconds = true, .originalFirst = true, .link = {6}, .minor = 2}},
    };
    return kAll;
}

/// Nothing in the file header tells these apart from the usual kind.
bool isToldByRecords(const PcapStyle& style) {
    return style.recordHeaderBytes != 16;
}

SmallCapture pcapOf(const Variant& variant, bool bigEndian) {
    PcapStyle style = variant.style;
    style.bigEndian = bigEndian;
    SmallCapture capture{std::string(variant.name) + (bigEndian ? "-big" : "-little"),
        variant.format, pcapFile(fewFrames(), style), fewFrames(), style.fileHeaderBytes, {},
        {style.fileHeaderBytes}};
    std::size_t at = style.fileHeaderBytes;
    for (const OwnedFrame& frame : capture.frames)
        capture.ends.push_back(at += style.wholeRecordHeader() + frame.bytes.size());
    if (isToldByRecords(style))
        capture.tellableFrom = capture.ends[2];
    capture.bounds.insert(capture.bounds.end(), capture.ends.begin(), capture.ends.end());
    return capture;
}

std::uint32_t lengthOf(const OwnedFrame& frame) {
    return static_cast<std::uint32_t>(frame.bytes.size());
}

OwnedFrame withoutEthernet(const OwnedFrame& frame) {
    constexpr std::ptrdiff_t kEthernetBytes = 14;
    return {frame.time, {frame.bytes.begin() + kEthernetBytes, frame.bytes.end()}, 0, link::kRaw};
}

/// Two sections of different byte orders with an interface each of its own resolution and link
/// type, every kind of packet block, and blocks that are none.
SmallCapture pcapngOf(bool bigEndian) {
    constexpr int kNanoseconds = 9;
    constexpr int kBinary = 0x94; // 2^-20 s
    constexpr std::int64_t kSecond = 1'000'000'000;
    std::vector<OwnedFrame> frames = fewFrames();
    SmallCapture capture{bigEndian ? "pcapng-big" : "pcapng-little", "pcapng", {}, {}, 28, {}, {}};
    PcapngWriter first(bigEndian);
    PcapngWriter second(!bigEndian);
    const auto bound = [&] { capture.bounds.push_back(first.size() + second.size()); };
    const auto hold = [&](const OwnedFrame& frame) {
        capture.frames.push_back(frame);
        capture.ends.push_back(first.size() + second.size());
        bound();
    };
    const auto nanosecondsOf = [](const OwnedFrame& frame) {
        return static_cast<std::uint64_t>(frame.time.nanoseconds);
    };
    first.section();
    bound();
    first.interface(link::kEthernet, kNanoseconds);
    bound();
    first.interface(link::kEthernet, kBinary, 0, kScriptBegin.nanoseconds / kSecond);
    bound();
    first.enhanced(0, nanosecondsOf(frames[0]), frames[0].bytes, lengthOf(frames[0]));
    hold(frames[0]);
    first.block(0xbad, Bytes(16, 7));
    bound();
    first.enhanced(1, std::uint64_t{1} << 20, frames[1].bytes, lengthOf(frames[1]));
    hold(frames[1]);
    first.obsolete(0, nanosecondsOf(frames[2]), frames[2].bytes, lengthOf(frames[2]));
    hold(frames[2]);
    second.section();
    bound();
    second.interface(link::kRaw);
    bound();
    frames[3] = withoutEthernet(frames[3]);
    second.enhanced(0, nanosecondsOf(frames[3]) / 1'000, frames[3].bytes, lengthOf(frames[3]));
    hold(frames[3]);
    frames[4] = withoutEthernet(frames[4]);
    frames[4].time = Timestamp{};
    second.simple(frames[4].bytes, lengthOf(frames[4]));
    hold(frames[4]);
    capture.content = joined(first.file(), second.file());
    return capture;
}

Bytes firstHalf(const Bytes& bytes) {
    return frontOf(bytes, bytes.size() / 2);
}

Bytes secondHalf(const Bytes& bytes) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2), bytes.end()};
}

/// The same content in each packing: as one member, and as two with zeros behind.
void addPacked(const SmallCapture& plain, std::vector<SmallCapture>& all) {
    for (const Packing packing : {Packing::gzip, Packing::zstd, Packing::lz4, Packing::lz4Legacy,
             Packing::xz, Packing::bzip2}) {
        const std::string name(nameOf(packing));
        const std::string ending = packing == Packing::lz4Legacy ? "lz4-legacy" : name;
        const auto add = [&](const std::string& how, Bytes content) {
            all.push_back({plain.name + how, plain.format + ", " + name, std::move(content),
                plain.frames, 0, {}, {}});
        };
        add(".once." + ending, packed(plain.content, packing));
        add(".twice." + ending, joined(packed(firstHalf(plain.content), packing),
                                    packed(secondHalf(plain.content), packing)));
    }
}

std::vector<SmallCapture> makeAll() {
    std::vector<SmallCapture> all;
    for (const Variant& variant : variants()) {
        all.push_back(pcapOf(variant, false));
        all.push_back(pcapOf(variant, true));
    }
    all.push_back(pcapngOf(false));
    all.push_back(pcapngOf(true));
    const SmallCapture classic = all.front();
    const SmallCapture modern = all.back();
    addPacked(classic, all);
    addPacked(modern, all);
    const Bytes& content = classic.content;
    const Bytes skipped = skippableFrame(9);
    all.push_back({"skippable.zst", "pcap, zstd",
        joined(skipped, joined(packed(content, Packing::zstd), skipped)), classic.frames, 0, {},
        {}});
    all.push_back({"skippable.lz4", "pcap, lz4",
        joined(packed(firstHalf(content), Packing::lz4),
            joined(skipped, packed(secondHalf(content), Packing::lz4))),
        classic.frames, 0, {}, {}});
    all.push_back({"in-one-another.zst.gz", "pcap, gzip, zstd",
        packed(packed(content, Packing::zstd), Packing::gzip), classic.frames, 0, {}, {}});
    return all;
}

} // namespace

const std::vector<SmallCapture>& smallCaptures() {
    static const std::vector<SmallCapture> kAll = makeAll();
    return kAll;
}

} // namespace sweepscope::tests
