// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sweepscope {

/// The word that agrees with a count: `one` for exactly one, else `many`.
constexpr std::string_view agreeing(
    std::uint64_t count, std::string_view one, std::string_view many) {
    return count == 1 ? one : many;
}

/// From here on whole numbers are not all doubles: what is counted in one is no exact count.
constexpr double kFirstInexact = 9e15;

/// A number of addresses as a whole count. Telescopes of IPv6 prefixes have more than 64 bits hold:
/// these become 10^18, which is as good to choose a word by.
std::uint64_t wholeCount(double number);

/// A count and what it counts, for sentences: "1 scan", "0 scans", "2 scans".
std::string counted(std::uint64_t count, std::string_view one);
/// The same where the plural is more than an s: "1 address", "2 addresses".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

} // namespace sweepscope
