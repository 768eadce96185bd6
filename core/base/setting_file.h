// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sweepscope {

/// A value that a person wrote into a settings file, and where.
struct SettingValue {
    using List = std::vector<SettingValue>;
    std::variant<bool, std::int64_t, double, std::string, List> value;
    unsigned line = 0;
};

/// One table of such a file: `[[rule]]` and the keys below it.
struct SettingTable {
    unsigned line = 0;
    std::map<std::string, SettingValue> values;
};

/// A file of tables of one name, in TOML:
///
///     format = "sweepscope-rules/1"
///     [[rule]]
///     name = "..."
struct SettingFile {
    std::string path;
    std::vector<SettingTable> tables;

    /// "FILE:LINE: reason".
    [[nodiscard]] Error errorAt(unsigned line, Sentence reason) const;
};

/// Fails with file, line and reason on what is no TOML, is of another format, or has keys and
/// tables of other names at its top. Files of more than a megabyte are refused.
Result<SettingFile> readSettingFile(
    const std::string& path, std::string_view format, std::string_view tableName);

/// The same of a text; `path` is for messages.
Result<SettingFile> parseSettingText(std::string_view text, const std::string& path,
    std::string_view format, std::string_view tableName);

} // namespace sweepscope
