// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/events.h"

#include "base/text_file.h"
#include "reference/shipped_texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

namespace sweepscope {

namespace {

constexpr std::size_t kMostBytesOfEvents = std::size_t{4} << 20;
constexpr Duration kDay = Duration::seconds(86'400);

enum Column : std::size_t { date, name, cve, ports, visibility, confidence, note, kColumns };

constexpr std::array<std::string_view, kColumns> kColumnNames = {
    "date", "event", "cve", "ports", "visibility", "confidence", "note"};
constexpr std::array<std::string_view, 3> kConfidences = {"checked", "known", "own"};
constexpr std::array<std::string_view, 3> kVisibilities = {"", "own", "busy"};

/// The fields of a line of CSV; nothing where a quote is not closed.
std::optional<std::vector<std::string>> fieldsOf(std::string_view line) {
    std::vector<std::string> fields(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isQuoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[++i];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    if (isQuoted)
        return std::nullopt;
    return fields;
}

/// A day ("2018-03-28"), a month ("2013-09") or a moment.
bool parseDate(const std::string& text, Event& event) {
    constexpr std::size_t kMonthLength = 7;
    constexpr std::size_t kDayLength = 10;
    const bool isMonth = text.size() == kMonthLength;
    const auto begin = parseIso8601(isMonth ? text + "-01" : text);
    if (!begin)
        return false;
    event.begin = *begin;
    if (isMonth) {
        // The first day of the next month is at most 31 days on, and has day 1.
        Timestamp next = *begin + Duration{28 * kDay.nanoseconds};
        while (toIso8601Seconds(next).substr(kMonthLength + 1, 2) != "01")
            next = next + kDay;
        event.span = next - *begin;
    } else if (text.size() == kDayLength) {
        event.span = kDay;
    }
    return true;
}

bool parsePorts(std::string_view text, std::vector<PortId>& ports) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            const auto port = parsePortId(text.substr(0, end));
            if (!port)
                return false;
            ports.push_back(*port);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

template <typename Word, std::size_t kCount>
bool parseWord(
    const std::string& text, const std::array<std::string_view, kCount>& words, Word& into) {
    const auto* const found = std::find(words.begin(), words.end(), text);
    if (found != words.end())
        into = static_cast<Word>(found - words.begin());
    return found != words.end();
}

Result<Event> eventOf(std::vector<std::string> fields, EventConfidence usual) {
    fields.resize(kColumns);
    Event event;
    event.confidence = usual;
    if (!parseDate(fields[date], event))
        return Error{say(
            "'%1' is no date such as 2018-03-28, 2013-09 or 2018-03-28T14:00Z", {{fields[date]}})};
    if (fields[name].empty())
        return Error{say("the event has no name")};
    if (!parsePorts(fields[ports], event.ports))
        return Error{say("'%1' are no ports such as tcp/80 udp/53", {{fields[ports]}})};
    if (!parseWord(fields[visibility], kVisibilities, event.visibility))
        return Error{say("the visibility '%1' is neither own nor busy", {{fields[visibility]}})};
    if (!fields[confidence].empty() &&
        !parseWord(fields[confidence], kConfidences, event.confidence))
        return Error{
            say("the confidence '%1' is none of checked, known, own", {{fields[confidence]}})};
    event.name = fields[name];
    event.cve = fields[cve];
    event.note = fields[note];
    return event;
}

Status checkHeader(std::string_view line) {
    const auto fields = fieldsOf(line);
    const bool isGood = fields && fields->size() >= 2 && fields->size() <= kColumns &&
                        std::equal(fields->begin(), fields->end(), kColumnNames.begin());
    if (!isGood)
        return Error{say("line 1: a list of events begins with %1",
            {{fmt::to_string(fmt::join(kColumnNames, ","))}})};
    return {};
}

} // namespace

std::string_view nameOf(EventConfidence confidence) {
    return kConfidences[static_cast<std::size_t>(confidence)];
}

std::string_view nameOf(Visibility visibility) {
    return kVisibilities[static_cast<std::size_t>(visibility)];
}

bool Event::concerns(PortId port) const {
    return ports.empty() || std::find(ports.begin(), ports.end(), port) != ports.end();
}

std::string dateText(const Event& event) {
    const std::string text = toIso8601Seconds(event.begin);
    if (event.span > kDay)
        return text.substr(0, 7);
    return event.span == kDay ? text.substr(0, 10) : text;
}

Result<std::vector<Event>> parseEvents(std::string_view csv, EventConfidence confidence) {
    std::vector<Event> events;
    for (std::size_t number = 1; !csv.empty(); ++number) {
        const std::size_t end = std::min(csv.find('\n'), csv.size());
        std::string_view line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (number == 1) {
            if (const Status header = checkHeader(line); !header.ok())
                return header.error();
            continue;
        }
        if (line.empty() || line.starts_with('#'))
            continue;
        auto fields = fieldsOf(line);
        const Result<Event> event =
            !fields || fields->size() > kColumns
                ? Result<Event>(Error{say("too many fields, or a quote that "
                                          "does not end")})
                : eventOf(std::move(*fields), confidence);
        if (!event.ok())
            return Error{say("line %1: %2", {{number}, {event.error().sentence}})};
        events.push_back(event.value());
    }
    return mergeEvents(std::move(events), {});
}

Result<std::vector<Event>> readEvents(const std::string& path) {
    const Result<std::string> text =
        readTextFile(path, kMostBytesOfEvents, word("lists of events"));
    if (!text.ok())
        return text.error();
    Result<std::vector<Event>> events = parseEvents(text.value());
    if (!events.ok())
        return Error{say("%1, %2", {{path}, {events.error().sentence}})};
    return events;
}

const std::vector<Event>& shippedEventList() {
    static const std::vector<Event> kShipped = [] {
        Result<std::vector<Event>> parsed = parseEvents(shippedEvents(), EventConfidence::known);
        assert(parsed.ok() && "resources/reference/events.csv is broken");
        return parsed.ok() ? std::move(parsed).value() : std::vector<Event>();
    }();
    return kShipped;
}

std::vector<Event> mergeEvents(std::vector<Event> events, const std::vector<Event>& others) {
    events.insert(events.end(), others.begin(), others.end());
    std::stable_sort(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.begin < b.begin; });
    return events;
}

std::vector<Event> eventsIn(
    const std::vector<Event>& events, const TimeRange& range, const std::vector<PortId>& ports) {
    std::vector<Event> found;
    for (const Event& event : events) {
        const bool isInTime = event.begin <= range.last && event.begin + event.span >= range.first;
        const bool isOnPort =
            ports.empty() || std::any_of(ports.begin(), ports.end(),
                                 [&](PortId port) { return event.concerns(port); });
        if (isInTime && isOnPort)
            found.push_back(event);
    }
    return found;
}

} // namespace sweepscope
