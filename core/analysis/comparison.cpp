// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/comparison.h"

#include "base/port_id.h"
#include "reference/services.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

constexpr auto kSizeBorders = std::to_array<double>({0, 0.001, 0.01, 0.1});
constexpr std::array<std::string_view, kSizeBorders.size()> kSizeNames = {
    word("0 to 0.1 %"), word("0.1 to 1 %"), word("1 to 10 %"), word("10 to 100 %")};

struct Key {
    Dimension dimension = Dimension::port;
    std::uint32_t value = 0;

    auto operator<=>(const Key&) const = default;
};

/// What a source has of a key on one side.
struct Part {
    std::uint32_t source = 0; ///< place in the list of all sources
    std::uint64_t scans = 0;
};

struct KeyParts {
    std::array<std::vector<Part>, 2> parts; ///< of A and of B, by source
    std::string name;
};

constexpr std::uint32_t kPortBits = 16;

std::uint32_t valueOf(PortId port) {
    return static_cast<std::uint32_t>(port.protocol) << kPortBits | port.port;
}

PortId portOf(std::uint32_t value) {
    return {static_cast<Protocol>(value >> kPortBits), static_cast<std::uint16_t>(value & 0xffff)};
}

bool isIn(const ComparedSide& side, const Scan& scan) {
    return !side.span || side.span->contains(scan.time.first);
}

/// Gathers both sides: sources by address, and what each has of each key.
class Gatherer {
public:
    Gatherer(const ComparedSide& a, const ComparedSide& b, bool countsSizes)
        : m_sides{&a, &b}
        , m_countsSizes(countsSizes) {
        for (const ComparedSide* side : m_sides)
            forEachScan(*side, [&](const Scan& scan, const ScanView& view) {
                m_addresses.push_back(view.addressOf(scan.source));
            });
        std::sort(m_addresses.begin(), m_addresses.end());
        m_addresses.erase(std::unique(m_addresses.begin(), m_addresses.end()), m_addresses.end());
        m_sources.resize(m_addresses.size());
        for (std::size_t side = 0; side < 2; ++side)
            forEachScan(*m_sides[side],
                [&](const Scan& scan, const ScanView& view) { add(side, scan, view); });
    }

    [[nodiscard]] const std::vector<ClusterCounts>& sources() const { return m_sources; }

    [[nodiscard]] const std::map<Key, KeyParts>& keys() const { return m_keys; }

    [[nodiscard]] std::vector<double>& coverages(std::size_t side) { return m_coverages[side]; }

    /// The sources that have some of the key, with what they have, in their order.
    [[nodiscard]] std::vector<ClusterCounts> having(const KeyParts& key) {
        m_places.resize(m_sources.size(), kNoPlace);
        std::vector<std::uint32_t> found;
        for (const std::vector<Part>& parts : key.parts) {
            for (const Part& part : parts) {
                if (std::exchange(m_places[part.source], 0) == kNoPlace)
                    found.push_back(part.source);
            }
        }
        std::sort(found.begin(), found.end());
        std::vector<ClusterCounts> list;
        list.reserve(found.size());
        for (const std::uint32_t source : found) {
            m_places[source] = static_cast<std::uint32_t>(list.size());
            list.push_back(m_sources[source]);
        }
        for (const Part& part : key.parts[0])
            list[m_places[part.source]].partA += static_cast<double>(part.scans);
        for (const Part& part : key.parts[1])
            list[m_places[part.source]].partB += static_cast<double>(part.scans);
        for (const std::uint32_t source : found)
            m_places[source] = kNoPlace;
        return list;
    }

private:
    template <typename Use>
    static void forEachScan(const ComparedSide& side, Use use) {
        const ScanView view = side.snapshot->view();
        for (const std::vector<Scan>& segment : side.snapshot->scans) {
            for (const Scan& scan : segment) {
                if (isIn(side, scan))
                    use(scan, view);
            }
        }
    }

    void add(std::size_t side, const Scan& scan, const ScanView& view) {
        const Address& address = view.addressOf(scan.source);
        const auto source = static_cast<std::uint32_t>(
            std::lower_bound(m_addresses.begin(), m_addresses.end(), address) -
            m_addresses.begin());
        ++(side == 0 ? m_sources[source].allA : m_sources[source].allB);
        const Protocol protocol = protocolOf(scan.kind);
        if (view.chains.by == Grouping::sourcePort) {
            count(side, source, {Dimension::port, valueOf({protocol, scan.port})});
        } else {
            for (const std::uint16_t port : portsOf(view.index, view.chains, scan))
                count(side, source, {Dimension::port, valueOf({protocol, port})});
        }
        count(side, source, {Dimension::country, view.countryOf(scan.source).number()});
        const Network& network =
            m_sides[side]->snapshot->material.origins->networks[view.networkOf(scan.source).place];
        count(side, source, {Dimension::network, network.asNumber}).name = network.name;
        count(side, source, {Dimension::tool, static_cast<std::uint32_t>(scan.tool)});
        const double coverage = view.scale.coverage(scan.targets);
        m_coverages[side].push_back(coverage);
        if (!m_countsSizes)
            return;
        std::uint32_t size = kSizeBorders.size() - 1;
        while (size > 0 && coverage < kSizeBorders[size])
            --size;
        count(side, source, {Dimension::size, size});
    }

    KeyParts& count(std::size_t side, std::uint32_t source, const Key& key) {
        KeyParts& parts = m_keys[key];
        std::vector<Part>& list = parts.parts[side];
        if (list.empty() || list.back().source != source) // a source's scans stand together
            list.push_back({source, 0});
        ++list.back().scans;
        return parts;
    }

    std::array<const ComparedSide*, 2> m_sides;
    bool m_countsSizes;
    std::vector<Address> m_addresses;
    std::vector<ClusterCounts> m_sources;
    std::map<Key, KeyParts> m_keys;
    std::array<std::vector<double>, 2> m_coverages;

    /// Where a source stands in what having() makes; no place for all between two calls.
    static constexpr std::uint32_t kNoPlace = 0xffff'ffff;
    std::vector<std::uint32_t> m_places;
};

void nameDifference(const Key& key, const KeyParts& parts, Difference& difference) {
    switch (key.dimension) {
    case Dimension::port: {
        const PortId port = portOf(key.value);
        const std::string_view service = serviceName(port.protocol, port.port);
        difference.key = toText(port);
        difference.name =
            service.empty() ? toText(port) : fmt::format("{} ({})", service, toText(port));
        break;
    }
    case Dimension::country: {
        const CountryId country = CountryId::fromNumber(static_cast<std::uint16_t>(key.value));
        difference.key = country.code();
        difference.name = nameOf(country);
        break;
    }
    case Dimension::network:
        difference.key = fmt::format("AS{}", key.value);
        difference.name = key.value == 0 ? std::string(kNotKnown)
                                         : fmt::format("{} {}", difference.key, parts.name);
        break;
    case Dimension::tool:
        difference.key = nameOf(static_cast<Tool>(key.value));
        difference.name = difference.key;
        break;
    case Dimension::size: {
        difference.key = fmt::format("{:g}", kSizeBorders[key.value]);
        difference.name = kSizeNames[key.value];
        break;
    }
    }
}

Difference::Side sideOf(const std::vector<Part>& parts) {
    Difference::Side side;
    side.sources = parts.size();
    for (const Part& part : parts)
        side.scans += part.scans;
    return side;
}

/// Ranks within each dimension; equal numbers of scans keep the order of the keys.
void rank(std::vector<Difference>& differences, Difference::Side Difference::*side) {
    std::vector<Difference*> order;
    for (Difference& each : differences) {
        if ((each.*side).scans > 0)
            order.push_back(&each);
    }
    std::stable_sort(order.begin(), order.end(), [&](const Difference* a, const Difference* b) {
        return (a->*side).scans > (b->*side).scans;
    });
    std::array<std::size_t, kDimensionCount> next{};
    for (Difference* each : order)
        (each->*side).rank = ++next[static_cast<std::size_t>(each->dimension)];
}

void adjust(std::vector<Difference>& differences) {
    std::vector<Difference*> tested;
    std::vector<double> chances;
    for (Difference& each : differences) {
        if (each.isTooSmall)
            continue;
        tested.push_back(&each);
        chances.push_back(each.shares.chance);
    }
    const std::vector<double> adjusted = adjustForMany(chances);
    for (std::size_t i = 0; i < tested.size(); ++i)
        tested[i]->adjusted = adjusted[i];
}

void sortDifferences(std::vector<Difference>& differences) {
    std::stable_sort(
        differences.begin(), differences.end(), [](const Difference& a, const Difference& b) {
            const auto key = [](const Difference& each) {
                return std::tuple(each.isTooSmall, !each.stands(),
                    -std::abs(each.shares.shareB - each.shares.shareA));
            };
            return key(a) < key(b);
        });
}

void countSide(const ComparedSide& side, std::uint64_t& scans, std::uint64_t& sources) {
    for (const std::vector<Scan>& segment : side.snapshot->scans) {
        const Scan* before = nullptr;
        for (const Scan& scan : segment) {
            if (!isIn(side, scan))
                continue;
            ++scans;
            sources += before == nullptr || before->source != scan.source ? 1 : 0;
            before = &scan;
        }
    }
}

bool canTellSizes(const ComparedSide& a, const ComparedSide& b) {
    return std::min(a.snapshot->question.telescope.addresses,
               b.snapshot->question.telescope.addresses) >= kLeastTelescope;
}

} // namespace

Comparison compare(
    const ComparedSide& a, const ComparedSide& b, const std::optional<Sentence>& whyNotComparable) {
    Comparison result;
    result.nameA = a.name;
    result.nameB = b.name;
    countSide(a, result.scansA, result.sourcesA);
    countSide(b, result.scansB, result.sourcesB);
    const bool countsSizes = canTellSizes(a, b) && !whyNotComparable;
    Gatherer gatherer(a, b, countsSizes);
    const ShareTest test(gatherer.sources());
    result.isTested =
        !whyNotComparable && result.sourcesA >= kLeastClusters && result.sourcesB >= kLeastClusters;
    for (const auto& [key, parts] : gatherer.keys()) {
        Difference difference;
        difference.dimension = key.dimension;
        nameDifference(key, parts, difference);
        difference.a = sideOf(parts.parts[0]);
        difference.b = sideOf(parts.parts[1]);
        const std::vector<ClusterCounts> having = gatherer.having(parts);
        difference.shares = test.test(having);
        difference.isTooSmall = !result.isTested || having.size() < kLeastClusters ||
                                difference.shares.clusters < kLeastClusters;
        result.differences.push_back(std::move(difference));
    }
    rank(result.differences, &Difference::a);
    rank(result.differences, &Difference::b);
    adjust(result.differences);
    sortDifferences(result.differences);
    for (std::size_t side = 0; side < 2 && countsSizes; ++side) {
        std::vector<double>& into = side == 0 ? result.coveragesA : result.coveragesB;
        into = std::move(gatherer.coverages(side));
        std::sort(into.begin(), into.end());
    }
    if (whyNotComparable)
        result.notes.push_back(*whyNotComparable);
    else if (!result.isTested)
        result.notes.push_back(
            say("a side has fewer than %1 scanning sources, which is too few for any test",
                {{std::uint64_t{kLeastClusters}}}));
    if (!countsSizes && !whyNotComparable)
        result.notes.push_back(
            say("scan sizes are left out: below %1 addresses a telescope cannot tell them",
                {rounded(kLeastTelescope)}));
    return result;
}

} // namespace sweepscope
