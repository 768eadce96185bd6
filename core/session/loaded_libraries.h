// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/library_version.h"

#include <vector>

namespace sweepscope {

/// The libraries that the core runs with: what captures, databases of countries and index files are
/// read with.
std::vector<LibraryVersion> loadedLibraries();

} // namespace sweepscope
