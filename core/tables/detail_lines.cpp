// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/detail_lines.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace sweepscope {

namespace {

Sentence noteOf(std::string_view source, char confidence) {
    return confidence == 'H' ? say("Source: %1. Confidence: high.", {{std::string(source)}})
                             : say("Source: %1. Confidence: medium, from secondary sources.",
                                   {{std::string(source)}});
}

Sentence named(std::string_view title) {
    return say("%1", {{std::string(title)}});
}

DetailLine lineOf(std::string_view name, const Trait& trait) {
    return {name,
        say("%1, %2 of %3 packets",
            {{std::string(trait.facts->title)}, {trait.matched}, {trait.tested}}),
        noteOf(trait.facts->source, trait.facts->confidence)};
}

DetailLine familyLine(const ToolDetail& detail) {
    constexpr std::string_view kFamily = word("Family");
    if (detail.family)
        return lineOf(kFamily, *detail.family);
    if (detail.constantFamily != nullptr)
        return {kFamily, named(detail.constantFamily->title),
            noteOf(detail.constantFamily->source, detail.constantFamily->confidence)};
    if (detail.isConstantField)
        return {kFamily, say("hand-made: a field is constant that systems vary"), std::nullopt};
    return {kFamily, say("connect(): the system's own stack sent it"), std::nullopt};
}

/// "sequence number 5, source port 80"; nothing where all of them vary.
std::optional<Sentence> constantsOf(const ConstantFields& constants) {
    std::optional<Sentence> all;
    const auto add = [&](std::string_view name, const auto& value) {
        if (!value)
            return;
        // As they stand in the packet: without separators.
        Sentence one = say("%1 %2", {{std::string(name)}, {std::to_string(*value)}});
        all = all ? say("%1, %2", {{std::move(*all)}, {std::move(one)}}) : std::move(one);
    };
    add(word("sequence number"), constants.sequence);
    add(word("source port"), constants.sourcePort);
    add(word("IP ID"), constants.ipId);
    add(word("window"), constants.window);
    add(word("IP length"), constants.ipLength);
    return all;
}

} // namespace

std::vector<DetailLine> detailLines(const ToolDetail& detail) {
    constexpr std::string_view kContent = word("Content");
    std::vector<DetailLine> lines;
    if (detail.version)
        lines.push_back(lineOf(word("Version"), *detail.version));
    if (!detail.familyName().empty())
        lines.push_back(familyLine(detail));
    if (detail.stack)
        lines.push_back(lineOf(word("Stack"), *detail.stack));
    if (detail.began)
        lines.push_back({word("Began"), say("%1", {{Moment{*detail.began}}}),
            say("The time stamp that ZMap puts into all packets of a scan.")});
    if (detail.content != nullptr)
        lines.push_back({kContent, named(detail.content->title),
            noteOf(detail.content->source, detail.content->confidence)});
    else if (detail.hasSeveralContents)
        lines.push_back({kContent, say("several"), std::nullopt});
    if (auto constants = constantsOf(detail.constants))
        lines.push_back({word("Constant"), std::move(*constants), std::nullopt});
    return lines;
}

std::string detailSummary(const ToolDetail& detail) {
    std::string text;
    const auto add = [&](std::string_view part) {
        text += text.empty() ? "" : ", ";
        text += part;
    };
    if (detail.version)
        add(detail.version->facts->name);
    if (!detail.familyName().empty())
        add(detail.familyName());
    if (detail.stack)
        add(fmt::format("{} stack", detail.stack->facts->name));
    if (detail.content != nullptr)
        add(detail.content->name);
    return text;
}

} // namespace sweepscope
