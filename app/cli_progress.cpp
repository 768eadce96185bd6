// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace sweepscope {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void show(const std::string& text) {
    fmt::print(stderr, "\r\x1b[K{}", text); // to the line's begin, and clear it
    std::fflush(stderr);
}

} // namespace

std::string progressText(const Progress& progress, double seconds) {
    const auto frames = static_cast<double>(progress.frames);
    const auto done = static_cast<double>(progress.bytesDone);
    const auto total = static_cast<double>(progress.bytesTotal);
    constexpr double kMega = 1e6;
    const double rate = done / kMega / std::max(seconds, 1e-3);
    if (total <= 0 || done <= 0) {
        return fmt::format(
            "{:.0f} MB  {:.0f} MB/s  {:.1f} M frames", done / kMega, rate, frames / kMega);
    }
    const double share = std::min(done / total, 1.0);
    std::string text = fmt::format(
        "{:3.0f} %  {:.0f} of {:.0f} MB  {:.0f} MB/s  {:.1f} M frames  {:.0f} s left", share * 100,
        done / kMega, total / kMega, rate, frames / kMega, seconds / share * (1 - share));
    if (progress.filesTotal > 1)
        text += fmt::format("  file {} of {}",
            std::min(progress.filesDone + 1, progress.filesTotal.load()),
            progress.filesTotal.load());
    return text;
}

ProgressLine::ProgressLine(const Progress& progress, bool isWanted) {
    if (!isWanted || ::isatty(STDERR_FILENO) == 0)
        return;
    m_thread = std::jthread([&progress](const std::stop_token& end) {
        const auto begin = Clock::now();
        while (!end.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            show(progressText(progress, secondsSince(begin)));
        }
        show("");
    });
}

ProgressLine::~ProgressLine() = default;

} // namespace sweepscope
