// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/source_origins.h"
#include "narrowing/term.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// What a few typed letters may mean, the likeliest first: an address or prefix ("198.51.100.7",
/// "10.0.0.0/8", "198.51"), a port ("23", "23/udp", "ssh"), a country (code or part of its name), a
/// network of these origins ("AS4134" or part of its name), a tool, a size. At most `most` of each
/// kind, and nothing where nothing fits. Letter case does not matter.
std::vector<Term> suggestTerms(
    std::string_view text, const SourceOrigins& origins, std::size_t most = 5);

} // namespace sweepscope
