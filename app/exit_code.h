// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sweepscope {

/// What the programs return to the shell; documented in their help and manual pages.
enum ExitCode : int {
    kComplete = 0,
    kUsage = 1,        ///< the command line makes no sense
    kCannotDo = 2,     ///< a file cannot be read or written
    kIncomplete = 3,   ///< done, but a capture was cut short or skipped
    kInterrupted = 130 ///< stopped by a signal, as a shell counts SIGINT
};

} // namespace sweepscope
