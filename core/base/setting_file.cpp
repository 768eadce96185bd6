// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/setting_file.h"

#include "base/text_file.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

// The library that distributions build throws; its headers alone need not.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
// It asserts, and where assertions are off assumes, what a damaged file does not keep ("[[[["), in
// front of code that reports just that; nothing may be assumed of a file.
// clang-format off
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSUME
#undef TOML_ASSERT
#undef TOML_ASSERT_ASSUME
#define TOML_ASSUME(expr) static_cast<void>(0)
#define TOML_ASSERT(expr) static_cast<void>(0)
#define TOML_ASSERT_ASSUME(expr) static_cast<void>(0)
#include <toml++/toml.h>

// clang-format on

namespace sweepscope {

namespace {

constexpr std::size_t kMostBytesOfSettings = std::size_t{1} << 20;

unsigned lineOf(const toml::node& node) {
    return static_cast<unsigned>(node.source().begin.line);
}

/// Nothing for dates and tables, which no settings have.
std::optional<SettingValue> valueOf(const toml::node& node) {
    const unsigned line = lineOf(node);
    if (const auto* const text = node.as_string())
        return SettingValue{text->get(), line};
    if (const auto* const number = node.as_integer())
        return SettingValue{number->get(), line};
    if (const auto* const number = node.as_floating_point())
        return SettingValue{number->get(), line};
    if (const auto* const truth = node.as_boolean())
        return SettingValue{truth->get(), line};
    const toml::array* const array = node.as_array();
    if (array == nullptr)
        return std::nullopt;
    SettingValue::List list;
    for (const toml::node& each : *array) {
        std::optional<SettingValue> value = valueOf(each);
        if (!value)
            return std::nullopt;
        list.push_back(std::move(*value));
    }
    return SettingValue{std::move(list), line};
}

Result<SettingTable> tableOf(const SettingFile& file, const toml::node& node) {
    SettingTable table;
    table.line = lineOf(node);
    for (const auto& [key, value] : *node.as_table()) {
        std::optional<SettingValue> taken = valueOf(value);
        if (!taken)
            return file.errorAt(lineOf(value),
                say("'%1' is neither text, number, truth nor a list of these", {{key.str()}}));
        table.values.emplace(std::string(key.str()), std::move(*taken));
    }
    return table;
}

Result<SettingFile> takeTables(
    const toml::table& root, SettingFile file, std::string_view format, std::string_view name) {
    const auto* const said = root.get_as<std::string>("format");
    if (said == nullptr || said->get() != format)
        return file.errorAt(said == nullptr ? 1 : lineOf(*said),
            say("the file must begin with: format = \"%1\"", {{format}}));
    for (const auto& [key, node] : root) {
        if (key.str() == "format")
            continue;
        const toml::array* const tables = node.as_array();
        if (key.str() != name || tables == nullptr || !node.is_array_of_tables())
            return file.errorAt(
                lineOf(node), say("'%1' is unknown here; expected [[%2]]", {{key.str()}, {name}}));
        for (const toml::node& each : *tables) {
            Result<SettingTable> table = tableOf(file, each);
            if (!table.ok())
                return table.error();
            file.tables.push_back(std::move(table).value());
        }
    }
    return file;
}

} // namespace

Error SettingFile::errorAt(unsigned line, Sentence reason) const {
    return Error{say("%1:%2: %3", {{path}, {line}, {std::move(reason)}})};
}

Result<SettingFile> readSettingFile(
    const std::string& path, std::string_view format, std::string_view tableName) {
    const Result<std::string> text =
        readTextFile(path, kMostBytesOfSettings, word("files of settings"));
    if (!text.ok())
        return text.error();
    return parseSettingText(text.value(), path, format, tableName);
}

Result<SettingFile> parseSettingText(std::string_view text, const std::string& path,
    std::string_view format, std::string_view tableName) {
    SettingFile file{path, {}};
    if (text.size() > kMostBytesOfSettings)
        return file.errorAt(1, say("settings of more than a megabyte are none"));
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed)
        return file.errorAt(static_cast<unsigned>(parsed.error().source().begin.line),
            verbatim(std::string(parsed.error().description())));
    return takeTables(parsed.table(), std::move(file), format, tableName);
}

} // namespace sweepscope
