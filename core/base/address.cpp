// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/address.h"

#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cmath>

namespace sweepscope {

namespace {

using Bytes6 = std::array<std::uint8_t, 16>;

Bytes6 toBytes(const Ipv6& address) {
    Bytes6 bytes{};
    for (unsigned i = 0; i < 8; ++i) {
        bytes[i] = static_cast<std::uint8_t>(address.high >> (56 - 8 * i));
        bytes[8 + i] = static_cast<std::uint8_t>(address.low >> (56 - 8 * i));
    }
    return bytes;
}

Ipv6 fromBytes(const Bytes6& bytes) {
    Ipv6 address;
    for (unsigned i = 0; i < 8; ++i) {
        address.high = address.high << 8 | bytes[i];
        address.low = address.low << 8 | bytes[8 + i];
    }
    return address;
}

int widthOf(const Address& address) {
    return address.isV4() ? 32 : 128;
}

/// The first `bits` bits of 64 set.
std::uint64_t leadingOnes(int bits) {
    return bits <= 0 ? 0 : ~std::uint64_t{0} << (64 - bits);
}

Address masked(const Address& address, int length) {
    if (address.isV4()) {
        const auto mask = static_cast<std::uint32_t>(leadingOnes(length) >> 32);
        return Ipv4{address.v4().value & mask};
    }
    const Ipv6 bits = address.v6();
    return Ipv6{bits.high & leadingOnes(std::min(length, 64)), bits.low & leadingOnes(length - 64)};
}

/// The least number of the prefix's range, and the greatest.
std::uint32_t first4(const Prefix& prefix) {
    return prefix.network.v4().value;
}

std::uint32_t last4(const Prefix& prefix) {
    return first4(prefix) | ~static_cast<std::uint32_t>(leadingOnes(prefix.length) >> 32);
}

/// Sorted, and each prefix dropped that an earlier (wider) one holds.
std::vector<Prefix> withoutNested(std::vector<Prefix> prefixes) {
    std::sort(prefixes.begin(), prefixes.end());
    std::vector<Prefix> kept;
    for (const Prefix& prefix : prefixes) {
        if (kept.empty() || !kept.back().contains(prefix.network))
            kept.push_back(prefix);
    }
    return kept;
}

} // namespace

std::string toText(Ipv4 address) {
    return fmt::format("{}.{}.{}.{}", address.value >> 24, address.value >> 16 & 0xff,
        address.value >> 8 & 0xff, address.value & 0xff);
}

std::string toText(const Address& address) {
    if (address.isV4())
        return toText(address.v4());
    const Bytes6 bytes = toBytes(address.v6());
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return text.data();
}

std::optional<Address> parseAddress(std::string_view text) {
    if (text.find('\0') != std::string_view::npos)
        return std::nullopt; // inet_pton would not look behind it
    const std::string copy(text);
    in_addr four{};
    if (inet_pton(AF_INET, copy.c_str(), &four) == 1)
        return Ipv4{ntohl(four.s_addr)};
    Bytes6 six{};
    if (inet_pton(AF_INET6, copy.c_str(), six.data()) == 1)
        return fromBytes(six);
    return std::nullopt;
}

Prefix Prefix::around(const Address& address, int length) {
    return {masked(address, length), length};
}

bool Prefix::contains(const Address& address) const {
    return address.family() == network.family() && masked(address, length) == network;
}

double Prefix::size() const {
    return std::ldexp(1.0, widthOf(network) - length);
}

std::string toText(const Prefix& prefix) {
    return fmt::format("{}/{}", toText(prefix.network), prefix.length);
}

Result<Prefix> parsePrefix(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = parseAddress(text.substr(0, slash));
    if (!address)
        return Error{say("'%1' is not an address or prefix such as 198.18.0.0/16", {{text}})};
    int length = widthOf(*address);
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        const char* end = digits.data() + digits.size();
        const auto [stopped, error] = std::from_chars(digits.data(), end, length);
        const bool hasSign = digits.starts_with('-');
        if (error != std::errc() || stopped != end || hasSign || length > widthOf(*address))
            return Error{say("'%1': the length of the prefix must be 0 to %2",
                {{text}, {static_cast<unsigned>(widthOf(*address))}})};
    }
    const Prefix prefix{masked(*address, length), length};
    if (prefix.network != *address)
        return Error{say(
            "'%1' has bits set behind its length; did you mean %2?", {{text}, {toText(prefix)}})};
    return prefix;
}

PrefixSet::PrefixSet(std::vector<Prefix> prefixes)
    : m_prefixes(withoutNested(std::move(prefixes))) {
    for (const Prefix& prefix : m_prefixes) {
        if (prefix.network.isV4())
            m_ranges4.push_back({first4(prefix), last4(prefix)});
        else
            m_prefixes6.push_back(prefix);
    }
}

bool PrefixSet::isInOneOf(std::uint32_t address) const {
    const auto after = std::upper_bound(m_ranges4.begin(), m_ranges4.end(), address,
        [](std::uint32_t value, const Range4& range) { return value < range.first; });
    return after != m_ranges4.begin() && std::prev(after)->contains(address);
}

bool PrefixSet::contains(const Ipv6& address) const {
    return std::any_of(m_prefixes6.begin(), m_prefixes6.end(),
        [&](const Prefix& prefix) { return prefix.contains(Address(address)); });
}

double PrefixSet::size() const {
    double total = 0;
    for (const Prefix& prefix : m_prefixes)
        total += prefix.size();
    return total;
}

Result<PrefixSet> parsePrefixes(std::string_view text) {
    std::vector<Prefix> prefixes;
    constexpr std::string_view kBetween = ", \t\r\n";
    while (!text.empty()) {
        if (text.front() == '#') {
            text.remove_prefix(std::min(text.find('\n'), text.size()));
            continue;
        }
        if (kBetween.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
            continue;
        }
        const auto length = std::min(text.find_first_of(", \t\r\n#"), text.size());
        Result<Prefix> prefix = parsePrefix(text.substr(0, length));
        if (!prefix.ok())
            return prefix.error();
        prefixes.push_back(prefix.value());
        text.remove_prefix(length);
    }
    return PrefixSet(std::move(prefixes));
}

} // namespace sweepscope
