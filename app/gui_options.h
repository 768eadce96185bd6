// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/main_window.h"

#include <optional>

namespace sweepscope {

struct GuiOptions {
    StartOptions start;
    QString language;     ///< empty: that of the settings
    QString exportFolder; ///< write a report there and show no window
    bool resetSettings = false;
};

/// What the command line of the window says: options, or the code to leave with at once.
struct GuiCommandLine {
    std::optional<GuiOptions> options;
    int exitCode = 0;
};

GuiCommandLine parseGuiCommandLine(int argc, const char* const* argv);

} // namespace sweepscope
