// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// An IPv4 address as the number that its dotted form spells: 35.66.1.2 is 0x23420102.
struct Ipv4 {
    std::uint32_t value = 0;

    auto operator<=>(const Ipv4&) const = default;
};

/// An IPv6 address as two numbers in reading order: 2001:db8::1 is {0x20010db800000000, 1}.
struct Ipv6 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const Ipv6&) const = default;
};

enum class Family : std::uint8_t { v4, v6 };

/// An address of either family. Orders all of IPv4 before all of IPv6.
class Address {
public:
    constexpr Address() = default;

    constexpr Address(Ipv4 address)
        : m_bits{0, address.value} {}

    constexpr Address(Ipv6 address)
        : m_family(Family::v6)
        , m_bits(address) {}

    [[nodiscard]] constexpr Family family() const { return m_family; }

    [[nodiscard]] constexpr bool isV4() const { return m_family == Family::v4; }

    /// Only for an address of that family.
    [[nodiscard]] constexpr Ipv4 v4() const { return {static_cast<std::uint32_t>(m_bits.low)}; }

    [[nodiscard]] constexpr Ipv6 v6() const { return m_bits; }

    auto operator<=>(const Address&) const = default;

private:
    Family m_family = Family::v4;
    Ipv6 m_bits;
};

/// "35.66.1.2", "2001:db8::1" (RFC 5952: lower case, longest run of zeros shortened).
std::string toText(Ipv4 address);
std::string toText(const Address& address);

/// Reads what toText writes, and every other spelling of RFC 4291 that inet_pton takes.
std::optional<Address> parseAddress(std::string_view text);

/// A network: the first address and how many leading bits are fixed. Host bits are zero.
struct Prefix {
    Address network;
    int length = 0;

    auto operator<=>(const Prefix&) const = default;

    /// The prefix of that length which the address lies in.
    static Prefix around(const Address& address, int length);

    [[nodiscard]] bool contains(const Address& address) const;
    /// Number of addresses; as a double, since an IPv6 prefix may hold 2^128.
    [[nodiscard]] double size() const;
};

std::string toText(const Prefix& prefix);

/// Reads "198.18.0.0/16" or a bare address (one host). Host bits must be zero, so that a slip of
/// the pen is reported and not silently widened.
Result<Prefix> parsePrefix(std::string_view text);

/// A set of prefixes with a fast question: is this address inside? Overlaps count once.
class PrefixSet {
public:
    PrefixSet() = default;
    explicit PrefixSet(std::vector<Prefix> prefixes);

    /// As given, sorted, without repeats and without what a wider one already holds.
    [[nodiscard]] const std::vector<Prefix>& prefixes() const { return m_prefixes; }

    [[nodiscard]] bool isEmpty() const { return m_prefixes.empty(); }

    [[nodiscard]] bool contains(Ipv4 address) const {
        if (m_ranges4.size() == 1) // as nearly all telescopes are
            return m_ranges4[0].contains(address.value);
        return isInOneOf(address.value);
    }

    [[nodiscard]] bool contains(const Ipv6& address) const;

    /// Distinct addresses in all of them.
    [[nodiscard]] double size() const;

    bool operator==(const PrefixSet& other) const { return m_prefixes == other.m_prefixes; }

private:
    struct Range4 {
        std::uint32_t first;
        std::uint32_t last;

        [[nodiscard]] bool contains(std::uint32_t address) const {
            return address - first <= last - first; // below `first` it wraps round
        }
    };

    [[nodiscard]] bool isInOneOf(std::uint32_t address) const;

    std::vector<Prefix> m_prefixes;
    std::vector<Range4> m_ranges4;
    std::vector<Prefix> m_prefixes6;
};

/// Reads prefixes separated by commas, blanks or line ends; '#' starts a comment.
Result<PrefixSet> parsePrefixes(std::string_view text);

} // namespace sweepscope
