// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui_options.h"

namespace sweepscope {

/// Reads the captures and writes pictures and tables into a folder; gives the program's exit code.
int exportReport(const GuiOptions& options);

} // namespace sweepscope
