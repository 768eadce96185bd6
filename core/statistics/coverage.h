// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "fingerprint/tool.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sweepscope {

/// How a tool chooses its targets, as far as its source tells.
struct TargetChoice {
    Tool tool;
    bool repeats;          ///< draws with replacement: an address may be drawn again
    PrefixSet neverChosen; ///< its addresses are never probed
};

/// Nothing for a tool that probes every public address once, or of which nothing is known.
const TargetChoice* targetChoiceOf(Tool tool);

/// Addresses of a telescope that the tool may choose. Without prefixes all of them.
double choosableAddresses(const TargetChoice& choice, const PrefixSet& telescope, double addresses);

/// Addresses of the Internet, of `internetSize` in all, that the tool may choose.
double choosableInternet(const TargetChoice& choice, double internetSize);

/// The coverage that a scan would have reached by now if it never drew an address twice. One that
/// draws with replacement hits only 63 % of the addresses with as many packets as there are
/// addresses, so its distinct targets say too little; its packets say too much where it repeats
/// packets. Packets and targets each bound it, and the lower bound is given:
///
///     min(packets / addresses, -ln(1 - targets / addresses)), at most 1
double coverageWithoutRepeats(std::uint64_t packets, std::uint32_t targets, double addresses);

/// The coverage of a scan made with a tool whose choice of targets is known, on the addresses of
/// the telescope that it may choose, and without repeats if it repeats. Nothing for other tools,
/// and where the tool should not be seen at all: then it is a variant that chooses otherwise.
std::optional<double> correctedCoverage(Tool tool, std::uint64_t packets, std::uint32_t targets,
    const PrefixSet& telescope, double addresses);

} // namespace sweepscope
