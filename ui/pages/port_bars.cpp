// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/port_bars.h"

#include "format/display_text.h"
#include "format/term_text.h"
#include "format/tr.h"
#include "reference/services.h"
#include "style/theme.h"

#include <QLocale>

#include <array>
#include <limits>

namespace sweepscope {

namespace {

constexpr std::size_t kCountriesNamed = 7;

double part(std::uint64_t count, std::uint64_t whole, bool isShare) {
    const auto number = static_cast<double>(count);
    return !isShare ? number : whole == 0 ? 0 : number / static_cast<double>(whole);
}

BarRow rowOf(const PortDetail& port) {
    BarRow row;
    row.name = displayPort(port.protocol, port.port);
    row.note = fromCore(serviceName(port.protocol, port.port));
    row.terms = {PortTerm{port.protocol, port.port}};
    return row;
}

double borderBelow(std::size_t size) {
    return size == 0 ? 0 : kSizeBorders[size - 1];
}

double borderAbove(std::size_t size) {
    return size < kSizeBorders.size() ? kSizeBorders[size]
                                      : std::numeric_limits<double>::infinity();
}

/// One hue in four steps between the two of small and large scans.
QColor colourOfSize(std::size_t size) {
    const QColor from = theme().smallScan;
    const QColor to = theme().largeScan;
    const double strength = static_cast<double>(size) / (kSizeClasses - 1);
    const auto mixed = [&](int a, int b) { return static_cast<int>(a + (b - a) * strength); };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()),
        mixed(from.blue(), to.blue())};
}

std::array<QString, kSizeClasses> sizeNames() {
    return {tr("below 0.1 %"), tr("0.1 to 1 %"), tr("1 to 10 %"), tr("from 10 %")};
}

std::vector<CountryId> countriesNamed(const Snapshot& snapshot) {
    std::vector<CountryId> named;
    for (const CountryCount& count : snapshot.countries) {
        if (count.country.isKnown() && named.size() < kCountriesNamed)
            named.push_back(count.country);
    }
    return named;
}

} // namespace

BarRows portSizeBars(const Details& details, SizeMeasure measure) {
    BarRows bars;
    bars.title = tr("Ports by scan size");
    const bool isShare = measure != SizeMeasure::count;
    const std::uint64_t all = details.snapshot->totals.scans;
    bars.isShare = isShare;
    const auto names = sizeNames();
    for (std::size_t size = 0; size < kSizeClasses; ++size)
        bars.legend.push_back(
            {names[size] + QStringLiteral(" (%1)").arg(displayCount(details.sizes[size])),
                colourOfSize(size)});
    for (const PortDetail& port : details.ports) {
        BarRow row = rowOf(port);
        for (std::size_t size = 0; size < kSizeClasses; ++size)
            row.pieces.push_back({names[size], colourOfSize(size),
                part(port.sizes[size],
                    measure == SizeMeasure::shareOfClass ? details.sizes[size] : all, isShare),
                {row.terms.front(), CoverageTerm{borderBelow(size), borderAbove(size)}}});
        bars.rows.push_back(std::move(row));
    }
    return bars;
}

BarRows portCountryBars(const Details& details, bool isShare) {
    BarRows bars;
    bars.title = tr("Ports by country");
    bars.isShare = isShare;
    const std::vector<CountryId> named = countriesNamed(*details.snapshot);
    for (std::size_t i = 0; i < named.size(); ++i)
        bars.legend.push_back({fromCore(named[i].code()), Theme::category(i)});
    const QColor others = theme().of(Tool::unknown);
    const QColor unknown = theme().line;
    bars.legend.push_back({tr("others"), others});
    bars.legend.push_back({tr("not known"), unknown});
    for (const PortDetail& port : details.ports) {
        BarRow row = rowOf(port);
        std::uint64_t rest = port.scans - port.countries[CountryId().number()];
        for (std::size_t i = 0; i < named.size(); ++i) {
            const std::uint64_t scans = port.countries[named[i].number()];
            rest -= scans;
            row.pieces.push_back({coreText(nameOf(named[i])), Theme::category(i),
                part(scans, port.scans, isShare), {row.terms.front(), named[i]}});
        }
        row.pieces.push_back({tr("others"), others, part(rest, port.scans, isShare), {}});
        row.pieces.push_back({tr("not known"), unknown,
            part(port.countries[CountryId().number()], port.scans, isShare),
            {row.terms.front(), CountryId()}});
        bars.rows.push_back(std::move(row));
    }
    return bars;
}

BarRows toolCoverageBars(const Details& details) {
    BarRows bars;
    bars.title = tr("Tools by coverage");
    bars.isShare = true;
    std::array<bool, kToolCount> isUsed{};
    for (std::size_t place = 0; place < kCoverageClasses; ++place) {
        const std::uint64_t scans = details.toolCoverage.scansIn(place);
        if (scans == 0)
            continue;
        BarRow row;
        const double from = place == 0 ? 0 : kCoverageBorders[place - 1];
        const bool isLast = place == kCoverageBorders.size();
        const auto text = [](double share) { return QLocale().toString(share * 100); };
        row.name = place == 0 ? tr("below %1 %").arg(text(kCoverageBorders[0]))
                   : isLast   ? tr("from %1 %").arg(text(from))
                              : tr("%1 to %2 %").arg(text(from), text(kCoverageBorders[place]));
        row.note = tr("%1 scans", nullptr, pluralOf(scans)).arg(displayCount(scans));
        const double below =
            isLast ? std::numeric_limits<double>::infinity() : kCoverageBorders[place];
        row.terms = {CoverageTerm{from, below}};
        for (std::size_t tool = 0; tool < kToolCount; ++tool) {
            const std::uint64_t count = details.toolCoverage.classes[place][tool];
            isUsed[tool] = isUsed[tool] || count != 0;
            row.pieces.push_back(
                {fromCore(nameOf(static_cast<Tool>(tool))), theme().of(static_cast<Tool>(tool)),
                    part(count, scans, true), {row.terms.front(), static_cast<Tool>(tool)}});
        }
        bars.rows.push_back(std::move(row));
    }
    for (std::size_t tool = 0; tool < kToolCount; ++tool) {
        if (isUsed[tool])
            bars.legend.push_back(
                {fromCore(nameOf(static_cast<Tool>(tool))), theme().of(static_cast<Tool>(tool))});
    }
    return bars;
}

} // namespace sweepscope
