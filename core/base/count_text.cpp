// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/count_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace sweepscope {

std::uint64_t wholeCount(double number) {
    constexpr double kMost = 1e18;
    return static_cast<std::uint64_t>(std::clamp(number, 0.0, kMost));
}

std::string counted(std::uint64_t count, std::string_view one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, agreeing(count, one, many));
}

} // namespace sweepscope
