// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/random.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace sweepscope::sample {

struct Source {
    std::uint32_t address = 0;
    std::string country; // of the network the address was drawn from
    int hoursFromUtc = 0;
    std::uint8_t hops = 0; // routers between the source and the telescope

    [[nodiscard]] std::uint8_t ttl(unsigned initial) const {
        return static_cast<std::uint8_t>(initial - hops);
    }
};

/// Where a source stands: among rented servers, or on a home or office line.
enum class Habitat { hosting, consumer };

/// Hands out source addresses, each at most once, by the weights of source_networks.inc.
class SourcePool {
public:
    Source take(Random& random, Habitat habitat);

    /// `count` sources of one network of the given prefix length.
    std::vector<Source> takeNeighbours(
        Random& random, Habitat habitat, unsigned prefixLength, std::size_t count);

    /// A source of a named network.
    Source takeIn(
        Random& random, std::uint32_t network, unsigned prefixLength, std::string country);

private:
    std::set<std::uint32_t> m_taken;
};

std::string addressText(std::uint32_t address);

} // namespace sweepscope::sample
