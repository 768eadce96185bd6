// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/link_layer.h"

#include "base/bytes.h"

#include <algorithm>
#include <array>

namespace sweepscope {

namespace {

/// EtherTypes (IEEE registration authority) that are entered or left for what lies behind them.
namespace ether {
constexpr std::uint16_t kIpv4 = 0x0800;
constexpr std::uint16_t kIpv6 = 0x86dd;
constexpr std::uint16_t kVlan = 0x8100;
constexpr std::uint16_t kVlanService = 0x88a8;
constexpr std::uint16_t kVlanOld1 = 0x9100;
constexpr std::uint16_t kVlanOld2 = 0x9200;
constexpr std::uint16_t kMpls = 0x8847;
constexpr std::uint16_t kMplsMulticast = 0x8848;
constexpr std::uint16_t kPppoeSession = 0x8864;
constexpr std::uint16_t kVnTag = 0x8926;
constexpr std::uint16_t kETag = 0x893f;      ///< IEEE 802.1BR
constexpr std::uint16_t kLeastType = 0x0600; ///< below: the length of an IEEE 802.3 frame
} // namespace ether

constexpr NetworkPlace kCut{NetworkLayer::cut, 0};
constexpr NetworkPlace kNotIp{NetworkLayer::notIp, 0};

ByteSpan bytesOf(const Frame& frame) {
    return {frame.bytes, frame.captured};
}

bool holds(ByteSpan bytes, std::size_t offset, std::size_t count) {
    return bytes.size() >= offset && bytes.size() - offset >= count;
}

NetworkPlace at(NetworkLayer layer, std::size_t offset) {
    return {layer, static_cast<std::uint32_t>(offset)};
}

/// MPLS (RFC 3032): 4 bytes a label; the bottom one has its S bit set. What follows is not
/// announced, so its first half byte tells.
NetworkPlace behindMpls(ByteSpan bytes, std::size_t offset) {
    while (holds(bytes, offset, 4)) {
        const bool isBottom = (bytes[offset + 2] & 1) != 0;
        offset += 4;
        if (isBottom)
            return at(NetworkLayer::raw, offset);
    }
    return kCut;
}

/// PPP protocol numbers (RFC 1661; IANA "PPP DLL protocol numbers"); one byte where compressed.
NetworkPlace behindPppProtocol(ByteSpan bytes, std::size_t offset) {
    if (!holds(bytes, offset, 1))
        return kCut;
    const bool isCompressed = (bytes[offset] & 1) != 0;
    if (!isCompressed && !holds(bytes, offset, 2))
        return kCut;
    const unsigned protocol = isCompressed ? bytes[offset] : readBig16(&bytes[offset]);
    offset += isCompressed ? 1 : 2;
    switch (protocol) {
    case 0x0021:
        return at(NetworkLayer::ipv4, offset);
    case 0x0057:
        return at(NetworkLayer::ipv6, offset);
    case 0x0281:
        return behindMpls(bytes, offset);
    default:
        return kNotIp;
    }
}

NetworkPlace behindPpp(ByteSpan bytes, std::size_t offset) {
    if (bytes.size() == offset + 1 && bytes[offset] == 0xff)
        return kCut; // the HDLC address alone
    const bool hasHdlcAddress =
        holds(bytes, offset, 2) && bytes[offset] == 0xff && bytes[offset + 1] == 0x03;
    return behindPppProtocol(bytes, offset + (hasHdlcAddress ? 2 : 0));
}

/// PPPoE session (RFC 2516): version/type, code, session, length; then PPP's protocol.
NetworkPlace behindPppoe(ByteSpan bytes, std::size_t offset) {
    if (!holds(bytes, offset, 6))
        return kCut;
    return bytes[offset + 1] == 0 ? behindPppProtocol(bytes, offset + 6) : kNotIp;
}

/// What an EtherType leads to: a place, or the next EtherType behind a tag.
struct Step {
    bool isTag = false;
    NetworkPlace place;
    std::uint16_t type = 0;
    std::size_t offset = 0;
};

Step arrivedAt(NetworkPlace place) {
    return {false, place, 0, 0};
}

/// Skips `tagBytes` that end in another EtherType.
Step behindTag(ByteSpan bytes, std::size_t offset, std::size_t tagBytes) {
    if (!holds(bytes, offset, tagBytes))
        return arrivedAt(kCut);
    return {true, {}, readBig16(&bytes[offset + tagBytes - 2]), offset + tagBytes};
}

/// IEEE 802.2 LLC; with SNAP (RFC 1042) it carries an EtherType.
Step behindLlc(ByteSpan bytes, std::size_t offset) {
    if (!holds(bytes, offset, 3))
        return arrivedAt(kCut);
    const std::uint8_t* const sap = &bytes[offset];
    if (sap[0] == 0xaa && sap[1] == 0xaa && sap[2] == 0x03)
        return behindTag(bytes, offset, 8);
    const bool isIpSap = sap[0] == 0x06 && sap[1] == 0x06;
    return arrivedAt(isIpSap ? at(NetworkLayer::ipv4, offset + 3) : kNotIp);
}

Step stepBehind(ByteSpan bytes, std::uint16_t type, std::size_t offset) {
    switch (type) {
    case ether::kIpv4:
        return arrivedAt(at(NetworkLayer::ipv4, offset));
    case ether::kIpv6:
        return arrivedAt(at(NetworkLayer::ipv6, offset));
    case ether::kVlan:
    case ether::kVlanService:
    case ether::kVlanOld1:
    case ether::kVlanOld2:
        return behindTag(bytes, offset, 4);
    case ether::kVnTag:
        return behindTag(bytes, offset, 6);
    case ether::kETag:
        return behindTag(bytes, offset, 8);
    case ether::kMpls:
    case ether::kMplsMulticast:
        return arrivedAt(behindMpls(bytes, offset));
    case ether::kPppoeSession:
        return arrivedAt(behindPppoe(bytes, offset));
    default:
        return type < ether::kLeastType ? behindLlc(bytes, offset) : arrivedAt(kNotIp);
    }
}

NetworkPlace behindEtherType(ByteSpan bytes, std::uint16_t type, std::size_t offset) {
    constexpr int kMostTags = 16; // more are no network's work
    for (int tags = 0; tags < kMostTags; ++tags) {
        const Step step = stepBehind(bytes, type, offset);
        if (!step.isTag)
            return step.place;
        type = step.type;
        offset = step.offset;
    }
    return kNotIp;
}

NetworkPlace behindEthernet(ByteSpan bytes, std::size_t offset) {
    constexpr std::size_t kHeaderBytes = 14;
    if (!holds(bytes, offset, kHeaderBytes))
        return kCut;
    return behindEtherType(bytes, readBig16(&bytes[offset + 12]), offset + kHeaderBytes);
}

/// BSD loopback: the protocol family as the writing machine counted it, in its byte order. Some
/// systems write an EtherType in its place, in the lower half (as Wireshark reads it too).
NetworkPlace behindLoopback(ByteSpan bytes) {
    if (bytes.size() < 4)
        return kCut;
    const std::uint32_t little = readLittle32(bytes.data());
    const std::uint32_t family = little < 0x10000 ? little : readBig32(bytes.data());
    constexpr std::array<std::uint32_t, 4> kInet6 = {10, 24, 28, 30}; // Linux and the BSDs differ
    if (family == 2)
        return at(NetworkLayer::ipv4, 4);
    if (std::find(kInet6.begin(), kInet6.end(), family) != kInet6.end())
        return at(NetworkLayer::ipv6, 4);
    const auto type = static_cast<std::uint16_t>(family & 0xffff);
    return type < ether::kLeastType ? kNotIp : behindEtherType(bytes, type, 4);
}

/// Linux cooked capture, both versions: an EtherType at `typeAt`, then `headerBytes` in all.
NetworkPlace behindCooked(ByteSpan bytes, std::size_t typeAt, std::size_t headerBytes) {
    if (bytes.size() < headerBytes)
        return kCut;
    const std::uint16_t type = readBig16(&bytes[typeAt]);
    return type < ether::kLeastType ? kNotIp : behindEtherType(bytes, type, headerBytes);
}

/// Cisco HDLC: address, control, EtherType.
NetworkPlace behindCHdlc(ByteSpan bytes, std::size_t offset) {
    if (!holds(bytes, offset, 4))
        return kCut;
    return behindEtherType(bytes, readBig16(&bytes[offset + 2]), offset + 4);
}

/// PPP in HDLC-like framing (RFC 1662), or Cisco HDLC where the address says so.
NetworkPlace behindPppHdlc(ByteSpan bytes, std::size_t offset) {
    const bool isCisco =
        holds(bytes, offset, 1) && (bytes[offset] == 0x0f || bytes[offset] == 0x8f);
    return isCisco ? behindCHdlc(bytes, offset) : behindPpp(bytes, offset);
}

/// IEEE 802.11 data frames: 24 bytes, a fourth address between distribution systems, QoS and HT
/// control where flagged; then LLC. Encrypted and bodiless frames hold no IP.
NetworkPlace behindWireless(ByteSpan bytes, std::size_t offset) {
    if (!holds(bytes, offset, 2))
        return kCut;
    const std::uint8_t control = bytes[offset];
    const std::uint8_t flags = bytes[offset + 1];
    const bool isData = (control & 0x0c) == 0x08;
    const bool hasBody = (control & 0x40) == 0;
    const bool isProtected = (flags & 0x40) != 0;
    if (!isData || !hasBody || isProtected)
        return kNotIp;
    const bool hasFourAddresses = (flags & 0x03) == 0x03;
    const bool isQos = (control & 0x80) != 0;
    const bool hasHtControl = isQos && (flags & 0x80) != 0;
    const std::size_t headerBytes =
        24U + (hasFourAddresses ? 6U : 0U) + (isQos ? 2U : 0U) + (hasHtControl ? 4U : 0U);
    const Step step = behindLlc(bytes, offset + headerBytes);
    return step.isTag ? behindEtherType(bytes, step.type, step.offset) : step.place;
}

/// Radiotap: version, pad, little-endian length of the whole header.
NetworkPlace behindRadiotap(ByteSpan bytes) {
    if (bytes.size() < 4)
        return kCut;
    return behindWireless(bytes, readLittle16(&bytes[2]));
}

/// Per-Packet Information: version, flags, length, link type of what follows.
NetworkPlace behindPpi(ByteSpan bytes, const Frame& frame) {
    if (bytes.size() < 8)
        return kCut;
    const std::size_t headerBytes = readLittle16(&bytes[2]);
    const LinkType inner{readLittle32(&bytes[4])};
    if (headerBytes < 8 || headerBytes > bytes.size())
        return kCut;
    if (inner == link::kPpi)
        return {NetworkLayer::unsupported, 0};
    Frame rest = frame;
    rest.bytes += headerBytes;
    rest.captured -= static_cast<std::uint32_t>(headerBytes);
    rest.link = inner;
    NetworkPlace place = findNetworkLayer(rest);
    place.offset += static_cast<std::uint32_t>(headerBytes);
    return place;
}

/// What an ERF record holds, by its type: plain, coloured, hashed and multi-channel ones are the
/// same behind `padding` bytes.
struct ErfType {
    enum class Content : std::uint8_t { hdlc, ethernet, ip };
    std::uint8_t number;
    std::uint8_t padding;
    Content content;
};

constexpr std::array kErfTypes = std::to_array<ErfType>({
    {1, 0, ErfType::Content::hdlc},
    {2, 2, ErfType::Content::ethernet},
    {5, 4, ErfType::Content::hdlc},
    {10, 0, ErfType::Content::hdlc},
    {11, 2, ErfType::Content::ethernet},
    {15, 0, ErfType::Content::hdlc},
    {16, 2, ErfType::Content::ethernet},
    {17, 4, ErfType::Content::hdlc},
    {19, 0, ErfType::Content::hdlc},
    {20, 2, ErfType::Content::ethernet},
    {22, 0, ErfType::Content::ip},
    {23, 0, ErfType::Content::ip},
});

NetworkPlace behindErfRecord(ByteSpan bytes, const ErfType& type, std::size_t offset) {
    switch (type.content) {
    case ErfType::Content::ip:
        return at(NetworkLayer::raw, offset);
    case ErfType::Content::ethernet:
        return behindEthernet(bytes, offset);
    case ErfType::Content::hdlc:
        return behindPppHdlc(bytes, offset);
    }
    return kNotIp;
}

/// Endace ERF: 16 bytes with the record type at 8, then 8 bytes for each extension header that
/// announces itself by a set top bit.
NetworkPlace behindErf(ByteSpan bytes) {
    if (bytes.size() < 16)
        return kCut;
    const std::uint8_t number = bytes[8] & 0x7f;
    bool hasMore = (bytes[8] & 0x80) != 0;
    std::size_t offset = 16;
    while (hasMore) {
        if (!holds(bytes, offset, 8))
            return kCut;
        hasMore = (bytes[offset] & 0x80) != 0;
        offset += 8;
    }
    const auto* const type = std::find_if(kErfTypes.begin(), kErfTypes.end(),
        [&](const ErfType& each) { return each.number == number; });
    return type != kErfTypes.end() ? behindErfRecord(bytes, *type, offset + type->padding) : kNotIp;
}

} // namespace

NetworkPlace findNetworkLayer(const Frame& frame) {
    const ByteSpan bytes = bytesOf(frame);
    switch (frame.link.number) {
    case link::kEthernet.number:
        return behindEthernet(bytes, 0);
    case link::kRaw.number:
    case link::kRawBsd.number:
    case link::kRawOpenBsd.number:
        return at(NetworkLayer::raw, 0);
    case link::kIpv4.number:
        return at(NetworkLayer::ipv4, 0);
    case link::kIpv6.number:
        return at(NetworkLayer::ipv6, 0);
    case link::kNull.number:
    case link::kLoop.number:
        return behindLoopback(bytes);
    case link::kLinuxSll.number:
        return behindCooked(bytes, 14, 16);
    case link::kLinuxSll2.number:
        return behindCooked(bytes, 0, 20);
    case link::kPpp.number:
        return behindPpp(bytes, 0);
    case link::kPppHdlc.number:
        return behindPppHdlc(bytes, 0);
    case link::kPppEther.number:
        return behindPppoe(bytes, 0);
    case link::kCHdlc.number:
        return behindCHdlc(bytes, 0);
    case link::kIeee80211.number:
        return behindWireless(bytes, 0);
    case link::kRadiotap.number:
        return behindRadiotap(bytes);
    case link::kPpi.number:
        return behindPpi(bytes, frame);
    case link::kErf.number:
        return behindErf(bytes);
    default:
        return {NetworkLayer::unsupported, 0};
    }
}

bool isSupported(LinkType link) {
    return findNetworkLayer({nullptr, 0, 0, {}, link}).layer != NetworkLayer::unsupported;
}

} // namespace sweepscope
