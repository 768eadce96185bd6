// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace sweepscope {

/// What is said about a program besides its options.
struct ManualFacts {
    std::string program; ///< "sweepscope-cli"
    std::string summary; ///< behind the name, a phrase in lower case
    std::string about;   ///< a paragraph
    std::string seeAlso; ///< "sweepscope(1)"
};

/// Adds `--generate man|bash|zsh|fish`, which prints the manual page or a shell's completion made
/// from the program's own options, and leaves. Packages call it while they are built, so that
/// --help, manual and completion cannot disagree. It is not shown in the help.
void addGenerator(CLI::App& app, const ManualFacts& facts);

/// The manual page in man(7).
std::string manualPage(const CLI::App& app, const ManualFacts& facts);

std::string bashCompletion(const CLI::App& app, const std::string& program);
std::string zshCompletion(const CLI::App& app, const std::string& program);
std::string fishCompletion(const CLI::App& app, const std::string& program);

} // namespace sweepscope
