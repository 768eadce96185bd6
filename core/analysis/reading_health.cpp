// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reading_health.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

/// "0.02 %", "7.5 %", "33 %", "100 %": two digits where more would say nothing.
SentencePart percentOf(std::uint64_t part, std::uint64_t whole) {
    const double percent =
        whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
    constexpr double kTwoDigits = 9.95;
    return {say("%1 %", {percent < kTwoDigits ? significant(percent, 2) : rounded(percent)})};
}

/// "0.5 s", "90 s", "25 min", "7.5 h", "3 d"
SentencePart lengthOf(Duration length) {
    const double seconds = length.inSeconds();
    if (seconds < 300)
        return {say("%1 s", {significant(seconds, 3)})};
    if (seconds < 3 * 3600)
        return {say("%1 min", {rounded(seconds / 60)})};
    if (seconds < 3 * 86400)
        return {say("%1 h", {rounded(seconds / 3600, 1)})};
    return {say("%1 d", {rounded(seconds / 86400)})};
}

SentencePart spanOf(const TimeRange& range) {
    return {say("%1, from %2 to %3",
        {lengthOf(range.length()), {Moment{range.first}}, {Moment{range.last}}})};
}

/// Files are in order of their first frames; each is held against what came before.
void findSeams(const CaptureReport& report, ReadingHealth& health) {
    const FileReport* latest = nullptr; // that lasts longest of those before
    for (const FileReport& file : report.files) {
        if (file.time.isEmpty())
            continue;
        if (latest != nullptr) {
            const Timestamp until = latest->time.last;
            const TimeRange common{file.time.first, std::min(until, file.time.last)};
            if (file.time.first - until > ReadingHealth::kLeastGap)
                health.gaps.push_back({latest->path, file.path, {until, file.time.first}});
            else if (common.length() > ReadingHealth::kLeastOverlap)
                health.overlaps.push_back({latest->path, file.path, common});
        }
        if (latest == nullptr || latest->time.last < file.time.last)
            latest = &file;
    }
}

bool isBetweenFiles(const ReadingHealth& health, const TimeRange& silence, Duration slack) {
    return std::any_of(health.gaps.begin(), health.gaps.end(), [&](const FileSeam& gap) {
        return gap.time.first <= silence.first + slack && silence.last <= gap.time.last + slack;
    });
}

/// A telescope hears something nearly all the time, so a silence in which many frames were to be
/// expected is an outage. What is recorded in fits and starts has no outages.
void findSilences(const BurstIndex& index, ReadingHealth& health) {
    constexpr double kLeastFilled = 0.5;
    constexpr double kLeastExpected = 30;
    const auto& slots = index.activity.filledSlots();
    if (slots.size() < 2)
        return;
    const Duration interval = index.activity.interval();
    const double filled = static_cast<double>(slots.size()) * interval.inSeconds();
    const double whole = index.counts.range.length().inSeconds() + interval.inSeconds();
    const double rate = static_cast<double>(index.counts.frames) / filled;
    if (filled < kLeastFilled * whole)
        return;
    for (std::size_t i = 1; i < slots.size(); ++i) {
        const Timestamp begin{(slots[i - 1].number + 1) * interval.nanoseconds};
        const Timestamp end{slots[i].number * interval.nanoseconds};
        const Duration length = end - begin;
        if (length < ReadingHealth::kLeastGap || length.inSeconds() * rate < kLeastExpected)
            continue;
        if (!isBetweenFiles(health, {begin, end}, interval))
            health.silences.push_back({begin, end});
    }
}

/// Collects sentences. Where there are many of a kind, the first few and the number of the others.
class Findings {
public:
    void add(std::string what, Concern concern, Sentence seen, Sentence effect) {
        m_findings.push_back({std::move(what), concern, std::move(seen), std::move(effect)});
    }

    template <typename List, typename SentenceOf>
    void addEach(const std::string& what, Concern concern, const List& list, SentenceOf sentenceOf,
        const Sentence& effect) {
        constexpr std::size_t kMost = 20;
        for (std::size_t i = 0; i < std::min(list.size(), kMost); ++i)
            add(what, concern, sentenceOf(list[i]), effect);
        if (list.size() > kMost)
            add(what, concern, say("%1 more of this kind", {{std::uint64_t{list.size() - kMost}}}),
                effect);
    }

    std::vector<Finding> take() {
        std::stable_sort(m_findings.begin(), m_findings.end(),
            [](const Finding& a, const Finding& b) { return a.concern > b.concern; });
        return std::move(m_findings);
    }

private:
    std::vector<Finding> m_findings;
};

std::vector<FileReport> filesThat(const CaptureReport& report, bool FileReport::*isSo) {
    std::vector<FileReport> files;
    std::copy_if(report.files.begin(), report.files.end(), std::back_inserter(files),
        [&](const FileReport& file) { return file.*isSo; });
    return files;
}

void judgeFiles(const CaptureReport& report, Findings& findings) {
    const auto problemOf = [](const FileReport& file) { return file.problem(); };
    findings.addEach("skipped", Concern::serious, filesThat(report, &FileReport::isSkipped),
        problemOf, say("Nothing of it is in the results."));
    findings.addEach("truncated", Concern::serious, filesThat(report, &FileReport::isTruncated),
        problemOf,
        say("What lies behind that place is missing from every number; scans that went on there "
            "end early."));
    if (report.isStopped)
        findings.add("stopped", Concern::serious, say("The reading was stopped."),
            say("The results cover what was read until then."));
    if (report.ignoredFiles != 0)
        findings.add("ignored", Concern::none,
            sayCounted(report.ignoredFiles, "%1 file in the folders does not begin as a capture.",
                "%1 files in the folders do not begin as captures."),
            say("What is no capture was left out."));
    if (!report.filter.empty())
        findings.add("filter", Concern::none,
            say("Only frames that match '%1' were read.", {{report.filter}}),
            say("All numbers are about these; shares are shares of them."));
}

void judgeTimes(const CaptureReport& report, const ReadingHealth& health, Findings& findings) {
    findings.addEach(
        "gap", Concern::some, health.gaps,
        [](const FileSeam& seam) {
            return say(
                "Between %1 and %2 lie %3.", {{seam.before}, {seam.after}, spanOf(seam.time)});
        },
        say("Scans under way are cut in two where this is longer than the expiry."));
    findings.addEach(
        "overlap", Concern::some, health.overlaps,
        [](const FileSeam& seam) {
            return say(
                "%1 and %2 have %3 in common.", {{seam.before}, {seam.after}, spanOf(seam.time)});
        },
        say("Packets that are in both count twice; scans and targets do not."));
    findings.addEach(
        "silence", Concern::some, health.silences,
        [](const TimeRange& range) {
            return say("Nothing at all was recorded for %1.", {spanOf(range)});
        },
        say("If the telescope was not listening, scans were cut and rates are too low."));
    FrameOrder order;
    for (const FileReport& file : report.files) {
        order.frames += file.order.frames;
        order.backwards += file.order.backwards;
        order.duplicates += file.order.duplicates;
        order.untimed += file.order.untimed;
        order.largestStepBack = std::max(order.largestStepBack, file.order.largestStepBack);
    }
    constexpr double kHarmless = 1;
    if (order.backwards != 0)
        findings.add("backwards",
            order.largestStepBack.inSeconds() > kHarmless ? Concern::some : Concern::none,
            sayCounted(order.backwards,
                "Time runs backwards at %1 frame (%2 of all), by %3 at the most.",
                "Time runs backwards at %1 frames (%2 of all), by %3 at the most.",
                {percentOf(order.backwards, order.frames), lengthOf(order.largestStepBack)}),
            say("None from the order alone, since every packet counts by its own time. If the "
                "clock was set, rates and silences around that moment are wrong by as much."));
    if (order.duplicates != 0)
        findings.add("duplicates", Concern::some,
            sayCounted(order.duplicates,
                "%1 frame (%2 of all) repeats one of the two before within 1 ms.",
                "%1 frames (%2 of all) repeat one of the two before within 1 ms.",
                {percentOf(order.duplicates, order.frames)}),
            say("Packets and rates may be too high by that share; scans' targets are not."));
    if (order.untimed != 0)
        findings.add("untimed", Concern::serious,
            sayCounted(order.untimed, "%1 frame carries no time.", "%1 frames carry no time."),
            say("They count as of 1970-01-01, so durations and rates of their scans mean "
                "nothing."));
}

/// "The snap length is 96 bytes.", or from which to which it goes; empty where no file claims one.
Sentence snapLengths(const CaptureReport& report) {
    std::vector<std::uint32_t> lengths;
    for (const FileReport& file : report.files) {
        if (file.snapLength != 0)
            lengths.push_back(file.snapLength);
    }
    if (lengths.empty())
        return {};
    const auto [least, most] = std::minmax_element(lengths.begin(), lengths.end());
    if (*least == *most)
        return say("The snap length is %1 bytes.", {{std::uint64_t{*least}}});
    return say("Snap lengths of the captures go from %1 to %2 bytes.",
        {{std::uint64_t{*least}}, {std::uint64_t{*most}}});
}

Sentence snappedSentence(const CaptureReport& report, std::uint64_t snapped, std::uint64_t frames) {
    const SentencePart share = percentOf(snapped, frames);
    const Sentence lengths = snapLengths(report);
    if (lengths.form.empty())
        return sayCounted(snapped, "%1 frame (%2 of all) was not recorded whole.",
            "%1 frames (%2 of all) were not recorded whole.", {share});
    return sayCounted(snapped, "%1 frame (%2 of all) was not recorded whole. %3",
        "%1 frames (%2 of all) were not recorded whole. %3", {share, {lengths}});
}

void judgeFrames(const CaptureReport& report, const DecodeCounts& counts, Findings& findings) {
    if (const std::uint64_t snapped = counts.of(Reason::snapped); snapped != 0) {
        const std::uint64_t cut = counts.of(Reason::fingerprintCut);
        findings.add("snapped", cut != 0 ? Concern::some : Concern::none,
            snappedSentence(report, snapped, counts.frames),
            cut != 0 ? say("On %1 of them the tool rules that look at window and options could "
                           "not be tested; the numbers of tested packets say so.",
                           {{cut}})
                     : say("None: what scans and tool rules look at is there."));
    }
    if (const std::uint64_t unread = counts.of(Bin::unsupportedLink); unread != 0)
        findings.add("unsupported_link", Concern::serious,
            sayCounted(unread, "%1 frame is of a link type that cannot be read.",
                "%1 frames are of link types that cannot be read."),
            say("They are in no scan."));
    if (const std::uint64_t bad = counts.of(Bin::malformed); bad != 0)
        findings.add("malformed", Concern::none,
            sayCounted(bad,
                "%1 frame (%2 of all) has headers that are cut or contradict themselves.",
                "%1 frames (%2 of all) have headers that are cut or contradict themselves.",
                {percentOf(bad, counts.frames)}),
            say("They are in no scan; the reasons are counted one by one."));
    if (const std::uint64_t odd =
            counts.of(Reason::ipLengthBeyondFrame) + counts.of(Reason::udpLengthBeyondIp);
        odd != 0)
        findings.add("odd_lengths", Concern::none,
            sayCounted(odd, "%1 packet (%2 of all) claims a length beyond what carried it.",
                "%1 packets (%2 of all) claim a length beyond what carried them.",
                {percentOf(odd, counts.frames)}),
            say("None: their headers are whole, and they count as what those say."));
    if (counts.links.size() > 1) {
        std::string list;
        for (const LinkCount& each : counts.links)
            list +=
                fmt::format("{}{} {}", list.empty() ? "" : ", ", each.frames, toText(each.link));
        findings.add("links", Concern::none, say("Frames per link type: %1.", {{list}}),
            say("None: frames of each type that can be read count alike."));
    }
}

/// "192.0.2.0/25, 192.0.2.192/26, ..."
std::string largestBlocks(std::vector<Prefix> prefixes) {
    constexpr std::size_t kMost = 3;
    std::stable_sort(prefixes.begin(), prefixes.end(),
        [](const Prefix& a, const Prefix& b) { return a.length < b.length; });
    std::string list;
    for (std::size_t i = 0; i < std::min(prefixes.size(), kMost); ++i)
        list += (i == 0 ? "" : ", ") + toText(prefixes[i]);
    return prefixes.size() > kMost ? list + ", ..." : list;
}

void judgeTelescope(const ReadingHealth& health, Findings& findings) {
    if (!health.silentTargets || health.silentTargets->addresses == 0)
        return;
    const SilentTargets& silent = *health.silentTargets;
    const std::string blocks = largestBlocks(silent.prefixes);
    const bool isOneBlock = silent.prefixes.size() == 1;
    findings.add("silent_targets", silent.areMany() ? Concern::some : Concern::none,
        say("%1 of the telescope never received a packet, where %2 would be expected by chance. %3",
            {{sayCounted(silent.addresses, "%1 address", "%1 addresses")}, rounded(silent.expected),
                {isOneBlock ? say("The largest silent block is %1.", {{blocks}})
                            : say("The largest silent blocks are %1.", {{blocks}})}}),
        silent.areMany()
            ? say("If they are not routed to the telescope, coverage and Internet-wide rates are "
                  "too low; give the prefixes without them.")
            : say("None."));
}

} // namespace

std::string_view nameOf(Concern concern) {
    switch (concern) {
    case Concern::none:
        return "none";
    case Concern::some:
        return "some";
    case Concern::serious:
        return "serious";
    }
    return "none";
}

Concern ReadingHealth::worst() const {
    return findings.empty() ? Concern::none : findings.front().concern;
}

ReadingHealth examineReading(
    const BurstIndex& index, const CaptureReport& report, const PrefixSet& telescope, Team* team) {
    ReadingHealth health;
    findSeams(report, health);
    findSilences(index, health);
    health.silentTargets = findSilentTargets(index, telescope, team);
    Findings findings;
    judgeFiles(report, findings);
    judgeTimes(report, health, findings);
    judgeFrames(report, index.counts, findings);
    judgeTelescope(health, findings);
    health.findings = findings.take();
    return health;
}

} // namespace sweepscope
