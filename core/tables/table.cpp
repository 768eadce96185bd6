// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/table.h"

#include <bit>
#include <string>
#include <variant>

namespace sweepscope {

namespace {

constexpr std::uint64_t kMost = ~std::uint64_t{0};
constexpr std::uint64_t kSign = std::uint64_t{1} << 63;

std::uint64_t keyOf(std::monostate) {
    return 0;
}

std::uint64_t keyOf(const std::string& text) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i)
        key = key << 8 | (i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U);
    return key;
}

/// Zero is more than nothing.
std::uint64_t keyOf(std::uint64_t number) {
    return number == kMost ? kMost : number + 1;
}

/// IEEE 754 doubles order as their bits do, once negative ones are turned round.
std::uint64_t keyOf(double number) {
    const auto bits = std::bit_cast<std::uint64_t>(number + 0.0); // no negative zero
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

std::uint64_t keyOf(Timestamp time) {
    return keyOf(static_cast<std::uint64_t>(time.nanoseconds) ^ kSign);
}

} // namespace

std::uint64_t sortKeyOf(const Cell& cell) {
    return std::visit([](const auto& value) { return keyOf(value); }, cell);
}

std::optional<Term> Table::rowTerm(std::size_t row) const {
    for (std::size_t column = 0; column < columns().size(); ++column) {
        if (auto found = term(row, column))
            return found;
    }
    return std::nullopt;
}

std::uint64_t Table::sortKey(std::size_t row, std::size_t column) const {
    return sortKeyOf(cell(row, column));
}

bool Table::isLess(std::size_t a, std::size_t b, std::size_t column) const {
    const Cell less = cell(a, column);
    const Cell more = cell(b, column);
    const auto* const lessText = std::get_if<std::string>(&less);
    const auto* const moreText = std::get_if<std::string>(&more);
    return lessText != nullptr && moreText != nullptr && *lessText < *moreText;
}

bool isNumeric(Format format) {
    return format != Format::text && !isTime(format);
}

} // namespace sweepscope
