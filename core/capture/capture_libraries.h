// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/library_version.h"

#include <vector>

namespace sweepscope {

/// What captures are read with: libpcap and the libraries that unpack files.
std::vector<LibraryVersion> captureLibraries();

} // namespace sweepscope
