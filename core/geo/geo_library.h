// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/library_version.h"

namespace sweepscope {

/// What databases of countries and networks are read with.
LibraryVersion geoLibrary();

} // namespace sweepscope
