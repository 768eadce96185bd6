// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/user_rule_table.h"

#include "statistics/user_rule_counts.h"
#include "tables/row_table.h"

#include <utility>

namespace sweepscope {

namespace {

std::vector<ReadColumn<UserRuleCount>> columnsFor(const BurstIndex& index) {
    const BurstIndex* const at = &index;
    const auto ruleOf = [at](const UserRuleCount& row) -> const UserRule& {
        return at->userRules->rules[row.rule];
    };
    return {
        {{"rule", "Rule", Format::text, "Name that the user gave it"},
            [=](const UserRuleCount& row) { return ruleOf(row).name; }},
        {{"scans", "Scans", Format::count, "Scans of which nine in ten packets fit"},
            [](const UserRuleCount& row) { return row.scans; }},
        {{"packets", "Packets", Format::count, "Packets of these scans"},
            [](const UserRuleCount& row) { return row.packets; }},
        {{"matched", "Fit", Format::count, "Packets of all scans that fit"},
            [](const UserRuleCount& row) { return row.matched; }},
        {{"tested", "of tested", Format::count, "Packets of all scans that could be tested"},
            [](const UserRuleCount& row) { return row.tested; }},
        {{"kind", "Kind", Format::text, "Kind of packet that it is about"},
            [=](const UserRuleCount& row) { return std::string(nameOf(ruleOf(row).kind)); }},
        {{"versions", "Fits", Format::text, "What it fits, as the user says"},
            [=](const UserRuleCount& row) { return ruleOf(row).versions; }},
        {{"source", "Known from", Format::text, "Where the user knows it from"},
            [=](const UserRuleCount& row) { return ruleOf(row).source; }},
    };
}

} // namespace

std::shared_ptr<const Table> userRuleTable(SnapshotPointer snapshot) {
    std::vector<UserRuleCount> rows = countUserRules(snapshot->view());
    auto columns = columnsFor(*snapshot->material.index);
    return std::make_shared<RowTable<UserRuleCount>>(
        "user-rules", std::move(snapshot), std::move(rows), std::move(columns));
}

} // namespace sweepscope
