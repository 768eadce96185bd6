// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sensitivity.h"

#include "analysis/index_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::size_t kTop = 10;

struct ThresholdFacts {
    std::string_view name;
    std::string_view unit;
};

/// In the order of SweptThreshold.
constexpr std::array<ThresholdFacts, kSweptCount> kFacts = {{
    {"expiry", "s"},
    {"min-targets", "targets"},
    {"min-rate", "pps"},
    {"large", "coverage"},
}};

/// 1, 2, 5, 10, ... from `least` to `most`.
std::vector<double> decades(double least, double most) {
    std::vector<double> values;
    double power = std::pow(10, std::floor(std::log10(least)));
    while (power <= most) {
        for (const double step : {1.0, 2.0, 5.0}) {
            const double value = step * power;
            if (value >= least * 0.999 && value <= most * 1.001)
                values.push_back(value);
        }
        power *= 10;
    }
    return values;
}

std::vector<double> expiries(Duration baseGap, double present) {
    const double least = baseGap.inSeconds();
    const double most = std::max({3600.0, 4 * present, 4 * least});
    std::vector<double> values;
    for (int i = 0; least * std::pow(2, i / 2.0) <= most * 1.001; ++i)
        values.push_back(std::round(least * std::pow(2, i / 2.0)));
    return values;
}

double presentValue(const Material& material, const Question& question, SweptThreshold threshold) {
    const Thresholds& t = question.thresholds;
    switch (threshold) {
    case SweptThreshold::expiry:
        return std::max(t.expiry, material.index->baseGap).inSeconds();
    case SweptThreshold::minTargets:
        return static_cast<double>(t.minTargets.on(question.telescope.addresses));
    case SweptThreshold::minRate:
        return t.minRate;
    case SweptThreshold::large:
        break;
    }
    return t.largeCoverage;
}

/// A port as one number.
using PortKey = std::uint32_t;

/// The ten first ports.
std::vector<PortKey> topTen(std::vector<PortCount> counts, SweptThreshold threshold) {
    if (threshold == SweptThreshold::large) {
        std::erase_if(counts, [](const PortCount& each) { return each.large == 0; });
        std::stable_sort(counts.begin(), counts.end(),
            [](const PortCount& a, const PortCount& b) { return a.large > b.large; });
    }
    std::vector<PortKey> top;
    for (std::size_t i = 0; i < std::min(kTop, counts.size()); ++i)
        top.push_back(static_cast<PortKey>(counts[i].protocol) << 16 | counts[i].port);
    return top;
}

/// Concordant less discordant pairs of what stands in both, over all such pairs.
std::optional<double> kendallTau(const std::vector<PortKey>& a, const std::vector<PortKey>& b) {
    std::vector<std::ptrdiff_t> places; // in b, of what is common, in the order of a
    for (const PortKey key : a) {
        const auto found = std::find(b.begin(), b.end(), key);
        if (found != b.end())
            places.push_back(found - b.begin());
    }
    if (places.size() < 2)
        return std::nullopt;
    int sum = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j, ++pairs)
            sum += places[i] < places[j] ? 1 : -1;
    }
    return static_cast<double>(sum) / pairs;
}

class Sweep {
public:
    Sweep(const Material& material, SweptThreshold threshold, Team& team)
        : m_material(material)
        , m_threshold(threshold)
        , m_team(team) {}

    /// The point but for what compares it with the present one.
    SensitivityPoint point(const Question& question, double value, const std::stop_token& stop) {
        const Thresholds& thresholds = question.thresholds;
        const Duration expiry = std::max(thresholds.expiry, m_material.index->baseGap);
        if (!m_chains || m_chains->expiry != expiry)
            m_chains.emplace(chainBursts(*m_material.index, expiry, thresholds.by, m_team, stop));
        const Scans scans = extractScans(*m_chains, thresholds, question.telescope, m_team, stop);
        const ScanView view{*m_material.index, *m_chains, scans, *m_material.origins,
            ScanScale(thresholds, question.telescope)};
        Totals totals;
        PortCounter ports(leftOutOf(question));
        for (std::size_t segment = 0; segment < kSegments && !stop.stop_requested(); ++segment) {
            totals.add(view, segment);
            ports.add(view, segment);
        }
        m_tops.push_back(topTen(ports.finish(), m_threshold));
        const auto probes = static_cast<double>(m_material.index->counts.of(Bin::probe));
        return {value, false, totals.scans, totals.large, totals.scanPackets,
            probes > 0 ? static_cast<double>(totals.scanPackets) / probes : 0, 0, std::nullopt};
    }

    void compare(std::vector<SensitivityPoint>& points, std::size_t present) const {
        const std::vector<PortKey>& wanted = m_tops[present];
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto kept = std::count_if(wanted.begin(), wanted.end(), [&](PortKey key) {
                return std::find(m_tops[i].begin(), m_tops[i].end(), key) != m_tops[i].end();
            });
            points[i].topTenKept =
                wanted.empty() ? 1 : static_cast<double>(kept) / static_cast<double>(wanted.size());
            points[i].topTenOrder = kendallTau(wanted, m_tops[i]);
        }
    }

private:
    [[nodiscard]] const DependentPorts* leftOutOf(const Question& question) const {
        const IndexFacts* const facts = m_material.facts.get();
        return facts == nullptr || question.keepsDependentPorts ? nullptr : &facts->dependentPorts;
    }

    const Material& m_material;
    SweptThreshold m_threshold;
    Team& m_team;
    std::optional<BurstChains> m_chains;
    std::vector<std::vector<PortKey>> m_tops;
};

} // namespace

std::string_view nameOf(SweptThreshold threshold) {
    return kFacts[static_cast<std::size_t>(threshold)].name;
}

std::string_view unitOf(SweptThreshold threshold) {
    return kFacts[static_cast<std::size_t>(threshold)].unit;
}

std::optional<SweptThreshold> findSweptThreshold(std::string_view name) {
    for (std::size_t i = 0; i < kSweptCount; ++i) {
        if (kFacts[i].name == name)
            return static_cast<SweptThreshold>(i);
    }
    return std::nullopt;
}

std::vector<double> sweptValues(
    const Material& material, const Question& question, SweptThreshold threshold) {
    const double present = presentValue(material, question, threshold);
    std::vector<double> values;
    switch (threshold) {
    case SweptThreshold::expiry:
        values = expiries(material.index->baseGap, present);
        break;
    case SweptThreshold::minTargets:
        values = decades(1, std::clamp(question.telescope.addresses, 10.0, 10'000.0));
        break;
    case SweptThreshold::minRate:
        values = decades(0.01, 100'000);
        values.insert(values.begin(), 0);
        break;
    case SweptThreshold::large:
        values = decades(0.001, 1);
        break;
    }
    const auto isPresent = [&](double value) { return std::abs(value - present) < 1e-9; };
    std::erase_if(values, isPresent);
    values.insert(std::upper_bound(values.begin(), values.end(), present), present);
    return values;
}

Question withValue(const Question& question, SweptThreshold threshold, double value) {
    Question changed = question;
    Thresholds& t = changed.thresholds;
    switch (threshold) {
    case SweptThreshold::expiry:
        t.expiry = Duration::fromSeconds(value);
        break;
    case SweptThreshold::minTargets:
        t.minTargets = {value, false, 1};
        break;
    case SweptThreshold::minRate:
        t.minRate = value;
        break;
    case SweptThreshold::large:
        t.largeCoverage = value;
        break;
    }
    return changed;
}

std::optional<Sensitivity> sweep(const Material& material, const Question& question,
    SweptThreshold threshold, Team& team, const std::function<void(std::size_t, std::size_t)>& done,
    const std::stop_token& stop) {
    const std::vector<double> values = sweptValues(material, question, threshold);
    const double present = presentValue(material, question, threshold);
    Sensitivity result{threshold, {}};
    Sweep steps(material, threshold, team);
    std::size_t presentPlace = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        result.points.push_back(
            steps.point(withValue(question, threshold, values[i]), values[i], stop));
        if (stop.stop_requested())
            return std::nullopt;
        if (values[i] == present) {
            presentPlace = i;
            result.points.back().isPresent = true;
        }
        done(i + 1, values.size());
    }
    steps.compare(result.points, presentPlace);
    return result;
}

} // namespace sweepscope
