// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/coverage.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace sweepscope {

namespace {

/// The ranges that the bot's published source skips when it draws an address.
constexpr std::string_view kMiraiNever =
    "0.0.0.0/8 3.0.0.0/8 6.0.0.0/8 7.0.0.0/8 10.0.0.0/8 11.0.0.0/8 15.0.0.0/8 16.0.0.0/8 "
    "21.0.0.0/8 22.0.0.0/8 26.0.0.0/8 28.0.0.0/8 29.0.0.0/8 30.0.0.0/8 33.0.0.0/8 55.0.0.0/8 "
    "56.0.0.0/8 127.0.0.0/8 214.0.0.0/8 215.0.0.0/8 100.64.0.0/10 169.254.0.0/16 172.16.0.0/12 "
    "192.168.0.0/16 198.18.0.0/15 224.0.0.0/3";

TargetChoice makeMirai() {
    Result<PrefixSet> prefixes = parsePrefixes(kMiraiNever);
    return {Tool::mirai, true, prefixes.ok() ? std::move(prefixes).value() : PrefixSet()};
}

/// Addresses that lie in both.
double common(const PrefixSet& a, const PrefixSet& b) {
    double sum = 0;
    for (const Prefix& one : a.prefixes()) {
        for (const Prefix& other : b.prefixes()) {
            if (one.contains(other.network))
                sum += std::min(one.size(), other.size());
            else if (other.contains(one.network))
                sum += one.size();
        }
    }
    return sum;
}

} // namespace

const TargetChoice* targetChoiceOf(Tool tool) {
    static const TargetChoice mirai = makeMirai();
    return tool == Tool::mirai ? &mirai : nullptr;
}

double choosableAddresses(
    const TargetChoice& choice, const PrefixSet& telescope, double addresses) {
    return std::max(0.0, addresses - common(choice.neverChosen, telescope));
}

double choosableInternet(const TargetChoice& choice, double internetSize) {
    constexpr double kAllIpv4 = 4294967296.0;
    return internetSize * (1 - choice.neverChosen.size() / kAllIpv4);
}

double coverageWithoutRepeats(std::uint64_t packets, std::uint32_t targets, double addresses) {
    if (addresses <= 0)
        return 0;
    const double byPackets = static_cast<double>(packets) / addresses;
    const double hit = targets / addresses;
    const double byTargets = hit < 1 ? -std::log1p(-hit) : byPackets;
    return std::min({byPackets, byTargets, 1.0});
}

std::optional<double> correctedCoverage(Tool tool, std::uint64_t packets, std::uint32_t targets,
    const PrefixSet& telescope, double addresses) {
    const TargetChoice* const choice = targetChoiceOf(tool);
    if (choice == nullptr)
        return std::nullopt;
    const double choosable = choosableAddresses(*choice, telescope, addresses);
    if (choosable < targets)
        return std::nullopt;
    return choice->repeats ? coverageWithoutRepeats(packets, targets, choosable)
                           : targets / choosable;
}

} // namespace sweepscope
