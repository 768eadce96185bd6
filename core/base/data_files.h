// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace sweepscope {

/// The path of a file that the program ships, found from where the program is: in
/// ../share/sweepscope beside its folder, as both an installation and a build tree have it.
/// Nothing where it is missing.
std::optional<std::string> findDataFile(const std::string& name);

/// Where findDataFile looks, whether or not it is there; empty where the system does not tell.
std::string dataFolder();

} // namespace sweepscope
