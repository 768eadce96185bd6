// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/trait_counts.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace sweepscope {

namespace {

constexpr std::array<std::string_view, 4> kRoles = {"version", "family", "stack", "content"};

using Key = std::tuple<std::size_t, Tool, std::string_view>; // place of the role, tool, name
using Counts = std::map<Key, TraitCount>;

void addOne(Counts& counts, const Key& key, std::uint64_t packets) {
    const auto& [role, tool, name] = key;
    if (name.empty())
        return;
    TraitCount& count =
        counts.try_emplace(key, TraitCount{kRoles[role], name, tool, 0, 0}).first->second;
    ++count.scans;
    count.packets += packets;
}

void addScan(Counts& counts, const ScanView& view, const Scan& scan) {
    const ToolDetail detail = detailOf(evidenceOf(view.index, view.chains, scan), scan.tool);
    if (detail.version)
        addOne(counts, {0, scan.tool, detail.version->facts->name}, scan.packets);
    addOne(counts, {1, Tool::unknown, detail.familyName()}, scan.packets);
    if (detail.stack)
        addOne(counts, {2, Tool::unknown, detail.stack->facts->name}, scan.packets);
    if (detail.content != nullptr)
        addOne(counts, {3, Tool::unknown, detail.content->name}, scan.packets);
}

} // namespace

std::vector<TraitCount> countTraits(const ScanView& view) {
    Counts counts;
    for (const std::vector<Scan>& segment : view.scans) {
        for (const Scan& scan : segment)
            addScan(counts, view, scan);
    }
    std::vector<std::pair<std::size_t, TraitCount>> inOrder;
    for (const auto& [key, count] : counts)
        inOrder.emplace_back(std::get<0>(key), count);
    std::sort(inOrder.begin(), inOrder.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first, b.second.scans, b.second.packets, a.second.name) <
               std::tuple(b.first, a.second.scans, a.second.packets, b.second.name);
    });
    std::vector<TraitCount> result;
    result.reserve(inOrder.size());
    for (auto& [role, count] : inOrder)
        result.push_back(count);
    return result;
}

} // namespace sweepscope
