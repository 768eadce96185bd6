// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_tools.h"

#include "fingerprint/trait.h"
#include "scans/user_verdicts.h"
#include "statistics/trait_counts.h"
#include "statistics/user_rule_counts.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

std::string letter(char confidence) {
    return {confidence};
}

template <typename T>
Json valueOrNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json constantsJson(const ConstantFields& constants) {
    Json json = Json::object();
    const auto add = [&](const char* name, const auto& value) {
        if (value)
            json[name] = *value;
    };
    add("sequence", constants.sequence);
    add("source_port", constants.sourcePort);
    add("ip_id", constants.ipId);
    add("window", constants.window);
    add("ip_length", constants.ipLength);
    return json;
}

Json traitJson(const Trait& trait) {
    return {{"name", trait.facts->name}, {"matched", trait.matched}, {"tested", trait.tested},
        {"confidence", letter(trait.facts->confidence)}};
}

Json familyJson(const ToolDetail& detail) {
    if (detail.family)
        return traitJson(*detail.family);
    Json json = {{"name", detail.familyName()}};
    json["confidence"] =
        letter(detail.constantFamily != nullptr ? detail.constantFamily->confidence : 'H');
    return json;
}

Json detailJson(const ToolDetail& detail) {
    Json json = Json::object();
    if (detail.version)
        json["version"] = traitJson(*detail.version);
    if (!detail.familyName().empty())
        json["family"] = familyJson(detail);
    if (detail.stack)
        json["stack"] = traitJson(*detail.stack);
    if (detail.began)
        json["began"] = toIso8601(*detail.began);
    if (detail.content != nullptr)
        json["content"] = detail.content->name;
    else if (detail.hasSeveralContents)
        json["content"] = "several";
    json["constants"] = constantsJson(detail.constants);
    return json;
}

std::string_view nameOf(TraitRole role) {
    constexpr std::array<std::string_view, 3> kNames = {"version", "family", "stack"};
    return kNames[static_cast<std::size_t>(role)];
}

} // namespace

void addToolDetail(const ScanEvidence& evidence, const Verdict& verdict, Json& scan) {
    scan["nearest"] =
        verdict.nearest == Tool::unknown ? Json(nullptr) : Json(nameOf(verdict.nearest));
    scan["expected_by_chance"] = valueOrNull(verdict.expectedByChance);
    scan["tool_detail"] = detailJson(detailOf(evidence, verdict.tool));
}

void addUserVerdicts(const ScanView& view, const Scan& scan, Json& json) {
    if (view.index.userRules == nullptr)
        return;
    Json list = Json::array();
    for (const UserVerdict& verdict : userVerdicts(view.index, view.chains, scan))
        list.push_back({{"rule", view.index.userRules->rules[verdict.rule].name},
            {"matched", verdict.matched}, {"tested", verdict.tested}, {"fits", verdict.isNamed()}});
    json["user_rules"] = std::move(list);
}

Json userRulesJson(const Snapshot& snapshot) {
    Json json = Json::array();
    const ScanView view = snapshot.view();
    if (view.index.userRules == nullptr)
        return json;
    for (const UserRuleCount& count : countUserRules(view)) {
        const UserRule& rule = view.index.userRules->rules[count.rule];
        json.push_back({{"rule", rule.name}, {"kind", nameOf(rule.kind)}, {"fits", rule.versions},
            {"source", rule.source}, {"scans", count.scans}, {"packets", count.packets},
            {"matched", count.matched}, {"tested", count.tested}});
    }
    return json;
}

Json toolTraitsJson(const Snapshot& snapshot) {
    Json traits = Json::array();
    for (const TraitCount& count : countTraits(snapshot.view())) {
        Json json = {{"role", count.role}, {"name", count.name}};
        if (count.tool != Tool::unknown)
            json["tool"] = nameOf(count.tool);
        json["scans"] = count.scans;
        json["packets"] = count.packets;
        traits.push_back(std::move(json));
    }
    return traits;
}

Json toolRulesJson() {
    Json rules = Json::array();
    for (const ToolFacts& facts : toolFacts())
        rules.push_back({{"tool", nameOf(facts.tool)}, {"role", "tool"},
            {"name", nameOf(facts.tool)}, {"rule", facts.rule}, {"fits", facts.versions},
            {"source", facts.source}, {"counts", facts.isPairwise ? "equal neighbours" : "packets"},
            {"chance", valueOrNull(facts.chance)}, {"confidence", "H"}});
    for (const TraitFacts& facts : traitFacts())
        rules.push_back({{"tool", nameOf(facts.tool)}, {"role", nameOf(facts.role)},
            {"name", facts.name}, {"fits", facts.title}, {"source", facts.source},
            {"confidence", letter(facts.confidence)}});
    for (const ConstantFamily& family : constantFamilies())
        rules.push_back({{"tool", nameOf(Tool::unknown)}, {"role", "family"}, {"name", family.name},
            {"fits", family.title}, {"source", family.source},
            {"confidence", letter(family.confidence)},
            {"constants", constantsJson(family.fields)}});
    return rules;
}

} // namespace sweepscope
