// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/count_distinct.h"

#include <algorithm>

namespace sweepscope {

namespace {

std::uint32_t countInMap(
    const std::vector<std::uint32_t>& numbers, std::uint32_t least, std::uint64_t range) {
    constexpr std::uint32_t kBits = 64;
    std::vector<std::uint64_t> map(range / kBits + 1);
    std::uint32_t count = 0;
    for (const std::uint32_t number : numbers) {
        std::uint64_t& word = map[(number - least) / kBits];
        const std::uint64_t bit = std::uint64_t{1} << ((number - least) % kBits);
        count += (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }
    return count;
}

} // namespace

std::uint32_t countDistinct(std::vector<std::uint32_t>& numbers) {
    if (numbers.empty())
        return 0;
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
    const std::uint64_t range = std::uint64_t{*most} - *least;
    if (isMapQuicker(range, numbers.size()))
        return countInMap(numbers, *least, range);
    std::sort(numbers.begin(), numbers.end());
    return static_cast<std::uint32_t>(
        std::unique(numbers.begin(), numbers.end()) - numbers.begin());
}

} // namespace sweepscope
