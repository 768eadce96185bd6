// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <chrono>
#include <string>
#include <thread>

namespace sweepscope {

/// Shows how far the reading is in one line on standard error, ten times a second, while it lives.
/// Shows nothing where standard error is no terminal.
class ProgressLine {
public:
    ProgressLine(const Progress& progress, bool isWanted);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

private:
    std::jthread m_thread;
};

/// "42 %  310 of 738 MB  60 MB/s  4.1 M frames  7 s left", after so many seconds.
std::string progressText(const Progress& progress, double seconds);

} // namespace sweepscope
