// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/country.h"
#include "statistics/scan_view.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// What the shares of countries are shares of.
enum class Weight : std::uint8_t { scans, sources, packets };

struct CountryCount {
    CountryId country; ///< may be unknown
    std::uint64_t scans = 0;
    std::uint64_t sources = 0; ///< distinct sources that scan
    std::uint64_t packets = 0;

    bool operator==(const CountryCount&) const = default;
    [[nodiscard]] std::uint64_t of(Weight weight) const;
};

class CountryCounter {
public:
    CountryCounter();
    void add(const ScanView& view, std::size_t segment);
    void add(const CountryCounter& other);

    /// By scans, then packets, then code; the unknown country last.
    [[nodiscard]] std::vector<CountryCount> finish() const;

private:
    std::vector<CountryCount> m_counts; ///< by number of the country
};

/// One country with its share of all, and the share of it and all before it.
struct CountryShare {
    CountryCount count;
    double share = 0;
    double cumulative =
        0; ///< for the unknown country, which has no rank: that of the last ranked one
};

/// Countries ranked by a weight, with the cumulative share that the CDF draws. Shares are of
/// everything, the unknown included; so the curve over the ranked countries ends at 1 minus the
/// unknown share. The unknown country is listed last.
std::vector<CountryShare> rankCountries(std::vector<CountryCount> counts, Weight weight);

/// How many of the first ranked countries make at least `share` of everything; 0 where even all of
/// them do not.
std::size_t countriesFor(const std::vector<CountryShare>& ranked, double share);

} // namespace sweepscope
