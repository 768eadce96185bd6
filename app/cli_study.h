// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"

namespace sweepscope {

/// Adds the commands that look at a capture as a study does: `report`, `events`,
/// `changes`, `campaigns` and `compare`. The one that the command
/// line names is put into `chosen`, ready to run.
void addStudyCommands(CLI::App& app, Command& chosen);

/// Only `compare`.
void addCompareCommand(CLI::App& app, Command& chosen);

} // namespace sweepscope
