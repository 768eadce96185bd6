// SPDX-License-Identifier: GPL-3.0-or-later
#include "stopwatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace sweepscope::bench {

void measure(std::string_view name, const std::function<void()>& run,
    const std::function<bool()>& check, int rounds) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = Clock::now();
        run();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        if (!check()) {
            fmt::print(stderr, "{}: the answer is wrong\n", name);
            std::exit(1);
        }
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    fmt::print("{}\t{:.3f}\n", name, times[static_cast<std::size_t>(rounds / 2)]);
    std::fflush(stdout);
}

} // namespace sweepscope::bench
