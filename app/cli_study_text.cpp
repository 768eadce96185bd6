// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_study_text.h"

#include "base/count_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace sweepscope {

namespace {

constexpr double kHour = 3600;

std::string durationText(const std::optional<Duration>& duration) {
    if (!duration)
        return "not known";
    constexpr double kDays = 48 * kHour;
    const double seconds = duration->inSeconds();
    return seconds < kDays ? fmt::format("{:.1f} h", seconds / kHour)
                           : fmt::format("{:.1f} days", seconds / kHour / 24);
}

std::string portsText(const std::vector<PortId>& ports) {
    std::string text;
    for (const PortId port : ports)
        text += (text.empty() ? "" : " ") + toText(port);
    return text;
}

std::string reactionText(const EventReaction& reaction) {
    std::string text = fmt::format("{} {} ({})\n", dateText(reaction.event), reaction.event.name,
        portsText(reaction.event.ports));
    if (reaction.usual)
        text += fmt::format("  usual: {:g} scans from {:g} sources in {:g} h\n",
            reaction.usual->scans, reaction.usual->sources, reaction.grid.step.inSeconds() / kHour);
    if (reaction.peakRatio)
        text += fmt::format("  peak: {:.1f} times that\n", *reaction.peakRatio);
    text += fmt::format("  first scan after: {}; first of 1 %: {}; half-life: {}\n",
        durationText(reaction.toFirstScan), durationText(reaction.toFirstWideScan),
        durationText(reaction.halfLife));
    for (const auto& [what, reactors] : {std::pair("countries", &reaction.countries),
             std::pair("networks", &reaction.networks), std::pair("tools", &reaction.tools),
             std::pair("known scanners", &reaction.knownScanners)}) {
        if (!reactors->empty())
            text += fmt::format("  {}:\n", what);
        for (const Reactor& each : *reactors)
            text += fmt::format("    {:<32.32}{:>8} {}, {}, {} before\n", each.name, each.scans,
                agreeing(each.scans, "scan", "scans"), counted(each.sources, "source"),
                counted(each.scansBefore, "scan"));
    }
    for (const Sentence& note : reaction.notes)
        text += "  note: " + note.text() + "\n";
    return text;
}

std::string differenceText(const Difference& each) {
    const auto rank = [](const std::optional<std::size_t>& place) {
        return place ? fmt::format("{}", *place) : std::string("-");
    };
    return fmt::format(
        "{:<8} {:<32.32}{:>7.2f} %{:>8.2f} %  {:>+7.2f} ({:+.2f} to {:+.2f})  {} > {}\n",
        nameOf(each.dimension), each.name, 100 * each.shares.shareA, 100 * each.shares.shareB,
        100 * (each.shares.shareB - each.shares.shareA), 100 * each.shares.interval.low,
        100 * each.shares.interval.high, rank(each.a.rank), rank(each.b.rank));
}

} // namespace

std::string eventsText(const std::vector<EventReaction>& reactions) {
    if (reactions.empty())
        return "No known event with ports lies within 28 days of this capture.\n";
    std::string text;
    for (const EventReaction& each : reactions)
        text += reactionText(each);
    return text;
}

std::string campaignsText(const Snapshot& snapshot, const std::vector<Campaign>& campaigns) {
    if (campaigns.empty())
        return "No sources that act as one were found.\n";
    std::string text;
    for (const Campaign& each : campaigns) {
        text += fmt::format("{} in {}, {}, {}\n", counted(each.members.size(), "source"),
            toText(each.prefix), counted(each.scans, "scan"), counted(each.packets, "packet"));
        for (const Sentence& reason : each.reasons)
            text += "  " + reason.text() + "\n";
    }
    const Totals once = countOnce(snapshot, campaigns)->totals;
    text += fmt::format("{} from {}; with each campaign counted once {} from {}\n",
        counted(snapshot.totals.scans, "scan"), counted(snapshot.totals.scanSources, "source"),
        once.scans, once.scanSources);
    return text;
}

std::string changesText(const Rhythm& rhythm) {
    std::string text;
    for (const Change& each : rhythm.changes)
        text += each.words.text() + "\n";
    if (rhythm.changes.empty() && !rhythm.ports.empty())
        text = fmt::format("Nothing stands out in {} over {} of {:g} s.\n",
            counted(rhythm.ports.size(), "port"), counted(rhythm.grid.count, "interval"),
            rhythm.grid.step.inSeconds());
    else if (rhythm.ports.empty())
        text = "No port has sources enough for a rhythm.\n";
    for (const Sentence& note : rhythm.notes)
        text += "note: " + note.text() + "\n";
    return text;
}

std::string comparisonText(const Comparison& comparison) {
    constexpr std::size_t kMost = 40;
    std::string text = fmt::format("A: {}: {} from {}\nB: {}: {} from {}\n", comparison.nameA,
        counted(comparison.scansA, "scan"), counted(comparison.sourcesA, "source"),
        comparison.nameB, counted(comparison.scansB, "scan"),
        counted(comparison.sourcesB, "source"));
    for (const Sentence& note : comparison.notes)
        text += "note: " + note.text() + "\n";
    const auto stands = static_cast<std::size_t>(std::count_if(comparison.differences.begin(),
        comparison.differences.end(), [](const Difference& each) { return each.stands(); }));
    const auto tested = static_cast<std::size_t>(std::count_if(comparison.differences.begin(),
        comparison.differences.end(), [](const Difference& each) { return !each.isTooSmall; }));
    const std::size_t tooSmall = comparison.differences.size() - tested;
    text += fmt::format("{} of {} {} (adjusted for {}); {} {} on too few sources\n\n", stands,
        counted(tested, "difference"), agreeing(stands, "stands", "stand"), tested, tooSmall,
        agreeing(tooSmall, "rests", "rest"));
    text += fmt::format("{:<8} {:<32}{:>9}{:>10}  {:>7} (95 % interval)  rank\n", "What", "",
        "in A", "in B", "points");
    for (std::size_t i = 0; i < std::min(kMost, stands); ++i)
        text += differenceText(comparison.differences[i]);
    return text;
}

} // namespace sweepscope
