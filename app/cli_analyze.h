// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"
#include "interrupt.h"

namespace sweepscope {

/// Does what was asked; gives the program's exit code.
int analyze(const AnalyzeOptions& options, const Interrupt& interrupt);

} // namespace sweepscope
