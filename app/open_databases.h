// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "geo/source_origins.h"

#include <string>
#include <vector>

namespace sweepscope {

/// The databases named, or where none is named the shipped one. Fails at the first that cannot be
/// read; without any, sources just have no country.
Result<GeoDatabases> openDatabases(const std::vector<std::string>& paths);

} // namespace sweepscope
