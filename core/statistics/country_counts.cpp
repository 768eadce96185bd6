// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/country_counts.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace sweepscope {

std::uint64_t CountryCount::of(Weight weight) const {
    switch (weight) {
    case Weight::scans:
        return scans;
    case Weight::sources:
        return sources;
    case Weight::packets:
        break;
    }
    return packets;
}

CountryCounter::CountryCounter()
    : m_counts(CountryId::kCount) {
    for (std::uint16_t number = 0; number < CountryId::kCount; ++number)
        m_counts[number].country = CountryId::fromNumber(number);
}

void CountryCounter::add(const ScanView& view, std::size_t segment) {
    const Scan* before = nullptr;
    for (const Scan& scan : view.scans[segment]) {
        CountryCount& count = m_counts[view.countryOf(scan.source).number()];
        ++count.scans;
        count.packets += scan.packets;
        count.sources += before == nullptr || before->source != scan.source ? 1 : 0;
        before = &scan;
    }
}

void CountryCounter::add(const CountryCounter& other) {
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        m_counts[i].scans += other.m_counts[i].scans;
        m_counts[i].sources += other.m_counts[i].sources;
        m_counts[i].packets += other.m_counts[i].packets;
    }
}

namespace {

/// Ranked before another: known, then more of the weight, then more packets, then by code.
void sortBy(std::vector<CountryCount>& counts, Weight weight) {
    const auto key = [&](const CountryCount& own, const CountryCount& other) {
        return std::tuple(!own.country.isKnown(), other.of(weight), other.packets, own.country);
    };
    std::sort(counts.begin(), counts.end(),
        [&](const CountryCount& a, const CountryCount& b) { return key(a, b) < key(b, a); });
}

} // namespace

std::vector<CountryCount> CountryCounter::finish() const {
    std::vector<CountryCount> counts;
    std::copy_if(m_counts.begin(), m_counts.end(), std::back_inserter(counts),
        [](const CountryCount& count) { return count.scans > 0; });
    sortBy(counts, Weight::scans);
    return counts;
}

std::vector<CountryShare> rankCountries(std::vector<CountryCount> counts, Weight weight) {
    sortBy(counts, weight);
    const auto total = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0},
        [&](std::uint64_t sum, const CountryCount& count) { return sum + count.of(weight); });
    std::vector<CountryShare> ranked;
    std::uint64_t soFar = 0;
    for (const CountryCount& count : counts) {
        soFar += count.country.isKnown() ? count.of(weight) : 0;
        const auto shareOf = [&](std::uint64_t part) {
            return total == 0 ? 0 : static_cast<double>(part) / static_cast<double>(total);
        };
        ranked.push_back({count, shareOf(count.of(weight)), shareOf(soFar)});
    }
    return ranked;
}

std::size_t countriesFor(const std::vector<CountryShare>& ranked, double share) {
    const auto found = std::find_if(ranked.begin(), ranked.end(), [&](const CountryShare& each) {
        return each.count.country.isKnown() && each.cumulative >= share;
    });
    return found == ranked.end() ? 0 : static_cast<std::size_t>(found - ranked.begin()) + 1;
}

} // namespace sweepscope
