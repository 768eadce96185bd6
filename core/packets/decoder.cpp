// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/decoder.h"

#include "packets/classify.h"
#include "packets/ip_layer.h"
#include "packets/link_layer.h"
#include "packets/tunnel.h"
#include "packets/wire.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::uint32_t kEthernetBytes = 14;
constexpr std::uint16_t kEtherTypeIpv4 = 0x0800;

/// Counts frames into slots of time. Neighbouring frames nearly always share a slot, so its bounds
/// are kept and the division happens only when one is left.
class SlotCounter {
public:
    SlotCounter(int shift, std::vector<ActivitySlot>& slots)
        : m_interval(Activity::intervalOf(shift).nanoseconds)
        , m_slots(slots) {}

    void count(Timestamp time, Bin bin) {
        if (time.nanoseconds < m_begin || time.nanoseconds >= m_end)
            enter(time);
        ++m_frames[static_cast<std::size_t>(bin)];
    }

    /// Adds what was counted, whatever the time, to the bins.
    void addTo(std::array<std::uint64_t, kBinCount>& bins) const {
        for (const ActivitySlot& slot : m_slots) {
            for (std::size_t bin = 0; bin < kBinCount; ++bin)
                bins[bin] += slot.frames[bin];
        }
    }

private:
    void enter(Timestamp time) {
        std::int64_t number = time.nanoseconds / m_interval;
        if (time.nanoseconds % m_interval < 0)
            --number;
        m_frames = m_slots.emplace_back(ActivitySlot{number, {}}).frames.data();
        m_begin = number * m_interval;
        m_end = m_begin + m_interval;
    }

    std::int64_t m_interval;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;            ///< nothing is inside at first
    std::uint64_t* m_frames = nullptr; ///< of the slot that begins at m_begin
    std::vector<ActivitySlot>& m_slots;
};

/// One batch on its way through the layers.
class BatchDecoder {
public:
    /// `decoded.packets` has room for a packet of each frame that will be added.
    BatchDecoder(const DecoderOptions& options, int activityShift, DecodedFrames& decoded)
        : m_options(options)
        , m_telescope(options.telescope.isEmpty() ? nullptr : &options.telescope)
        , m_decoded(decoded)
        , m_next(decoded.packets.data())
        , m_slots(activityShift, decoded.activity) {}

    void add(const Frame& frame) {
        m_slots.count(frame.time, isPlainTcp(frame) ? binPlainTcp(frame) : binOther(frame));
    }

    void finish() {
        m_slots.addTo(m_decoded.counts.bins);
        m_decoded.packets.resize(static_cast<std::size_t>(m_next - m_decoded.packets.data()));
    }

private:
    /// Some telescopes count the Ethernet checksum in the original length and do not record it, so
    /// the lengths alone do not tell; an IP packet that is there whole was not snapped.
    [[nodiscard]] bool isSnapped(const Frame& frame) const {
        constexpr std::uint32_t kChecksumBytes = 4;
        if (m_hasPacket)
            return !m_hasWholePacket;
        return frame.original - frame.captured > kChecksumBytes;
    }

    void notePacket(std::uint32_t claimed, std::uint32_t captured) {
        m_hasPacket = true;
        m_hasWholePacket = claimed <= captured;
    }

    /// Not inlined: what it needs is not to crowd the registers of the common way.
    [[gnu::noinline]] Bin binOther(const Frame& frame) {
        m_hasWholePacket = false;
        m_hasPacket = false;
        const Bin bin = binPlace(frame, findNetworkLayer(frame));
        if (frame.captured < frame.original && isSnapped(frame))
            m_decoded.counts.count(Reason::snapped);
        return bin;
    }

    Bin binPlace(const Frame& frame, const NetworkPlace& place) {
        switch (place.layer) {
        case NetworkLayer::ipv4:
            return binIpv4(frame, place.offset);
        case NetworkLayer::ipv6:
            return binIpv6(frame, place.offset);
        case NetworkLayer::raw:
            return binRaw(frame, place.offset);
        case NetworkLayer::cut:
            return malformed(Reason::linkHeaderCut);
        case NetworkLayer::unsupported:
            return Bin::unsupportedLink;
        case NetworkLayer::notIp:
            break;
        }
        return Bin::notIp;
    }

    /// What a telescope sees most: untagged Ethernet, IPv4 without options in one piece, a TCP
    /// header that is there whole and contradicts nothing. Such frames need no walk through the
    /// layers; all others take it, and the tests hold one way against the other.
    static bool isPlainTcp(const Frame& frame) {
        constexpr std::uint32_t kLeast = kEthernetBytes + Ipv4Header::kBytes + TcpHeader::kBytes;
        if (frame.link != link::kEthernet || frame.captured < kLeast)
            return false;
        const Ipv4Header ip{frame.bytes + kEthernetBytes};
        const TcpHeader tcp{ip.at + Ipv4Header::kBytes};
        // Two words tell nearly all: the Ethernet type with IP's version and length of header, and
        // the fragment's offset with the protocol.
        constexpr std::uint32_t kFront = std::uint32_t{kEtherTypeIpv4} << 8 | 0x45;
        return readBig32(frame.bytes + 12) >> 8 == kFront &&
               (readBig32(ip.at + 6) & 0x1fff00ffU) == ip_protocol::kTcp &&
               ip.totalLength() <= frame.captured - kEthernetBytes &&
               ip.totalLength() >= Ipv4Header::kBytes + tcp.headerBytes() &&
               tcp.headerBytes() >= TcpHeader::kBytes;
    }

    Bin binPlainTcp(const Frame& frame) {
        const Ipv4Header ip{frame.bytes + kEthernetBytes};
        const TcpHeader tcp{ip.at + Ipv4Header::kBytes};
        Kind kind = kindOfTcp(tcp.flags());
        if (m_telescope != nullptr && !m_telescope->contains(Ipv4{ip.target()}))
            kind = Kind::outside;
        const std::uint16_t sourcePort = tcp.sourcePort();
        const std::uint16_t targetPort = tcp.targetPort();
        const std::uint16_t port = kind == Kind::outside             ? std::uint16_t{0}
                                   : binOf(kind) == Bin::backscatter ? sourcePort
                                                                     : targetPort;
        const std::uint32_t length = ip.totalLength();
        // Right in its place: put together aside in small pieces and copied in large ones, the
        // copy would wait for the pieces.
        Packet& packet = *m_next++;
        packet.source = ip.source();
        packet.port = port;
        packet.kind = kind;
        packet.isV6 = false;
        packet.time = frame.time;
        packet.target = ip.target();
        packet.ipLength = length;
        packet.transport = tcp.at;
        packet.transportBytes = static_cast<std::uint16_t>(length - Ipv4Header::kBytes);
        packet.sourcePort = sourcePort;
        packet.targetPort = targetPort;
        packet.ipId = ip.identification();
        packet.ttl = ip.ttl();
        packet.protocol = ip_protocol::kTcp;
        packet.doNotFragment = ip.doNotFragment();
        return binOf(kind);
    }

    Bin binRaw(const Frame& frame, std::uint32_t offset) {
        if (frame.captured <= offset)
            return malformed(Reason::ipHeaderCut);
        const unsigned version = frame.bytes[offset] >> 4;
        if (version == 4)
            return binIpv4(frame, offset);
        return version == 6 ? binIpv6(frame, offset) : Bin::notIp;
    }

    Bin binIpv4(const Frame& frame, std::uint32_t offset) {
        Packet packet;
        const IpOutcome outcome = readIpv4({frame.bytes + offset, frame.captured - offset}, packet);
        if (outcome.kind == Kind::ip && m_options.entersTunnels) {
            if (const auto bin = binTunnelled(frame, packet))
                return *bin;
        }
        const bool isOutside =
            m_telescope != nullptr && !m_telescope->contains(Ipv4{packet.target});
        const Bin bin = binOutcome(outcome, packet, frame, offset, isOutside);
        if (outcome.hasSource)
            *m_next++ = packet;
        return bin;
    }

    Bin binIpv6(const Frame& frame, std::uint32_t offset) {
        Packet6 packet;
        const IpOutcome outcome = readIpv6({frame.bytes + offset, frame.captured - offset}, packet);
        if (outcome.kind == Kind::ip && m_options.entersTunnels) {
            if (const auto bin = binTunnelled(frame, packet.packet))
                return *bin;
        }
        const bool isOutside = m_telescope != nullptr && !m_telescope->contains(packet.target);
        const Bin bin = binOutcome(outcome, packet.packet, frame, offset, isOutside);
        if (outcome.hasSource)
            m_decoded.packets6.push_back(packet);
        return bin;
    }

    /// The packet inside; nothing where there is none. A frame holds a few at the most.
    std::optional<Bin> binTunnelled(const Frame& frame, const Packet& outer) {
        constexpr int kMostTunnels = 4;
        const auto begin = static_cast<std::uint32_t>(outer.transport - frame.bytes);
        const NetworkPlace inner =
            findTunnelled(outer.protocol, {outer.transport, outer.transportBytes});
        const bool isIp = inner.layer == NetworkLayer::ipv4 || inner.layer == NetworkLayer::ipv6 ||
                          inner.layer == NetworkLayer::raw;
        if (!isIp || m_tunnels == kMostTunnels)
            return std::nullopt;
        ++m_tunnels;
        Frame inside = frame; // what lies behind the outer packet is not part of it
        inside.captured = begin + outer.transportBytes;
        const Bin bin = binPlace(inside, {inner.layer, begin + inner.offset});
        --m_tunnels;
        return bin;
    }

    Bin binOutcome(const IpOutcome& outcome, Packet& packet, const Frame& frame,
        std::uint32_t offset, bool isOutside) {
        packet.time = frame.time;
        packet.kind = outcome.kind;
        const bool keepsBin = outcome.kind == Kind::malformed || outcome.kind == Kind::fragment;
        if (isOutside && !keepsBin)
            packet.kind = Kind::outside;
        if (packet.kind >= Kind::fragment)
            packet.port = 0;
        if (packet.ipLength != 0)
            notePacket(packet.ipLength, frame.captured - offset);
        countContradictions(outcome, packet, frame, offset);
        if (packet.kind == Kind::syn && !packet.isV6)
            countCutFingerprint(packet);
        return packet.kind == Kind::malformed ? malformed(outcome.reason) : binOf(packet.kind);
    }

    /// What claims to be longer than it can be, although its headers are whole.
    void countContradictions(
        const IpOutcome& outcome, const Packet& packet, const Frame& frame, std::uint32_t offset) {
        const std::uint32_t onTheWire = std::max(frame.original, frame.captured) - offset;
        if (packet.ipLength > onTheWire)
            m_decoded.counts.count(Reason::ipLengthBeyondFrame);
        if (outcome.isUdpTooLong)
            m_decoded.counts.count(Reason::udpLengthBeyondIp);
    }

    /// Rules that look at window and options are not tested on what was not captured.
    void countCutFingerprint(const Packet& packet) {
        if (packet.transportBytes < TcpHeader{packet.transport}.headerBytes())
            m_decoded.counts.count(Reason::fingerprintCut);
    }

    Bin malformed(Reason reason) {
        m_decoded.counts.count(reason);
        return Bin::malformed;
    }

    const DecoderOptions& m_options;
    const PrefixSet* m_telescope; ///< null: nothing is outside
    DecodedFrames& m_decoded;
    Packet* m_next; ///< where the next IPv4 packet goes
    SlotCounter m_slots;
    int m_tunnels = 0;             ///< that the present packet is inside of
    bool m_hasPacket = false;      ///< the present frame holds an IP packet ...
    bool m_hasWholePacket = false; ///< ... all of whose bytes were captured
};

/// Of the times of frames, which nearly always ascend.
TimeRange rangeOf(std::span<const Frame> frames, const FrameOrder& order) {
    TimeRange range;
    if (order.backwards == 0 && !frames.empty())
        return {order.first, order.last};
    for (const Frame& frame : frames)
        range.include(frame.time);
    return range;
}

/// Counts frames per link type. They nearly always share one, so a run of the same is counted when
/// it ends.
void countLinks(std::span<const Frame> frames, DecodeCounts& counts) {
    for (auto begin = frames.begin(); begin != frames.end();) {
        const LinkType link = begin->link;
        const auto end = std::find_if(
            begin, frames.end(), [&](const Frame& frame) { return frame.link != link; });
        counts.countLink(link, static_cast<std::uint64_t>(end - begin));
        begin = end;
    }
}

} // namespace

void Decoder::decode(
    std::span<const Frame> frames, int activityShift, DecodedFrames& decoded) const {
    decoded.packets6.clear();
    decoded.counts = DecodeCounts{};
    decoded.activity.clear();
    // A frame has one packet at the most. Those of the batch before are written over: nearly all
    // frames have one, so hardly any is made here.
    decoded.packets.resize(frames.size());
    decoded.counts.frames = frames.size();
    countLinks(frames, decoded.counts);
    BatchDecoder decoder(m_options, activityShift, decoded);
    FrameOrder::Walk order(frames);
    for (const Frame& frame : frames) {
        order.goTo(frame);
        decoder.add(frame);
    }
    decoder.finish();
    decoded.order = order.order();
    decoded.counts.range = rangeOf(frames, decoded.order);
}

} // namespace sweepscope
