// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/hash.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace sweepscope {

/// Gives IPv6 addresses numbers from 0 up, in the order in which they are first asked for, so that
/// bursts can hold 32 bits where an address has 128.
class AddressNumbers {
public:
    AddressNumbers() = default;

    explicit AddressNumbers(const std::vector<Ipv6>& addresses) {
        for (const Ipv6& address : addresses)
            numberOf(address);
    }

    std::uint32_t numberOf(const Ipv6& address) {
        const auto next = static_cast<std::uint32_t>(m_addresses.size());
        const auto [found, isNew] = m_numbers.try_emplace(address, next);
        if (isNew)
            m_addresses.push_back(address);
        return found->second;
    }

    [[nodiscard]] const std::vector<Ipv6>& addresses() const { return m_addresses; }

    /// The addresses, in the order of their numbers; this object is empty then.
    std::vector<Ipv6> take() {
        m_numbers.clear();
        return std::exchange(m_addresses, {});
    }

private:
    struct Hash {
        std::size_t operator()(const Ipv6& address) const {
            return mix64(address.low ^ mix64(address.high));
        }
    };

    std::vector<Ipv6> m_addresses;
    std::unordered_map<Ipv6, std::uint32_t, Hash> m_numbers;
};

} // namespace sweepscope
