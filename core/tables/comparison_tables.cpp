// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/comparison_tables.h"

#include "base/sentence.h"
#include "tables/row_table.h"

#include <cstdlib>
#include <limits>
#include <string>
#include <utility>

namespace sweepscope {

namespace {

Cell rankOrNothing(const std::optional<std::size_t>& rank) {
    return rank ? Cell(std::uint64_t{*rank}) : Cell();
}

std::string_view verdictOf(const Difference& row) {
    if (row.isTooSmall)
        return word("too few sources");
    if (!row.stands())
        return word("no difference shown");
    if (row.isNew())
        return word("new");
    if (row.isGone())
        return word("gone");
    return row.shares.shareB > row.shares.shareA ? word("more") : word("less");
}

/// Places won, so that a rise is positive.
Cell rankChange(const Difference& row) {
    if (!row.a.rank || !row.b.rank)
        return {};
    return static_cast<double>(*row.a.rank) - static_cast<double>(*row.b.rank);
}

/// The classes are powers of ten; the widest has no upper border.
Term sizeTerm(const std::string& key) {
    constexpr double kLastClass = 0.1;
    constexpr double kFirstBorder = 0.001;
    const double from = std::strtod(key.c_str(), nullptr);
    if (from >= kLastClass)
        return CoverageTerm{from, std::numeric_limits<double>::infinity()};
    return CoverageTerm{from, from > 0 ? from * 10 : kFirstBorder};
}

std::optional<Term> termOf(const Difference& row) {
    switch (row.dimension) {
    case Dimension::port: {
        const auto port = parsePortId(row.key);
        return port ? std::optional<Term>(PortTerm{port->protocol, port->port}) : std::nullopt;
    }
    case Dimension::country:
        return CountryId::fromCode(row.key);
    case Dimension::size:
        return sizeTerm(row.key);
    case Dimension::network:
    case Dimension::tool:
        break;
    }
    const std::string facet(nameOf(row.dimension));
    const Result<Term> term = parseTerm(facet + "=" + row.key);
    return term.ok() ? std::optional<Term>(term.value()) : std::nullopt;
}

/// What rests on too few sources says nothing, and so stands before nothing.
class DifferenceTable final : public RowTable<Difference> {
public:
    using RowTable<Difference>::RowTable;

    [[nodiscard]] bool hasWeakRows() const override { return true; }

    [[nodiscard]] bool isWeak(std::size_t place) const override { return row(place).isTooSmall; }
};

std::vector<ReadColumn<Difference>> differenceColumns() {
    using Row = Difference;
    return {
        {{"dimension", "What", Format::text, "Port, country, network, tool or scan size"},
            [](const Row& row) { return std::string(nameOf(row.dimension)); }},
        {{"name", "Name", Format::text, "Which one"}, [](const Row& row) { return row.name; },
            termOf},
        {{"verdict", "Change", Format::text,
             "What can be said with regard to how much was looked at"},
            [](const Row& row) { return std::string(verdictOf(row)); }},
        {{"share_a", "Share in A", Format::share, "Share of A's scans"},
            [](const Row& row) { return row.shares.shareA; }},
        {{"share_b", "Share in B", Format::share, "Share of B's scans"},
            [](const Row& row) { return row.shares.shareB; }},
        {{"difference", "Difference", Format::share, "Share in B less share in A"},
            [](const Row& row) { return row.shares.shareB - row.shares.shareA; }},
        {{"low", "From", Format::share, "Lower end of the difference's 95 % interval"},
            [](const Row& row) { return row.shares.interval.low; }},
        {{"high", "To", Format::share, "Upper end of the difference's 95 % interval"},
            [](const Row& row) { return row.shares.interval.high; }},
        {{"adjusted", "Chance", Format::number,
             "That a difference so large comes of nothing, adjusted for many comparisons"},
            [](const Row& row) { return row.isTooSmall ? Cell() : Cell(row.adjusted); }},
        {{"rank_a", "Rank in A", Format::count, "By scans"},
            [](const Row& row) { return rankOrNothing(row.a.rank); }},
        {{"rank_b", "Rank in B", Format::count, "By scans"},
            [](const Row& row) { return rankOrNothing(row.b.rank); }},
        {{"rank_change", "Places", Format::number, "Places that it rose by; negative: fell"},
            rankChange},
        {{"scans_a", "Scans in A", Format::count, "Scans"},
            [](const Row& row) { return row.a.scans; }},
        {{"scans_b", "Scans in B", Format::count, "Scans"},
            [](const Row& row) { return row.b.scans; }},
        {{"sources_a", "Sources in A", Format::count, "Distinct sources of these scans"},
            [](const Row& row) { return row.a.sources; }},
        {{"sources_b", "Sources in B", Format::count, "Distinct sources of these scans"},
            [](const Row& row) { return row.b.sources; }},
    };
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
    std::string text;
    for (const std::string& each : texts)
        text += (text.empty() ? "" : between) + each;
    return text;
}

std::vector<ReadColumn<Campaign>> campaignColumns() {
    using Row = Campaign;
    return {
        {{"prefix", "Addresses", Format::text, "The smallest prefix that holds all members"},
            [](const Row& row) { return toText(row.prefix); }},
        {{"sources", "Sources", Format::count, "Members"},
            [](const Row& row) { return std::uint64_t{row.members.size()}; }},
        {{"tool", "Tool", Format::text, "What all of them use"},
            [](const Row& row) { return std::string(nameOf(row.tool)); }},
        {{"ports", "Ports", Format::text, "Main ports of all of them"},
            [](const Row& row) {
                std::vector<std::string> ports;
                for (const PortId port : row.ports)
                    ports.push_back(toText(port));
                return joined(ports, " ");
            }},
        {{"first", "First", Format::time, "First probe"},
            [](const Row& row) { return row.time.first; }},
        {{"last", "Last", Format::time, "Last probe"},
            [](const Row& row) { return row.time.last; }},
        {{"scans", "Scans", Format::count, "Scans of all members"},
            [](const Row& row) { return row.scans; }},
        {{"packets", "Packets", Format::count, "Packets of these scans"},
            [](const Row& row) { return row.packets; }},
        {{"targets", "Targets", Format::count, "Distinct pairs of target and port"},
            [](const Row& row) { return row.targets; }},
        {{"repeats", "Asked twice", Format::count, "Targets asked by more than one member"},
            [](const Row& row) { return row.work.repeats(); }},
        {{"repeats_by_chance", "By chance", Format::number,
             "The same, were targets drawn at random"},
            [](const Row& row) { return row.work.expectedRepeats; }},
        {{"reasons", "Because of", Format::text, "Why they are taken for one"},
            [](const Row& row) { return row.reasons; }},
    };
}

} // namespace

std::shared_ptr<const Table> comparisonTable(
    SnapshotPointer snapshot, const Comparison& comparison, std::optional<Dimension> dimension) {
    std::vector<Difference> rows;
    for (const Difference& each : comparison.differences) {
        if (!dimension || each.dimension == *dimension)
            rows.push_back(each);
    }
    return std::make_shared<DifferenceTable>(
        "differences", std::move(snapshot), std::move(rows), differenceColumns());
}

std::shared_ptr<const Table> campaignTable(
    SnapshotPointer snapshot, std::vector<Campaign> campaigns) {
    return std::make_shared<RowTable<Campaign>>(
        "campaigns", std::move(snapshot), std::move(campaigns), campaignColumns());
}

} // namespace sweepscope
