// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/setting_file.h"
#include "fingerprint/user_rules.h"
#include "packets/kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string_view>
#include <utility>

namespace sweepscope {

namespace {

struct FieldFacts {
    std::string_view name;
    PacketField field;
    std::uint64_t most;
    bool isTcp; ///< only packets of TCP have it
};

constexpr std::uint64_t kMost16 = 0xffff;
constexpr std::uint64_t kMost32 = 0xffffffff;

constexpr std::array kFields = std::to_array<FieldFacts>({
    {"ip_id", PacketField::ipId, kMost16, false},
    {"ttl", PacketField::ttl, 255, false},
    {"ttl_initial", PacketField::firstTtl, 255, false},
    {"length", PacketField::length, kMost16, false},
    {"df", PacketField::doNotFragment, 1, false},
    {"source_port", PacketField::sourcePort, kMost16, false},
    {"port", PacketField::port, kMost16, false},
    {"sequence", PacketField::sequence, kMost32, true},
    {"acknowledgement", PacketField::acknowledgement, kMost32, true},
    {"window", PacketField::window, kMost16, true},
});

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 8> kFlags = {{{"FIN", 1},
    {"SYN", 2}, {"RST", 4}, {"PSH", 8}, {"ACK", 16}, {"URG", 32}, {"ECE", 64}, {"CWR", 128}}};

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 6> kOptions = {
    {{"EOL", 0}, {"NOP", 1}, {"MSS", 2}, {"WS", 3}, {"SACK", 4}, {"TS", 8}}};

constexpr std::array kKinds = {
    Kind::syn, Kind::null, Kind::fin, Kind::xmas, Kind::udp, Kind::icmpRequest};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        std::string_view part = text.substr(0, end);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        parts.push_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

/// Reads one [[rule]].
class RuleReader {
public:
    RuleReader(const SettingFile& file, const SettingTable& table)
        : m_file(file)
        , m_table(table) {}

    Result<UserRule> read() {
        takeText("name", m_rule.name);
        takeText("versions", m_rule.versions);
        takeText("source", m_rule.source);
        takeKind();
        for (const auto& [key, value] : m_table.values)
            take(key, value);
        if (m_rule.conditions.empty() && m_rule.relations.empty() && !m_rule.options)
            fail(m_table.line, say("a rule needs at least one condition"));
        if (m_error)
            return *m_error;
        return std::move(m_rule);
    }

private:
    void fail(unsigned line, Sentence reason) {
        if (!m_error)
            m_error = m_file.errorAt(line, std::move(reason));
    }

    void takeText(const char* key, std::string& into) {
        const auto at = m_table.values.find(key);
        if (at == m_table.values.end())
            return fail(m_table.line, say("the rule has no '%1'", {{key}}));
        const auto* const text = std::get_if<std::string>(&at->second.value);
        if (text == nullptr || text->empty())
            return fail(at->second.line, say("'%1' must be text", {{key}}));
        into = *text;
    }

    void takeKind() {
        const auto at = m_table.values.find("kind");
        if (at == m_table.values.end())
            return;
        const auto* const text = std::get_if<std::string>(&at->second.value);
        std::string names;
        for (const Kind kind : kKinds) {
            if (text != nullptr && *text == nameOf(kind)) {
                m_rule.kind = kind;
                return;
            }
            names += fmt::format("{}{}", names.empty() ? "" : ", ", nameOf(kind));
        }
        fail(at->second.line, say("'kind' must be one of %1", {{names}}));
    }

    [[nodiscard]] bool isTcp() const { return protocolOf(m_rule.kind) == Protocol::tcp; }

    void take(const std::string& key, const SettingValue& value) {
        if (key == "name" || key == "versions" || key == "source" || key == "kind")
            return;
        if (key == "flags")
            return takeFlags(value);
        if (key == "options")
            return takeOptions(value);
        if (key == "relations")
            return takeRelations(value);
        const auto* const facts = std::find_if(kFields.begin(), kFields.end(),
            [&](const FieldFacts& each) { return each.name == key; });
        if (facts == kFields.end())
            return fail(value.line, say("there is no field '%1'", {{key}}));
        takeField(*facts, value);
    }

    void takeField(const FieldFacts& facts, const SettingValue& value) {
        if (facts.isTcp && !isTcp())
            return fail(value.line, say("'%1' is a field of TCP", {{facts.name}}));
        FieldCondition condition{facts.field, {}};
        if (const auto* const list = std::get_if<SettingValue::List>(&value.value)) {
            for (const SettingValue& each : *list)
                addRange(facts, each, condition);
        } else {
            addRange(facts, value, condition);
        }
        if (condition.ranges.empty())
            return fail(value.line, say("'%1' needs a value", {{facts.name}}));
        m_rule.conditions.push_back(std::move(condition));
    }

    /// A number, or "from-to".
    void addRange(const FieldFacts& facts, const SettingValue& value, FieldCondition& condition) {
        std::optional<ValueRange> range;
        if (const auto* const number = std::get_if<std::int64_t>(&value.value)) {
            if (*number >= 0)
                range = {static_cast<std::uint64_t>(*number), static_cast<std::uint64_t>(*number)};
        } else if (const auto* const truth = std::get_if<bool>(&value.value)) {
            if (facts.most == 1)
                range = ValueRange{*truth ? 1U : 0U, *truth ? 1U : 0U};
        } else if (const auto* const text = std::get_if<std::string>(&value.value)) {
            range = parseRange(*text);
        }
        if (!range || range->from > range->to || range->to > facts.most)
            return fail(value.line, say("'%1' must be a number from 0 to %2, a range such as "
                                        "\"1-9\", or a list of these",
                                        {{facts.name}, {facts.most}}));
        condition.ranges.push_back(*range);
    }

    static std::optional<ValueRange> parseRange(std::string_view text) {
        const auto parts = split(text, '-');
        ValueRange range;
        const auto parse = [](std::string_view digits, std::uint64_t& into) {
            const char* const end = digits.data() + digits.size();
            const auto [stopped, error] = std::from_chars(digits.data(), end, into);
            return error == std::errc() && stopped == end;
        };
        if (parts.size() != 2 || !parse(parts[0], range.from) || !parse(parts[1], range.to))
            return std::nullopt;
        return range;
    }

    void takeFlags(const SettingValue& value) {
        const auto* const text = std::get_if<std::string>(&value.value);
        std::uint64_t flags = 0;
        bool isGood = text != nullptr && isTcp();
        const std::string_view given = isGood ? std::string_view(*text) : std::string_view();
        for (const std::string_view name : split(given, '+')) {
            const auto* const flag = std::find_if(
                kFlags.begin(), kFlags.end(), [&](const auto& each) { return each.first == name; });
            const bool isNone = isGood && *text == "none";
            isGood = isGood && (flag != kFlags.end() || isNone);
            flags |= flag != kFlags.end() ? flag->second : 0;
        }
        if (!isGood)
            return fail(value.line,
                say("'flags' must be those of a TCP packet, such as \"SYN+ECE+CWR\", or "
                    "\"none\""));
        m_rule.conditions.push_back({PacketField::flags, {{flags, flags}}});
    }

    void takeOptions(const SettingValue& value) {
        const auto* const text = std::get_if<std::string>(&value.value);
        if (text == nullptr || !isTcp())
            return failOptions(value.line);
        m_rule.options.emplace();
        if (*text == "none")
            return;
        for (const std::string_view name : split(*text, ',')) {
            const auto* const option = std::find_if(kOptions.begin(), kOptions.end(),
                [&](const auto& each) { return each.first == name; });
            if (option == kOptions.end())
                return failOptions(value.line);
            m_rule.options->push_back(option->second);
        }
    }

    void failOptions(unsigned line) {
        fail(line, say("'options' must be the options of a TCP packet in their order, such as "
                       "\"MSS, NOP, WS, NOP, NOP, SACK\" (also TS, EOL), or \"none\""));
    }

    void takeRelations(const SettingValue& value) {
        const auto* const list = std::get_if<SettingValue::List>(&value.value);
        if (list == nullptr || list->empty())
            return fail(value.line, say("'relations' must be a list of text"));
        for (const SettingValue& each : *list) {
            const auto* const text = std::get_if<std::string>(&each.value);
            const auto& names = relationNames();
            const auto at = std::find(names.begin(), names.end(), text == nullptr ? "" : *text);
            if (at == names.end())
                return fail(each.line,
                    say("the relations are: %1", {{fmt::to_string(fmt::join(names, "; "))}}));
            if (at->find("sequence") != std::string::npos && !isTcp())
                return fail(each.line, say("a sequence number is a field of TCP"));
            m_rule.relations.push_back(static_cast<std::uint8_t>(at - names.begin()));
        }
    }

    const SettingFile& m_file;
    const SettingTable& m_table;
    UserRule m_rule;
    std::optional<Error> m_error;
};

constexpr std::string_view kFormat = "sweepscope-rules/1";
constexpr std::string_view kTable = "rule";

Result<UserRules> takeRules(const SettingFile& file) {
    UserRules rules;
    std::set<std::string> names;
    for (const SettingTable& table : file.tables) {
        Result<UserRule> rule = RuleReader(file, table).read();
        if (!rule.ok())
            return rule.error();
        if (!names.insert(rule.value().name).second)
            return file.errorAt(table.line, say("there are two rules '%1'", {{rule.value().name}}));
        if (rules.rules.size() == kMostUserRules)
            return file.errorAt(
                table.line, say("there may be %1 rules and no more", {{kMostUserRules}}));
        rules.rules.push_back(std::move(rule).value());
    }
    return rules;
}

/// https://toml.io/en/v1.0.0#string
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < ' ' || byte == 0x7f)
            result += fmt::format("\\u{:04x}", byte);
        else if (character == '"' || character == '\\')
            result += {'\\', character};
        else
            result += character;
    }
    return result + '"';
}

std::string textOf(const ValueRange& range) {
    return range.from == range.to ? std::to_string(range.from)
                                  : fmt::format("\"{}-{}\"", range.from, range.to);
}

template <typename Value, std::size_t size>
std::string_view nameIn(
    const std::array<std::pair<std::string_view, Value>, size>& names, Value value) {
    const auto* const found = std::find_if(
        names.begin(), names.end(), [&](const auto& each) { return each.second == value; });
    return found == names.end() ? std::string_view() : found->first;
}

std::string textOf(const FieldCondition& condition) {
    std::vector<std::string> values;
    if (condition.field == PacketField::flags) {
        for (const auto& [name, bit] : kFlags) {
            if ((condition.ranges.front().from & bit) != 0)
                values.emplace_back(name);
        }
        return fmt::format(
            "flags = \"{}\"\n", values.empty() ? "none" : fmt::to_string(fmt::join(values, "+")));
    }
    for (const ValueRange& range : condition.ranges)
        values.push_back(textOf(range));
    const auto* const facts = std::find_if(kFields.begin(), kFields.end(),
        [&](const FieldFacts& each) { return each.field == condition.field; });
    return fmt::format("{} = [{}]\n", facts->name, fmt::join(values, ", "));
}

std::string textOf(const UserRule& rule) {
    std::string text =
        fmt::format("\n[[{}]]\nname = {}\nversions = {}\nsource = {}\nkind = \"{}\"\n", kTable,
            quoted(rule.name), quoted(rule.versions), quoted(rule.source), nameOf(rule.kind));
    for (const FieldCondition& condition : rule.conditions)
        text += textOf(condition);
    if (!rule.relations.empty()) {
        std::vector<std::string> names;
        for (const std::uint8_t place : rule.relations)
            names.push_back(quoted(relationNames()[place]));
        text += fmt::format("relations = [{}]\n", fmt::join(names, ", "));
    }
    if (rule.options) {
        std::vector<std::string_view> names;
        for (const std::uint8_t option : *rule.options)
            names.push_back(nameIn(kOptions, option));
        text += fmt::format(
            "options = \"{}\"\n", names.empty() ? "none" : fmt::to_string(fmt::join(names, ", ")));
    }
    return text;
}

} // namespace

Result<UserRules> readUserRules(const std::string& path) {
    const Result<SettingFile> file = readSettingFile(path, kFormat, kTable);
    return file.ok() ? takeRules(file.value()) : file.error();
}

Result<UserRules> parseUserRules(std::string_view text, const std::string& path) {
    const Result<SettingFile> file = parseSettingText(text, path, kFormat, kTable);
    return file.ok() ? takeRules(file.value()) : file.error();
}

std::string toText(const UserRules& rules) {
    std::string text = fmt::format("format = \"{}\"\n", kFormat);
    for (const UserRule& rule : rules.rules)
        text += textOf(rule);
    return text;
}

} // namespace sweepscope
