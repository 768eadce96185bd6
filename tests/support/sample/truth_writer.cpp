// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/truth_writer.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace sweepscope::sample {
namespace {

using BinCounts = std::map<std::string_view, std::uint64_t>;

constexpr std::string_view kBins[] = {"probe", "backscatter", "other", "fragment", "outside",
    "not_ip", "malformed", "unsupported_link"};

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::string timeText(Moment moment) {
    const std::int64_t microseconds = moment.count();
    const std::int64_t seconds = microseconds / 1'000'000;
    char text[40];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d.%06d", static_cast<int>(seconds / 3600),
        static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60),
        static_cast<int>(microseconds % 1'000'000));
    return text;
}

std::size_t distinct(std::vector<std::uint32_t> targets) {
    std::sort(targets.begin(), targets.end());
    const auto end = std::unique(targets.begin(), targets.end());
    return static_cast<std::size_t>(end - targets.begin());
}

std::string_view binOf(const Member& member, bool isTelescopeGiven) {
    const bool isOutside = isTelescopeGiven && member.place != Place::telescope;
    return isOutside ? "outside" : binName(member.kind);
}

BinCounts countBins(const Plan& plan, bool isTelescopeGiven) {
    BinCounts counts;
    for (MemberId id = 0; id < plan.members().size(); ++id) {
        counts[binOf(plan.members()[id], isTelescopeGiven)] += plan.tally(id).packets;
    }
    return counts;
}

std::string binsText(const BinCounts& counts) {
    std::string text;
    for (const std::string_view bin : kBins) {
        const auto found = counts.find(bin);
        const std::uint64_t count = found == counts.end() ? 0 : found->second;
        text += (text.empty() ? "" : ",") + quoted(bin) + ":" + std::to_string(count);
    }
    return "{" + text + "}";
}

std::uint64_t packetsOutside(const Plan& plan, Place place) {
    std::uint64_t packets = 0;
    for (MemberId id = 0; id < plan.members().size(); ++id) {
        packets += plan.members()[id].place == place ? plan.tally(id).packets : 0;
    }
    return packets;
}

std::size_t probeSources(const Plan& plan) {
    std::set<std::string_view> sources;
    for (MemberId id = 0; id < plan.members().size(); ++id) {
        const Member& member = plan.members()[id];
        if (binOf(member, true) == "probe" && plan.tally(id).packets > 0) {
            sources.insert(member.source);
        }
    }
    return sources.size();
}

std::string totalsText(const Plan& plan, const Arrangement& arrangement, std::uint64_t seed) {
    const auto frame = [&](std::size_t place) { return plan.frames()[arrangement.order[place]]; };
    std::string text =
        "{\"format\":\"sweepscope-sample-truth/1\",\n\"seed\":" + std::to_string(seed) +
        ",\n\"telescope\":\"203.0.112.0/20\",\n\"day\":\"2026-03-10\"";
    const auto add = [&text](std::string_view name, const std::string& value) {
        text += ",\n" + quoted(name) + ":" + value;
    };
    add("frames", std::to_string(plan.frames().size()));
    add("first", quoted(timeText(frame(0).time)));
    add("last", quoted(timeText(frame(plan.frames().size() - 1).time)));
    add("late_frames", std::to_string(arrangement.lateFrames));
    add("most_late_us", std::to_string(arrangement.mostLate.count()));
    add("probe_sources", std::to_string(probeSources(plan)));
    add("bins", binsText(countBins(plan, true)));
    add("bins_without_telescope", binsText(countBins(plan, false)));
    add("outside", "{\"ipv4\":" + std::to_string(packetsOutside(plan, Place::outsideIpv4)) +
                       ",\"ipv6\":" + std::to_string(packetsOutside(plan, Place::outsideIpv6)) +
                       "}");
    return text;
}

struct PopulationCount {
    std::uint64_t members = 0;
    std::uint64_t packets = 0;
};

std::string populationsText(const Plan& plan) {
    std::map<std::string_view, PopulationCount> counts;
    for (MemberId id = 0; id < plan.members().size(); ++id) {
        if (plan.tally(id).packets > 0) {
            PopulationCount& count = counts[plan.members()[id].population];
            ++count.members;
            count.packets += plan.tally(id).packets;
        }
    }
    std::string text;
    for (const auto& [population, count] : counts) {
        text += (text.empty() ? "" : ",\n") + std::string("{\"population\":") + quoted(population) +
                ",\"members\":" + std::to_string(count.members) +
                ",\"packets\":" + std::to_string(count.packets) + "}";
    }
    return text;
}

std::string portsText(const Tally& tally) {
    std::string text;
    for (const auto& [port, atPort] : tally.ports) {
        text += (text.empty() ? "" : ",") + quoted(std::to_string(port)) + ":[" +
                std::to_string(atPort.packets) + "," + std::to_string(distinct(atPort.targets)) +
                "]";
    }
    return "{" + text + "}";
}

std::size_t distinctTargets(const Tally& tally) {
    std::vector<std::uint32_t> all;
    for (const auto& [port, atPort] : tally.ports) {
        all.insert(all.end(), atPort.targets.begin(), atPort.targets.end());
    }
    return distinct(std::move(all));
}

std::string memberText(const Member& member, const Tally& tally) {
    std::string text = "{\"population\":" + quoted(member.population);
    const auto add = [&text](std::string_view name, const std::string& value) {
        text += "," + quoted(name) + ":" + value;
    };
    add("tool", quoted(member.tool));
    add("variant", quoted(member.variant));
    add("source", quoted(member.source));
    add("country", quoted(member.country));
    add("bin", quoted(binOf(member, true)));
    add("kind", quoted(kindName(member.kind)));
    add("protocol", quoted(member.protocol));
    add("packets", std::to_string(tally.packets));
    add("targets", std::to_string(distinctTargets(tally)));
    add("ports", portsText(tally));
    add("first", quoted(timeText(tally.first)));
    add("last", quoted(timeText(tally.last)));
    return text + "}";
}

} // namespace

std::string truthText(const Plan& plan, const Arrangement& arrangement, std::uint64_t seed) {
    std::string text = totalsText(plan, arrangement, seed);
    text += ",\n\"populations\":[\n" + populationsText(plan) + "],\n\"members\":[\n";
    bool isFirst = true;
    for (MemberId id = 0; id < plan.members().size(); ++id) {
        if (plan.tally(id).packets > 0) {
            text += (isFirst ? "" : ",\n") + memberText(plan.members()[id], plan.tally(id));
            isFirst = false;
        }
    }
    return text + "]}\n";
}

} // namespace sweepscope::sample
