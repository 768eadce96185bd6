// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/term.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace sweepscope {

namespace {

constexpr std::array<std::string_view, std::variant_size_v<Term>> kFacetNames = {
    "port", "country", "network", "tool", "size", "coverage", "source", "time"};

constexpr std::string_view kBetween = "..";

/// The shortest percentage that is read back as this very share.
std::string percentText(double share) {
    std::string text;
    for (int digits = 6; digits <= 17; ++digits) {
        text = fmt::format("{:.{}g}", share * 100, digits);
        double percent = 0;
        std::from_chars(text.data(), text.data() + text.size(), percent);
        if (percent / 100 == share)
            break;
    }
    return text + "%";
}

struct TextOf {
    std::string operator()(const PortTerm& term) const {
        return term.protocol ? fmt::format("{}/{}", term.port, nameOf(*term.protocol))
                             : fmt::format("{}", term.port);
    }

    std::string operator()(CountryId country) const { return country.code(); }

    std::string operator()(NetworkTerm network) const {
        return fmt::format("AS{}", network.asNumber);
    }

    std::string operator()(Tool tool) const { return std::string(nameOf(tool)); }

    std::string operator()(ScanSize size) const {
        return size == ScanSize::large ? "large" : "small";
    }

    std::string operator()(const CoverageTerm& term) const {
        return percentText(term.from) + std::string(kBetween) +
               (std::isinf(term.below) ? "" : percentText(term.below));
    }

    std::string operator()(const Prefix& prefix) const { return toText(prefix); }

    std::string operator()(const TimeRange& time) const {
        return toIso8601(time.first) + std::string(kBetween) + toIso8601(time.last);
    }
};

template <typename Number>
std::optional<Number> numberIn(std::string_view text) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stopped == end ? std::optional(number) : std::nullopt;
}

std::optional<Term> readPort(std::string_view text) {
    PortTerm term;
    const std::size_t slash = text.find('/');
    const auto port = numberIn<std::uint16_t>(text.substr(0, slash));
    if (!port)
        return std::nullopt;
    term.port = *port;
    if (slash == std::string_view::npos)
        return term;
    for (std::size_t i = 0; i < kProtocolCount; ++i) {
        if (nameOf(static_cast<Protocol>(i)) == text.substr(slash + 1))
            term.protocol = static_cast<Protocol>(i);
    }
    return term.protocol ? std::optional<Term>(term) : std::nullopt;
}

std::optional<Term> readCountry(std::string_view text) {
    const CountryId country = CountryId::fromCode(text);
    return country.isKnown() || text == "??" ? std::optional<Term>(country) : std::nullopt;
}

std::optional<Term> readNetwork(std::string_view text) {
    if (text.substr(0, 2) == "AS")
        text.remove_prefix(2);
    const auto number = numberIn<std::uint32_t>(text);
    return number ? std::optional<Term>(NetworkTerm{*number}) : std::nullopt;
}

std::optional<Term> readTool(std::string_view text) {
    for (std::size_t i = 0; i < kToolCount; ++i) {
        if (nameOf(static_cast<Tool>(i)) == text)
            return static_cast<Tool>(i);
    }
    return std::nullopt;
}

std::optional<Term> readSize(std::string_view text) {
    if (text == "small" || text == "large")
        return text == "small" ? ScanSize::small : ScanSize::large;
    return std::nullopt;
}

std::optional<double> readPercent(std::string_view text) {
    if (!text.empty() && text.back() == '%')
        text.remove_suffix(1);
    const auto percent = numberIn<double>(text);
    const bool isGood = percent && std::isfinite(*percent) && *percent >= 0;
    return isGood ? std::optional(*percent / 100) : std::nullopt;
}

std::optional<Term> readCoverage(std::string_view text) {
    const std::size_t middle = text.find(kBetween);
    if (middle == std::string_view::npos)
        return std::nullopt;
    const std::string_view upper = text.substr(middle + kBetween.size());
    const auto from = readPercent(text.substr(0, middle));
    const auto below = upper.empty() ? std::numeric_limits<double>::infinity() : readPercent(upper);
    if (!from || !below || *below <= *from)
        return std::nullopt;
    return CoverageTerm{*from, *below};
}

std::optional<Term> readSource(std::string_view text) {
    const Result<Prefix> prefix = parsePrefix(text);
    return prefix.ok() ? std::optional<Term>(prefix.value()) : std::nullopt;
}

std::optional<Term> readTime(std::string_view text) {
    const std::size_t middle = text.find(kBetween);
    if (middle == std::string_view::npos)
        return std::nullopt;
    const auto first = parseIso8601(text.substr(0, middle));
    const auto last = parseIso8601(text.substr(middle + kBetween.size()));
    if (!first || !last || *last < *first)
        return std::nullopt;
    return TimeRange{*first, *last};
}

struct Reader {
    std::optional<Term> (*read)(std::string_view text);
    std::string_view example;
};

/// In the order of Facet.
constexpr std::array<Reader, std::variant_size_v<Term>> kReaders = {{
    {readPort, word("port=23 or port=23/tcp")},
    {readCountry, word("country=NL, or country=?? where it is not known")},
    {readNetwork, "network=AS4134"},
    {readTool, word("tool=zmap, or another name that reports have")},
    {readSize, word("size=small or size=large")},
    {readCoverage, "coverage=0.1%..1%"},
    {readSource, "source=198.51.100.0/24"},
    {readTime, "time=2026-03-10T10:00:00Z..2026-03-10T11:00:00Z"},
}};

} // namespace

std::string toText(const Term& term) {
    return fmt::format("{}={}", kFacetNames[term.index()], std::visit(TextOf(), term));
}

Result<Term> parseTerm(std::string_view text) {
    const std::size_t equals = std::min(text.find('='), text.size());
    for (std::size_t i = 0; i < kFacetNames.size(); ++i) {
        if (kFacetNames[i] != text.substr(0, equals))
            continue;
        const std::string_view value = text.substr(std::min(equals + 1, text.size()));
        if (const auto term = kReaders[i].read(value))
            return *term;
        return Error{say("'%1' is not understood; say %2", {{text}, {say(kReaders[i].example)}})};
    }
    return Error{say("'%1' does not begin with one of %2=",
        {{text}, {fmt::to_string(fmt::join(kFacetNames, "=, "))}})};
}

Result<std::vector<Term>> parseTerms(std::string_view text) {
    std::vector<Term> terms;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const Result<Term> term = parseTerm(text.substr(begin, end - begin));
        if (!term.ok())
            return term.error();
        terms.push_back(term.value());
        begin = end + 1;
    }
    return terms;
}

} // namespace sweepscope
