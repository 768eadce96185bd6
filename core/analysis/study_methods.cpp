// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/study_methods.h"

#include "analysis/warnings.h"
#include "base/count_text.h"
#include "scans/thresholds.h"

#include <fmt/format.h>

namespace sweepscope {

namespace {

std::string dataSentence(const Snapshot& snapshot) {
    const DecodeCounts& counts = snapshot.material.index->counts;
    if (counts.range.isEmpty())
        return "The capture holds no packet.";
    return fmt::format("The data are {} in {}, seen from {} to {}.",
        counted(counts.frames, "frame"), counted(snapshot.material.captures->files.size(), "file"),
        toIso8601Seconds(counts.range.first), toIso8601Seconds(counts.range.last));
}

std::string telescopeSentence(const Snapshot& snapshot) {
    const Telescope& telescope = snapshot.question.telescope;
    std::string text = fmt::format("The telescope has {:.0f} addresses", telescope.addresses);
    std::string prefixes;
    for (const Prefix& prefix : snapshot.material.telescopePrefixes.prefixes())
        prefixes += (prefixes.empty() ? "" : ", ") + toText(prefix);
    if (!prefixes.empty())
        text += " (" + prefixes + ")";
    else if (telescope.isInferred)
        text += ", inferred from the distinct targets of probes";
    return text + ".";
}

std::string probeSentence() {
    return "Probes are TCP packets with SYN and without ACK, RST and FIN, stealth probes (no flag, "
           "FIN alone, FIN with PSH and URG), UDP packets that are no answer, and ICMP requests; "
           "backscatter, fragments and packets to other addresses are no part of scans.";
}

std::string scanSentence(const Snapshot& snapshot) {
    const Thresholds& t = snapshot.question.thresholds;
    const std::string key = t.by == Grouping::source
                                ? "one source and protocol, all ports together"
                                : "one source, one kind of probe and one destination port";
    const std::string rate =
        t.minRate > 0 ? fmt::format(" and at least {:g} packets a second {}", t.minRate,
                            t.rateScope == RateScope::internet ? "estimated Internet-wide"
                                                               : "at the telescope")
                      : std::string();
    return fmt::format(
        "A scan is the probes of {}, without a silence longer than {:g} s, with at least {} "
        "distinct targets{} (profile {}).",
        key, t.expiry.inSeconds(), t.minTargets.on(snapshot.question.telescope.addresses), rate,
        snapshot.question.profile);
}

std::string sizeSentence(const Snapshot& snapshot) {
    const Thresholds& t = snapshot.question.thresholds;
    return fmt::format("The coverage of a scan is its distinct targets over the addresses of the "
                       "telescope; a scan "
                       "is large from {:g} % on. Internet-wide rates reckon with {:.4g} addresses.",
        t.largeCoverage * 100, t.internetSize);
}

std::string cutSentence(const Snapshot& snapshot) {
    const auto chance = cutProbability(snapshot.question.thresholds, snapshot.question.telescope);
    if (!chance)
        return "";
    return fmt::format("With this expiry, a scan at the least rate is cut in two with a chance of "
                       "{:.2g} a packet.",
        *chance);
}

} // namespace

std::vector<std::string> studyMethods(const Snapshot& snapshot) {
    std::vector<std::string> sentences = {dataSentence(snapshot), telescopeSentence(snapshot),
        probeSentence(), scanSentence(snapshot), sizeSentence(snapshot)};
    if (std::string cut = cutSentence(snapshot); !cut.empty())
        sentences.push_back(std::move(cut));
    sentences.emplace_back(
        "A tool is named when at least 90 % of a scan's tested packets, and at least three, fit "
        "its rule: ZMap by IP ID 54321 (until 4.0), ZMap since 4.1 by a pattern of fields, Masscan "
        "by IP ID = target xor port xor sequence number in the low 16 bits.");
    sentences.emplace_back(
        "Shares are of scans. Intervals are Wilson's, 95 %, and take scans for independent, which "
        "those of one source are not.");
    return sentences;
}

} // namespace sweepscope
