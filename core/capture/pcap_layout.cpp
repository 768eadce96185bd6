// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pcap_layout.h"

#include "base/prefetch.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace sweepscope {

namespace {

struct Variant {
    std::uint32_t magic;
    std::int64_t fractionUnit;
    std::uint32_t headerBytes;
    std::uint32_t recordHeaderBytes;
    const char* name;
};

constexpr std::array kVariants = std::to_array<Variant>({
    {0xa1b2c3d4, 1'000, 24, 16, "pcap"},
    {0xa1b23c4d, 1, 24, 16, "pcap (nanoseconds)"},
    {0xa1b2cd34, 1'000, 24, 24, "pcap (modified)"}, // A. Kuznetsov's patch of 1999-10-29
    {0x1c0001ac, 1, 28, 16, "pcap (Ixia, hardware)"},
    {0x1c0001ab, 1'000, 28, 16, "pcap (Ixia, software)"},
});

/// Lengths of record headers that occur under one magic, the usual one first.
struct RecordHeader {
    std::uint32_t bytes;
    const char* name;
};

constexpr std::array kStandardHeaders = std::to_array<RecordHeader>(
    {{16, "pcap"}, {24, "pcap (modified 1999-04)"}, {20, "pcap (Nokia)"}});
constexpr std::array kModifiedHeaders =
    std::to_array<RecordHeader>({{24, "pcap (modified)"}, {28, "pcap (modified 1999-09)"}});

/// libpcap's bound where a file's own snap length is smaller or senseless.
constexpr std::uint32_t kUsualLongest = 262'144;
/// No length that a file claims leads to a larger allocation than this.
constexpr std::uint32_t kLongestEver = 16U << 20;

constexpr int kChainLength = 8;

std::uint32_t read32(bool bigEndian, const std::uint8_t* at) {
    return bigEndian ? readBig32(at) : readLittle32(at);
}

std::uint16_t read16(bool bigEndian, const std::uint8_t* at) {
    return bigEndian ? readBig16(at) : readLittle16(at);
}

const Variant* findVariant(std::uint32_t magic) {
    const auto* const found = std::find_if(kVariants.begin(), kVariants.end(),
        [&](const Variant& variant) { return variant.magic == magic; });
    return found != kVariants.end() ? found : nullptr;
}

/// Nothing for a version that is none. Minor versions after 2.4 never came; files that claim one
/// are 2.4 with a slip in the header.
std::optional<PcapLayout::Lengths> lengthsOf(unsigned major, unsigned minor) {
    using Lengths = PcapLayout::Lengths;
    if (major == 543 && minor == 0)
        return Lengths::originalFirst;
    if (major != 2)
        return std::nullopt;
    if (minor < 3)
        return Lengths::originalFirst;
    return minor == 3 ? Lengths::smallerFirst : Lengths::captureFirst;
}

/// The walk itself, once per byte order, so that the loop has no choice in it.
template <bool bigEndian>
Walk walkRecords(const PcapLayout& layout, ByteSpan bytes, std::size_t from, std::size_t limit,
    std::vector<Frame>& frames) {
    // Where a record begins is known when the one before it was looked at, so each would wait.
    constexpr std::size_t kAhead = 1024;
    const std::size_t headerBytes = layout.recordHeaderBytes;
    std::size_t at = from;
    while (at < limit) {
        if (bytes.size() - at < headerBytes)
            return {at, WalkEnd::needsMore, headerBytes};
        const std::uint8_t* header = bytes.data() + at;
        prefetchByte(header, kAhead);
        const PcapRecord record{{read32(bigEndian, header) * std::int64_t{1'000'000'000} +
                                    read32(bigEndian, header + 4) * layout.fractionUnit},
            read32(bigEndian, header + 8), read32(bigEndian, header + 12)};
        if (record.captured > layout.longestRecord)
            return {at, WalkEnd::impossible, 0};
        if (bytes.size() - at - headerBytes < record.captured)
            return {at, WalkEnd::needsMore, headerBytes + record.captured};
        frames.push_back(
            {header + headerBytes, record.captured, record.original, record.time, layout.link});
        at += headerBytes + record.captured;
    }
    return {at, WalkEnd::limit, 0};
}

/// The same for the rare layouts in which the two lengths stand the other way round.
Walk walkOldRecords(const PcapLayout& layout, ByteSpan bytes, std::size_t from, std::size_t limit,
    std::vector<Frame>& frames) {
    std::size_t at = from;
    while (at < limit) {
        if (bytes.size() - at < layout.recordHeaderBytes)
            return {at, WalkEnd::needsMore, layout.recordHeaderBytes};
        const PcapRecord record = readPcapRecord(layout, bytes.data() + at);
        const std::size_t whole = layout.recordHeaderBytes + std::size_t{record.captured};
        if (record.captured > layout.longestRecord)
            return {at, WalkEnd::impossible, 0};
        if (bytes.size() - at < whole)
            return {at, WalkEnd::needsMore, whole};
        frames.push_back({bytes.data() + at + layout.recordHeaderBytes, record.captured,
            record.original, record.time, layout.link});
        at += whole;
    }
    return {at, WalkEnd::limit, 0};
}

/// Whether a record could begin here. Zero bytes, which fill so many packets, do not pass.
bool isPossible(const PcapLayout& layout, const std::uint8_t* at) {
    const std::uint32_t fraction = read32(layout.bigEndian, at + 4);
    const PcapRecord record = readPcapRecord(layout, at);
    return record.captured != 0 && record.captured <= layout.longestRecord &&
           record.captured <= record.original && record.original <= kLongestEver &&
           fraction < 1'000'000'000 / layout.fractionUnit;
}

/// How far records follow one another from `at` on.
struct Chain {
    int length = 0;         ///< records that are possible and whole, at most kChainLength
    bool hasBroken = false; ///< an impossible one came
    bool hitsEnd = false;   ///< the last ended with the bytes
};

Chain followChain(const PcapLayout& layout, ByteSpan bytes, std::size_t at) {
    Chain chain;
    while (chain.length < kChainLength && bytes.size() - at >= layout.recordHeaderBytes) {
        if (!isPossible(layout, bytes.data() + at)) {
            chain.hasBroken = true;
            break;
        }
        const PcapRecord record = readPcapRecord(layout, bytes.data() + at);
        const std::size_t whole = layout.recordHeaderBytes + std::size_t{record.captured};
        if (bytes.size() - at < whole)
            break;
        at += whole;
        ++chain.length;
    }
    chain.hitsEnd = at == bytes.size();
    return chain;
}

bool chainHolds(const PcapLayout& layout, ByteSpan bytes, std::size_t at) {
    const Chain chain = followChain(layout, bytes, at);
    return !chain.hasBroken && (chain.length > 0 || chain.hitsEnd);
}

/// AIX's libpcap writes version 2.2 with an RFC 1573 interface type where the link type belongs.
void adaptToAix(PcapLayout& layout) {
    constexpr auto kTypes = std::to_array<std::pair<std::uint32_t, LinkType>>(
        {{6, link::kEthernet}, {9, {6}}, {15, {10}}, {24, link::kNull}});
    const auto* const found = std::find_if(kTypes.begin(), kTypes.end(),
        [&](const auto& type) { return type.first == layout.link.number; });
    if (found == kTypes.end())
        return;
    layout.link = found->second;
    layout.fractionUnit = 1;
    layout.name = "pcap (AIX)";
}

} // namespace

bool looksLikePcap(ByteSpan bytes) {
    return bytes.size() >= 4 && (findVariant(readLittle32(bytes.data())) != nullptr ||
                                    findVariant(readBig32(bytes.data())) != nullptr);
}

Result<PcapLayout> readPcapLayout(ByteSpan bytes) {
    if (!looksLikePcap(bytes))
        return Error{say("the magic number of a capture is missing")};
    PcapLayout layout;
    layout.bigEndian = findVariant(readLittle32(bytes.data())) == nullptr;
    const Variant& variant = *findVariant(read32(layout.bigEndian, bytes.data()));
    if (bytes.size() < variant.headerBytes)
        return Error{say("the file header of %1 bytes is cut after %2",
            {{variant.headerBytes}, {bytes.size()}})};
    const unsigned major = read16(layout.bigEndian, bytes.data() + 4);
    const unsigned minor = read16(layout.bigEndian, bytes.data() + 6);
    const auto lengths = lengthsOf(major, minor);
    if (!lengths)
        return Error{say("version %1.%2 of the capture format is not known", {{major}, {minor}})};
    layout.headerBytes = variant.headerBytes;
    layout.lengths = *lengths;
    layout.fractionUnit = variant.fractionUnit;
    layout.recordHeaderBytes = variant.recordHeaderBytes;
    layout.name = variant.name;
    layout.snapLength = read32(layout.bigEndian, bytes.data() + 16);
    layout.longestRecord = std::clamp(layout.snapLength, kUsualLongest, kLongestEver);
    // The highest bits tell the length of a frame check sequence, not the link type.
    layout.link = {read32(layout.bigEndian, bytes.data() + 20) & 0x03ffffff};
    if (major == 2 && minor == 2)
        adaptToAix(layout);
    return layout;
}

PcapLayout chooseRecordHeader(PcapLayout layout, ByteSpan records, bool isWhole) {
    const bool isStandard = layout.name == kStandardHeaders.front().name;
    const bool isModified = layout.name == kModifiedHeaders.front().name;
    if (!(isStandard || isModified) || !followChain(layout, records, 0).hasBroken)
        return layout;
    const std::span<const RecordHeader> candidates =
        isStandard ? std::span<const RecordHeader>(kStandardHeaders) : kModifiedHeaders;
    for (const RecordHeader& candidate : candidates.subspan(1)) {
        PcapLayout tried = layout;
        tried.recordHeaderBytes = candidate.bytes;
        tried.name = candidate.name;
        const Chain chain = followChain(tried, records, 0);
        // A damaged file of the usual kind must not become another kind by chance.
        constexpr int kEnough = 3;
        if (!chain.hasBroken && (chain.length >= kEnough || (isWhole && chain.hitsEnd)))
            return tried;
    }
    return layout;
}

PcapRecord readPcapRecord(const PcapLayout& layout, const std::uint8_t* at) {
    const bool big = layout.bigEndian;
    PcapRecord record{
        {read32(big, at) * std::int64_t{1'000'000'000} + read32(big, at + 4) * layout.fractionUnit},
        read32(big, at + 8), read32(big, at + 12)};
    using Lengths = PcapLayout::Lengths;
    if (layout.lengths == Lengths::originalFirst ||
        (layout.lengths == Lengths::smallerFirst && record.captured > record.original))
        std::swap(record.captured, record.original);
    return record;
}

Walk walkPcapRecords(const PcapLayout& layout, ByteSpan bytes, std::size_t from, std::size_t limit,
    std::vector<Frame>& frames) {
    if (layout.lengths != PcapLayout::Lengths::captureFirst)
        return walkOldRecords(layout, bytes, from, limit, frames);
    return layout.bigEndian ? walkRecords<true>(layout, bytes, from, limit, frames)
                            : walkRecords<false>(layout, bytes, from, limit, frames);
}

std::optional<std::size_t> guessPcapRecord(
    const PcapLayout& layout, ByteSpan bytes, std::size_t from, std::size_t limit) {
    for (std::size_t at = from; at < limit && at + layout.recordHeaderBytes <= bytes.size(); ++at) {
        if (isPossible(layout, bytes.data() + at) && chainHolds(layout, bytes, at))
            return at;
    }
    return std::nullopt;
}

Sentence impossibleRecord(const PcapLayout& layout, const std::uint8_t* at) {
    return say("a record claims %1 captured bytes, more than the %2 that are possible",
        {{readPcapRecord(layout, at).captured}, {layout.longestRecord}});
}

} // namespace sweepscope
