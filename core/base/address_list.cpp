// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/address_list.h"

#include <algorithm>

namespace sweepscope {

namespace {

template <typename Number>
std::optional<std::size_t> placeIn(const std::vector<Number>& list, const Number& wanted) {
    const auto found = std::lower_bound(list.begin(), list.end(), wanted);
    if (found == list.end() || *found != wanted)
        return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

} // namespace

std::optional<std::size_t> AddressList::find(const Address& address) const {
    if (address.isV4())
        return placeIn(m_addresses4, address.v4());
    const auto place = placeIn(m_addresses6, address.v6());
    if (!place)
        return std::nullopt;
    return m_addresses4.size() + *place;
}

} // namespace sweepscope
