// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sweepscope {

/// A country by its two letters (ISO 3166-1 alpha-2), or none.
class CountryId {
public:
    static constexpr std::uint16_t kCount = 26 * 26 + 1;

    constexpr CountryId() = default;

    /// Anything but two letters is no country; "??" and the codes that stand for none in some
    /// databases (A1, A2, EU, AP) included.
    static CountryId fromCode(std::string_view code);

    [[nodiscard]] constexpr bool isKnown() const { return m_number != 0; }

    /// Two letters, or "??".
    [[nodiscard]] std::string code() const;

    /// 0 for none; below kCount: for tables with a place for each country.
    [[nodiscard]] constexpr std::uint16_t number() const { return m_number; }

    static constexpr CountryId fromNumber(std::uint16_t number) {
        CountryId id;
        id.m_number = number < kCount ? number : std::uint16_t{0};
        return id;
    }

    auto operator<=>(const CountryId&) const = default;

private:
    std::uint16_t m_number = 0;
};

/// The usual short English name; "Unknown" for none, the code itself for a code without a name.
std::string nameOf(CountryId country);

} // namespace sweepscope
