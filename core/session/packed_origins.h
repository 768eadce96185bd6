// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "geo/source_origins.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sweepscope {

/// Countries and networks of an index's sources as one packed column (FORMAT.md).
std::vector<std::uint8_t> packOrigins(const SourceOrigins& origins);

/// Back again; nothing where it makes no sense. Whether there are as many as sources is for the
/// caller to look at.
std::optional<SourceOrigins> unpackOrigins(ByteSpan packed);

} // namespace sweepscope
