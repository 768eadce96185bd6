// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/place_iterator.h"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sweepscope {

/// Ascending addresses, of IPv4 four bytes each. A list of Address would need six times as much,
/// and most telescopes see little else.
class AddressList {
public:
    using Iterator = PlaceIterator<const AddressList>;

    AddressList() = default;

    explicit AddressList(std::span<const Address> ascending) {
        for (const Address& address : ascending)
            pushBack(address);
    }

    /// Both ascending.
    AddressList(std::vector<Ipv4> addresses4, std::vector<Ipv6> addresses6)
        : m_addresses4(std::move(addresses4))
        , m_addresses6(std::move(addresses6)) {}

    bool operator==(const AddressList&) const = default;

    [[nodiscard]] std::size_t size() const { return m_addresses4.size() + m_addresses6.size(); }

    [[nodiscard]] bool empty() const { return size() == 0; }

    [[nodiscard]] Address operator[](std::size_t place) const {
        if (place < m_addresses4.size())
            return m_addresses4[place];
        return m_addresses6[place - m_addresses4.size()];
    }

    /// Where the address stands; nothing where it is not in the list.
    [[nodiscard]] std::optional<std::size_t> find(const Address& address) const;

    /// Adds an address that is not below the last.
    void pushBack(const Address& address) {
        if (address.isV4())
            m_addresses4.push_back(address.v4());
        else
            m_addresses6.push_back(address.v6());
    }

    void shrinkToFit() {
        m_addresses4.shrink_to_fit();
        m_addresses6.shrink_to_fit();
    }

    /// The two families, which follow one another.
    [[nodiscard]] std::span<const Ipv4> addresses4() const { return m_addresses4; }

    [[nodiscard]] std::span<const Ipv6> addresses6() const { return m_addresses6; }

    [[nodiscard]] Iterator begin() const { return {*this, 0}; }

    [[nodiscard]] Iterator end() const { return {*this, size()}; }

private:
    std::vector<Ipv4> m_addresses4;
    std::vector<Ipv6> m_addresses6;
};

} // namespace sweepscope
