// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sweepscope {

/// A name beside a file for what is needed while it is written: "day.csv.1a2b3c4d-4711.part". It
/// says which process of which machine it is of, since a network's folder may be written to by
/// several, so that what a killed one has left behind can be told from what another one needs.
std::string passingName(const std::string& path, std::string_view ending);

/// Removes files and folders under such names of this file, whatever their ending, whose process
/// was one of this machine and is no longer there.
void removeLeftBehind(const std::string& path);

} // namespace sweepscope
