// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of any link type through all layers, the tool rules and the sorting by source.
//
// The first byte chooses options, the next two are the link type, and frames follow, each behind
// its length in one byte.
#include "analysis/packet_router.h"
#include "fuzz.h"

#include <numeric>

using namespace sweepscope;
using namespace sweepscope::fuzz;

namespace {

std::vector<Frame> framesOf(ByteSpan bytes, LinkType link) {
    std::vector<Frame> frames;
    while (!bytes.empty()) {
        const std::size_t captured = std::min<std::size_t>(bytes[0], bytes.size() - 1);
        const auto length = static_cast<std::uint32_t>(captured);
        const Timestamp time{static_cast<std::int64_t>(frames.size()) * 1'000'000};
        frames.push_back({bytes.data() + 1, length, length + bytes[0] % 7, time, link});
        bytes = bytes.subspan(1 + captured);
    }
    return frames;
}

bool isInside(const std::uint8_t* at, std::size_t count, ByteSpan bytes) {
    return at == nullptr || (at >= bytes.data() && at + count <= bytes.data() + bytes.size());
}

void check(const DecodedFrames& decoded, ByteSpan input) {
    const DecodeCounts& counts = decoded.counts;
    require(
        std::accumulate(counts.bins.begin(), counts.bins.end(), std::uint64_t{0}) == counts.frames);
    std::uint64_t malformed = 0;
    for (std::size_t i = 0; i < kReasonCount; ++i)
        malformed += makesMalformed(static_cast<Reason>(i)) ? counts.reasons[i] : 0;
    require(malformed == counts.of(Bin::malformed));
    require(decoded.packets.size() + decoded.packets6.size() <= counts.frames);
    for (const Packet& packet : decoded.packets)
        require(isInside(packet.transport, packet.transportBytes, input));
    for (const Packet6& packet : decoded.packets6)
        require(isInside(packet.packet.transport, packet.packet.transportBytes, input));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::size_t kFixed = 3;
    if (size < kFixed)
        return 0;
    static const PrefixSet kTelescope = parsePrefixes("192.0.2.0/24,2001:db8::/32").value();
    const bool hasTelescope = (bytes[0] & 1) != 0;
    const bool entersTunnels = (bytes[0] & 2) != 0;
    const LinkType link{readBig16(bytes + 1)};
    const ByteSpan input = ByteSpan(bytes, size).subspan(kFixed);
    FrameBatch batch;
    batch.frames = framesOf(input, link);
    const Decoder decoder({hasTelescope ? kTelescope : PrefixSet(), entersTunnels});
    DecodedFrames decoded;
    decoder.decode(batch.frames, 0, decoded);
    check(decoded, input);
    RoutedBatch routed;
    DecodedFrames scratch;
    routeBatch(batch, {decoder, nullptr, 0}, scratch, routed);
    require(routed.counts.frames == batch.frames.size());
    return 0;
}
