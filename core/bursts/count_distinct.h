// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace sweepscope {

/// How many different numbers there are among these, which are used up. Numbers that lie close
/// together, as targets of a telescope do, are marked in a map of bits, others sorted.
std::uint32_t countDistinct(std::vector<std::uint32_t>& numbers);

} // namespace sweepscope
