// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    using Network = std::array<std::uint64_t, kWords>;

public:
    /// Adds addresses one after another. A network is looked for once for all that follow one
    /// another in it.
    class Inserter {
    public:
        explicit Inserter(AddressSet& set)
            : m_set(&set) {}

        /// False, and nothing is added, where that would be one network too many.
        bool insert(std::uint32_t address) {
            if (address >> 16 != m_upperHalf) {
                m_upperHalf = address >> 16;
                m_network = m_set->networkOf(m_upperHalf);
            }
            if (m_network == nullptr)
                return false;
            (*m_network)[address >> 6 & (kWords - 1)] |= std::uint64_t{1} << (address & 63);
            return true;
        }

    private:
        AddressSet* m_set;
        Network* m_network = nullptr;
        std::uint32_t m_upperHalf = ~std::uint32_t{0}; ///< at first, of no address
    };

    [[nodiscard]] std::uint64_t count() const {
        std::uint64_t count = 0;
        forEach([&](std::uint32_t) { ++count; });
        return count;
    }

    /// Calls `use(address)` for each, ascending within a network.
    template <typename Use>
    void forEach(Use use) const {
        for (std::uint32_t high = 0; high < m_networks.size(); ++high) {
            if (m_networks[high] == nullptr)
                continue;
            const Network& network = *m_networks[high];
            for (std::uint32_t word = 0; word < kWords; ++word) {
                for (std::uint64_t rest = network[word]; rest != 0; rest &= rest - 1)
                    use(high << 16 | word << 6 |
                        static_cast<std::uint32_t>(std::countr_zero(rest)));
            }
        }
    }

    static constexpr std::size_t kMostNetworks = 1024; ///< 8 MiB; a /8 has 256

private:
    Network* networkOf(std::uint32_t upperHalf) {
        if (m_networks.empty())
            m_networks.resize(std::size_t{1} << 16);
        std::unique_ptr<Network>& network = m_networks[upperHalf];
        if (network == nullptr && m_count < kMostNetworks) {
            network = std::make_unique<Network>();
            ++m_count;
        }
        return network.get();
    }

    std::vector<std::unique_ptr<Network>> m_networks; ///< by the upper half; empty at first
    std::size_t m_count = 0;
};

} // namespace sweepscope
