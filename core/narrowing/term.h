// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/protocol.h"
#include "base/result.h"
#include "base/time.h"
#include "fingerprint/tool.h"
#include "geo/country.h"
#include "scans/scan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sweepscope {

/// A port, of one protocol or of any. By source, a scan has several, and one of them is enough.
struct PortTerm {
    std::optional<Protocol> protocol;
    std::uint16_t port = 0;

    bool operator==(const PortTerm&) const = default;
};

/// The network of the source by its AS number; 0 stands for sources whose network is not known.
struct NetworkTerm {
    std::uint32_t asNumber = 0;

    bool operator==(const NetworkTerm&) const = default;
};

/// Scans that hit at least `from` and less than `below` of the telescope, as shares.
struct CoverageTerm {
    double from = 0;
    double below = 0; ///< infinity: no upper border

    bool operator==(const CoverageTerm&) const = default;
};

/// One thing that scans can be told apart by: a value, and with it the facet that it is a value of.
/// A Prefix is where the source lies; a TimeRange is touched by the scan, which counts whole.
using Term =
    std::variant<PortTerm, CountryId, NetworkTerm, Tool, ScanSize, CoverageTerm, Prefix, TimeRange>;

/// What a term is a value of, in the order of Term.
enum class Facet : std::uint8_t { port, country, network, tool, size, coverage, source, time };

inline Facet facetOf(const Term& term) {
    return static_cast<Facet>(term.index());
}

/// As the command line takes it: "port=23/tcp", "port=23", "country=NL", "country=??",
/// "network=AS4134", "tool=mirai", "size=large", "coverage=0.1%..1%", "coverage=10%..",
/// "source=198.51.100.0/24", "time=2026-03-10T10:00:00Z..2026-03-10T11:30:00Z". Read back, it is
/// the same term.
std::string toText(const Term& term);

/// Reads what toText writes. Fails with what is wrong and what would be right.
Result<Term> parseTerm(std::string_view text);

/// Terms with commas between.
Result<std::vector<Term>> parseTerms(std::string_view text);

} // namespace sweepscope
