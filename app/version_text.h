// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sweepscope {

/// What `--version` prints: the program and its version in the first line, and each library that it
/// runs with in one of its own. `toolkit`, the window's, comes first where there is one.
std::string versionText(std::string_view toolkit = {});

} // namespace sweepscope
