// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packed_origins.h"

#include "session/packed_column.h"
#include "session/varint.h"

namespace sweepscope {

namespace {

Network readNetwork(VarintReader& reader) {
    Network network;
    network.asNumber = static_cast<std::uint32_t>(reader.next());
    const std::uint64_t length = reader.next();
    for (std::uint64_t i = 0; i < length && reader.bytesLeft() > 0; ++i)
        network.name.push_back(static_cast<char>(reader.next()));
    return network;
}

} // namespace

std::vector<std::uint8_t> packOrigins(const SourceOrigins& origins) {
    VarintWriter writer;
    writer.add(origins.networks.size());
    for (const Network& network : origins.networks) {
        writer.add(network.asNumber);
        writer.add(network.name.size());
        for (const char byte : network.name)
            writer.add(static_cast<unsigned char>(byte));
    }
    writer.add(origins.segments.size());
    for (const OriginSegment& segment : origins.segments) {
        writer.add(segment.countries.size());
        for (std::size_t i = 0; i < segment.countries.size(); ++i) {
            writer.add(segment.countries[i].number());
            writer.add(segment.networks[i].place);
        }
    }
    return packColumn(writer.bytes());
}

std::optional<SourceOrigins> unpackOrigins(ByteSpan packed) {
    const auto content = unpackColumn(packed);
    if (!content)
        return std::nullopt;
    VarintReader reader(*content);
    SourceOrigins origins;
    origins.networks.clear();
    const std::uint64_t networks = reader.next();
    for (std::uint64_t i = 0; i < networks && reader.bytesLeft() > 0; ++i)
        origins.networks.push_back(readNetwork(reader));
    const std::uint64_t segments = reader.next();
    for (std::uint64_t i = 0; i < segments && reader.bytesLeft() > 0; ++i) {
        OriginSegment& segment = origins.segments.emplace_back();
        const std::uint64_t sources = reader.next();
        for (std::uint64_t source = 0; source < sources && reader.bytesLeft() > 0; ++source) {
            const std::uint64_t country = reader.next();
            const std::uint64_t network = reader.next();
            if (country >= CountryId::kCount || network >= networks)
                return std::nullopt;
            segment.countries.push_back(CountryId::fromNumber(static_cast<std::uint16_t>(country)));
            segment.networks.push_back({static_cast<std::uint32_t>(network)});
        }
    }
    if (!reader.isWhole() || networks == 0 || origins.networks.size() != networks)
        return std::nullopt;
    return origins;
}

} // namespace sweepscope
