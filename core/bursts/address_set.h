// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace sweepscope {

/// A set of IPv4 addresses that lie in few networks, as those of a telescope do: a bit for each
/// address of each /16 that has one. Not for addresses from everywhere: a /16 takes 8 KiB.
class AddressSet {
    static constexpr std::uint32_t kWords = 1024;

    struct Network {
        std::uint32_t upperHalf = 0;
        std::array<std::uint64_t, kWords> words{};
        bool isWhole = false; ///< as far as findWhole has seen
    };

public:
    /// Adds addresses one after another. A network is looked for once for all that follow one
    /// another in it.
    class Inserter {
    public:
        explicit Inserter(AddressSet& set)
            : m_set(&set) {}

        /// False, and nothing is added, where that would be one network too many.
        [[gnu::always_inline]] bool insert(std::uint32_t address) {
            if (address >> 16 != m_upperHalf) {
                m_upperHalf = address >> 16;
                m_network = m_set->networkOf(m_upperHalf);
            }
            if (m_network == nullptr)
                return false;
            m_network->words[address >> 6 & (kWords - 1)] |= std::uint64_t{1} << (address & 63);
            return true;
        }

    private:
        AddressSet* m_set;
        Network* m_network = nullptr;
        std::uint32_t m_upperHalf = ~std::uint32_t{0}; ///< at first, of no address
    };

    /// Takes note of the networks that have all their addresses now.
    void findWhole() {
        for (const std::unique_ptr<Network>& network : m_networks) {
            if (!network->isWhole)
                network->isWhole = std::all_of(network->words.begin(), network->words.end(),
                    [](std::uint64_t word) { return word == ~std::uint64_t{0}; });
        }
    }

    /// Whether findWhole has found that all addresses with this upper half are there.
    [[nodiscard]] bool hasWhole(std::uint32_t upperHalf) const {
        return !m_networks.empty() && m_places[upperHalf] != nullptr &&
               m_places[upperHalf]->isWhole;
    }

    [[nodiscard]] std::uint64_t count() const {
        std::uint64_t count = 0;
        forEach([&](std::uint32_t) { ++count; });
        return count;
    }

    /// Calls `use(address)` for each, ascending within a network.
    template <typename Use>
    void forEach(Use use) const {
        for (const std::unique_ptr<Network>& network : m_networks) {
            for (std::uint32_t word = 0; word < kWords; ++word) {
                for (std::uint64_t rest = network->words[word]; rest != 0; rest &= rest - 1)
                    use(network->upperHalf << 16 | word << 6 |
                        static_cast<std::uint32_t>(std::countr_zero(rest)));
            }
        }
    }

    static constexpr std::size_t kMostNetworks = 1024; ///< 8 MiB; a /8 has 256

private:
    Network* networkOf(std::uint32_t upperHalf) {
        if (m_places.empty())
            m_places.resize(std::size_t{1} << 16);
        Network*& network = m_places[upperHalf];
        if (network == nullptr && m_networks.size() < kMostNetworks) {
            network = m_networks.emplace_back(std::make_unique<Network>()).get();
            network->upperHalf = upperHalf;
        }
        return network;
    }

    std::vector<std::unique_ptr<Network>> m_networks; ///< as they came
    std::vector<Network*> m_places;                   ///< by the upper half; empty at first
};

} // namespace sweepscope
