// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace sweepscope::bench {

/// Runs something several times and prints one line, `NAME<TAB>MILLISECONDS`, with the median.
/// `check` is called after each run, outside the time; where it is false the program ends with 1,
/// since a fast wrong answer is worth nothing.
void measure(std::string_view name, const std::function<void()>& run,
    const std::function<bool()>& check, int rounds = 9);

} // namespace sweepscope::bench
