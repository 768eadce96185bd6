// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/team.h"
#include "geo/source_origins.h"

#include <span>

namespace sweepscope {

/// What lookUpSources of source_origins.h gives, with the members of a team side by side.
SourceOrigins lookUpSources(
    const GeoDatabases& databases, std::span<const AddressList* const> segments, Team& team);

} // namespace sweepscope
