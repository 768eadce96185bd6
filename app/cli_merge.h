// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"

namespace sweepscope {

/// Adds the command `merge`. When it is the one that the command line names, it is put into
/// `chosen`, ready to run.
void addMergeCommand(CLI::App& app, Command& chosen);

} // namespace sweepscope
