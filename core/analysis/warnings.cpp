// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/warnings.h"

#include "analysis/index_facts.h"
#include "base/count_text.h"
#include "reference/known_scanners.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

constexpr double kMostCut = 0.01;
constexpr double kAcceptedByPaper = 0.001;

/// Packets a second of the slowest scan asked for, as they reach the telescope.
double rateHere(const Thresholds& thresholds, const Telescope& telescope) {
    if (thresholds.rateScope == RateScope::telescope)
        return thresholds.minRate;
    return thresholds.minRate * telescope.addresses / thresholds.internetSize;
}

std::string seconds(Duration duration) {
    return fmt::format("{:g} s", duration.inSeconds());
}

void warnOfCaptures(const CaptureReport& captures, std::vector<std::string>& warnings) {
    for (const FileReport& file : captures.files) {
        if (file.isSkipped)
            warnings.push_back(fmt::format("Not read: {}", file.noteWithPath()));
        else if (file.isTruncated)
            warnings.push_back(fmt::format("{} was read in part: {}", file.path, file.note));
    }
    if (captures.isStopped)
        warnings.emplace_back("The reading was stopped; results cover what was read until then");
}

/// A base gap is only ever made longer than the usual one by a ceiling of memory. Joining bursts
/// makes sources and ports no fewer.
void warnOfMemory(const Material& material, std::vector<std::string>& warnings) {
    if (material.index->baseGap > kBaseGap)
        warnings.push_back(fmt::format(
            "To keep within the memory allowed the index was coarsened: silences are kept from {} "
            "up. Results are exact for expiries from there up",
            seconds(material.index->baseGap)));
    constexpr std::uint64_t kMegabyte = 1'000'000;
    if (material.captures->memoryOverrun != 0)
        warnings.push_back(fmt::format(
            "More memory was taken than is allowed: the index alone needs {} MB for its sources and "
            "ports, of which a coarser one has as many. Read fewer captures at once, or narrow them "
            "by --filter",
            material.captures->memoryOverrun / kMegabyte));
}

void warnOfTelescope(const Question& question, std::vector<std::string>& warnings) {
    const Telescope& telescope = question.telescope;
    if (telescope.isInferred) {
        warnings.push_back(
            fmt::format("The telescope's size, {:.0f} addresses, is inferred from the "
                        "targets of probes; give its prefixes or its size where "
                        "they are known",
                telescope.addresses));
    }
    if (telescope.addresses < kLeastTelescope) {
        warnings.push_back(fmt::format("A telescope of {:.0f} addresses is too small for "
                                       "Internet-wide numbers; they mean something from 4,096 "
                                       "addresses up",
            telescope.addresses));
    }
}

void warnOfExpiry(const Snapshot& snapshot, std::vector<std::string>& warnings) {
    const Thresholds& thresholds = snapshot.question.thresholds;
    const Duration baseGap = snapshot.material.index->baseGap;
    if (thresholds.expiry < baseGap) {
        warnings.push_back(fmt::format("An expiry of {} cannot be answered: silences are kept from "
                                       "{} up, and that was used",
            seconds(thresholds.expiry), seconds(baseGap)));
    }
    const auto cut = cutProbability(thresholds, snapshot.question.telescope);
    const auto better = expiryFor(thresholds, snapshot.question.telescope, kAcceptedByPaper);
    if (cut && better && *cut > kMostCut) {
        warnings.push_back(
            fmt::format("An expiry of {} cuts a scan at the least rate asked for with "
                        "probability {:.2g} at every packet; {:.0f} s would do so with "
                        "{}",
                seconds(thresholds.expiry), *cut, better->inSeconds(), kAcceptedByPaper));
    }
}

void warnOfDependentPorts(const Snapshot& snapshot, std::vector<std::string>& warnings) {
    if (snapshot.material.facts == nullptr)
        return;
    for (const PortPopulation& each : snapshot.material.facts->dependentPorts.populations) {
        warnings.push_back(
            fmt::format("The port of {} is a function of the target ({} {} {} from {} to {}): "
                        "these ports were not chosen and {}",
                counted(each.sources, "source"), each.ports.size(), nameOf(protocolOf(each.kind)),
                agreeing(each.ports.size(), "port", "ports"), each.ports.front().port,
                each.ports.back().port,
                snapshot.question.keepsDependentPorts ? "are kept in the ranking of ports"
                                                      : "are left out of the ranking of ports"));
    }
}

/// Prefixes change hands; a list says little about a capture of another time.
void warnOfListAge(const Snapshot& snapshot, std::vector<std::string>& warnings) {
    const SourceLabels* const labels = snapshot.material.labels.get();
    const TimeRange& capture = snapshot.material.index->counts.range;
    if (labels == nullptr || capture.isEmpty())
        return;
    constexpr double kYear = 365.25 * 86400;
    std::vector<std::string> said;
    for (std::size_t i = 1; i < labels->labels.size(); ++i) {
        const ScannerLabel& label = labels->labels[i];
        const auto day = parseIso8601(label.asOf);
        if (!day || std::find(said.begin(), said.end(), label.list) != said.end())
            continue;
        const double after = (*day - capture.last).inSeconds() / kYear;
        const double before = (capture.first - *day).inSeconds() / kYear;
        if (std::max(after, before) <= 1)
            continue;
        said.push_back(label.list);
        warnings.push_back(fmt::format(
            "The list of known scanners '{}' is of {}, {:.1f} years {} the capture; "
            "its prefixes may have had other holders then",
            label.list, label.asOf, std::max(after, before), after > before ? "after" : "before"));
    }
}

} // namespace

std::optional<double> cutProbability(const Thresholds& thresholds, const Telescope& telescope) {
    const double rate = rateHere(thresholds, telescope);
    if (rate <= 0)
        return std::nullopt;
    return std::exp(-rate * thresholds.expiry.inSeconds());
}

std::optional<Duration> expiryFor(
    const Thresholds& thresholds, const Telescope& telescope, double accepted) {
    const double rate = rateHere(thresholds, telescope);
    if (rate <= 0)
        return std::nullopt;
    return Duration::fromSeconds(std::log(1 / accepted) / rate);
}

std::optional<double> rateFor(
    const Thresholds& thresholds, const Telescope& telescope, double accepted) {
    const double expiry = thresholds.expiry.inSeconds();
    if (telescope.addresses <= 0 || expiry <= 0)
        return std::nullopt;
    return std::log(1 / accepted) * thresholds.internetSize / (expiry * telescope.addresses);
}

std::vector<std::string> warningsFor(const Snapshot& snapshot) {
    std::vector<std::string> warnings;
    warnOfCaptures(*snapshot.material.captures, warnings);
    warnOfMemory(snapshot.material, warnings);
    warnOfTelescope(snapshot.question, warnings);
    warnOfExpiry(snapshot, warnings);
    warnOfDependentPorts(snapshot, warnings);
    warnOfListAge(snapshot, warnings);
    return warnings;
}

} // namespace sweepscope
