// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/dependent_ports.h"

#include "base/hash.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::size_t kBits = 32;
constexpr std::uint32_t kMostTargets = 64;    ///< of a burst; one with more is a scan by itself
constexpr std::uint64_t kContradictions = 50; ///< one source in so many may contradict
constexpr std::uint64_t kWanderers = 20;      ///< one source in so many must use several ports
constexpr double kLeastServed = 0.95;         ///< share of the window's targets

/// A window of time, as a number; nothing for a burst that is not looked at.
class Windows {
public:
    explicit Windows(const TimeRange& range)
        : m_begin(range.first) {
        constexpr std::int64_t kDay = 86'400'000'000'000;
        constexpr std::int64_t kMost = 32; // so that no time line, however long, takes memory
        m_length = std::max(kDay, range.length().nanoseconds / kMost + 1);
    }

    [[nodiscard]] std::uint32_t of(const Burst& burst) const {
        return static_cast<std::uint32_t>(
            std::max<std::int64_t>((burst.time.first - m_begin).nanoseconds, 0) / m_length);
    }

private:
    Timestamp m_begin;
    std::int64_t m_length;
};

bool isLookedAt(const Burst& burst) {
    return !burst.isV6 && (burst.kind == Kind::syn || burst.kind == Kind::udp) &&
           burst.targets.count <= kMostTargets;
}

/// window, kind and port
using PortKey = std::uint64_t;

PortKey keyOf(std::uint32_t window, const Burst& burst) {
    return PortKey{window} << 24 | PortKey{static_cast<std::uint8_t>(burst.kind)} << 16 |
           burst.port;
}

/// The one target that a burst is represented by: whatever order the set is in.
std::uint32_t representative(const IndexSegment& segment, const Burst& burst) {
    std::uint32_t chosen = 0;
    std::uint64_t least = ~std::uint64_t{0};
    segment.targets.forEach(burst.targets, [&](std::uint32_t target) {
        const std::uint64_t hash = mix64(target);
        if (hash <= least) {
            least = hash;
            chosen = target;
        }
    });
    return chosen;
}

/// Calls `use(window, burst, number, segment number)` once for each source and port of a window:
/// for the first burst of theirs.
template <typename Use>
void forEachPair(const BurstIndex& index, const Windows& windows, Use use) {
    for (std::uint16_t number = 0; number < kSegments; ++number) {
        const IndexSegment& segment = index.segments[number];
        const Burst* before = nullptr;
        std::uint32_t windowBefore = 0;
        for (std::uint32_t i = 0; i < segment.bursts.size(); ++i) {
            const Burst& burst = segment.bursts[i];
            if (!isLookedAt(burst))
                continue;
            const std::uint32_t window = windows.of(burst);
            const bool isRepeat =
                before != nullptr && before->hasSameKey(burst) && window == windowBefore;
            before = &burst;
            windowBefore = window;
            if (!isRepeat)
                use(window, burst, segment);
        }
    }
}

struct BitCounts {
    std::uint64_t sources = 0;
    std::array<std::uint64_t, kBits> ones{};

    void add(std::uint32_t target) {
        ++sources;
        for (std::size_t bit = 0; bit < kBits; ++bit)
            ones[bit] += target >> bit & 1;
    }

    [[nodiscard]] double share(std::size_t bit) const {
        return static_cast<double>(ones[bit]) / static_cast<double>(sources);
    }
};

/// ln of Chernoff's bound for at least a share `seen` of n trials of chance `expected`.
double logChance(double n, double seen, double expected) {
    if (seen <= expected)
        return 0;
    double divergence = seen * std::log(seen / expected);
    if (seen < 1)
        divergence += (1 - seen) * std::log((1 - seen) / (1 - expected));
    return -n * divergence;
}

/// What a port's targets have in common.
struct FixedBits {
    std::uint32_t mask = 0;
    std::uint32_t value = 0;
    double logChance = 0;
};

/// Nothing where no bit is fixed, or where other bits are not free: a port that is asked for at a
/// few targets only depends on nothing.
std::optional<FixedBits> fixedBits(const BitCounts& port, const BitCounts& all) {
    FixedBits fixed;
    bool hasFree = false;
    for (std::size_t bit = 0; bit < kBits; ++bit) {
        const double usual = all.share(bit);
        if (usual < 0.25 || usual > 0.75)
            continue; // hardly differs within the telescope
        const std::uint64_t contradicting = std::min(port.ones[bit], port.sources - port.ones[bit]);
        const bool isOne = port.ones[bit] * 2 > port.sources;
        if (contradicting * kContradictions <= port.sources) {
            fixed.mask |= std::uint32_t{1} << bit;
            fixed.value |= static_cast<std::uint32_t>(isOne) << bit;
            const double agreeing = static_cast<double>(port.sources - contradicting) /
                                    static_cast<double>(port.sources);
            fixed.logChance +=
                logChance(static_cast<double>(port.sources), agreeing, isOne ? usual : 1 - usual);
        } else if (contradicting * 6 < port.sources) {
            return std::nullopt; // neither fixed nor free
        } else {
            hasFree = true;
        }
    }
    return fixed.mask != 0 && hasFree ? std::optional(fixed) : std::nullopt;
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
    explicit Search(const BurstIndex& index)
        : m_index(index)
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
    /// Only ports with enough sources get counts of their bits: most have none of either.
    void countBits() {
        std::unordered_map<PortKey, std::uint32_t> sources;
        forEachPair(
            m_index, m_windows, [&](std::uint32_t window, const Burst& burst, const IndexSegment&) {
                ++sources[keyOf(window, burst)];
            });
        for (const auto& [key, count] : sources) {
            if (count >= kLeastPortSources)
                m_ports.emplace(key, BitCounts());
        }
        if (m_ports.empty())
            return;
        forEachPair(m_index, m_windows,
            [&](std::uint32_t window, const Burst& burst, const IndexSegment& segment) {
                const std::uint32_t target = representative(segment, burst);
                m_all[window].add(target);
                const auto found = m_ports.find(keyOf(window, burst));
                if (found != m_ports.end())
                    found->second.add(target);
            });
    }

    Families findFamilies() {
        Families families;
        for (const auto& [key, counts] : m_ports) {
            const auto window = static_cast<std::uint32_t>(key >> 24);
            const auto fixed = fixedBits(counts, m_all.at(window));
            if (!fixed)
                continue;
            const auto kind = static_cast<Kind>(key >> 16 & 0xff);
            Family& family = families[{window, kind, fixed->mask}];
            const double chance =
                fixed->logChance + std::log(static_cast<double>(m_ports.size()) * kBits);
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
        forEachPair(m_index, m_windows,
            [&](std::uint32_t at, const Burst& burst, const IndexSegment& segment) {
                if (at != window)
                    return;
                const std::uint32_t target = representative(segment, burst);
                ++pairs;
                served += family.serves(target & mask) ? 1 : 0;
                if (state.segment != &segment || state.source != burst.source) {
                    close();
                    state = {&segment, burst.source};
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
        const IndexSegment* segment = nullptr;
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
            pairs[{representative(segment, burst) & mask, burst.port}] += 1;
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
    Windows m_windows;
    std::map<PortKey, BitCounts> m_ports; ///< in order, so that results do not depend on hashing
    std::map<std::uint32_t, BitCounts> m_all; ///< by window
    DependentPorts m_result;
    std::vector<std::set<std::pair<std::uint16_t, std::uint32_t>>> m_members; ///< by population
};

} // namespace

bool DependentPorts::has(std::size_t segment, std::uint32_t burst) const {
    const std::vector<std::uint32_t>& numbers = bursts[segment];
    return std::binary_search(numbers.begin(), numbers.end(), burst);
}

DependentPorts findDependentPorts(const BurstIndex& index) {
    return Search(index).run();
}

} // namespace sweepscope
