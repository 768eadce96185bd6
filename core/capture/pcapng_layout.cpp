// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pcapng_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sweepscope {

namespace {

__extension__ using Wide = unsigned __int128;

namespace block {
constexpr std::uint32_t kSectionHeader = 0x0a0d0d0a; // the same in both byte orders
constexpr std::uint32_t kInterface = 1;
constexpr std::uint32_t kObsoletePacket = 2;
constexpr std::uint32_t kSimplePacket = 3;
constexpr std::uint32_t kEnhancedPacket = 6;
} // namespace block

constexpr std::uint32_t kByteOrderMagic = 0x1a2b3c4d;
constexpr std::size_t kLeastBlock = 12; ///< type, length, length again
constexpr std::size_t kMostBlock = 16U << 20;
constexpr std::size_t kMostInterfaces = 1U << 20;

constexpr std::uint16_t kOptionEnd = 0;
constexpr std::uint16_t kOptionResolution = 9;
constexpr std::uint16_t kOptionOffset = 14;

constexpr std::uint64_t kPerSecond = 1'000'000'000;

constexpr auto kPowersOfTen = [] {
    std::array<std::uint64_t, 20> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& each : powers) {
        each = power;
        power *= 10;
    }
    return powers;
}();

/// Nanoseconds since 1970, shifted by whole seconds, within what frames may say.
Timestamp heldTime(Wide nanoseconds, std::int64_t offset) {
    constexpr auto kPerSecondSigned = static_cast<std::int64_t>(kPerSecond);
    constexpr std::int64_t kMostSeconds = kMostNanoseconds / kPerSecondSigned;
    const auto unshifted = static_cast<std::int64_t>(
        std::min<Wide>(nanoseconds, static_cast<std::uint64_t>(kMostNanoseconds)));
    const std::int64_t shift = std::clamp(offset, -kMostSeconds, kMostSeconds) * kPerSecondSigned;
    return {std::clamp(unshifted + shift, -kMostNanoseconds, kMostNanoseconds)};
}

std::size_t padded(std::size_t length) {
    return (length + 3) & ~std::size_t{3};
}

} // namespace

bool looksLikePcapng(ByteSpan bytes) {
    if (bytes.size() < 4 || readLittle32(bytes.data()) != block::kSectionHeader)
        return false;
    if (bytes.size() < kLeastBlock)
        return true; // too short to tell; the reading will
    return readLittle32(&bytes[8]) == kByteOrderMagic || readBig32(&bytes[8]) == kByteOrderMagic;
}

Timestamp TimeResolution::timeOf(std::uint64_t units) const {
    const Wide scaled = Wide{units} * kPerSecond;
    if (isBinary)
        return heldTime(scaled >> exponent, offset);
    if (exponent >= kPowersOfTen.size())
        return heldTime(0, offset); // finer than any 64 bits of them make a nanosecond
    return heldTime(scaled / kPowersOfTen[exponent], offset);
}

std::uint16_t PcapngWalker::read16(const std::uint8_t* at) const {
    return m_isBigEndian ? readBig16(at) : readLittle16(at);
}

std::uint32_t PcapngWalker::read32(const std::uint8_t* at) const {
    return m_isBigEndian ? readBig32(at) : readLittle32(at);
}

std::uint64_t PcapngWalker::read64(const std::uint8_t* at) const {
    return m_isBigEndian ? readBig64(at) : readLittle64(at);
}

PcapngWalker::Outcome PcapngWalker::walk(ByteSpan bytes, std::vector<Frame>& frames) {
    std::size_t at = 0;
    while (bytes.size() - at >= kLeastBlock) {
        const std::uint8_t* const header = &bytes[at];
        // A section may change the byte order; its header says so before its length can be read.
        if (readLittle32(header) == block::kSectionHeader)
            m_isBigEndian = readBig32(header + 8) == kByteOrderMagic;
        const std::uint32_t type = read32(header);
        const std::size_t length = read32(header + 4);
        if (length < kLeastBlock || length > kMostBlock || length % 4 != 0)
            return {at, 0, say("a block claims a length of %1 bytes", {{length}})};
        if (bytes.size() - at < length)
            return {at, length, {}};
        if (read32(header + length - 4) != length)
            return {at, 0, say("the two lengths of a block differ")};
        std::optional<Sentence> problem =
            takeBlock(type, bytes.subspan(at + 8, length - kLeastBlock), frames);
        if (problem)
            return {at, 0, std::move(problem)};
        at += length;
    }
    return {at, bytes.size() > at ? kLeastBlock : 0, {}};
}

std::optional<Sentence> PcapngWalker::takeBlock(
    std::uint32_t type, ByteSpan body, std::vector<Frame>& frames) {
    if (type == block::kSectionHeader)
        return takeSection(body);
    if (!m_hasSection)
        return say("the file does not begin with a section");
    switch (type) {
    case block::kInterface:
        return takeInterface(body);
    case block::kEnhancedPacket:
        return takeEnhanced(body, frames);
    case block::kSimplePacket:
        return takeSimple(body, frames);
    case block::kObsoletePacket:
        return takeObsolete(body, frames);
    default:
        return std::nullopt;
    }
}

std::optional<Sentence> PcapngWalker::takeSection(ByteSpan body) {
    if (body.size() < 16)
        return say("a section header is too short");
    if (read32(body.data()) != kByteOrderMagic)
        return say("a section header has no byte-order magic");
    const unsigned major = read16(&body[4]);
    const unsigned minor = read16(&body[6]);
    // 1.2 was written by some programs and means 1.0.
    if (major != 1 || (minor != 0 && minor != 2))
        return say("version %1.%2 of pcapng is not known", {{major}, {minor}});
    m_hasSection = true;
    m_interfaces.clear();
    return std::nullopt;
}

std::optional<Sentence> PcapngWalker::takeInterface(ByteSpan body) {
    if (body.size() < 8)
        return say("an interface description is too short");
    if (m_interfaces.size() == kMostInterfaces)
        return say("a section has more than a million interfaces");
    Interface interface {
        {read16(body.data())}, read32(&body[4]), {}
    };
    readOptions(body.subspan(8), interface);
    m_interfaces.push_back(interface);
    if (!m_firstLink) {
        m_firstLink = interface.link;
        m_firstSnapLength = interface.snapLength;
    }
    return std::nullopt;
}

/// Options are a code, a length, and a value padded to four bytes. Broken ones end the list.
void PcapngWalker::readOptions(ByteSpan options, Interface& interface) const {
    while (options.size() >= 4) {
        const std::uint16_t code = read16(options.data());
        const std::size_t length = read16(&options[2]);
        if (code == kOptionEnd || options.size() - 4 < length)
            return;
        const std::uint8_t* const value = options.data() + 4;
        if (code == kOptionResolution && length >= 1) {
            interface.resolution.isBinary = (value[0] & 0x80) != 0;
            interface.resolution.exponent = value[0] & 0x7f;
        }
        if (code == kOptionOffset && length >= 8)
            interface.resolution.offset = static_cast<std::int64_t>(read64(value));
        options = options.subspan(std::min(options.size(), 4 + padded(length)));
    }
}

std::optional<Sentence> PcapngWalker::addFrame(std::uint32_t interface, std::uint64_t units,
    std::uint32_t captured, std::uint32_t original, ByteSpan data,
    std::vector<Frame>& frames) const {
    if (interface >= m_interfaces.size())
        return say("a packet names interface %1, of which nothing was said", {{interface}});
    if (captured > data.size())
        return say("a packet claims %1 bytes in a block that has %2", {{captured}, {data.size()}});
    const Interface& from = m_interfaces[interface];
    frames.push_back({data.data(), captured, original, from.resolution.timeOf(units), from.link});
    return std::nullopt;
}

std::optional<Sentence> PcapngWalker::takeEnhanced(
    ByteSpan body, std::vector<Frame>& frames) const {
    constexpr std::size_t kFixed = 20;
    if (body.size() < kFixed)
        return say("an enhanced packet block is too short");
    const std::uint64_t units = std::uint64_t{read32(&body[4])} << 32 | read32(&body[8]);
    return addFrame(read32(body.data()), units, read32(&body[12]), read32(&body[16]),
        body.subspan(kFixed), frames);
}

std::optional<Sentence> PcapngWalker::takeObsolete(
    ByteSpan body, std::vector<Frame>& frames) const {
    constexpr std::size_t kFixed = 20;
    if (body.size() < kFixed)
        return say("a packet block is too short");
    const std::uint64_t units = std::uint64_t{read32(&body[4])} << 32 | read32(&body[8]);
    return addFrame(read16(body.data()), units, read32(&body[12]), read32(&body[16]),
        body.subspan(kFixed), frames);
}

/// Belongs to the first interface; what was captured follows from the lengths.
std::optional<Sentence> PcapngWalker::takeSimple(ByteSpan body, std::vector<Frame>& frames) const {
    if (body.size() < 4)
        return say("a simple packet block is too short");
    if (m_interfaces.empty())
        return say("a simple packet block stands before any interface");
    const std::uint32_t original = read32(body.data());
    const std::uint32_t limit = m_interfaces.front().snapLength;
    const std::uint32_t captured = limit != 0 ? std::min(limit, original) : original;
    std::optional<Sentence> problem = addFrame(0, 0, captured, original, body.subspan(4), frames);
    if (!problem)
        frames.back().time = Timestamp{};
    return problem;
}

} // namespace sweepscope
