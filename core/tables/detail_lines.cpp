// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/detail_lines.h"

#include <fmt/format.h>

#include <string_view>

namespace sweepscope {

namespace {

std::string noteOf(std::string_view source, char confidence) {
    return fmt::format("Source: {}. Confidence: {}.", source,
        confidence == 'H' ? "high" : "medium, from secondary sources");
}

DetailLine lineOf(const char* name, const Trait& trait) {
    return {name,
        fmt::format("{}, {} of {} packets", trait.facts->title, trait.matched, trait.tested),
        noteOf(trait.facts->source, trait.facts->confidence)};
}

DetailLine familyLine(const ToolDetail& detail) {
    if (detail.family)
        return lineOf("Family", *detail.family);
    if (detail.constantFamily != nullptr)
        return {"Family", std::string(detail.constantFamily->title),
            noteOf(detail.constantFamily->source, detail.constantFamily->confidence)};
    if (detail.isConstantField)
        return {"Family", "hand-made: a field is constant that systems vary", ""};
    return {"Family", "connect(): the system's own stack sent it", ""};
}

std::string constantsText(const ConstantFields& constants) {
    std::string text;
    const auto add = [&](const char* name, const auto& value) {
        if (value)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, *value);
    };
    add("sequence number", constants.sequence);
    add("source port", constants.sourcePort);
    add("IP ID", constants.ipId);
    add("window", constants.window);
    add("IP length", constants.ipLength);
    return text;
}

} // namespace

std::vector<DetailLine> detailLines(const ToolDetail& detail) {
    std::vector<DetailLine> lines;
    if (detail.version)
        lines.push_back(lineOf("Version", *detail.version));
    if (!detail.familyName().empty())
        lines.push_back(familyLine(detail));
    if (detail.stack)
        lines.push_back(lineOf("Stack", *detail.stack));
    if (detail.began)
        lines.push_back({"Began", toIso8601(*detail.began),
            "The time stamp that ZMap puts into all packets of a scan."});
    if (detail.content != nullptr)
        lines.push_back({"Content", std::string(detail.content->title),
            noteOf(detail.content->source, detail.content->confidence)});
    else if (detail.hasSeveralContents)
        lines.push_back({"Content", "several", ""});
    const std::string constants = constantsText(detail.constants);
    if (!constants.empty())
        lines.push_back({"Constant", constants, ""});
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
