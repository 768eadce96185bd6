// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/dependent_ports.h"

#include "base/team.h"
#include "statistics/fixed_bits.h"
#include "statistics/port_pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::uint64_t kWanderers = 20; ///< one source in so many must use several ports
constexpr double kLeastServed = 0.95;    ///< share of the window's targets

/// The one target that a burst is represented by, whatever order the set is in.
std::uint32_t representative(const IndexSegment& segment, const Burst& burst) {
    return segment.targets.sample(burst.targets);
}

/// window, kind and mask
using FamilyKey = std::tuple<std::uint32_t, Kind, std::uint32_t>;

struct Family {
    std::vector<DependentPort> ports;
    double logChance = 0; ///< of the port that chance explains best

    [[nodiscard]] const DependentPort* find(std::uint16_t port) const {
        const auto found = std::lower_bound(ports.begin(), ports.end(), DependentPort{port, 0});
        return found != ports.end() && found->port == port ? &*found : nullptr;
    }

    [[nodiscard]] bool serves(std::uint32_t value) const {
        return std::any_of(ports.begin(), ports.end(),
            [&](const DependentPort& each) { return each.value == value; });
    }
};

using Families = std::map<FamilyKey, Family>;

class Search {
public:
    Search(const BurstIndex& index, Team* team)
        : m_index(index)
        , m_team(team)
        , m_windows(index.counts.range) {}

    DependentPorts run() {
        if (m_index.counts.range.isEmpty())
            return {};
        countBits();
        Families families = findFamilies();
        std::erase_if(
            families, [&](const auto& each) { return !isPopulation(each.first, each.second); });
        for (const auto& [key, family] : families)
            describe(key, family);
        for (std::vector<std::uint32_t>& numbers : m_result.bursts)
            std::sort(numbers.begin(), numbers.end());
        for (std::size_t i = 0; i < m_members.size(); ++i)
            m_result.populations[i].sources = m_members[i].size();
        return std::move(m_result);
    }

private:
    /// A source and port of a window, by its port and one of its targets.
    struct Pair {
        PortKey key;
        std::uint32_t target;
    };

    using Pairs = std::array<std::vector<Pair>, kSegments>;

    /// Only ports with enough sources get counts of their bits: most have none of either. What has
    /// fewer is counted with the others of its window.
    void countBits() {
        Pairs pairs;
        PortTable places = countPortSources(pairs); // of a key's counts, from here on
        places.forEach([&](PortKey key, std::uint32_t& number) {
            const bool isFrequent = number >= kLeastPortSources;
            number = isFrequent ? placeOfPort(m_ports.size()) : windowOf(key);
            if (isFrequent)
                m_ports.push_back({key, {}});
        });
        if (m_ports.empty())
            return;
        const std::vector<BitCounts> none(placeOfPort(m_ports.size()));
        std::vector<std::vector<BitCounts>> counted(memberCount(m_team), none);
        forAll(m_team, kSegments, [&](unsigned member, std::size_t segment) {
            for (const Pair& pair : pairs[segment])
                counted[member][places.of(pair.key)].add(pair.target);
        });
        for (const std::vector<BitCounts>& each : counted)
            addCounts(each);
    }

    /// Behind the places of windows.
    static std::uint32_t placeOfPort(std::size_t number) {
        return static_cast<std::uint32_t>(PortWindows::kMost + number);
    }

    void addCounts(const std::vector<BitCounts>& counted) {
        for (std::size_t window = 0; window < m_all.size(); ++window)
            m_all[window].add(counted[window]);
        for (std::size_t i = 0; i < m_ports.size(); ++i) {
            m_ports[i].second.add(counted[placeOfPort(i)]);
            m_all[windowOf(m_ports[i].first)].add(counted[placeOfPort(i)]);
        }
    }

    /// Goes over all bursts and their targets once, which is what takes the time.
    PortTable countPortSources(Pairs& pairs) {
        std::vector<PortTable> sources(memberCount(m_team));
        forAll(m_team, kSegments, [&](unsigned member, std::size_t number) {
            const IndexSegment& segment = m_index.segments[number];
            pairs[number].reserve(segment.bursts.size());
            forEachPairIn(m_index, number, m_windows,
                [&](std::uint32_t window, const Burst& burst, BurstPlace place) {
                    segment.prefetchTargetsBehind(place.number);
                    const Pair pair{keyOf(window, burst), representative(segment, burst)};
                    pairs[number].push_back(pair);
                    ++sources[member].at(pair.key);
                });
        });
        for (std::size_t member = 1; member < sources.size(); ++member)
            sources[member].forEach(
                [&](PortKey key, std::uint32_t count) { sources[0].at(key) += count; });
        return std::move(sources[0]);
    }

    Families findFamilies() {
        Families families;
        for (const auto& [key, counts] : m_ports) {
            const std::uint32_t window = windowOf(key);
            const auto fixed = fixedBits(counts, m_all[window]);
            if (!fixed)
                continue;
            Family& family = families[{window, kindOf(key), fixed->mask}];
            const double chance =
                fixed->logChance + std::log(static_cast<double>(m_ports.size()) * kAddressBits);
            family.logChance = family.ports.empty() ? chance : std::max(family.logChance, chance);
            family.ports.push_back({static_cast<std::uint16_t>(key & 0xffff), fixed->value});
        }
        return families;
    }

    bool isPopulation(const FamilyKey& key, const Family& family) {
        if (family.ports.size() < 2 || family.logChance > std::log(kMostPortChance))
            return false;
        const auto window = std::get<0>(key); // no structured binding: clang 14 captures none
        const auto kind = std::get<1>(key);
        const auto mask = std::get<2>(key);
        std::uint64_t pairs = 0;
        std::uint64_t served = 0;
        std::uint64_t sources = 0;
        std::uint64_t wanderers = 0;
        SourceState state;
        const auto close = [&] {
            sources += state.ports > 0 ? 1 : 0;
            wanderers += state.values > 1 ? 1 : 0;
        };
        forEachPair(
            m_index, m_windows, [&](std::uint32_t at, const Burst& burst, BurstPlace place) {
                if (at != window)
                    return;
                const std::uint32_t target = representative(m_index.segments[place.segment], burst);
                ++pairs;
                served += family.serves(target & mask) ? 1 : 0;
                if (state.segment != place.segment || state.source != burst.source) {
                    close();
                    state = {place.segment, burst.source};
                }
                if (burst.kind == kind) {
                    if (const DependentPort* port = family.find(burst.port))
                        state.meet(port->value);
                }
            });
        close();
        return sources >= kLeastPopulation && wanderers * kWanderers >= sources &&
               static_cast<double>(served) >= kLeastServed * static_cast<double>(pairs);
    }

    struct SourceState {
        std::size_t segment = kSegments; ///< none yet
        std::uint32_t source = 0;
        int ports = 0;
        int values = 0;
        std::uint32_t value = 0;

        void meet(std::uint32_t met) {
            values += ports == 0 || met != value ? 1 : 0;
            value = met;
            ++ports;
        }
    };

    /// The members of a family, and the population that they are.
    void describe(const FamilyKey& key, const Family& family) {
        const auto [window, kind, mask] = key;
        const std::size_t place = placeOf(kind, mask, family);
        PortPopulation& population = m_result.populations[place];
        ++population.windows;
        population.chance = std::min(population.chance, std::exp(family.logChance));
        std::map<std::pair<std::uint32_t, std::uint16_t>, double> pairs;
        for (std::size_t number = 0; number < kSegments; ++number) {
            const IndexSegment& segment = m_index.segments[number];
            std::vector<std::uint32_t> own; // bursts of the present source
            bool contradicts = false;
            for (std::uint32_t i = 0; i < segment.bursts.size(); ++i) {
                const Burst& burst = segment.bursts[i];
                const DependentPort* port = nullptr;
                if (!burst.isV6 && burst.kind == kind && m_windows.of(burst) == window)
                    port = family.find(burst.port);
                if (port != nullptr) {
                    own.push_back(i);
                    contradicts = contradicts || !fits(segment, burst, mask, port->value);
                }
                if (i + 1 < segment.bursts.size() && segment.bursts[i + 1].source == burst.source)
                    continue;
                if (!own.empty() && !contradicts) {
                    m_members[place].insert({static_cast<std::uint16_t>(number), burst.source});
                    takeIn(number, own, mask, population, pairs);
                }
                own.clear();
                contradicts = false;
            }
        }
        std::tie(population.dependence, population.entropy) = informationOf(pairs);
    }

    static bool fits(
        const IndexSegment& segment, const Burst& burst, std::uint32_t mask, std::uint32_t value) {
        bool all = true;
        segment.targets.forEach(
            burst.targets, [&](std::uint32_t target) { all = all && (target & mask) == value; });
        return all;
    }

    void takeIn(std::size_t number, const std::vector<std::uint32_t>& own, std::uint32_t mask,
        PortPopulation& population,
        std::map<std::pair<std::uint32_t, std::uint16_t>, double>& pairs) {
        const IndexSegment& segment = m_index.segments[number];
        for (const std::uint32_t i : own) {
            const Burst& burst = segment.bursts[i];
            population.packets += burst.packets;
            population.time.include(burst.time);
            m_result.bursts[number].push_back(i);
            const std::uint32_t target = isLookedAt(burst) ? representative(segment, burst) : 0;
            pairs[{target & mask, burst.port}] += 1;
        }
    }

    /// A population that was there in a window before is the same one.
    std::size_t placeOf(Kind kind, std::uint32_t mask, const Family& family) {
        std::vector<PortPopulation>& all = m_result.populations;
        const auto found = std::find_if(all.begin(), all.end(), [&](const PortPopulation& each) {
            return each.kind == kind && each.mask == mask && each.ports == family.ports;
        });
        if (found != all.end())
            return static_cast<std::size_t>(found - all.begin());
        PortPopulation& fresh = all.emplace_back();
        fresh.kind = kind;
        fresh.mask = mask;
        fresh.ports = family.ports;
        m_members.emplace_back();
        return all.size() - 1;
    }

    /// The mutual information of masked bits and port, and the entropy of the bits.
    static std::pair<double, double> informationOf(
        const std::map<std::pair<std::uint32_t, std::uint16_t>, double>& pairs) {
        std::map<std::uint32_t, double> byValue;
        std::map<std::uint16_t, double> byPort;
        double all = 0;
        for (const auto& [pair, count] : pairs) {
            byValue[pair.first] += count;
            byPort[pair.second] += count;
            all += count;
        }
        double dependence = 0;
        for (const auto& [pair, count] : pairs)
            dependence +=
                count / all * std::log2(count * all / (byValue[pair.first] * byPort[pair.second]));
        double entropy = 0;
        for (const auto& [value, count] : byValue)
            entropy -= count / all * std::log2(count / all);
        return {dependence, entropy};
    }

    const BurstIndex& m_index;
    Team* m_team;
    PortWindows m_windows;
    std::vector<std::pair<PortKey, BitCounts>> m_ports; ///< those with enough sources, in order
    std::array<BitCounts, PortWindows::kMost> m_all;    ///< by window, over all ports
    DependentPorts m_result;
    std::vector<std::set<std::pair<std::uint16_t, std::uint32_t>>> m_members; ///< by population
};

} // namespace

bool DependentPorts::has(std::size_t segment, std::uint32_t burst) const {
    const std::vector<std::uint32_t>& numbers = bursts[segment];
    return std::binary_search(numbers.begin(), numbers.end(), burst);
}

DependentPorts findDependentPorts(const BurstIndex& index, Team* team) {
    return Search(index, team).run();
}

} // namespace sweepscope
