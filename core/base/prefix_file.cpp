// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/prefix_file.h"

#include "base/text_file.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

namespace sweepscope {

namespace {

constexpr std::size_t kMostBytesOfPrefixes = 1 << 20;

} // namespace

Result<PrefixSet> readPrefixFile(const std::string& path) {
    const Result<std::string> text =
        readTextFile(path, kMostBytesOfPrefixes, word("lists of prefixes"));
    if (!text.ok())
        return text.error();
    std::vector<Prefix> prefixes;
    std::string_view rest = text.value();
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::size_t end = rest.find('\n');
        const Result<PrefixSet> some = parsePrefixes(rest.substr(0, end));
        if (!some.ok())
            return Error{say("%1, line %2: %3", {{path}, {line}, {some.error().sentence}})};
        prefixes.insert(
            prefixes.end(), some.value().prefixes().begin(), some.value().prefixes().end());
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    if (prefixes.empty())
        return Error{about(path, say("holds no prefix"))};
    return PrefixSet(std::move(prefixes));
}

} // namespace sweepscope
