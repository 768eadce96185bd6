// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/source_pool.h"

#include <array>
#include <utility>

namespace sweepscope::sample {
namespace {

struct SourceNetwork {
    const char* country;
    std::uint32_t first;
    unsigned prefixLength;
    int hoursFromUtc;
    std::uint32_t hostingWeight;
    std::uint32_t consumerWeight;
};

constexpr SourceNetwork kNetworks[] = {
#include "sample/source_networks.inc"
};

const SourceNetwork& drawNetwork(Random& random, Habitat habitat) {
    std::array<std::uint32_t, std::size(kNetworks)> weights;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] =
            habitat == Habitat::hosting ? kNetworks[i].hostingWeight : kNetworks[i].consumerWeight;
    }
    return kNetworks[random.weighted(weights)];
}

std::uint32_t sizeOf(unsigned prefixLength) {
    return 1U << (32 - prefixLength);
}

bool isPlainHost(std::uint32_t address) {
    const std::uint32_t last = address & 0xff;
    return last != 0 && last != 255;
}

} // namespace

Source SourcePool::takeIn(
    Random& random, std::uint32_t network, unsigned prefixLength, std::string country) {
    std::uint32_t address = network;
    do {
        address = network + static_cast<std::uint32_t>(random.below(sizeOf(prefixLength)));
    } while (!(prefixLength == 32 || isPlainHost(address)) || m_taken.contains(address));
    m_taken.insert(address);
    const auto hops = static_cast<std::uint8_t>(random.between(7, 21));
    return {address, std::move(country), 0, hops};
}

Source SourcePool::take(Random& random, Habitat habitat) {
    const SourceNetwork& network = drawNetwork(random, habitat);
    Source source = takeIn(random, network.first, network.prefixLength, network.country);
    source.hoursFromUtc = network.hoursFromUtc;
    return source;
}

std::vector<Source> SourcePool::takeNeighbours(
    Random& random, Habitat habitat, unsigned prefixLength, std::size_t count) {
    const Source first = take(random, habitat);
    const std::uint32_t network = first.address & ~(sizeOf(prefixLength) - 1);
    std::vector<Source> neighbours = {first};
    while (neighbours.size() < count) {
        Source next = takeIn(random, network, prefixLength, first.country);
        next.hoursFromUtc = first.hoursFromUtc;
        next.hops = first.hops;
        neighbours.push_back(std::move(next));
    }
    return neighbours;
}

std::string addressText(std::uint32_t address) {
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        text += std::to_string((address >> shift) & 0xff);
        text += shift > 0 ? "." : "";
    }
    return text;
}

} // namespace sweepscope::sample
