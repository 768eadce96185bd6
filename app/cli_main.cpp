// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_analyze.h"
#include "cli_options.h"
#include "exit_code.h"
#include "interrupt.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        const sweepscope::CommandLine line = sweepscope::parseCommandLine(argc, argv);
        if (!line.analyze && !line.command)
            return line.exitCode;
        const sweepscope::Interrupt interrupt;
        return line.command ? line.command(interrupt)
                            : sweepscope::analyze(*line.analyze, interrupt);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "sweepscope-cli: %s\n", problem.what());
        return sweepscope::kCannotDo;
    }
}
