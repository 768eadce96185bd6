// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/known_scanners.h"

#include "base/team.h"
#include "base/text_file.h"
#include "base/time.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::size_t kMostBytesOfScanners = std::size_t{64} << 20;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The fields of a CSV line (RFC 4180, without line ends in quotes). False: a quote is not closed.
bool splitCsv(std::string_view line, std::vector<std::string>& fields) {
    fields.assign(1, {});
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[++i];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return !isQuoted;
}

/// An ISO day; empty is good as well.
bool isDay(const std::string& text) {
    return text.empty() || (text.size() == 10 && parseIso8601(text).has_value());
}

/// Takes a list in line by line.
class LineReader {
public:
    LineReader(ScannerList& list, bool isCsv)
        : m_list(list)
        , m_isCsv(isCsv) {}

    Status read(std::string_view text) {
        for (std::size_t line = 1; !text.empty(); ++line) {
            const std::size_t end = text.find('\n');
            const Status taken = take(trimmed(text.substr(0, end)), line == 1);
            if (!taken.ok())
                return Error{
                    say("%1, line %2: %3", {{m_list.path}, {line}, {taken.error().sentence}})};
            text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        }
        return {};
    }

private:
    Status take(std::string_view line, bool isFirst) {
        if (line.empty() || line.front() == '#' || (isFirst && m_isCsv))
            return {};
        return m_isCsv ? takeCsv(line) : takePrefix(line);
    }

    Status takeCsv(std::string_view line) {
        if (!splitCsv(line, m_fields))
            return Error{say("a quotation mark is not closed")};
        if (m_fields.size() < 2)
            return Error{say("an organisation and a prefix are wanted, with a comma between")};
        std::string organisation(trimmed(m_fields[0]));
        std::string asOf(m_fields.size() > 2 ? trimmed(m_fields[2]) : std::string_view());
        if (organisation.empty())
            return Error{say("the organisation has no name")};
        if (!isDay(asOf))
            return Error{say("'%1' is no day as in 2026-03-10", {{asOf}})};
        return add(trimmed(m_fields[1]), std::move(organisation), std::move(asOf));
    }

    Status takePrefix(std::string_view line) {
        return add(trimmed(line.substr(0, line.find('#'))), m_list.name, {});
    }

    Status add(std::string_view text, std::string organisation, std::string asOf) {
        const Result<Prefix> prefix = parsePrefix(text);
        if (!prefix.ok())
            return prefix.error();
        m_list.asOf = std::max(m_list.asOf, asOf);
        m_list.entries.push_back({prefix.value(), std::move(organisation), std::move(asOf)});
        return {};
    }

    ScannerList& m_list;
    bool m_isCsv;
    std::vector<std::string> m_fields;
};

/// "20260810" as a day; nothing for other versions.
std::string dayOfVersion(const nlohmann::json& version) {
    const std::string text = version.is_number_integer()
                                 ? fmt::format("{}", version.get<std::int64_t>())
                             : version.is_string() ? version.get<std::string>()
                                                   : std::string();
    if (text.size() != 8)
        return {};
    const std::string day =
        fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
    return isDay(day) ? day : std::string();
}

/// "List of known Stretchoid scanners" names an organisation well enough for people.
Status readMisp(const std::string& text, ScannerList& list) {
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return Error{about(list.path, say("begins like JSON and is none"))};
    if (json.value("type", nlohmann::json()) != "cidr")
        return Error{
            about(list.path, say("is no warning list of type \"cidr\", which holds prefixes"))};
    const auto entries = json.find("list");
    if (entries == json.end() || !entries->is_array())
        return Error{about(list.path, say("has no \"list\" of prefixes"))};
    if (const auto name = json.find("name"); name != json.end() && name->is_string())
        list.name = name->get<std::string>();
    list.asOf = dayOfVersion(json.value("version", nlohmann::json()));
    std::size_t number = 0;
    for (const nlohmann::json& entry : *entries) {
        ++number;
        const Result<Prefix> prefix =
            entry.is_string() ? parsePrefix(entry.get<std::string>()) : Error{say("is no text")};
        if (!prefix.ok())
            return Error{say("%1, entry %2 of its list: %3",
                {{list.path}, {number}, {prefix.error().sentence}})};
        list.entries.push_back({prefix.value(), list.name, list.asOf});
    }
    return {};
}

/// Neighbouring addresses that the same prefix of a list counts for, or none.
struct Stretch {
    Address first;
    bool isKnown = false;
    std::size_t known = 0; ///< place in the list

    [[nodiscard]] bool operator<(const Stretch& other) const { return first < other.first; }
};

/// Nothing where there is no address behind the prefix.
std::optional<Address> behind(const Prefix& prefix) {
    if (prefix.network.isV4()) {
        const std::uint64_t last =
            prefix.network.v4().value + (std::uint64_t{1} << (32 - prefix.length)) - 1;
        return last == 0xffffffff ? Address(Ipv6{})
                                  : Address(Ipv4{static_cast<std::uint32_t>(last + 1)});
    }
    Ipv6 last = prefix.network.v6();
    const int free = 128 - prefix.length;
    last.high |= free >= 128 ? ~std::uint64_t{0}
                 : free > 64 ? (std::uint64_t{1} << (free - 64)) - 1
                             : 0;
    last.low |= free >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << free) - 1;
    const bool isEnd = ++last.low == 0 && ++last.high == 0;
    return isEnd ? std::nullopt : std::optional<Address>(last);
}

/// All addresses in stretches: of prefixes that lie in one another, the innermost counts. They are
/// ascending, wider ones first.
template <typename Known>
std::vector<Stretch> stretchesOf(const std::vector<Known>& known) {
    std::vector<Stretch> stretches{{}};
    std::vector<std::size_t> open; // prefixes that hold the present address, each in the one before
    const auto begin = [&](const Stretch& stretch) {
        if (stretches.back().first == stretch.first)
            stretches.back() = stretch;
        else
            stretches.push_back(stretch);
    };
    const auto closeInnermost = [&] {
        const std::optional<Address> next = behind(known[open.back()].prefix);
        open.pop_back();
        if (next)
            begin({*next, !open.empty(), open.empty() ? 0 : open.back()});
    };
    for (std::size_t i = 0; i < known.size(); ++i) {
        while (!open.empty() && !known[open.back()].prefix.contains(known[i].prefix.network))
            closeInnermost();
        begin({known[i].prefix.network, true, i});
        open.push_back(i);
    }
    while (!open.empty())
        closeInnermost();
    return stretches;
}

/// The stretch of an address that is not before `from`: in longer and longer steps, since sources
/// may be few beside prefixes or many.
template <typename Iterator>
Iterator stretchAt(Iterator from, Iterator end, const Address& address) {
    const Stretch wanted{address};
    std::ptrdiff_t step = 1;
    while (step < end - from && !(wanted < from[step])) {
        from += step;
        step *= 2;
    }
    return std::prev(std::upper_bound(from, from + std::min(step, end - from), wanted));
}

/// By place, the number of the entry that knows a source.
std::vector<std::pair<std::uint32_t, std::uint32_t>> findKnown(
    const AddressList& sources, const std::vector<Stretch>& stretches) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    auto stretch = stretches.begin();
    for (std::uint32_t place = 0; place < sources.size(); ++place) {
        stretch = stretchAt(stretch, stretches.end(), sources[place]);
        if (stretch->isKnown)
            found.emplace_back(place, stretch->known);
    }
    return found;
}

bool isCsv(const std::string& text) {
    const std::string_view line(text.data(), std::min(text.find('\n'), text.size()));
    return line.find("organisation") == 0 && line.find(',') != std::string_view::npos;
}

} // namespace

Result<ScannerList> readScannerList(const std::string& path) {
    Result<std::string> text = readTextFile(path, kMostBytesOfScanners, word("lists of scanners"));
    if (!text.ok())
        return text.error();
    return parseScannerList(text.value(), path);
}

Result<ScannerList> parseScannerList(const std::string& text, const std::string& path) {
    ScannerList list;
    list.path = path;
    list.name = std::filesystem::path(path).stem().string();
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool isJson = first != std::string::npos && text[first] == '{';
    const Status status = isJson ? readMisp(text, list) : LineReader(list, isCsv(text)).read(text);
    if (!status.ok())
        return status.error();
    if (list.entries.empty())
        return Error{about(path, say("holds no prefix"))};
    return list;
}

ScannerLabelId SourceLabels::of(std::size_t segment, std::uint32_t place) const {
    if (segment >= segments.size())
        return 0;
    const std::vector<Labelled>& labelled = segments[segment];
    const auto found = std::lower_bound(labelled.begin(), labelled.end(), place,
        [](const Labelled& each, std::uint32_t wanted) { return each.place < wanted; });
    return found != labelled.end() && found->place == place ? found->label : 0;
}

KnownScanners::KnownScanners(std::vector<ScannerList> lists)
    : m_lists(std::move(lists)) {
    for (std::uint32_t list = 0; list < m_lists.size(); ++list) {
        for (std::uint32_t entry = 0; entry < m_lists[list].entries.size(); ++entry)
            m_known.push_back({m_lists[list].entries[entry].prefix, list, entry});
    }
    // Of equal prefixes the last one given comes first and stays.
    std::stable_sort(m_known.begin(), m_known.end(), [](const Known& a, const Known& b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix
                                    : std::tuple(b.list, b.entry) < std::tuple(a.list, a.entry);
    });
    const auto isRepeat = [](const Known& a, const Known& b) { return a.prefix == b.prefix; };
    m_known.erase(std::unique(m_known.begin(), m_known.end(), isRepeat), m_known.end());
}

SourceLabels KnownScanners::label(std::span<const AddressList* const> segments, Team* team) const {
    SourceLabels result;
    for (const ScannerList& list : m_lists) {
        result.lists.push_back({list.name, list.path, list.asOf, list.isShipped, {}});
        result.listSizes.push_back(list.entries.size());
    }
    result.segments.resize(segments.size());
    const std::vector<Stretch> stretches = stretchesOf(m_known);
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> found(segments.size());
    forAll(team, segments.size(), [&](unsigned, std::size_t segment) {
        found[segment] = findKnown(*segments[segment], stretches);
    });
    std::map<std::tuple<std::string, std::uint32_t, std::string>, ScannerLabelId> numbers;
    for (std::size_t segment = 0; segment < segments.size(); ++segment) {
        for (const auto& [place, number] : found[segment]) {
            const Known& known = m_known[number];
            const ScannerList& list = m_lists[known.list];
            const ScannerEntry& entry = list.entries[known.entry];
            const auto [its, isNew] =
                numbers.try_emplace({entry.organisation, known.list, entry.asOf},
                    static_cast<ScannerLabelId>(result.labels.size()));
            if (isNew)
                result.labels.push_back({entry.organisation, list.name, entry.asOf});
            result.segments[segment].push_back({place, its->second});
        }
    }
    return result;
}

} // namespace sweepscope
